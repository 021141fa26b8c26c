internal import JourneySource

/// The directory of a ZIP archive (APPNOTE 6.3), trusted only where everything agrees.
///
/// A part is found by the directory alone. Its own header must say the same, no two parts may share bytes, and names that
/// lead out of the archive, or stand there twice, are refused: whatever reads the archive otherwise must see the same.
struct ZipArchive: Sendable {
  struct ZipEntry: Sendable {
    let name: String
    let isPacked: Bool
    let checksum: UInt32
    let packedSize: Int
    let size: Int
    fileprivate let flags: Int
    fileprivate let header: Int
    /// Where its bytes begin.
    fileprivate(set) var start = 0
  }

  let source: ByteSource
  private(set) var entries: [ZipEntry] = []
  private var places: [String: Int] = [:]

  init(_ source: ByteSource) throws(WorkbookProblem) {
    self.source = source
    let end = try Self.end(of: source)
    if end.isZip64 { throw .zip64 }
    guard end.count <= WorkbookLimits.parts else { throw .tooManyParts }
    guard end.size <= WorkbookLimits.directory else { throw .tooManyParts }
    guard end.isWhole, end.start + end.size == end.place else { throw .damaged(.archive) }
    try readDirectory(Bytes(source, end.start, end.size), count: end.count)
    try readHeaders(below: end.start)
  }

  /// By name, whatever its case, as part names are.
  subscript(_ name: String) -> ZipEntry? { places[name.lowercased()].map { entries[$0] } }

  // MARK: the directory

  private struct DirectoryEnd {
    let place: Int
    let count: Int
    let size: Int
    let start: Int
    /// Whether all of it is in this file.
    let isWhole: Bool
    let isZip64: Bool
  }

  /// The record at the end of the file, behind which there is but its comment.
  private static func end(of source: ByteSource) throws(WorkbookProblem) -> DirectoryEnd {
    let length = min(source.count, 22 + 65_535)
    let tail = try Bytes(source, source.count - length, length)
    var place = length - 22
    while place >= 0 {
      if tail.number(place, 4) == 0x0605_4B50, place + 22 + tail.number(place + 20, 2) == length { break }
      place -= 1
    }
    guard place >= 0 else { throw .damaged(.archive) }
    let (count, size, start) = (tail.number(place + 10, 2), tail.number(place + 12, 4), tail.number(place + 16, 4))
    let isZip64 =
      count == 0xFFFF || size == 0xFFFF_FFFF || start == 0xFFFF_FFFF
      || place >= 20 && tail.number(place - 20, 4) == 0x0706_4B50
    return DirectoryEnd(
      place: source.count - length + place, count: count, size: size, start: start,
      isWhole: tail.number(place + 4, 4) == 0 && tail.number(place + 8, 2) == count, isZip64: isZip64)
  }

  private mutating func readDirectory(_ bytes: Bytes, count: Int) throws(WorkbookProblem) {
    var place = 0
    for _ in 0..<count {
      guard place + 46 <= bytes.count, bytes.number(place, 4) == 0x0201_4B50 else { throw .damaged(.archive) }
      let method = bytes.number(place + 10, 2)
      let nameLength = bytes.number(place + 28, 2)
      let next = place + 46 + nameLength + bytes.number(place + 30, 2) + bytes.number(place + 32, 2)
      guard next <= bytes.count, bytes.number(place + 34, 2) == 0 else { throw .damaged(.archive) }
      let entry = ZipEntry(
        name: bytes.text(place + 46, nameLength), isPacked: method == 8,
        checksum: UInt32(truncatingIfNeeded: bytes.number(place + 16, 4)), packedSize: bytes.number(place + 20, 4),
        size: bytes.number(place + 24, 4), flags: bytes.number(place + 8, 2), header: bytes.number(place + 42, 4))
      if entry.packedSize == 0xFFFF_FFFF || entry.size == 0xFFFF_FFFF || entry.header == 0xFFFF_FFFF { throw .zip64 }
      if entry.isEncrypted { throw .other(.protected) }
      guard method == 8 || method == 0 && entry.packedSize == entry.size, entry.hasPlainName,
        places.updateValue(entries.count, forKey: entry.name.lowercased()) == nil
      else { throw .damaged(.archive) }
      entries.append(entry)
      place = next
    }
    guard place == bytes.count else { throw .damaged(.archive) }
  }

  // MARK: the headers of the parts

  /// Compares each part's own header, and what may stand behind it, with the directory.
  private mutating func readHeaders(below end: Int) throws(WorkbookProblem) {
    var free = 0
    for index in entries.indices.sorted(by: { entries[$0].header < entries[$1].header }) {
      let entry = entries[index]
      guard entry.header >= free, entry.header + 30 <= end else { throw .damaged(.archive) }
      let head = try Bytes(source, entry.header, 30)
      let (nameLength, extraLength) = (head.number(26, 2), head.number(28, 2))
      let start = entry.header + 30 + nameLength + extraLength
      guard head.number(0, 4) == 0x0403_4B50, start + entry.packedSize <= end,
        (head.number(6, 2) ^ entry.flags) & ZipEntry.meaningfulFlags == 0,
        head.number(8, 2) == (entry.isPacked ? 8 : 0),
        try Bytes(source, entry.header + 30, nameLength).text(0, nameLength) == entry.name
      else { throw .damaged(.archive) }
      free = start + entry.packedSize
      if entry.isDescribedBehind {
        free += try lengthOfDescription(entry, at: free, below: end)
      } else if !entry.isDescribed(by: head, at: 14, width: 4) {
        throw head.number(18, 4) == 0xFFFF_FFFF ? .zip64 : .damaged(.archive)
      }
      entries[index].start = start
    }
  }

  /// A part that was written as it came has its sums behind it: with or without a mark, in four bytes or eight.
  private func lengthOfDescription(_ entry: ZipEntry, at place: Int, below end: Int) throws(WorkbookProblem) -> Int {
    let bytes = try Bytes(source, place, min(24, end - place))
    for (mark, width) in [(4, 4), (0, 4), (4, 8), (0, 8)] {
      let length = mark + 4 + 2 * width
      guard length <= bytes.count, mark == 0 || bytes.number(0, 4) == 0x0807_4B50,
        entry.isDescribed(by: bytes, at: mark, width: width)
      else { continue }
      return length
    }
    throw .damaged(.archive)
  }
}

extension ZipArchive.ZipEntry {
  /// Encrypted in any way, described behind, or named in UTF-8.
  fileprivate static let meaningfulFlags = 0x2849
  fileprivate var isEncrypted: Bool { flags & 0x2041 != 0 }
  fileprivate var isDescribedBehind: Bool { flags & 8 != 0 }

  /// Whether it names a place within the archive, and only one.
  fileprivate var hasPlainName: Bool {
    let parts = name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    return !name.isEmpty && name.utf8.first != UInt8(ascii: "/")
      && !name.utf8.contains { $0 < 0x20 || $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: ":") }
      && !parts.contains { $0.elementsEqual("..".utf8) || $0.elementsEqual(".".utf8) }
  }

  fileprivate func isDescribed(by bytes: Bytes, at place: Int, width: Int) -> Bool {
    bytes.number(place, 4) == Int(checksum) && bytes.number(place + 4, width) == packedSize
      && bytes.number(place + 4 + width, width) == size
  }
}
