import JourneyFeedback
import JourneyMetrics
import JourneyModel
import JourneySource
import JourneySyntax
import Workbook

/// The first byte says whether the rest is a file, or what part of one: its rows, its shared strings, its styles or its
/// list of sheets.
///
/// A workbook gives rows in order, each cell once, or is damaged; what it comes to as an export does not depend on how
/// much is read at once, and the audit adds up.
func followWorkbooks(_ bytes: [UInt8]) throws(Broken) {
  guard let first = bytes.first else { return }
  let rest = Array(bytes.dropFirst())
  let file = first % 5 == 0 ? rest : workbook(part: Int(first % 5), rest)
  try holdOrder(of: file)
  let one = tally(file, ReadingSizes(window: 1 << 12))
  try hold(one.value.audit.addsUp, "the audit does not add up")
  for finding in one.diagnostics {
    try hold(
      !finding.message.isEmpty && finding.message.last != ".", "\(finding.rule.code) says \"\(finding.message)\"")
  }
  let other = tally(file, ReadingSizes(window: 16))
  try hold(other.value.tally.text == one.value.tally.text, "a smaller window counts something else")
  try hold(other.value.audit.rows == one.value.audit.rows, "a smaller window reads other rows")
  try hold(other.diagnostics.map(\.message) == one.diagnostics.map(\.message), "a smaller window finds other things")
}

/// A workbook that is whole but for one part, of which these bytes are the inside.
private func workbook(part: Int, _ bytes: [UInt8]) -> [UInt8] {
  var maker = WorkbookMaker(
    """
    <row r="1"><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row>\
    <row r="2"><c s="1"><v>46023</v></c><c s="2"><v>5</v></c></row><row r="3" hidden="1"><c t="s"><v>2</v></c><c><v>4</v></c></row>
    """)
  maker.strings = "<si><t>T</t></si><si><t>A</t></si><si><t>2026-04-01</t></si>"
  maker.formats = "<numFmt numFmtId=\"164\" formatCode=\"yyyy\"/>"
  maker.styles = [0, 164, 0]
  let mark = "MARK"
  switch part {
  case 1: maker.sheets[0].rows = mark
  case 2: maker.strings = mark
  case 3: maker.formats = mark
  default: maker.sheets[0].name = mark
  }
  var zip = ZipMaker(maker.parts)
  for index in zip.parts.indices {
    let text = zip.parts[index].bytes
    guard let place = text.firstIndex(of: mark) else { continue }
    zip.parts[index].bytes = text[..<place] + bytes + text[(place + mark.utf8.count)...]
  }
  return zip.bytes
}

extension [UInt8] {
  fileprivate func firstIndex(of mark: String) -> Int? {
    indices.first { self[$0...].starts(with: mark.utf8) }
  }
}

private func holdOrder(of file: [UInt8]) throws(Broken) {
  guard let workbook = try? Workbook(ByteSource(file)), let sheet = try? workbook.sheet(named: nil),
    let rows = try? workbook.rows(of: sheet)
  else { return }
  var last = 0
  while (try? rows.next()) == true {
    let row = rows.row
    try hold(row.number > last && row.number <= WorkbookLimits.rows, "row \(row.number) follows row \(last)")
    last = row.number
    let columns = row.cells.map(\.column)
    let isInOrder = zip(columns, columns.dropFirst()).allSatisfy { $0 < $1 }
    try hold(isInOrder && columns.allSatisfy { 0..<WorkbookLimits.columns ~= $0 }, "cells are not in order: \(columns)")
  }
}

/// A feedback of two columns, or nil where the language has changed.
private let declared: (feedback: Feedback, workspace: Workspace)? = {
  let journey = """
    journey apply "Applying" { phase all "All" { touchpoint form "Fills in" } }
    feedback survey "Survey" {
      file "x.xlsx"
      date "T"
      answer csat "A" of apply/form scale 1..5
    }
    """
  let workspace = resolve([parse(Array(journey.utf8), file: FileID(0)).value]).value
  return workspace.feedbacks.first.map { ($0, workspace) }
}()

private func tally(_ file: [UInt8], _ sizes: ReadingSizes) -> Diagnosed<FeedbackResult> {
  guard let declared else { return Diagnosed(FeedbackResult()) }
  return JourneyFeedback.tally(
    declared.feedback, in: declared.workspace, files: [ExportFile(path: "x.xlsx", source: ByteSource(file))],
    sizes: sizes)
}
