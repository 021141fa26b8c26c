internal import Glibc

/// Wakes a thread that waits with `poll`, from another one.
final class Bell: Sendable {
  /// What `poll` can wait for.
  let descriptor: Int32
  private let cord: Int32

  /// Nil where the system has no pipe.
  init?() {
    var ends: [Int32] = [-1, -1]
    guard unsafe pipe(&ends) == 0 else { return nil }
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    (descriptor, cord) = (ends[0], ends[1])
  }

  deinit {
    close(descriptor)
    close(cord)
  }

  func ring() {
    var byte: UInt8 = 1
    _ = unsafe write(cord, &byte, 1)
  }

  /// Until it rings next.
  func silence() {
    unsafe withUnsafeTemporaryAllocation(byteCount: 64, alignment: 1) { buffer in
      while unsafe read(descriptor, buffer.baseAddress, buffer.count) > 0 {}
    }
  }
}
