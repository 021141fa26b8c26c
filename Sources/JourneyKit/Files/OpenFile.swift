internal import Glibc

/// A regular file of any size, read a piece at a time and from many threads at once.
///
/// Opening never blocks: `O_NONBLOCK`, then a look at what was opened. Links are not followed; resolve the path first.
final class OpenFile: Sendable {
  let size: Int
  private let path: String
  private let identity: System.Identity
  /// Nil for one of very many files, which is opened anew for every piece: descriptors are few.
  private let descriptor: Int32?

  /// - Parameter isHeld: whether it stays open.
  init(_ path: String, isHeld: Bool) throws(System.Failure) {
    let descriptor = try System.openFile(path)
    let status: System.FileStatus
    do throws(System.Failure) {
      status = try System.FileStatus.of(descriptor)
      guard status.kind == .file else { throw System.Failure(status.kind == .folder ? EISDIR : EINVAL) }
    } catch {
      close(descriptor)
      throw error
    }
    if !isHeld { close(descriptor) }
    self.path = path
    self.descriptor = isHeld ? descriptor : nil
    (size, identity) = (status.size, status.identity)
  }

  deinit {
    if let descriptor { close(descriptor) }
  }

  /// Reads bytes from `offset` on into `range` of the buffer; how many, zero at the end, below zero where it failed.
  func read(from offset: Int, into buffer: inout [UInt8], _ range: Range<Int>) -> Int {
    guard range.lowerBound >= 0, range.upperBound <= buffer.count else { return -1 }
    if let descriptor { return Self.read(descriptor, offset, &buffer, range) }
    guard let again = try? System.openFile(path) else { return -1 }
    defer { close(again) }
    guard (try? System.FileStatus.of(again))?.identity == identity else { return -1 }
    return Self.read(again, offset, &buffer, range)
  }

  private static func read(_ descriptor: Int32, _ offset: Int, _ buffer: inout [UInt8], _ range: Range<Int>) -> Int {
    unsafe buffer.withUnsafeMutableBytes { bytes in
      let piece = unsafe UnsafeMutableRawBufferPointer(rebasing: bytes[range])
      while true {
        let count = unsafe pread(descriptor, piece.baseAddress, piece.count, off_t(offset))
        if count >= 0 || errno != EINTR { return count }
      }
    }
  }
}
