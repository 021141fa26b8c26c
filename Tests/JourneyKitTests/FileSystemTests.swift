import Foundation
import JourneySource
import Support
import Testing

@testable import JourneyKit

/// An editor's unsaved texts are read as if they were on the disk.
@Suite struct FileSystemTests {
  private static func read(_ scratch: Scratch, _ texts: [String: String]) throws -> [String: String] {
    let root = try System.resolve(scratch.folder.path)
    let overlay = Overlay(Dictionary(uniqueKeysWithValues: texts.map { ("\(root)/\($0)", Array($1.utf8)) }))
    let files = try WorkspaceFiles.read([root], in: overlay, current: root)
    return Dictionary(
      uniqueKeysWithValues: files.files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
  }

  @Test func `a text lies over its file, and over no other`() throws {
    let scratch = try Scratch()
    try scratch.write("old", to: "a.journey")
    try scratch.write("kept", to: "deep/b.journey")
    #expect(try Self.read(scratch, [:]) == ["a.journey": "old", "deep/b.journey": "kept"])
    #expect(try Self.read(scratch, ["a.journey": "new"]) == ["a.journey": "new", "deep/b.journey": "kept"])
    #expect(try Self.read(scratch, ["deep/b.journey": ""]) == ["a.journey": "old", "deep/b.journey": ""])
  }

  @Test func `a text that was never saved is a file of its folder`() throws {
    let scratch = try Scratch()
    try scratch.write("old", to: "a.journey")
    let found = try Self.read(
      scratch, ["b.journey": "new", "b.txt": "no", ".hidden.journey": "no", "x/c.journey": "no"])
    #expect(found == ["a.journey": "old", "b.journey": "new"], "its folder must be there to be found")
  }

  @Test func `what is hidden, linked or too large is treated as on the disk`() throws {
    let scratch = try Scratch()
    try scratch.write("real", to: "real.journey")
    try FileManager.default.createSymbolicLink(
      at: scratch.url("link.journey"), withDestinationURL: scratch.url("real.journey"))
    #expect(try Self.read(scratch, ["real.journey": "new"]) == ["real.journey": "new"])
    let root = try System.resolve(scratch.folder.path)
    let overlay = Overlay(["\(root)/real.journey": [1, 2, 3]])
    #expect(throws: System.Failure.tooLarge) {
      try overlay.read("\(root)/real.journey", limit: 2, followingLinks: false)
    }
    #expect(try overlay.status(of: "\(root)/real.journey", followingLinks: false).size == 3)
    #expect(overlay.names(in: root) == ["link.journey", "real.journey"])
    #expect(throws: System.Failure.isMissing) { try overlay.resolve("\(root)/none") }
  }

  @Test func `an overlay can lie over another`() throws {
    let (first, second) = (Overlay(["/none/a": [1]]), ["/none/b": [UInt8(2)]])
    let both = Overlay(second, over: first)
    #expect(try both.read("/none/a", limit: 9, followingLinks: false) == [1])
    #expect(both.names(in: "/none") == ["a", "b"])
    #expect(both.kind(of: "/none/b") == .file && both.kind(of: "/none/c") == nil)
  }
}
