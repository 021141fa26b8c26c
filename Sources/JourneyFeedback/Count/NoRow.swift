/// What exports have among their rows that is no answer, told by its form.
extension Counting {
  /// `Total,4.5`: a word for sums in the first column, and nothing but numbers beside it.
  @inline(__always)
  func isTotal(_ row: RowPlace, _ bytes: Span<UInt8>, _ ends: Span<UInt32>) -> Bool {
    guard row.count > 0, !plan.form.isJSON else { return false }
    let cell = row.cell(0, ends)
    // Mostly another letter, or a longer text.
    guard cell.count <= 14, totalStarts[Int(bytes[cell.lowerBound])] else { return false }
    let word = unquoted(bytes, cell)
    return word.count >= 3 && totalKeys.contains(totalKey(bytes, word)) && isTotalWord(word, row, bytes, ends)
  }

  private func isTotalWord(
    _ cell: Range<Int>, _ row: RowPlace, _ bytes: Span<UInt8>, _ ends: Span<UInt32>
  ) -> Bool {
    let word = plainText(text(copy(bytes, cell)[...], plan.encoding).filter { $0 != ":" })
    guard totalWords.contains(word) else { return false }
    return (1..<max(row.count, 1)).allSatisfy { index in
      row.cell(index, ends).allSatisfy { 0x30...0x39 ~= bytes[$0] || [0x20, 0x22, 0x2C, 0x2E, 0x25, 0x2D].contains(bytes[$0]) }
    }
  }

  /// Nothing but separators, quotes and blanks.
  func isEmpty(_ row: RowPlace, _ bytes: Span<UInt8>) -> Bool {
    !plan.form.isJSON
      && (row.start..<row.end).allSatisfy { isBlank(bytes[$0]) || bytes[$0] == 0x22 || bytes[$0] == plan.form.delimiter }
  }

  /// `\"`, as databases write a quote within quotes.
  func hasBackslash(_ row: RowPlace, _ bytes: Span<UInt8>) -> Bool {
    row.end > row.start + 1 && (row.start..<row.end - 1).contains { bytes[$0] == 0x5C && bytes[$0 + 1] == 0x22 }
  }
}

private let totalWords: Set = [
  "total", "totals", "grand total", "subtotal", "sum", "average", "avg", "mean", "count", "gesamt", "summe", "mittelwert",
  "durchschnitt", "somme", "moyenne", "totaal", "totale", "media", "suma",
]
/// The first three letters in lower case.
@inline(__always)
private func totalKey(_ bytes: Span<UInt8>, _ word: Range<Int>) -> UInt32 {
  UInt32(truncatingIfNeeded: eightBytes(bytes, at: word.lowerBound) & 0xFF_FFFF) | 0x20_2020
}

private let totalKeys: [UInt32] = Set(
  totalWords.map { word in
    let bytes = Array(word.utf8)
    return totalKey(bytes.span, 0..<bytes.count)
  }
).sorted()
private let totalStarts: [Bool] = {
  var starts = [Bool](repeating: false, count: 256)
  for word in totalWords {
    guard let first = word.utf8.first else { continue }
    starts[Int(first)] = true
    starts[Int(first & 0xDF)] = true
  }
  starts[0x22] = true
  return starts
}()
