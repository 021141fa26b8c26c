internal import Glibc
internal import Synchronization

/// A file that takes its name when it is written, so that it is there whole or not at all.
///
/// Until then it has none, where the file system knows such files (Linux, most disks): then nothing is left behind
/// whatever ends the program. Elsewhere, and for the blink in which it takes the name of another, it stands beside its
/// target.
struct Draft: ~Copyable {
  private let path: String
  private let beside: String
  private let descriptor: Int32
  private let isNameless: Bool
  /// Whether something may stand beside the target.
  private var isBeside: Bool
  private let permissions: UInt32?
  private static let count = Atomic(0)

  /// - Parameter permissions: those of the file it replaces; nil for what is usual here.
  init(of path: String, permissions: UInt32?) throws(System.Failure) {
    self.path = path
    self.permissions = permissions
    let folder = Path.folder(of: path)
    let mode = mode_t(permissions ?? 0o666)
    // Threads write side by side, so the number of the process is not enough.
    let number = Self.count.add(1, ordering: .relaxed).newValue
    beside = "\(folder)/.waymark-\(System.processID)-\(number).tmp"
    if let nameless = Self.nameless(in: folder, mode) {
      (descriptor, isNameless) = (nameless, true)
    } else {
      unsafe unlink(beside)
      descriptor = unsafe open(beside, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
      isNameless = false
    }
    isBeside = !isNameless
    guard descriptor >= 0 else { throw .last }
  }

  func write(_ bytes: [UInt8]) throws(System.Failure) { try System.write(bytes, to: descriptor) }

  /// Gives it its name. `flushing` waits until the disk has it.
  consuming func finish(flushing: Bool) throws(System.Failure) {
    if let permissions { fchmod(descriptor, mode_t(permissions)) }
    if flushing, fsync(descriptor) != 0 { throw .last }
    if isNameless {
      if try link(as: path) { return }
      unsafe unlink(beside)
      isBeside = true
      guard try link(as: beside) else { throw System.Failure(EEXIST) }
    }
    guard unsafe rename(beside, path) == 0 else { throw .last }
  }

  /// Gives a nameless file a name that nothing has; false where something has it.
  private borrowing func link(as name: String) throws(System.Failure) -> Bool {
    if unsafe linkat(AT_FDCWD, Self.link(to: descriptor), AT_FDCWD, name, AT_SYMLINK_FOLLOW) == 0 { return true }
    guard errno == EEXIST else { throw .last }
    return false
  }

  /// Once it has its name, there is nothing left beside.
  deinit {
    close(descriptor)
    if isBeside { unsafe unlink(beside) }
  }

  /// How the system calls an open file; to name one that has no name.
  private static func link(to descriptor: Int32) -> String { "/proc/self/fd/\(descriptor)" }

  /// Nil where there are no such files, or no way to name them later.
  private static func nameless(in folder: String, _ mode: mode_t) -> Int32? {
    // O_TMPFILE, a macro that Swift does not see.
    let descriptor = unsafe open(folder, O_WRONLY | O_CLOEXEC | O_DIRECTORY | 0o20_000_000, mode)
    guard descriptor >= 0 else { return nil }
    if unsafe access(link(to: descriptor), F_OK) == 0 { return descriptor }
    close(descriptor)
    return nil
  }
}
