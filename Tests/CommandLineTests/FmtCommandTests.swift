import Foundation
import Support
import Testing

@Suite struct FmtCommandTests {
  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.write(Text.untidy, to: "w/coffee.journey")
  }

  @Test func `files are rewritten once and named`() throws {
    let run = try Run("fmt", "w", in: scratch.folder)
    #expect(run.status == 0)
    #expect(run.output == "w/coffee.journey\n")
    #expect(try scratch.text("w/coffee.journey") == Text.clean)
    let again = try Run("fmt", "w", in: scratch.folder)
    #expect(again.status == 0 && again.output.isEmpty)
  }

  @Test func `check names what would change and changes nothing`() throws {
    let run = try Run("fmt", "w", "--check", in: scratch.folder)
    #expect(run.status == 1)
    #expect(run.output == "w/coffee.journey\n")
    #expect(try scratch.text("w/coffee.journey") == Text.untidy)
  }

  @Test func `the diff is one that patch applies`() throws {
    let run = try Run(shell: "waymark fmt w --diff > d; test $? = 1 && patch -s w/coffee.journey d", in: scratch.folder)
    #expect(run.status == 0)
    #expect(try scratch.text("w/coffee.journey") == Text.clean)
  }

  @Test func `standard input goes to standard output`() throws {
    let run = try Run("fmt", "-", in: scratch.folder, input: Text.untidy)
    #expect(run.status == 0)
    #expect(run.output == Text.clean)
  }

  @Test func `so it does beside files`() throws {
    let run = try Run("fmt", "-", "w", in: scratch.folder, input: Text.untidy.replacing("coffee", with: "tea"))
    #expect(
      run.status == 0 && run.output.hasPrefix("journey tea") && run.output.hasSuffix("w/coffee.journey\n"),
      "\(run.output)")
    let check = try Run("fmt", "-", "--check", in: scratch.folder, input: Text.clean)
    #expect(check.status == 0 && check.output.isEmpty)
  }

  @Test func `a broken file is left alone`() throws {
    try scratch.write(Text.broken, to: "w/broken.journey")
    let run = try Run("fmt", "w", in: scratch.folder)
    #expect(run.status == 1)
    #expect(run.error.contains("error["))
    #expect(try scratch.text("w/broken.journey") == Text.broken)
    #expect(try scratch.text("w/coffee.journey") == Text.clean)
    let piped = try Run("fmt", "-", in: scratch.folder, input: Text.broken)
    #expect(piped.status == 1 && piped.output.isEmpty)
  }

  @Test func `a file in the one style keeps its time and place on the disk`() throws {
    try scratch.write(Text.clean, to: "w/coffee.journey")
    let before = try FileManager.default.attributesOfItem(atPath: scratch.url("w/coffee.journey").path)
    try Run("fmt", "w", in: scratch.folder)
    let after = try FileManager.default.attributesOfItem(atPath: scratch.url("w/coffee.journey").path)
    #expect(before[.systemFileNumber] as? Int == after[.systemFileNumber] as? Int)
    #expect(before[.modificationDate] as? Date == after[.modificationDate] as? Date)
  }

  /// Also those that the mask would take from a new file.
  @Test(arguments: ["640", "666", "664", "600", "755"], ["022", "077", "000"])
  func `permissions stay as they were, and nothing is left behind`(mode: String, mask: String) throws {
    let run = try Run(
      shell: "umask \(mask); chmod \(mode) w/coffee.journey; waymark fmt w; stat -c %a w/coffee.journey; ls -A w",
      in: scratch.folder)
    #expect(run.output == "w/coffee.journey\n\(mode)\ncoffee.journey\n")
  }

  @Test func `a linked file is rewritten where it is`() throws {
    let run = try Run(
      shell: "ln -s w/coffee.journey l.journey; waymark fmt l.journey; readlink l.journey", in: scratch.folder)
    #expect(run.output == "l.journey\nw/coffee.journey\n")
    #expect(try scratch.text("w/coffee.journey") == Text.clean)
  }
}
