import Foundation
import Support
import Testing

/// E-mail, phone, name in a comment column – in no output, log or message. Nor from any other place of an export,
/// whatever is wrong with it; but for the one flag that asks for the rows.
@Suite struct PrivacyTests {
  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.write("", to: "temporary/none")
  }

  /// Lays the export and its workspace out; the export's own bytes are not looked at afterwards.
  private func lay(_ export: PlantedExport) throws {
    try scratch.write(export.journey, to: "w/help.journey")
    try scratch.write(export.bytes, to: "w/private/\(export.file)")
    if export.isPacked {
      try Run(shell: "cd w/private; gzip -n \(export.file); mv \(export.file).gz \(export.file)", in: scratch.folder)
    }
  }

  private func expectNothing(
    of run: Run, _ command: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(run.signal == nil, "\(command): \(run.error.suffix(300))", sourceLocation: sourceLocation)
    for (stream, text) in [("output", run.output), ("error", run.error)] {
      let traces = Planted.traces(in: text.utf8)
      #expect(traces.isEmpty, "\(command), \(stream): \(text.prefix(3000))", sourceLocation: sourceLocation)
    }
  }

  /// Of all files but those that the test laid down: their names and their bytes.
  private func expectNothingWritten(sourceLocation: SourceLocation = #_sourceLocation) throws {
    for (name, bytes) in try scratch.files(below: ".") where !name.hasPrefix("w/private/") {
      #expect(Planted.traces(in: name.utf8).isEmpty, sourceLocation: sourceLocation)
      let traces = Planted.traces(in: bytes)
      #expect(traces.isEmpty, "\(name) holds \(traces)", sourceLocation: sourceLocation)
    }
    #expect(try scratch.files(below: "temporary").keys.sorted() == ["none"], sourceLocation: sourceLocation)
  }

  private func run(_ command: String) throws {
    let words = command.split(separator: " ").map(String.init)
    expectNothing(of: try bounded(words, in: scratch, environment: ["TMPDIR": scratch.url("temporary").path]), command)
  }

  @Test(arguments: PlantedExport.all)
  func `counting says how many and where, never who or what`(export: PlantedExport) throws {
    try lay(export)
    for command in [
      "", " --dry-run", " --suppress", " --sql duckdb", " --sql postgres", " --sql spark", " --color always",
    ] {
      try run("tally w" + command)
    }
    try expectNothingWritten()
    let isThere = FileManager.default.fileExists(atPath: scratch.url("w/answers.tally.csv").path)
    let again = try Run("tally", "w", in: scratch.folder)
    #expect(isThere == export.isCounted, "\(again.output)\(again.error)")
  }

  @Test func `a packed file that is cut off says so, not what it holds`() throws {
    try lay(PlantedExport.all[0])
    try Run(
      shell: "cd w/private; gzip -n answers.csv; head -c 2000 answers.csv.gz >answers.csv; rm *.gz", in: scratch.folder)
    for command in ["tally w", "tally w --dry-run"] { try run(command) }
    try expectNothingWritten()
  }

  /// What reads journeys and tallies reads no export, wherever one lies.
  @Test func `no other command reads an export`() throws {
    try lay(PlantedExport.all[0])
    for path in ["w/answers.csv", "w/sub/answers.jsonl", "answers.csv"] { try scratch.write(Planted.mail, to: path) }
    try Run(
      shell:
        "rm w/answers.csv w/sub/answers.jsonl; mv answers.csv w/private; cp w/private/answers.csv w/private/copy.csv",
      in: scratch.folder)
    try Run("tally", "w", in: scratch.folder)
    for format in ["text", "short", "json", "github", "gitlab", "sarif", "junit"] {
      try run("check w --format \(format)")
    }
    for format in ["text", "json", "csv", "md", "html"] { try run("review w --format \(format)") }
    for command in [
      "fmt w --diff", "render w --out maps --verify", "render w --out sheets --poster A1", "review w --pack pack",
      "explain tally-header",
    ] { try run(command) }
    try expectNothingWritten()
    #expect(try !scratch.files(below: "maps").isEmpty && !scratch.files(below: "pack").isEmpty)
  }

  /// What a person types wrong: the export in place of a tally, counts, votes, or a journey.
  @Test(arguments: [
    "check w", "check w --format json", "tally w", "tally w --dry-run", "render w --out maps", "review w",
    "review w --pack pack",
    "tally w --from-counts w/private/answers.csv", "tally w --from-counts w/private/rows.csv",
    "check w/private/answers.csv",
    "review w --votes w/private/answers.csv", "fmt w/private/answers.csv", "render w --out maps --data w/private",
  ])
  func `an export in another file's place is not shown`(command: String) throws {
    let export = PlantedExport.all[0]
    try lay(export)
    let rows = Data(export.bytes.split(separator: 0x0A).dropFirst().joined(separator: [0x0A]))
    try scratch.write(rows, to: "w/private/rows.csv")
    try scratch.write(
      command.contains("json") ? rows : Data("=======\(Planted.name)\n".utf8) + rows, to: "w/private/answers.tally.csv")
    try Run(shell: "ln w/private/answers.tally.csv w/answers.tally.csv", in: scratch.folder)
    try run(command)
    try Run(shell: "rm w/answers.tally.csv", in: scratch.folder)
    try expectNothingWritten()
  }

  @Test func `rows left out are written where the flag says, for their owner alone, and nowhere else`() throws {
    try lay(PlantedExport.all[0])
    let modes = try Run(
      shell:
        "umask 000; mkdir kept; TMPDIR=temporary waymark tally w --rejects kept/rows.csv; ls -A kept; stat -c %a kept/rows.csv w/answers.tally.csv",
      in: scratch.folder)
    expectNothing(of: modes, "--rejects")
    #expect(modes.output.hasSuffix("rows.csv\n600\n666\n"), "\(modes.output)")
    #expect(
      Planted.traces(in: try Data(contentsOf: scratch.url("kept/rows.csv"))).count == 3, "else nothing here is tested")
    try Run(shell: "rm -r kept", in: scratch.folder)
    try expectNothingWritten()
  }

  @Test func `what comes out of a count is looked through`() {
    #expect(Planted.traces(in: "Hello FRIEDA".utf8) == ["frieda"])
    #expect(Planted.traces(in: Planted.all.joined().utf8).count == 3)
    #expect(Planted.traces(in: Planted.name.utf16.flatMap { [UInt8($0 & 0xFF), 0] }).count == 2)
  }
}
