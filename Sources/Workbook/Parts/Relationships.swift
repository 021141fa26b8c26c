internal import JourneySource

/// Which parts a part leads to (ISO 29500-2, 9.3): by an id, each of a kind.
struct Relationships {
  enum RelationshipKind: String {
    case officeDocument, worksheet, chartsheet, sharedStrings, styles
  }

  /// The beginnings of a kind's name, and the namespaces of the ids that lead to parts.
  static let namespaces = [
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
  ]

  private var all: [(id: String, kind: RelationshipKind, part: String)] = []

  /// Those of a part, or of the archive itself (`""`); none where it has none.
  init(of part: String, in archive: ZipArchive) throws(WorkbookProblem) {
    let folder = part.split(separator: "/").dropLast().map(String.init)
    let name = part.split(separator: "/").last.map(String.init) ?? ""
    let path = (folder + ["_rels", "\(name).rels"]).joined(separator: "/")
    guard let entry = archive[path] else { return }
    let xml = try PartXML(PartReader(entry, of: archive, most: WorkbookLimits.part))
    while true {
      switch try xml.next() {
      case .start(.relationship):
        let texts = xml.texts()
        guard all.count < WorkbookLimits.listed, texts[.targetMode] != "External", let id = texts[.id],
          let kind = texts[.kind].flatMap(Self.kind(named:)), let target = texts[.target]
        else { continue }
        all.append((id, kind, Self.part(target, from: folder)))
      case .finish: return
      default: continue
      }
    }
  }

  /// The first of a kind.
  func part(_ kind: RelationshipKind) -> String? { all.first { $0.kind == kind }?.part }

  func part(_ id: String, _ kind: RelationshipKind) -> String? { all.first { $0.id == id && $0.kind == kind }?.part }

  private static func kind(named name: String) -> RelationshipKind? {
    namespaces.lazy.compactMap { namespace in
      name.hasPrefix("\(namespace)/") ? RelationshipKind(rawValue: String(name.dropFirst(namespace.count + 1))) : nil
    }.first
  }

  /// `worksheets/sheet1.xml`, `/xl/worksheets/sheet1.xml` or `../xl/…` as the name of a part.
  private static func part(_ target: String, from folder: [String]) -> String {
    var parts = target.utf8.first == UInt8(ascii: "/") ? [] : folder
    for part in target.split(separator: "/") {
      if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(String(part)) }
    }
    return parts.joined(separator: "/")
  }
}
