import JourneyFeedback
import JourneyMetrics
import JourneyModel
import JourneySource
import Testing

/// Names and cells come from exports and pull requests: whatever stands in them, a query stays the query it is.
@Suite struct SQLSafetyTests {
  /// Without comments, literals and quoted names, as each engine reads them; nil where one is not closed.
  static func skeleton(_ sql: String, _ dialect: SQLDialect) -> String? {
    var result = ""
    var scalars = sql.unicodeScalars[...]
    while let scalar = scalars.popFirst() {
      if scalar == "-", scalars.first == "-" {
        scalars = scalars.drop { $0 != "\n" }
      } else if scalar == "'" || scalar == "\"" || scalar == "`" {
        guard let rest = behind(scalar, scalars, dialect) else { return nil }
        scalars = rest
        result += "§"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func behind(
    _ quote: Unicode.Scalar, _ text: Substring.UnicodeScalarView, _ dialect: SQLDialect
  ) -> Substring.UnicodeScalarView? {
    var text = text
    while let scalar = text.popFirst() {
      if scalar == "\\", dialect == .spark, quote != "`" {
        _ = text.popFirst()
      } else if scalar == quote {
        guard text.first == quote else { return text }
        text.removeFirst()
      }
    }
    return nil
  }

  static let awkward = [
    "'; drop table answers; --", "\"; select 1; --", "`; select 1; --", "\\'; select 1; --", "'\u{301}; select 1; --",
    "\"\u{301} x", "a\nb", "/* x", "$$", "\\", ":name", "\u{202E}x", "\\! touch pwned", "'' || 1", "{x}", "☃ 🚲",
  ]

  @Test(arguments: awkward, SQLDialect.allCases)
  func `names and cells cannot leave their quotes`(text: String, dialect: SQLDialect) throws {
    let plain = try query("plain", dialect)
    let odd = try query(text, dialect)
    let expected = try #require(Self.skeleton(plain, dialect))
    // Hidden characters are put together by number: the same but for that.
    let found = try #require(Self.skeleton(odd, dialect))
    if text.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control && $0.value != 0x202E }) {
      #expect(found == expected)
    } else {
      #expect(found.split(separator: "§").count >= expected.split(separator: "§").count)
      #expect(found.count(where: { $0 == ";" }) == expected.count(where: { $0 == ";" }))
    }
    #expect(!found.contains("pwned") && !found.contains("drop"))
  }

  @Test func `Spark puts no variable in place of a cell`() throws {
    let text = try query("${env:HOME}", .postgres)
    #expect(text.contains("'${env:home}'"))
    let declared = try Declared.apply(
      "  period 2026\n  answer csat \"Q\" of apply/form scale 1..5 { \"${env:HOME}\" is 1 }")
    let spark = sql(for: declared.feedback, in: declared.workspace, dialect: .spark)
    #expect(spark.diagnostics.isEmpty && !spark.value.contains("${") && spark.value.contains("$\\u007Benv:home}"))
    let column = try Declared.apply("  period 2026\n  answer csat \"${env:HOME}\" of apply/form scale 1..5")
    #expect(sql(for: column.feedback, in: column.workspace, dialect: .spark).value.isEmpty)
  }

  private func query(_ text: String, _ dialect: SQLDialect) throws -> String {
    let declared = try Declared.apply("  period 2026\n  answer csat \"Q\" of apply/form scale 1..5")
    var feedback = Feedback(
      name: "survey", title: text, span: declared.feedback.span, declaredIn: declared.feedback.declaredIn)
    feedback.files = [Spanned("\(text.filter { $0 != "*" }).csv", at: feedback.span)]
    feedback.period = .year
    feedback.dateColumn = "date \(text)"
    feedback.personColumn = "person \(text)"
    feedback.weightColumn = "weight \(text)"
    feedback.touchpointColumn = "touchpoint \(text)"
    feedback.touchpointRows = [
      .init(cells: [text], meaning: .subject([.touchpoint(.init(0), in: .init(0))]))
    ]
    feedback.segmentColumn = "segment \(text)"
    feedback.segmentRows = [.init(cells: [text, "x"], meaning: .segment(.init(0)))]
    feedback.conditions = [.init(column: "where \(text)", cells: [text])]
    feedback.ignored = [text]
    var question = Feedback.Question(metric: .csat, source: .column("Q \(text)"), span: feedback.span)
    question.scale = 1...5
    question.unused = [text]
    question.rows = [.init(cells: [text], meaning: .value("1"))]
    feedback.questions = [question]
    let result = sql(for: feedback, in: declared.workspace, dialect: dialect)
    #expect(result.diagnostics.allSatisfy { $0.severity < .error } || dialect == .spark)
    return result.value
  }
}

/// What a dialect cannot do is said, not done otherwise.
@Suite struct SQLFindingTests {
  @Test(arguments: SQLDialect.allCases)
  func `a tie of one person is never exact`(dialect: SQLDialect) throws {
    let declared = try Declared.apply(
      "  date \"D\"\n  one answer per person \"P\"\n  answer csat \"Q\" of apply/form scale 1..5")
    let codes = sql(for: declared.feedback, in: declared.workspace, dialect: dialect).diagnostics.map(\.rule.code)
    #expect(Set(codes) == ["query-not-exact"])
  }

