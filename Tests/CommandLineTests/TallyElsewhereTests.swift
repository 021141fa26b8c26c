import Foundation
import Support
import Testing

/// `--sql` and `--from-counts`: what the command does around the query and its counts. That the engines make the same
/// tally is for `Tests/CrossEngine`.
@Suite struct TallyElsewhereTests {
  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.write(Survey.journey(), to: "w/help.journey")
    try scratch.write("who;date;q\n1;2026-04-03;5\n", to: "w/private/april.csv")
  }

  @Test(arguments: ["duckdb", "postgres", "spark"])
  func `the query knows the header of the files at hand`(dialect: String) throws {
    let run = try Run("tally", "w", "--sql", dialect, in: scratch.folder)
    #expect(run.status == 0 && run.error.isEmpty, "\(run.error)")
    #expect(run.output.hasPrefix("-- ") && run.output.contains("';'") && run.output.contains("private/april.csv"))
    #expect(try scratch.files(below: "w").count == 2)
  }

  @Test func `without the files there is a query all the same`() throws {
    try Run(shell: "rm w/private/april.csv", in: scratch.folder)
    let run = try Run("tally", "w", "--sql", "duckdb", in: scratch.folder)
    #expect(run.status == 0 && run.output.contains("private/*.csv"))
    #expect(!run.error.contains("missing-export"))
  }

  @Test func `what no engine reads is said, and nothing is printed`() throws {
    try Run(
      shell: "printf '\\377\\376' > w/private/april.csv; printf 'date,q\\n' | iconv -t UTF-16LE >> w/private/april.csv",
      in: scratch.folder)
    let run = try Run("tally", "w", "--sql", "duckdb", in: scratch.folder)
    #expect(run.status == 2 && run.output.isEmpty && run.error.contains("error[query-impossible]"))
  }

  @Test(arguments: [
    "--sql oracle", "--sql duckdb --dry-run", "--sql duckdb --from-counts c.csv", "--from-counts c.csv --data x",
  ])
  func `flags that do not go together are a mistake on the command line`(flags: String) throws {
    let run = try Run(shell: "waymark tally w \(flags)", in: scratch.folder)
    #expect(run.status == 64 && run.output.isEmpty)
  }

  @Test func `counts take the place of their periods, and the rest stays`() throws {
    let head = Survey.head
    try scratch.write(
      head + Survey.row("2026-03", "2", 3) + Survey.row("2026-04", "1", 3),
      to: "w/survey.tally.csv")
    let counts = head + Survey.row("2026-04", "5", 7)
    let run = try Run("tally", "w", "--from-counts", "-", in: scratch.folder, input: counts)
    #expect(run.status == 0 && run.output.contains("7  as another engine counted them"), "\(run.error)")
    #expect(
      try scratch.text("w/survey.tally.csv") == head + Survey.row("2026-03", "2", 3)
        + Survey.row("2026-04", "5", 7))
  }

  @Test func `counts of something else are refused whole`() throws {
    try scratch.write(Survey.head, to: "w/survey.tally.csv")
    try scratch.write(
      Survey.head + Survey.row("2026-04", "5", 7)
        + Survey.row("2026-04", "5", 7, feedback: "other"), to: "c.csv")
    let run = try Run("tally", "w", "--from-counts", "c.csv", in: scratch.folder)
    #expect(run.status == 2 && run.error.contains("error[foreign-counts]") && run.error.contains("c.csv:3"))
    #expect(try scratch.text("w/survey.tally.csv") == Survey.head)
  }

  @Test func `of several feedbacks one has to be named`() throws {
    try scratch.write(
      Survey.journey(file: "private/*.tsv", name: "other").replacing("journey help", with: "journey more"),
      to: "w/more.journey"
    )
    let run = try Run("tally", "w", "--sql", "duckdb", in: scratch.folder)
    #expect(run.status == 2 && run.error.contains("add --feedback NAME; the names are \"survey\", \"other\""))
    #expect(try Run("tally", "w", "--sql", "duckdb", "--feedback", "survey", in: scratch.folder).status == 0)
    let counts = Survey.head + Survey.row("2026-04", "5", 7)
    #expect(try Run("tally", "w", "--from-counts", "-", in: scratch.folder, input: counts).status == 0)
    #expect(try scratch.text("w/survey.tally.csv") == counts)
  }
}
