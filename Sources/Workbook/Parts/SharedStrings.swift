/// The texts that cells name by number: one behind the other in one piece of memory.
struct SharedStrings {
  private(set) var bytes: [UInt8] = []
  private var ends: [UInt32] = []

  /// None, where the workbook has no such part.
  init() {}

  init(_ entry: ZipArchive.ZipEntry, of archive: ZipArchive) throws(WorkbookProblem) {
    let xml = try PartXML(PartReader(entry, of: archive, most: WorkbookLimits.part))
    // What is never written to takes no memory.
    bytes.reserveCapacity(entry.size)
    var text = StringItem()
    while true {
      switch try xml.next() {
      case .start(.si): text.begin()
      case .start(let word): text.start(word)
      case .text: text.take(xml)
      case .end(.si):
        text.end(into: &bytes)
        ends.append(UInt32(clamping: bytes.count))
      case .end(let word): text.end(word)
      case .finish: return
      }
    }
  }

  /// Where a text stands in `bytes`.
  func range(_ index: Int) -> Range<Int>? {
    guard ends.indices.contains(index) else { return nil }
    return (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])
  }
}

/// A text with its runs, of which each may look different (`si`, `is`): what its `t` hold, but for those that say how it
/// is pronounced (`rPh`).
struct StringItem {
  private var raw: [UInt8] = []
  private var isInside = false
  private var isPhonetic = false
  private var isText = false

  mutating func begin() {
    raw.removeAll(keepingCapacity: true)
    (isInside, isPhonetic, isText) = (true, false, false)
  }

  mutating func start(_ word: PartWord?) {
    if word == .rPh { isPhonetic = true } else if word == .t { isText = isInside && !isPhonetic }
  }

  mutating func end(_ word: PartWord?) {
    if word == .rPh { isPhonetic = false } else if word == .t { isText = false }
  }

  mutating func take(_ xml: PartXML) {
    if isText, raw.count < WorkbookLimits.cell { xml.takeText(into: &raw) }
  }

  /// Ends it, and adds it to `bytes`.
  mutating func end(into bytes: inout [UInt8]) {
    isInside = false
    bytes.append(unescaping: raw)
  }
}

extension [UInt8] {
  /// Adds a text of a workbook, in which `_x000D_` stands for a character that XML cannot hold.
  mutating func append(unescaping raw: [UInt8]) {
    guard raw.contains(UInt8(ascii: "_")) else { return append(contentsOf: raw) }
    var index = 0
    var lead: UInt32?
    while index < raw.count {
      guard let unit = raw.escapedUnit(at: index) else {
        if lead != nil { append(character: 0xFFFD) }
        lead = nil
        append(raw[index])
        index += 1
        continue
      }
      index += 7
      if let first = lead, 0xDC00..<0xE000 ~= unit {
        append(character: 0x10000 + ((first & 0x3FF) << 10 | unit & 0x3FF))
        lead = nil
        continue
      }
      if lead != nil { append(character: 0xFFFD) }
      lead = 0xD800..<0xDC00 ~= unit ? unit : nil
      if lead == nil { append(character: unit) }
    }
    if lead != nil { append(character: 0xFFFD) }
  }

  /// The unit of UTF-16 that `_xHHHH_` says, where that stands here.
  private func escapedUnit(at start: Int) -> UInt32? {
    guard start + 7 <= count, self[start] == UInt8(ascii: "_"), self[start + 1] == UInt8(ascii: "x"),
      self[start + 6] == UInt8(ascii: "_")
    else { return nil }
    return UInt32(String(decoding: self[start + 2..<start + 6], as: UTF8.self), radix: 16)
  }

  /// As UTF-8. What is no character, or ends texts elsewhere, becomes U+FFFD.
  private mutating func append(character: UInt32) {
    let isPlain = character >= 0x20 || character == 0x09 || character == 0x0A || character == 0x0D
    let scalar = isPlain ? Unicode.Scalar(character) ?? "\u{FFFD}" : "\u{FFFD}"
    append(contentsOf: Character(scalar).utf8)
  }
}
