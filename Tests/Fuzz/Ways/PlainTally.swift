/// The lines of a feedback that `plainTally` knows.
package let plainSurvey = """
  period 2026-Q3
  touchpoint "T" { "F" is apply/form  "C" is apply/call  "M,\\"m\\"" is apply/mail }
  answer csat "A" scale 1..5 unused 6
  answer effort "B" scale 1..5 higher-is-easier
  """

/// What the tally of `T,A,B,Comment` must be by `plainSurvey`: how many rows there are, how many are left out, and how
/// many gave which answer at which touchpoint; counted from the plainest reading there is.
package func plainTally(of bytes: [UInt8]) -> (rows: Int, left: Int, counts: [String: Int]) {
  var counts: [String: Int] = [:]
  var left = 0
  let rows = plainRows(bytes).dropFirst()
  for row in rows {
    let row = row?.map { $0.trimmingPrefix(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed() }
      .map { String($0) }
    guard let row, row.count == 4,
      let place = ["F": "form", "C": "call", "M,\"m\"": "mail"][row[0]]
    else {
      left += 1
      continue
    }
    let (first, second) = (digit(row[1]), digit(row[2]))
    let csat = first == "6" ? "unused" : "1"..."5" ~= first ? String(first) : nil
    let effort = "1"..."5" ~= second ? String(second) : nil
    if let csat { counts["\(place) csat \(csat)", default: 0] += 1 }
    if let effort { counts["\(place) effort \(effort)", default: 0] += 1 }
    if csat == nil, effort == nil { left += 1 }
  }
  return (rows.count, left, counts)
}

/// The only digit of a whole number, however it is written: `4`, `+4`, `04.00`, `4,`; 0 for anything else. `4,000` may
/// be four thousand.
private func digit(_ cell: String) -> Character {
  guard let match = cell.wholeMatch(of: /\+?0*([1-9])([.,]0{0,18})?/), match.output.2 != ",000" else { return "0" }
  return match.output.1.first ?? "0"
}

/// Rows of cells: nil for a row that is left out.
private func plainRows(_ bytes: [UInt8]) -> [[String]?] {
  var rows: [[String]?] = []
  var start = 0
  var text = bytes
  if text.last != 0x0A { text.append(0x0A) }
  while start < text.count {
    let lineEnd = text[start...].firstIndex(of: 0x0A) ?? text.count - 1
    if let (row, next) = row(text, from: start) {
      if !(row.count == 1 && row[0].isEmpty && next - start <= 2) { rows.append(row) }
      start = next
    } else {
      rows.append(nil)
      start = lineEnd + 1
    }
  }
  return rows
}

private func row(_ text: [UInt8], from start: Int) -> ([String], Int)? {
  var cells: [String] = []
  var cell: [UInt8] = []
  var index = start
  var isMultiline = false
  var hasStray = false
  while index < text.count {
    if cell.isEmpty, text[index] == 0x22 {
      index += 1
      while true {
        guard index < text.count else { return nil }
        if text[index] == 0x22 {
          if index + 1 < text.count, text[index + 1] == 0x22 {
            cell.append(0x22)
            index += 2
            continue
          }
          index += 1
          break
        }
        if text[index] == 0x0A { isMultiline = true }
        if isMultiline, hasStray { return nil }
        cell.append(text[index])
        index += 1
      }
      if index < text.count, text[index] == 0x0D { index += 1 }
      guard index < text.count, text[index] == 0x2C || (text[index] == 0x0A) else { return nil }
      if text[index] == 0x2C, text[index - 1] == 0x0D { return nil }
    } else if text[index] != 0x2C, text[index] != 0x0A {
      if text[index] == 0x22 {
        if isMultiline { return nil }
        hasStray = true
      }
      cell.append(text[index])
      index += 1
      continue
    }
    if text[index] == 0x0A, cell.last == 0x0D { cell.removeLast() }
    cells.append(String(decoding: cell, as: UTF8.self))
    cell = []
    index += 1
    if text[index - 1] == 0x0A { return (cells, index) }
  }
  return nil
}
