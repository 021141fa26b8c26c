import Foundation
import Support
import Testing

/// `waymark diff` as it is run: its sides, its forms, its exit status.
@Suite struct DiffCommandTests {
  private let scratch: Scratch

  private static func text(target: Int = 80, first: String = "find \"Finds it\"") -> String {
    """
    department product "Product"
    journey buy "Buying" {
      phase one "One" {
        touchpoint \(first) owner product {
          target csat >= \(target)%
        }
        touchpoint pay "Pays" owner product
      }
    }

    """
  }

  /// Two commits; the work tree is as the second.
  init() throws {
    scratch = try Scratch()
    try scratch.write(Self.text(), to: "journeys/buy.journey")
    try shell("git init -q . && git add -A && git commit -qm one")
    try scratch.write(Self.text(target: 70), to: "journeys/buy.journey")
    try shell("git commit -qam two")
  }

  private static let who =
    "export GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@b GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@b\n"

  @discardableResult
  private func shell(_ line: String) throws -> Run { try Run(shell: Self.who + line, in: scratch.folder) }

  @Test(
    arguments: [
      "HEAD~1..HEAD", "HEAD~1...HEAD", "HEAD~1 HEAD", "HEAD~1", "HEAD~1..HEAD journeys",
      "HEAD~1.. journeys/buy.journey",
      "HEAD~1:journeys journeys", "HEAD~1:journeys/buy.journey journeys/buy.journey",
    ]) func `every way to name the two sides sees the target`(sides: String) throws
  {
    let run = try shell("waymark diff \(sides)")
    #expect(run.status == 0 && run.output.contains("! target-loosened find"), "\(run.output)\(run.error)")
    #expect(try shell("waymark diff \(sides) --gate").status == 1)
    #expect(try shell("waymark diff \(sides) --exit-code").status == 1)
  }

  @Test(arguments: ["", "HEAD..HEAD", "journeys", "HEAD", "journeys journeys"])
  func `where nothing changed, nothing fails`(sides: String) throws {
    let run = try shell("waymark diff \(sides) --gate --exit-code")
    #expect(run.status == 0 && run.output.contains("no changes"), "\(run.output)\(run.error)")
  }

  @Test func `the same commands work from a folder below`() throws {
    let run = try shell("cd journeys && waymark diff HEAD~1..HEAD && waymark diff HEAD~1 HEAD:buy.journey")
    #expect(run.output.contains("! target-loosened find"), "\(run.output)\(run.error)")
  }

  @Test(arguments: [
    ("nope..HEAD", "git knows no revision \"nope\""), ("nope", "git knows no revision \"nope\""),
    ("HEAD --fail-on wors", "there is no gate \"wors\""), ("journeys none", "neither a path here nor a revision"),
    ("--future buy", "\"buy\" replaces no journey"), ("'--end'..HEAD", ""),
    ("HEAD~1..HEAD no/such", "there is no .journey file"), ("HEAD~1:no HEAD", "there is no .journey file"),
  ]) func `what cannot be compared is 2 or a mistake, and prints no comparison`(sides: String, words: String) throws {
    let run = try shell("waymark diff \(sides)")
    #expect(run.status == 2 || run.status == 64)
    #expect(run.output == "")
    #expect(words.isEmpty || run.error.contains(words), "\(run.error)")
  }

