internal import Workbook

/// What a gzip file holds; of several members written one behind the other, all.
final class GunzipStream: ByteStream {
  private let packed: any ByteStream
  private let inflater: Inflater
  private var input = [UInt8](repeating: 0, count: 1 << 16)
  private var start = 0
  private var end = 0
  private var isAtMemberStart = true
  private var taken = 0
  private var made = 0

  /// How much more the content may be than what was read of the file for it: text of real answers packs to a tenth, the
  /// same row again and again to a hundredth.
  static let mostUnpacked = 100
  /// What may come of any file.
  static let alwaysUnpacked = 64 << 20

  init(_ packed: any ByteStream) throws(ExportProblem) {
    guard let inflater = Inflater(.gzip) else { throw .brokenArchive }
    (self.packed, self.inflater) = (packed, inflater)
  }

  func read(_ buffer: inout [UInt8], _ range: Range<Int>) throws(ExportProblem) -> Int {
    while true {
      if start == end {
        start = 0
        end = try packed.fill(&input, 0..<input.count)
        guard end > 0 else {
          if isAtMemberStart { return 0 }
          throw .brokenArchive
        }
      }
      var room = buffer.mutableSpan
      let (status, taken, made) = inflater.inflate(input.span.extracting(start..<end), into: &room, range)
      start += taken
      self.taken += taken
      self.made += made
      guard self.made <= Self.alwaysUnpacked + Self.mostUnpacked * self.taken else { throw .bomb }
      isAtMemberStart = false
      switch status {
      case .ended:
        guard inflater.restart() else { throw .brokenArchive }
        isAtMemberStart = true
        try skipPadding()
      case .broken: throw .brokenArchive
      case .going: break
      }
      if made > 0 { return made }
    }
  }

  /// Zeros behind the last member, as tapes have them, are no member.
  private func skipPadding() throws(ExportProblem) {
    while true {
      while start < end, input[start] == 0 { start += 1 }
      guard start == end else { return }
      start = 0
      end = try packed.fill(&input, 0..<input.count)
      if end == 0 { return }
    }
  }
}
