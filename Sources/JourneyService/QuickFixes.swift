package import JourneyKit
internal import JourneyModel
package import JourneySource
internal import JourneySyntax

/// A change that an editor offers at a place.
package struct QuickFix: Sendable {
  /// For a menu.
  package let title: String
  /// All of one file, in order, none within another.
  package let edits: [Fix.Edit]
  /// The finding that it is for; nil for what mends a whole file.
  package let finding: Diagnostic?
  /// Whether it is what anybody would take.
  package let isPreferred: Bool
}

extension LiveSnapshot {
  /// What can be done about the findings that touch a stretch of a file.
  package func quickFixes(for range: Range<Int>, in file: FileID) -> [QuickFix] {
    let here = findings.diagnostics.filter { finding in
      guard let span = finding.span, span.file == file else { return false }
      return span.range.lowerBound <= range.upperBound && range.lowerBound <= span.range.upperBound
    }
    return here.flatMap { finding -> [QuickFix] in
      var fixes: [QuickFix] = []
      if let fix = finding.fix {
        fixes.append(QuickFix(title: fix.title.capital, edits: fix.edits, finding: finding, isPreferred: true))
      }
      if let declaration = declaration(for: finding) { fixes.append(declaration) }
      return fixes
    }
  }

  /// All changes of a file that nobody need look at, as one; nil where there is none.
  package func safeFixes(in file: FileID) -> QuickFix? {
    var (edits, end): ([Fix.Edit], Int) = ([], 0)
    let all = findings.diagnostics.compactMap(\.fix).filter(\.isSafe).flatMap(\.edits).filter { $0.span.file == file }
    for edit in all.sorted(by: { ($0.span.start, $0.span.end) < ($1.span.start, $1.span.end) })
    where Int(edit.span.start) >= end && edits.last != edit {
      edits.append(edit)
      end = Int(edit.span.end)
    }
    return edits.isEmpty ? nil : QuickFix(title: "Make all safe fixes", edits: edits, finding: nil, isPreferred: false)
  }

  /// A line that declares what a finding says is declared nowhere: behind the others of its kind, else on top of the file.
  private func declaration(for finding: Diagnostic) -> QuickFix? {
    guard let (kind, keyword) = Self.declarable[finding.rule.code], let span = finding.span else { return nil }
    let bytes = files[Int(span.file.index)].bytes
    let written = String(decoding: bytes[span.range], as: UTF8.self)
    // A title in quotes has a name made of it where it is declared.
    guard let name = NameSyntax.name(written) else { return nil }
    let line = "\(keyword.rawValue) \(name) \"\(name.replacing("-", with: " ").capital)\""
    return QuickFix(
      title: "Declare \(kind.noun) \"\(name)\"", edits: [insertion(of: line, keyword, in: span.file)], finding: finding,
      isPreferred: false)
  }

  private func insertion(of line: String, _ keyword: Keyword, in file: FileID) -> Fix.Edit {
    let nodes = tree(of: file).root.block.map { tree(of: file)[$0] }
    let bytes = files[Int(file.index)].bytes
    if let last = nodes.last(where: { $0.keyword?.value == keyword }) {
      let shape = FileShape(self, file)
      let end = shape.extent(of: last).upperBound
      let lineEnd = bytes[end...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
      return Fix.Edit(Span(file, lineEnd, lineEnd), "\n\(line)")
    }
    let start = nodes.first.map { Int($0.span.start) } ?? 0
    return Fix.Edit(Span(file, start, start), "\(line)\n\n")
  }

  private static let declarable: [String: (NameKind, Keyword)] = [
    "unknown-department": (.department, .department), "unknown-channel": (.channel, .channel),
    "unknown-persona": (.persona, .persona), "unknown-segment": (.segment, .segment),
  ]
}

extension String {
  /// With a capital.
  var capital: String { prefix(1).uppercased() + dropFirst() }
}