  @Test func `an error in a changed file is told, and never reads as a removal`() throws {
    try scratch.write(
      Self.text().replacing("phase one \"One\" {", with: "phase one \"One\" {{"), to: "journeys/buy.journey")
    let run = try shell("waymark diff --format json")
    #expect(
      run.status == 2 && run.output == "" && run.error.contains("cannot be compared"), "\(run.output)\(run.error)")
  }

  @Test func `a shallow clone without the base says how to get it`() throws {
    try shell("git clone -q --depth 1 \"file://$PWD\" shallow")
    let run = try Run("diff", "HEAD~1..HEAD", in: scratch.url("shallow"))
    #expect(run.status == 2 && run.error.contains("fetch-depth: 0"), "\(run.error)")
  }

  @Test func `outside a repository it says so`() throws {
    let other = try Scratch()
    try other.write(Self.text(), to: "journeys/buy.journey")
    let run = try Run("diff", in: other.folder)
    #expect(run.status == 2 && !run.error.isEmpty)
  }

  @Test func `comments and the order of facts are the form`() throws {
    try scratch.write("# new\n" + Self.text(target: 70), to: "journeys/buy.journey")
    let run = try shell("waymark diff --exit-code")
    #expect(run.status == 0 && run.output.contains("Only comments, order or layout"), "\(run.output)")
  }

  @Test func `facts that no code covers are never called form`() throws {
    try scratch.write(
      Self.text(target: 70) + "persona anna \"Anna\" {\n  quote \"Hm\"\n}\n", to: "journeys/buy.journey")
    let run = try shell("waymark diff --exit-code")
    #expect(run.status == 1 && run.output.contains("other-facts"), "\(run.output)")
  }

  /// Each beside a change that is listed: that something else changed hides nothing.
  @Test(arguments: [
    ("persona anna \"Anna\" {\n  quote \"Hm\"\n}\n", "persona anna"),
    ("kpi fans \"Fans\" {\n  unit count\n  better higher\n}\n", "kpi fans"),
    ("feedback s {\n  file \"s.csv\"\n  period 2026-Q3\n  answer csat \"A\" scale 1..5 of buy/pay\n}\n", "feedback s"),
    ("segment young \"Young\"\n", "segment young"),
  ]) func `a declaration that no code covers is named beside other changes`(text: String, name: String) throws {
    try scratch.write(Self.text(target: 60) + text, to: "journeys/buy.journey")
    let run = try shell("waymark diff")
    #expect(run.output.contains("target-loosened") && run.output.contains("new: \(name)"), "\(run.output)\(run.error)")
  }

  @Test func `a new name that a feedback uses is one change`() throws {
    let feedback =
      "feedback s {\n  file \"s.csv\"\n  period 2026-Q3\n  answer csat \"A\" scale 1..5 of buy/find, buy/pay\n}\n"
    try scratch.write(Self.text(target: 70) + feedback, to: "journeys/buy.journey")
    try shell("git commit -qam three")
    let renamed = Self.text(target: 70, first: "search \"Finds it\"").replacing(
      "target", with: "was find\n      target")
    try scratch.write(renamed + feedback.replacing("buy/find", with: "buy/search"), to: "journeys/buy.journey")
    let run = try shell("waymark diff --format json")
    #expect(run.output.contains("\"counts\": {\n    \"touchpoint-renamed\": 1\n  }"), "\(run.output)\(run.error)")
  }

  @Test func `a pointer of git LFS is named`() throws {
    try scratch.write("version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 9\n", to: "journeys/s.tally.csv")
    let run = try shell("waymark diff")
    #expect(run.status == 0 && run.error.contains("journeys/s.tally.csv is a pointer of git LFS"), "\(run.error)")
  }

  @Test func `the comment has a marker, gates and a chart, and stays within its budget`() throws {
    let many = (0..<3000).map { "    touchpoint t\($0) \"@everyone <b>\($0)</b> #1\" owner product\n" }.joined()
    try scratch.write(
      Self.text(target: 60).replacing("    touchpoint pay", with: many + "    touchpoint pay"),
      to: "journeys/buy.journey")
    let run = try shell("waymark diff --gate --format md --name 'a-->b'")
    #expect(run.output.hasPrefix("<!-- waymark-diff:a--b -->\n") || run.output.hasPrefix("<!-- waymark-diff:a"))
    #expect(run.output.utf16.count <= 60_000)
    #expect(run.output.contains("✗ target-loosened"))
    #expect(!run.output.contains("<b>") && !run.output.contains("@everyone"))
    #expect(run.output.contains("see the summary of the job"))
    let whole = try shell("waymark diff --gate --format md --whole")
    #expect(whole.output.utf16.count > 60_000 && !whole.output.contains("see the summary of the job"))
  }

  @Test func `one map of both sides is a picture and a page, beside what is printed`() throws {
    try scratch.write(
      Self.text(target: 60).replacing("    touchpoint pay", with: "    touchpoint look \"Looks\"\n    touchpoint pay"),
      to: "journeys/buy.journey")
    let run = try shell("waymark diff -o out/d.svg -o out/d.html -o d.json -o d.md -o d.txt --changed-only")
    #expect(run.status == 0 && run.output.contains("touchpoint-added"), "\(run.error)")
    let files = try ["out/d.svg", "out/d.html", "d.json", "d.md", "d.txt"].map { try scratch.text($0) }
    #expect(files[0].hasPrefix("<svg") || files[0].hasPrefix("<?xml"))
    for text in ["+ new", "Looks"] { #expect(files[0].contains(text) && files[1].contains(text)) }
    #expect(files[1].contains("class=\"change\"") && !files[0].contains("<script"))
    #expect(files[4] == run.output && files[3].hasPrefix("<!-- waymark-diff:"))
    let twice = try shell("waymark diff -o again.svg --changed-only >/dev/null && cmp again.svg out/d.svg")
    #expect(twice.status == 0, "\(twice.error)")
    let wrong = try shell("waymark diff -o d.png")
    #expect(wrong.status == 2 && wrong.error.contains("end the name with .svg"), "\(wrong.error)")
  }

  @Test(.enabled(if: DiffSchema.isInstalled, "python3 has no jsonschema"), arguments: ["HEAD~1..HEAD", "HEAD"])
  func `the JSON keeps to its schema`(sides: String) throws {
    let run = try shell("waymark diff \(sides) --gate --fail-on new-blind-spot,below-target,findings --format json")
    #expect(try DiffSchema.accepts(run.output), "\(run.output)")
  }

  @Test(.enabled(if: DiffSchema.isInstalled, "python3 has no jsonschema"))
  func `the JSON of our own journeys keeps to its schema`() throws {
    let journeys = Golden.root.appending(path: "journeys").path
    try shell("cp -r '\(journeys)' new && cp -r new old && rm old/account/account-cases.tally.csv")
    try shell("sed -i 's/share 18%/share 11%/; s/importance 4/importance 2/; s/2026-Q3,/2026-Q4,/' old/account/*")
    let run = try shell("waymark diff old new --gate --format json")
    #expect(run.status < 2 && run.output.contains("\"figure\": {"), "\(run.error)")
    #expect(try DiffSchema.accepts(run.output))
  }
}

/// The schema of the JSON, as PyPI's jsonschema reads it.
enum DiffSchema {
  static let isInstalled = (try? python("import jsonschema", "")) == true

  static func accepts(_ json: String) throws -> Bool {
    let schema = Golden.root.appending(path: "docs/diff.schema.json").path
    return try python(
      "import json,sys,jsonschema; jsonschema.validate(json.load(sys.stdin), json.load(open('\(schema)')))", json)
  }

  private static func python(_ script: String, _ input: String) throws -> Bool {
    let folder = try Scratch()
    try folder.write(input, to: "in.json")
    try folder.write(script, to: "script.py")
    return try Run(shell: "python3 script.py < in.json", in: folder.folder).status == 0
  }
}
