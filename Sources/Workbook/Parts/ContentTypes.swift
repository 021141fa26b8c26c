internal import JourneySource

/// What each part is (`[Content_Types].xml`).
struct ContentTypes {
  private var byPart: [String: String] = [:]
  private var byExtension: [String: String] = [:]

  /// Nil where the archive has none: it is no document of Office.
  init?(_ archive: ZipArchive) throws(WorkbookProblem) {
    guard let entry = archive["[Content_Types].xml"] else { return nil }
    let xml = try PartXML(PartReader(entry, of: archive, most: WorkbookLimits.part))
    while true {
      switch try xml.next() {
      case .start(.override):
        let texts = xml.texts()
        if let name = texts[.partName], byPart.count < WorkbookLimits.listed {
          byPart[String(name.drop { $0 == "/" }).lowercased()] = texts[.contentType]
        }
      case .start(.default):
        let texts = xml.texts()
        if let name = texts[.fileExtension], byExtension.count < WorkbookLimits.listed {
          byExtension[name.lowercased()] = texts[.contentType]
        }
      case .finish: return
      default: continue
      }
    }
  }

  subscript(_ part: String) -> String? {
    byPart[part.lowercased()] ?? part.split(separator: ".").last.flatMap { byExtension[$0.lowercased()] }
  }

  /// What a document is, by its main part; nil for a workbook.
  func otherKind(of part: String) -> WorkbookProblem.DamageKind? {
    let type = self[part] ?? ""
    if type.contains("spreadsheetml.") || type.hasPrefix("application/vnd.ms-excel.") {
      return type.contains(".binary.") ? .binaryExcel : nil
    }
    if type.contains("wordprocessingml.") || type.hasPrefix("application/vnd.ms-word.") { return .document }
    if type.contains("presentationml.") || type.hasPrefix("application/vnd.ms-powerpoint.") { return .presentation }
    return .archive
  }
}

extension ZipArchive {
  /// What an archive without content types is.
  var otherKind: WorkbookProblem.DamageKind {
    if entries.first?.name == "mimetype" {
      return self["content.xml"] != nil ? .openDocument : .archive
    }
    let isNumbers = entries.contains {
      $0.name.hasPrefix("Index/") && $0.name.hasSuffix(".iwa") || $0.name == "Index.zip"
    }
    return isNumbers ? .numbers : .archive
  }
}
