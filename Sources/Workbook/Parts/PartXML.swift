internal import Markup

/// The words of a part that are looked at; each is told apart by its place among all of them.
///
/// ISO 29500 has two namespaces for each vocabulary: that of 2006, which nearly all files have ("transitional"), and
/// that of the standard ("strict").
enum PartWord: Int, CaseIterable {
  // Sheets, shared strings, styles and the workbook itself.
  case sheetData, mergeCell, row, c, v, f, `is`, t, r, rPh, si, sst, sheets, sheet, workbookPr, numFmts, numFmt,
    cellXfs, xf
  // Relationships and content types.
  case relationship, `default`, override
  // Attributes.
  case rowOrCell, range, style, type, hidden, name, state, relation, date1904, formatID, formatCode
  case id, kind, target, targetMode, fileExtension, partName, contentType

  private static let main = [
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main",
  ]
  private static let packaging = [
    "http://schemas.openxmlformats.org/package/2006/relationships",
    "http://schemas.openxmlformats.org/package/2006/content-types",
  ]

  private var xml: XMLStream.XMLName {
    switch self {
    case .sheetData, .mergeCell, .row, .c, .v, .f, .is, .t, .r, .rPh, .si, .sst, .sheets, .sheet, .workbookPr, .numFmts,
      .numFmt, .cellXfs, .xf:
      .init(.element, "\(self)", in: Self.main)
    case .relationship: .init(.element, "Relationship", in: Self.packaging)
    case .default: .init(.element, "Default", in: Self.packaging)
    case .override: .init(.element, "Override", in: Self.packaging)
    case .rowOrCell: .init(.attribute, "r")
    case .range: .init(.attribute, "ref")
    case .style: .init(.attribute, "s")
    case .type: .init(.attribute, "t")
    case .relation: .init(.attribute, "id", in: Relationships.namespaces)
    case .formatID: .init(.attribute, "numFmtId")
    case .id: .init(.attribute, "Id")
    case .kind: .init(.attribute, "Type")
    case .target: .init(.attribute, "Target")
    case .targetMode: .init(.attribute, "TargetMode")
    case .fileExtension: .init(.attribute, "Extension")
    case .partName: .init(.attribute, "PartName")
    case .contentType: .init(.attribute, "ContentType")
    case .hidden, .name, .state, .date1904, .formatCode: .init(.attribute, "\(self)")
    }
  }

  fileprivate static let all = allCases.map(\.xml)
}

/// Reads one part of a workbook, element by element.
struct PartXML {
  enum PartStep {
    /// Nil for an element that is not looked at.
    case start(PartWord?), end(PartWord?)
    case text, finish
  }

  private let part: PartReader
  private let stream: XMLStream

  init(_ part: PartReader) throws(WorkbookProblem) {
    guard let stream = XMLStream(part, names: PartWord.all) else { throw .unreadable }
    (self.part, self.stream) = (part, stream)
  }

  func next() throws(WorkbookProblem) -> PartStep {
    do throws(XMLStream.Problem) {
      switch try stream.next() {
      case .start: return .start(stream.name.flatMap(PartWord.init(rawValue:)))
      case .end: return .end(stream.name.flatMap(PartWord.init(rawValue:)))
      case .text: return .text
      case .finish: return .finish
      }
    } catch {
      // What was not read is why it is no XML.
      throw part.problem ?? .damaged(error == .documentType ? .documentType : .markup)
    }
  }

  func takeText(into bytes: inout [UInt8]) { stream.takeText(into: &bytes) }

  /// The attributes that are looked at.
  func attributes(_ take: (_ word: PartWord, _ value: borrowing Span<UInt8>) -> Void) {
    stream.attributes { name, value in if let word = PartWord(rawValue: name) { take(word, value) } }
  }

  /// The same as text.
  func texts() -> [PartWord: String] {
    var texts: [PartWord: String] = [:]
    attributes { word, value in texts[word] = value.text }
    return texts
  }
}

extension Span<UInt8> {
  var text: String { unsafe withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) } }

  /// A number without sign, of ASCII digits; nil for anything else.
  var number: Int? {
    guard count > 0, count < 18 else { return nil }
    var result = 0
    for index in indices {
      guard 0x30...0x39 ~= self[index] else { return nil }
      result = result * 10 + Int(self[index] - 0x30)
    }
    return result
  }

  /// XML's true: `1` or `true`.
  var isTrue: Bool { count == 1 ? self[0] == 0x31 : text == "true" }
}
