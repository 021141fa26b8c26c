import Foundation
import Testing

@testable import JourneyKit

@Suite struct WritingTests {
  let folder: String

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "waymark-kit-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  @Test func `files are written below folders that are made for them`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let files = [OutputFile(path: "index.html", bytes: [1, 2]), OutputFile(path: "b/c/map.svg", bytes: [])]
    try OutputFile.write(files, below: "\(folder)/out/maps")
    #expect(try System.read("\(folder)/out/maps/index.html", limit: 10) == [1, 2])
    #expect(try System.read("\(folder)/out/maps/b/c/map.svg", limit: 10) == [])
    #expect(try System.entries(of: "\(folder)/out/maps").count == 2)
  }

  @Test func `a write that fails leaves the old file and nothing else`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(atPath: "\(folder)/map.svg", withIntermediateDirectories: true)
    #expect(throws: System.Failure.self) { try System.write([1], to: "\(folder)/map.svg", flushing: true) }
    #expect(try System.entries(of: folder).map(\.name) == [Array("map.svg".utf8)])
  }

  @Test(arguments: ["ro", "ro/sub", "ro/sub/deeper", "ro/x/../y"])
  func `who may write is asked of a folder that is there`(path: String) throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(atPath: "\(folder)/ro", withIntermediateDirectories: true)
    let help = System.Failure(EACCES).wayToWrite(in: "\(folder)/\(path)")
    #expect(help == "see who may write there: ls -ld \"\(folder)/ro\"")
  }

  #if os(Linux)
  @Test func `until it is finished a file has no name`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    do {
      let draft = try Draft(of: "\(folder)/rejects.csv", permissions: 0o600)
      try draft.write([1, 2, 3])
      #expect(try System.entries(of: folder).isEmpty)
      try draft.finish(flushing: false)
    }
    #expect(try System.entries(of: folder).map(\.name) == [Array("rejects.csv".utf8)])
    #expect(try System.status(of: "\(folder)/rejects.csv", followingLinks: false).permissions == 0o600)
    _ = try Draft(of: "\(folder)/other.csv", permissions: nil)
    #expect(try System.entries(of: folder).count == 1)
  }
  #endif

  @Test func `unchanged bytes are not written`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    #expect(try System.write([1], to: "\(folder)/a", flushing: false))
    #expect(try !System.write([1], to: "\(folder)/a", flushing: false))
    #expect(try System.write([2], to: "\(folder)/a", flushing: false))
  }

  @Test func `a link at the place of a map is replaced, not followed`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try System.write([9], to: "\(folder)/precious", flushing: false)
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder)/map.svg", withDestinationPath: "\(folder)/precious")
    try System.write([1], to: "\(folder)/map.svg", flushing: false)
    #expect(try System.read("\(folder)/precious", limit: 10) == [9])
    #expect(try System.read("\(folder)/map.svg", limit: 10) == [1])
  }

  @Test(arguments: [
    ("a/b", "a", "b"), ("a", ".", "a"), ("/a", "/", "a"), ("a/b/", "a", "b"), ("/", "/", ""), ("./a", ".", "a"),
  ])
  func `a path has a folder and a name`(path: String, folder: String, name: String) {
    #expect(Path.folder(of: path) == folder)
    #expect(Path.name(of: path) == name)
  }

  @Test(arguments: [
    ("./a/b", "a/b"), ("/home/me/w/a", "w/a"), ("/home/other/a", "/home/other/a"), ("a/", "a"), ("././a", "a"),
  ])
  func `a path is shown from the current folder`(path: String, shown: String) {
    #expect(Path.shown(path, from: "/home/me") == shown)
  }

  @Test func `only what lies below a root is below it`() {
    #expect(Path.isBelow("/a/b/c", "/a/b") && Path.isBelow("/a/b", "/a/b") && Path.isBelow("/a", "/"))
    #expect(!Path.isBelow("/a/bc", "/a/b") && !Path.isBelow("/a", "/a/b"))
  }
}
