/// The bytes of one file, wherever they are: read a piece at a time, so that a file of any size takes little memory.
///
/// Whoever opens the file (`JourneyKit`) wraps `pread` in it. Reading beats mapping here: it copies at a tenth of the
/// cost of the scan, memory stays at the size of the pieces, and a file that shrinks while it is read is an end, not a
/// signal.
package struct ByteSource: Sendable {
  /// Reads bytes from `offset` on into `range` of `buffer`, from many threads at once. Returns how many it read, zero
  /// at the end, below zero where reading failed.
  package typealias Read = @Sendable (_ offset: Int, _ buffer: inout [UInt8], _ range: Range<Int>) -> Int

  /// How many bytes there are; a file that grows meanwhile is read to here.
  package let count: Int
  package let read: Read

  package init(count: Int, read: @escaping Read) {
    self.count = count
    self.read = read
  }

  /// Bytes that are in memory already.
  package init(_ bytes: [UInt8]) {
    self.init(count: bytes.count) { offset, buffer, range in
      guard offset < bytes.count else { return 0 }
      let piece = bytes[offset..<min(bytes.count, offset + range.count)]
      buffer.replaceSubrange(range.lowerBound..<range.lowerBound + piece.count, with: piece)
      return piece.count
    }
  }
}
