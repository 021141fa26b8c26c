/// What tells rows of sums from answers: `Total,4.5`, a word for sums in the first column and nothing but numbers beside it.
///
/// A value of its own, and small: asked for each row, it must not need the whole `RowCounter`.
struct TotalRow: Sendable {
  private let isPossible: Bool
  private let encoding: Audit.AuditedFile.TextEncoding
  /// By byte, whether a first cell that starts with it may be such a word.
  private let starts = totalStarts
  private let keys = totalKeys

  init(_ plan: Plan) {
    isPossible = !plan.form.isJSON
    encoding = plan.encoding
  }

  @inline(__always)
  func matches(_ row: RowPlace, _ bytes: Span<UInt8>, _ ends: Span<UInt32>) -> Bool {
    guard isPossible, row.count > 0 else { return false }
    let cell = row.cell(0, ends)
    // Mostly another letter, or a longer text.
    guard cell.count <= 28, starts[Int(bytes[cell.lowerBound])] else { return false }
    let word = unquoted(bytes, cell)
    return word.count >= 3 && keys.contains(totalKey(bytes, word)) && holdsSums(word, row, bytes, ends)
  }

  @inline(never)
  private func holdsSums(_ cell: Range<Int>, _ row: RowPlace, _ bytes: Span<UInt8>, _ ends: Span<UInt32>) -> Bool {
    let word = plainText(text(copy(bytes, cell)[...], encoding).filter { $0 != ":" })
    guard totalWords.contains(word) else { return false }
    return (1..<max(row.count, 1)).allSatisfy { index in
      row.cell(index, ends).allSatisfy {
        0x30...0x39 ~= bytes[$0] || [0x20, 0x22, 0x2C, 0x2E, 0x25, 0x2D].contains(bytes[$0])
      }
    }
  }
}

private let totalWords: Set = [
  "total", "totals", "grand total", "subtotal", "sum", "average", "avg", "mean", "count", "gesamt", "summe",
  "mittelwert",
  "durchschnitt", "somme", "moyenne", "totaal", "totale", "media", "suma",
  // What Excel writes below a pivot table.
  "gesamtergebnis", "gesamtsumme", "total général", "totale complessivo", "eindtotaal", "suma końcowa", "total general",
  "total geral", "totalsumma", "totalt", "hovedtotal", "loppusumma", "genel toplam", "общий итог", "celkový součet",
  "végösszeg", "総計", "合計", "总计", "總計", "총합계", "anzahl", "ergebnis",
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
