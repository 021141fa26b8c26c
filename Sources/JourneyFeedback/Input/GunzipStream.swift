internal import CZlib

/// What a gzip file holds; of several members written one behind the other, all.
@safe final class GunzipStream: ByteStream {
  private let packed: any ByteStream
  private var input = [UInt8](repeating: 0, count: 1 << 16)
  private var start = 0
  private var end = 0
  /// In one place for good, since zlib keeps its address.
  private let zlib: UnsafeMutablePointer<z_stream>
  private var isAtMemberStart = true

  init(_ packed: any ByteStream) throws(ExportProblem) {
    self.packed = packed
    unsafe zlib = .allocate(capacity: 1)
    unsafe zlib.initialize(to: z_stream())
    guard unsafe czlib_gunzip_start(zlib) == Z_OK else { throw .brokenArchive }
  }

  deinit {
    unsafe inflateEnd(zlib)
    unsafe zlib.deallocate()
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
      let (status, taken, made) = inflate(into: &buffer, range)
      start += taken
      isAtMemberStart = false
      if status == Z_STREAM_END {
        guard unsafe inflateReset(zlib) == Z_OK else { throw .brokenArchive }
        isAtMemberStart = true
        try skipPadding()
      } else if status != Z_OK, status != Z_BUF_ERROR {
        throw .brokenArchive
      }
      if made > 0 { return made }
    }
  }

  private func inflate(into buffer: inout [UInt8], _ range: Range<Int>) -> (status: Int32, taken: Int, made: Int) {
    let (start, end) = (start, end)
    return unsafe input.withUnsafeMutableBufferPointer { input in
      unsafe buffer.withUnsafeMutableBufferPointer { output in
        let from = unsafe UnsafeMutableBufferPointer(rebasing: input[start..<end])
        let to = unsafe UnsafeMutableBufferPointer(rebasing: output[range])
        unsafe zlib.pointee.next_in = from.baseAddress
        unsafe zlib.pointee.avail_in = UInt32(from.count)
        unsafe zlib.pointee.next_out = to.baseAddress
        unsafe zlib.pointee.avail_out = UInt32(to.count)
        let status = unsafe CZlib.inflate(zlib, Z_NO_FLUSH)
        return unsafe (status, from.count - Int(zlib.pointee.avail_in), to.count - Int(zlib.pointee.avail_out))
      }
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
