#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#else
internal import Darwin
#endif

/// A file that is written beside its target and takes its name at the end, so that it is there whole or not at all.
struct Draft: ~Copyable {
  private let path: String
  private let beside: String
  private let descriptor: Int32
  private let permissions: UInt32?

  /// - Parameter permissions: those of the file it replaces; nil for what is usual here.
  init(of path: String, permissions: UInt32?) throws(System.Failure) {
    self.path = path
    self.permissions = permissions
    beside = "\(Path.folder(of: path))/.waymark-\(System.processID).tmp"
    unsafe unlink(beside)
    descriptor = unsafe open(
      beside, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode_t(permissions ?? 0o666))
    guard descriptor >= 0 else { throw .last }
  }

  func write(_ bytes: [UInt8]) throws(System.Failure) { try System.write(bytes, to: descriptor) }

  /// Gives it its name. `flushing` waits until the disk has it.
  consuming func finish(flushing: Bool) throws(System.Failure) {
    if let permissions { fchmod(descriptor, mode_t(permissions)) }
    if flushing, fsync(descriptor) != 0 { throw .last }
    guard unsafe rename(beside, path) == 0 else { throw .last }
  }

  /// Once it has its name, there is nothing left beside.
  deinit {
    close(descriptor)
    unsafe unlink(beside)
  }
}
