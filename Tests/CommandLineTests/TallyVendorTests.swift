import Foundation
import Support
import Testing

/// A small made-up export in the form of each vendor, and one with a row per answer, tallied as they came
/// (`Tests/Golden/feedback/VENDOR`).
@Suite struct TallyVendorTests {
  static let vendors = [
    "delighted", "intercom", "medallia", "microsoft-forms", "qualtrics", "steps", "surveymonkey", "typeform", "zendesk",
  ]

  @Test(arguments: vendors)
  func `an export as it came gives this tally and this audit`(vendor: String) throws {
    let scratch = try Scratch()
    let source = Golden.root.appending(path: "Tests/Golden/feedback/\(vendor)")
    try FileManager.default.copyItem(at: source, to: scratch.url("w"))
    let run = try Run("tally", "w", in: scratch.folder)
    #expect(run.error.isEmpty, "\(run.error)")
    let tallies = try scratch.files(below: "w").filter { $0.key.hasSuffix(".tally.csv") }
    #expect(tallies.count == 1)
    let golden = Golden(vendor, in: "feedback")
    try golden.expect(run.output + "\nexit status \(run.status)\n", as: "audit.txt")
    try golden.expect(String(decoding: tallies.first?.value ?? Data(), as: UTF8.self), as: "tally.csv")
    #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    for secret in ["@example.com", "+49 30", "Fischer", "HYPERLINK", "twice"] {
      #expect(!run.output.contains(secret) && !tallies.values.contains { $0.range(of: Data(secret.utf8)) != nil })
    }
  }

  @Test(arguments: vendors)
  func `rows and answers add up`(vendor: String) throws {
    let source = Golden.root.appending(path: "Tests/Golden/feedback/\(vendor)")
    let run = try Run("tally", "--dry-run", in: source)
    let figures = Figures(run.output)
    #expect(figures["rows read"] == figures["used"] + figures["skipped"])
    let answers = ["counted", "unused", "blank", "ignored"].reduce(figures["skipped", 1]) { $0 + figures[$1] }
    #expect(figures["answers"] == answers)
    #expect(figures["rows read"] > 0 && figures["counted"] > 0)
  }
}
