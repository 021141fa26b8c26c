import Foundation
import JourneySource
import Support
import Testing

@testable import JourneyKit

@Suite struct FindingsTests {
  private let files = [
    SourceFile(path: "a.journey", bytes: Array("one\ntwo\nthree\n".utf8)),
    SourceFile(path: "b.journey", bytes: Array("one\n".utf8)),
  ]

  private func finding(_ severity: Diagnostic.Severity, _ code: String = "code", file: Int = 0, at start: Int = 0)
    -> Diagnostic
  {
    Diagnostic(Sample.rule(code, severity), at: Span(FileID(file), start, start + 3), "the same words")
  }

  private func fingerprints(_ findings: [Diagnostic]) throws -> [String] {
    let printed = Findings(findings, in: files).printed(as: .gitlab)
    let issues = try #require(try JSONSerialization.jsonObject(with: Data(printed.utf8)) as? [[String: Any]])
    return issues.compactMap { $0["fingerprint"] as? String }
  }

  /// A service shows one of those that have the same.
  @Test func `no two findings have one fingerprint, and none has another when lines move`() throws {
    let twice = try fingerprints([finding(.error), finding(.error, at: 4)])
    #expect(twice.count == 2 && Set(twice).count == 2)
    let thrice = try fingerprints([finding(.error), finding(.error, at: 4), finding(.error, at: 8)])
    #expect(Set(thrice).count == 3 && Array(thrice.prefix(2)) == twice)
    #expect(Set(try fingerprints([finding(.error), finding(.error, file: 1)])).count == 2)
    #expect(Set(try fingerprints([finding(.error), finding(.error, "other")])).count == 2)
    #expect(try fingerprints([finding(.error, at: 8)]) == [twice[0]])
  }

  @Test func `notes never fail a check, warnings a strict one, errors every one`() {
    func fails(_ severities: [Diagnostic.Severity], strict: Bool) -> Bool {
      Findings(severities.map { finding($0) }, in: files).fail(strict: strict)
    }
    #expect(!fails([], strict: true))
    #expect(!fails([.note], strict: true) && !fails([.note, .note], strict: false))
    #expect(fails([.note, .warning], strict: true) && !fails([.note, .warning], strict: false))
    #expect(fails([.note, .error], strict: true) && fails([.error], strict: false))
  }

  @Test func `at one place errors come first, else the place decides`() {
    func order(_ findings: [Diagnostic]) -> [Diagnostic.Severity] {
      Findings(findings, in: files).diagnostics.map(\.severity)
    }
    #expect(order([finding(.note), finding(.error)]) == [.error, .note])
    #expect(order([finding(.note), finding(.warning), finding(.error)]) == [.error, .warning, .note])
    #expect(order([finding(.error, at: 4), finding(.note)]) == [.note, .error])
    #expect(order([finding(.error, file: 1), finding(.note, at: 8)]) == [.note, .error])
  }

  @Test(arguments: [0, 1, 4095, 65_535, 65_536, 65_537, 200_000])
  func `a file of the limit is read, a byte more is not`(size: Int) throws {
    let scratch = try Scratch()
    try scratch.write(Data(repeating: 0x61, count: size), to: "x")
    let path = scratch.url("x").path
    #expect(try System.read(path, limit: size).count == size)
    // As standard input is, of which nobody knows the size.
    func unknown(limit: Int) throws -> Int {
      let descriptor = try System.openFile(path)
      defer { close(descriptor) }
      return try System.readAll(descriptor, expecting: 1 << 16, limit: limit).count
    }
    #expect(try unknown(limit: size) == size)
    guard size > 0 else { return }
    #expect(throws: System.Failure.self) { try System.read(path, limit: size - 1) }
    #expect(throws: System.Failure.self) { try unknown(limit: size - 1) }
  }
}
