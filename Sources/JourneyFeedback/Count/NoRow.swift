/// What exports have among their rows that is no answer, told by its form.
extension RowCounter {
  /// Nothing but separators, quotes and blanks.
  func isEmpty(_ row: RowPlace, _ bytes: Span<UInt8>) -> Bool {
    !plan.form.isJSON
      && (row.start..<row.end).allSatisfy {
        isBlank(bytes[$0]) || bytes[$0] == 0x22 || bytes[$0] == plan.form.delimiter
      }
  }

  /// `\"`, as databases write a quote within quotes.
  func hasBackslash(_ row: RowPlace, _ bytes: Span<UInt8>) -> Bool {
    row.end > row.start + 1 && (row.start..<row.end - 1).contains { bytes[$0] == 0x5C && bytes[$0 + 1] == 0x22 }
  }
}
