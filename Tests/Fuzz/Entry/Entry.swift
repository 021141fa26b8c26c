import Foundation
import Fuzzing

/// The way that `WAY` in the environment names.
private let way = ProcessInfo.processInfo.environment["WAY"].flatMap(Way.init(rawValue:))

/// What libFuzzer calls with bytes that it made up.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  guard let way else { fatalError("WAY is none of \(Way.allCases.map(\.rawValue))") }
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  if let complaint = way.complaint(about: bytes) { fatalError(complaint) }
  return 0
}
