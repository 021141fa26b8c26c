import Support
import Testing

@testable import JourneyLayout

/// A row of `Tests/Golden/text/widths.tsv`: what Chromium measured (`Scripts/measure-widths.py`).
private struct Measured: Sendable, CustomTestStringConvertible {
  var isExact: Bool
  var font: Font
  var width: Double
  var text: String

  var testDescription: String {
    "\(text) at \(font.size) px, weight \(font.weight.css)\(font.isItalic ? ", italic" : "")"
  }

  init?(_ row: Substring) {
    let cells = row.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard cells.count == 6, let size = Double(cells[3]), let width = Double(cells[4]) else { return nil }
    let weight: Font.Weight = cells[1] == "400" ? .regular : cells[1] == "600" ? .semibold : .bold
    isExact = cells[0] == "exact"
    font = Font(size: size, weight: weight, isItalic: cells[2] == "italic")
    self.width = width
    text = cells[5]
  }
}

private func measured() throws -> [Measured] {
  try Golden("widths.tsv", in: "text").text().split(separator: "\n").compactMap { Measured($0) }
}

@Test func `Latin, Greek and Cyrillic are as wide as Chromium draws them in Inter`() throws {
  let rows = try measured().filter(\.isExact)
  #expect(rows.count >= 140)
  for row in rows {
    let width = width(of: row.text, in: row.font)
    #expect(abs(width - row.width) <= 0.02, "\(row.testDescription): \(width), Chromium \(row.width)")
    let holdsSign = row.text.unicodeScalars.contains { (0x2190..<0x2C00).contains($0.value) }
    #expect(TextLine(text: row.text, width: width).isExact || holdsSign, "\(row.text)")
  }
}

@Test func `other scripts stay inside the box that is measured for them`() throws {
  let rows = try measured().filter { !$0.isExact }
  #expect(rows.count >= 90)
  for row in rows {
    let width = width(of: row.text, in: row.font)
    #expect(width >= row.width - 0.02, "\(row.testDescription): \(width), Chromium \(row.width)")
    #expect(width <= row.width * 2.5, "\(row.testDescription): \(width), Chromium \(row.width)")
  }
}