  @Test func `columns are looked for in the header`() throws {
    let declared = try Declared.apply("  period 2026\n  answer csat \"Rating\" of apply/form scale 1..5")
    func result(_ columns: [String], _ dialect: SQLDialect = .duckdb) -> Diagnosed<String> {
      sql(for: declared.feedback, in: declared.workspace, dialect: dialect, form: ExportForm(columns: columns))
    }
    #expect(result(["Id", "rating "]).value.contains("\"rating\""))
    #expect(result(["Id", "Ratings"]).diagnostics.map(\.help) == ["did you mean \"Ratings\"?"])
    #expect(result(["Rating", "Rating"]).value.isEmpty)
    #expect(result(["Rating", "rating"]).value.isEmpty)
    #expect(!result(["Rating", "rating"], .postgres).value.isEmpty)
  }

  @Test func `tests and unfinished rows of Qualtrics are left out, unless the feedback says which to keep`() throws {
    let export = """
      StartDate,EndDate,Status,Finished,ResponseId, Q1
      Start,End,Status,Finished,Id,How was it?
      "{""ImportId"":""startDate""}","{""ImportId"":""x""}",a,b,c,d
      2026-04-01 10:00:00,2026-04-01 10:01:00,IP Address,1,R1,5

      """
    let file = ExportFile(path: "q.csv", source: ByteSource(Array(export.utf8)))
    for (line, isNamed) in [("", true), ("  where \"Status\" is \"IP Address\"", false)] {
      let declared = try Declared.apply("  period 2026\n\(line)\n  answer csat \"q1\" of apply/form scale 1..5")
      let form = exportForm(of: declared.feedback, files: [file])
      #expect(form.diagnostics.isEmpty && form.value.columns?.last == " Q1")
      let query = sql(for: declared.feedback, in: declared.workspace, dialect: .spark, form: form.value)
      #expect(query.diagnostics.isEmpty && query.value.contains("` Q1`"))
      #expect(query.value.contains("preview|test|vorschau|") == isNamed)
      #expect(query.value.contains("(c1 in ('IP Address')") == false)
    }
  }

  @Test func `exports that no engine reads are named`() throws {
    let declared = try Declared.apply("  period 2026\n  answer csat \"Q\" of apply/form scale 1..5")
    let texts: [[UInt8]] = [
      Array("A title\n\nQ,x\n5,1\n".utf8), Array("{\"Q\":5}\n".utf8), Array("Q,x\r5,1\r".utf8), [],
      [0xFF, 0xFE, 0x51, 0, 0x0A, 0, 0x35, 0, 0x0A, 0],
    ]
    for text in texts {
      let form = exportForm(of: declared.feedback, files: [ExportFile(path: "x.csv", source: ByteSource(text))])
      #expect(form.diagnostics.map(\.rule.code) == ["query-impossible"])
    }
  }

  @Test func `psql needs names of files, and nobody reads JSON Lines`() throws {
    let declared = try Declared.apply("  period 2026\n  answer csat \"Q\" of apply/form scale 1..5")
    func codes(_ files: [String], _ dialect: SQLDialect) -> [String] {
      sql(
        for: declared.feedback, in: declared.workspace, dialect: dialect, form: ExportForm(files: files, columns: ["Q"])
      )
      .diagnostics.map(\.rule.code)
    }
    #expect(codes(["a-*.csv"], .postgres) == ["query-impossible"])
    #expect(codes(["a-*.csv"], .duckdb) == [])
    #expect(codes(["a.jsonl"], .spark) == ["query-impossible"])
    #expect(codes(["a.csv"], .postgres) == [])
  }

  @Test(arguments: [
    ("apply,form,csat,1..5,2026-Q3,,survey,5,2,,", nil),
    ("apply,form,csat,1..5,2026-Q3,,other,5,2,,", "these counts are from feedback \"other\", not from \"survey\""),
    ("apply,call,csat,1..5,2026-Q3,,survey,5,2,,", "the feedback does not ask csat at \"apply/call\""),
    ("apply,form,csat,1..7,2026-Q3,,survey,5,2,,", "this feedback does not ask csat on the scale 1..7"),
    ("apply,form,csat,1..5,2026-Q4,,survey,5,2,,", "this feedback counts nothing for 2026-Q4"),
    ("apply,form,csat,1..5,2026-Q3,old,survey,5,2,,", "this feedback has no segment \"old\""),
    ("apply,form,csat,1..5,2026-Q3,,survey,5,2,2,2", "the answers of this feedback are not weighted"),
  ])
  func `counts of another feedback are not taken`(row: String, message: String?) throws {
    let declared = try Declared.apply("  period 2026-Q3\n  answer csat \"Q\" of apply/form scale 1..5")
    let header = "journey,touchpoint,metric,scale,period,segment,feedback,answer,count,weight,weight2"
    let taken = tallyFromCounts(
      Array("\(header)\n\(row)\n".utf8), of: declared.feedback, in: declared.workspace, file: FileID(0))
    #expect(taken.diagnostics.map(\.message) == (message.map { [$0] } ?? []))
    #expect(taken.value.answered.isEmpty == (message != nil))
  }
}
