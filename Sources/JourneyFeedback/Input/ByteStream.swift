internal import JourneySource
internal import Workbook

/// Why an export cannot be read at all.
enum ExportProblem: Error, Equatable {
  /// Reading failed.
  case unreadable
  /// The compressed data is damaged, or ends too soon.
  case brokenArchive
  /// A workbook, or something that is packed like one.
  case workbook(WorkbookProblem)
  /// The compressed data is many times more than any export holds.
  case bomb
  /// No table, whatever its name says.
  case foreign(ForeignFile)
  case empty
  /// The first row is not complete within the limit of a row.
  case noHeader
  /// A list of JSON, where a line for each answer is read.
  case jsonList
}

/// Bytes from first to last, plain: unpacked, and UTF-8 where they were UTF-16.
protocol ByteStream: AnyObject {
  /// Fills part of `range`, or nothing at the end; returns how many bytes.
  func read(_ buffer: inout [UInt8], _ range: Range<Int>) throws(ExportProblem) -> Int
}

extension ByteStream {
  /// Fills all of `range` but at the end.
  func fill(_ buffer: inout [UInt8], _ range: Range<Int>) throws(ExportProblem) -> Int {
    var filled = range.lowerBound
    while filled < range.upperBound {
      let count = try read(&buffer, filled..<range.upperBound)
      if count == 0 { break }
      filled += count
    }
    return filled - range.lowerBound
  }

  func skip(_ count: Int) throws(ExportProblem) {
    var left = count
    var buffer = [UInt8](repeating: 0, count: min(count, 1 << 16))
    while left > 0 {
      let read = try fill(&buffer, 0..<min(left, buffer.count))
      if read == 0 { return }
      left -= read
    }
  }
}

/// The bytes of a file as they are.
final class PlainStream: ByteStream {
  private let source: ByteSource
  private var offset: Int

  init(_ source: ByteSource, from offset: Int = 0) {
    self.source = source
    self.offset = offset
  }

  func read(_ buffer: inout [UInt8], _ range: Range<Int>) throws(ExportProblem) -> Int {
    let wanted = min(range.count, source.count - offset)
    guard wanted > 0 else { return 0 }
    let count = source.read(offset, &buffer, range.lowerBound..<range.lowerBound + wanted)
    guard count >= 0 else { throw .unreadable }
    offset += min(count, wanted)
    return min(count, wanted)
  }
}
