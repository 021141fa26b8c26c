import Foundation
import Fuzzing
import Support
import Testing

/// What the fuzzer found worth keeping, and the seeds it began with, follow their way again.
@Test(arguments: Way.allCases) func `every input that was kept keeps the promises of its way`(way: Way) throws {
  let folder = Golden.root.appending(path: "Tests/Fuzz/Corpus/\(way.rawValue)")
  let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  #expect(!names.isEmpty)
  for name in names {
    let bytes = try [UInt8](Data(contentsOf: folder.appending(path: name)))
    #expect(way.complaint(about: bytes) == nil, "\(way.rawValue)/\(name)")
  }
}
