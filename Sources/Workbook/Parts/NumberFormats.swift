/// How a number is shown: what tells a date from other numbers, which a workbook holds alike.
package enum NumberLook: Sendable, Equatable {
  case number
  case date, dateAndTime
  /// A time of day.
  case time
  /// A time that goes on behind 24 hours: `[h]:mm:ss`.
  case elapsed
}

/// The looks of the cells' styles.
struct NumberFormats {
  private var looks: [NumberLook] = []

  /// None, where the workbook has no styles.
  init() {}

  init(_ entry: ZipArchive.ZipEntry, of archive: ZipArchive) throws(WorkbookProblem) {
    let xml = try PartXML(PartReader(entry, of: archive, most: WorkbookLimits.part))
    var own: [Int: NumberLook] = [:]
    // Formats and styles of other things than cells have the same names.
    var list: PartWord?
    while true {
      switch try xml.next() {
      case .start(.numFmts): list = .numFmts
      case .start(.cellXfs): list = .cellXfs
      case .end(.numFmts), .end(.cellXfs): list = nil
      case .start(.numFmt) where list == .numFmts:
        let texts = xml.texts()
        if let id = texts[.formatID].flatMap({ Int($0) }), let code = texts[.formatCode],
          own.count < WorkbookLimits.listed
        {
          own[id] = NumberLook(code: code)
        }
      case .start(.xf) where list == .cellXfs:
        guard looks.count < WorkbookLimits.listed else { continue }
        let id = xml.texts()[.formatID].flatMap { Int($0) } ?? 0
        looks.append(own[id] ?? NumberLook(builtIn: id))
      case .finish: return
      default: continue
      }
    }
  }

  /// The look of a style; cells without one have the first.
  subscript(_ style: Int) -> NumberLook { looks.indices.contains(style) ? looks[style] : .number }
}

extension NumberLook {
  /// Formats that every workbook knows by number (ISO 29500-1, 18.8.30), those of Asian languages included.
  init(builtIn id: Int) {
    self =
      switch id {
      case 14...17, 27...31, 36, 50...58: .date
      case 18...21, 32...35, 45, 47: .time
      case 22: .dateAndTime
      case 46: .elapsed
      default: .number
      }
  }

  /// By the letters of a format's first part that are neither quoted nor in brackets: y and d show days, h and s times,
  /// m either.
  init(code: String) {
    var (hasDay, hasTime, hasM, isElapsed) = (false, false, false, false)
    var signs = Array(code.lowercased().utf8)[...]
    while let sign = signs.popFirst(), sign != UInt8(ascii: ";") {
      switch sign {
      case UInt8(ascii: "\""): signs = signs.drop { $0 != UInt8(ascii: "\"") }.dropFirst()
      case UInt8(ascii: "\\"), UInt8(ascii: "_"), UInt8(ascii: "*"): signs = signs.dropFirst()
      case UInt8(ascii: "["):
        let inner = signs.prefix { $0 != UInt8(ascii: "]") }
        signs = signs.dropFirst(inner.count + 1)
        let first = inner.first
        let isUnit = first == UInt8(ascii: "h") || first == UInt8(ascii: "m") || first == UInt8(ascii: "s")
        if isUnit, inner.allSatisfy({ $0 == first }) { isElapsed = true }
      case UInt8(ascii: "a"):
        if signs.starts(with: "m/pm".utf8) { signs = signs.dropFirst(4) }
        if signs.starts(with: "/p".utf8) { signs = signs.dropFirst(2) }
      case UInt8(ascii: "g") where signs.starts(with: "eneral".utf8): signs = signs.dropFirst(6)
      case UInt8(ascii: "y"), UInt8(ascii: "d"): hasDay = true
      case UInt8(ascii: "h"), UInt8(ascii: "s"): hasTime = true
      case UInt8(ascii: "m"): hasM = true
      default: continue
      }
    }
    if isElapsed {
      self = .elapsed
    } else if hasDay {
      self = hasTime ? .dateAndTime : .date
    } else if hasTime {
      self = .time
    } else {
      self = hasM ? .date : .number
    }
  }
}
