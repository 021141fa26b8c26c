internal import Foundation
import JourneyKit
import JourneyMetrics
import JourneySource

/// A tally is read back as it was written, and whatever counts it holds, every figure made of them is a number.
func followTallies(_ bytes: [UInt8]) throws {
  let read = parseTally(bytes, file: FileID(0))
  try hold(read.diagnostics, within: bytes)
  let text = read.value.text
  let again = parseTally(Array(text.utf8), file: FileID(0))
  try hold(again.diagnostics.isEmpty && again.value.text == text, "the tally is not read back as it was written")
  let sources = WorkspaceFiles([("support.journey", journey), ("support.tally.csv", text)])
  let review = try Waymark.review(sources).printed(as: .json)
  _ = try JSONSerialization.jsonObject(with: Data(review.utf8))
}

/// Of the tallies in `Tests/Golden/feedback`.
private let journey = """
  segment students "Students"
  journey support "Getting help" {
    phase ask "Asks" {
      touchpoint form "Fills in the contact form"
      touchpoint call "Calls the hotline"
    }
    phase after "After" {
      touchpoint answer "Gets the answer"
    }
    goal quick "Quick" {
      kpi nps target 20
    }
  }
  """
