internal import CZlib

/// Unpacks what was packed by DEFLATE, in pieces (zlib).
@safe package final class Inflater {
  package enum DeflateWrapping {
    /// A gzip file's.
    case gzip
    /// None, as in a ZIP archive.
    case none
  }

  package enum InflateStatus { case going, ended, broken }

  /// In one place for good, since zlib keeps its address.
  private let zlib: UnsafeMutablePointer<z_stream>

  /// Nil if memory ran out.
  package init?(_ wrapping: DeflateWrapping) {
    unsafe zlib = .allocate(capacity: 1)
    unsafe zlib.initialize(to: z_stream())
    let status = unsafe wrapping == .gzip ? czlib_gunzip_start(zlib) : czlib_inflate_start(zlib)
    if status != Z_OK { return nil }
  }

  deinit {
    unsafe inflateEnd(zlib)
    unsafe zlib.deallocate()
  }

  /// Unpacks from the front of `packed` into `room`, from the front of a range of it on; says how many bytes it took and
  /// made.
  package func inflate(
    _ packed: borrowing Span<UInt8>, into room: inout MutableSpan<UInt8>, _ range: Range<Int>
  ) -> (status: InflateStatus, taken: Int, made: Int) {
    unsafe packed.withUnsafeBufferPointer { input in
      unsafe room.withUnsafeMutableBufferPointer { room in
        let output = unsafe UnsafeMutableBufferPointer(rebasing: room[range])
        unsafe zlib.pointee.next_in = unsafe UnsafeMutablePointer(mutating: input.baseAddress)
        unsafe zlib.pointee.avail_in = UInt32(clamping: input.count)
        unsafe zlib.pointee.next_out = output.baseAddress
        unsafe zlib.pointee.avail_out = UInt32(clamping: output.count)
        let status = unsafe CZlib.inflate(zlib, Z_NO_FLUSH)
        let taken = unsafe min(input.count, Int(UInt32.max)) - Int(zlib.pointee.avail_in)
        let made = unsafe min(output.count, Int(UInt32.max)) - Int(zlib.pointee.avail_out)
        return (
          status == Z_STREAM_END ? .ended : status == Z_OK || status == Z_BUF_ERROR ? .going : .broken, taken, made
        )
      }
    }
  }

  /// Makes ready for another packed text; false where that failed.
  package func restart() -> Bool { unsafe inflateReset(zlib) == Z_OK }
}

/// The sum by which ZIP finds damage, going on from another.
func checksum(_ bytes: borrowing Span<UInt8>, after sum: UInt32 = 0) -> UInt32 {
  unsafe bytes.withUnsafeBufferPointer { bytes in
    UInt32(truncatingIfNeeded: unsafe crc32(UInt(sum), bytes.baseAddress, UInt32(clamping: bytes.count)))
  }
}
