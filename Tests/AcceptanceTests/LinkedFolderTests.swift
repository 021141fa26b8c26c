import Foundation
import Support
import Testing

/// An output folder that is a link – nothing is written through one that leads out of the current folder.
@Suite struct LinkedFolderTests {
  @Test(arguments: [
    ("out", "out", "../elsewhere"), ("out/", "out", "../elsewhere"), ("./out", "out", "../elsewhere"),
    ("out/maps", "out", "../elsewhere"),
    ("deep/out", "deep", "../elsewhere"), ("out", "out", "../missing"), ("w/../out", "out", "../elsewhere"),
  ])
  func `a link that leads out is left alone`(out: String, link: String, target: String) throws {
    let scratch = try Scratch()
    try scratch.write(Text.clean, to: "work/w/coffee.journey")
    try scratch.write("mine", to: "elsewhere/index.html")
    try FileManager.default.createSymbolicLink(atPath: scratch.url("work/\(link)").path, withDestinationPath: target)
    for command in ["render w --out \(out)", "review w --pack \(out)", "init \(out)"] {
      let run = try bounded(shell: "cd work && waymark \(command)", in: scratch)
      #expect(run.status == 2 && run.error.contains("is a link that leads elsewhere"), "\(command): \(run.error)")
    }
    #expect(try scratch.files(below: "elsewhere").keys.sorted() == ["index.html"])
    #expect(try scratch.text("elsewhere/index.html") == "mine")
  }

  @Test(arguments: ["inside", "../work/inside", "real/nested"]) func `a folder of one's own is written to`(out: String)
    throws
  {
    let scratch = try Scratch()
    try scratch.write(Text.clean, to: "work/w/coffee.journey")
    try scratch.write("", to: "work/real/nothing")
    try FileManager.default.createSymbolicLink(atPath: scratch.url("work/inside").path, withDestinationPath: "real")
    let run = try bounded(shell: "cd work && waymark render w --out \(out)", in: scratch)
    #expect(run.status == 0, "\(run.error)")
  }

  @Test func `a folder elsewhere is written to where it is named itself`() throws {
    let scratch = try Scratch()
    try scratch.write(Text.clean, to: "work/w/coffee.journey")
    try scratch.write("", to: "elsewhere/nothing")
    try FileManager.default.createSymbolicLink(atPath: scratch.url("link").path, withDestinationPath: "elsewhere")
    for out in ["../elsewhere", "../link", scratch.url("link").path] {
      let run = try bounded(shell: "cd work && waymark render w --out '\(out)'", in: scratch)
      #expect(run.status == 0, "\(out): \(run.error)")
    }
  }
}
