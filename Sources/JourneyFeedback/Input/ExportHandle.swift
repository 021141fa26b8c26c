internal import JourneySource
internal import Workbook

/// A sheet that was chosen.
struct OpenedSheet: Sendable {
  let workbook: Workbook
  let sheet: Workbook.Sheet

  init(_ source: ByteSource, named name: String?) throws(ExportProblem) {
    do throws(WorkbookProblem) {
      workbook = try Workbook(source)
      sheet = try workbook.sheet(named: name)
    } catch {
      throw .workbook(error)
    }
  }
}

/// A file whose packing and encoding are known, ready to be read from any row on.
struct ExportHandle {

  let file: ExportFile
  let isCompressed: Bool
  let encoding: Audit.AuditedFile.TextEncoding
  /// Whether a byte order mark says that it is UTF-8, or a workbook, which has nothing else.
  let isMarked: Bool
  /// Of a workbook, whose rows come as `RecordFormat.sheet` has them.
  let sheet: OpenedSheet?
  /// The first bytes of the stream, a megabyte at most; the text starts at `textStart`.
  let head: [UInt8]
  /// Behind the byte order mark.
  let textStart: Int
  let headIsWhole: Bool

  /// Whether rows can be read from anywhere, by threads.
  var isSeekable: Bool { !isCompressed && sheet == nil && (encoding == .utf8 || encoding == .windows1252) }

  /// - Parameter sheet: the one that is read of a workbook, by name; else its first visible one.
  init(_ file: ExportFile, sheet name: String? = nil) throws(ExportProblem) {
    self.file = file
    var start = [UInt8](repeating: 0, count: 8)
    _ = try PlainStream(file.source).fill(&start, 0..<start.count)
    isCompressed = start.starts(with: [0x1F, 0x8B])
    sheet = Workbook.isLikely(start) ? try OpenedSheet(file.source, named: name) : nil

    var head = [UInt8](repeating: 0, count: RowReader.longestRow + 4)
    let raw: any ByteStream = if let sheet { try WorkbookStream(sheet) } else { try Self.raw(file, isCompressed) }
    let count = try raw.fill(&head, 0..<head.count)
    if count == 0 { throw .empty }
    guard sheet == nil else {
      (encoding, isMarked, textStart) = (.utf8, true, 0)
      self.head = Array(head[..<count])
      headIsWhole = count < head.count
      return
    }
    if let foreign = ForeignFile(head[..<count]) { throw .foreign(foreign) }
    let units = Self.units(head[..<count])
    encoding = units ?? .utf8
    isMarked = head.starts(with: [0xEF, 0xBB, 0xBF])
    guard units != nil else {
      textStart = isMarked ? 3 : 0
      self.head = Array(head[..<count])
      headIsWhole = count < head.count
      return
    }
    let stream = try Self.stream(file, isCompressed, encoding)
    let text = try stream.fill(&head, 0..<head.count)
    self.head = Array(head[..<text])
    headIsWhole = text < head.count
    textStart = head.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// The text from an offset of it on.
  func stream(from offset: Int) throws(ExportProblem) -> any ByteStream {
    if isSeekable { return PlainStream(file.source, from: offset) }
    let stream: any ByteStream =
      if let sheet { try WorkbookStream(sheet) } else { try Self.stream(file, isCompressed, encoding) }
    try stream.skip(offset)
    return stream
  }

  private static func raw(_ file: ExportFile, _ isCompressed: Bool) throws(ExportProblem) -> any ByteStream {
    let plain = PlainStream(file.source)
    return isCompressed ? try GunzipStream(plain) : plain
  }

  private static func stream(
    _ file: ExportFile, _ isCompressed: Bool, _ encoding: Audit.AuditedFile.TextEncoding
  ) throws(ExportProblem) -> any ByteStream {
    let raw = try raw(file, isCompressed)
    switch encoding {
    case .utf16LittleEndian: return UTF16Stream(raw, isBigEndian: false)
    case .utf16BigEndian: return UTF16Stream(raw, isBigEndian: true)
    case .utf8, .windows1252: return raw
    }
  }

  /// UTF-16 by its mark, or by the zeros that it puts beside plain letters.
  private static func units(_ head: ArraySlice<UInt8>) -> Audit.AuditedFile.TextEncoding? {
    if head.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
    if head.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
    let sample = head.prefix(256)
    guard sample.count >= 4 else { return nil }
    let zeros = sample.indices.filter { sample[$0] == 0 }
    let odd = zeros.count { $0 % 2 == 1 }
    let pairs = sample.count / 2
    if odd * 2 > pairs, (zeros.count - odd) * 8 < pairs { return .utf16LittleEndian }
    if (zeros.count - odd) * 2 > pairs, odd * 8 < pairs { return .utf16BigEndian }
    return nil
  }
}
