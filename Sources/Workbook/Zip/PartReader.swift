internal import JourneySource
internal import Markup

/// The bytes of one part of the archive, unpacked as they are asked for and checked against what the directory says.
final class PartReader: XMLSource {
  /// What went wrong; reading ends there.
  private(set) var problem: WorkbookProblem?

  private let source: ByteSource
  private let entry: ZipArchive.ZipEntry
  private let inflater: Inflater?
  /// Packed bytes at hand.
  private var packed = [UInt8](repeating: 0, count: 1 << 16)
  private var start = 0
  private var end = 0
  private var next: Int
  private var made = 0
  private var sum: UInt32 = 0
  private var hasEnded = false

  /// - Parameter most: bytes that it may have.
  init(_ entry: ZipArchive.ZipEntry, of archive: ZipArchive, most: Int) throws(WorkbookProblem) {
    guard entry.size <= most else { throw .tooLarge }
    guard entry.size / WorkbookLimits.ratio <= entry.packedSize else { throw .packedTooTightly }
    source = archive.source
    self.entry = entry
    next = entry.start
    inflater = entry.isPacked ? Inflater(.none) : nil
    if entry.isPacked, inflater == nil { throw .unreadable }
  }

  func read(into bytes: inout MutableSpan<UInt8>) -> Int {
    guard problem == nil, !hasEnded, bytes.count > 0 else { return problem == nil ? 0 : -1 }
    do throws(WorkbookProblem) {
      let count = if let inflater { try inflate(inflater, &bytes) } else { try copy(&bytes) }
      made += count
      sum = checksum(bytes.span.extracting(first: count), after: sum)
      guard made <= entry.size else { throw .damaged(.archive) }
      if hasEnded, made != entry.size || sum != entry.checksum { throw .damaged(.archive) }
      return count
    } catch {
      problem = error
      return -1
    }
  }

  private func inflate(_ inflater: Inflater, _ bytes: inout MutableSpan<UInt8>) throws(WorkbookProblem) -> Int {
    while true {
      if start == end { try refill() }
      let (status, taken, made) = inflater.inflate(packed.span.extracting(start..<end), into: &bytes, bytes.indices)
      start += taken
      switch status {
      case .ended:
        guard start == end, next == entry.start + entry.packedSize else { throw .damaged(.archive) }
        hasEnded = true
        return made
      case .going:
        if made > 0 { return made }
        // It wants more, and there is no more.
        guard taken > 0 || start == end, start < end || next < entry.start + entry.packedSize else {
          throw .damaged(.archive)
        }
      case .broken: throw .damaged(.archive)
      }
    }
  }

  private func copy(_ bytes: inout MutableSpan<UInt8>) throws(WorkbookProblem) -> Int {
    if start == end { try refill() }
    let count = min(bytes.count, end - start)
    for index in 0..<count { bytes[index] = packed[start + index] }
    start += count
    hasEnded = start == end && next == entry.start + entry.packedSize
    return count
  }

  private func refill() throws(WorkbookProblem) {
    let count = min(packed.count, entry.start + entry.packedSize - next)
    (start, end) = (0, 0)
    guard count > 0 else { return }
    let read = source.read(next, &packed, 0..<count)
    guard read >= 0 else { throw .unreadable }
    guard read > 0 else { throw .damaged(.archive) }
    end = read
    next += read
  }
}
