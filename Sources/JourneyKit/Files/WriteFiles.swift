internal import Glibc

extension System {
  /// Writes a file whole or not at all: into a new file beside it, which then takes its name.
  ///
  /// A file that already holds these bytes is left alone, so that build tools see no change. `flushing` waits until the
  /// disk has them: for what a person wrote, not for what can be made again. True where something was written.
  @discardableResult
  static func write(_ bytes: [UInt8], to path: String, flushing: Bool) throws(Failure) -> Bool {
    let before = try? status(of: path, followingLinks: false)
    if let before, before.kind == .file, before.size == bytes.count, (try? holds(path, bytes)) == true { return false }
    let draft = try Draft(of: path, permissions: before?.kind == .file ? before?.permissions : nil)
    try draft.write(bytes)
    try draft.finish(flushing: flushing)
    return true
  }

  /// Whether the file holds just these bytes; piece by piece, so that a large one is not in memory twice.
  private static func holds(_ path: String, _ bytes: [UInt8]) throws(Failure) -> Bool {
    let descriptor = try openFile(path)
    defer { close(descriptor) }
    return unsafe withUnsafeTemporaryAllocation(byteCount: 1 << 14, alignment: 16) { piece in
      var start = 0
      while true {
        let count = unsafe read(descriptor, into: piece)
        guard count > 0 else { return count == 0 && start == bytes.count }
        let isSame = unsafe bytes.withUnsafeBytes { bytes in
          guard start + count <= bytes.count, let mine = bytes.baseAddress, let other = piece.baseAddress else {
            return false
          }
          return unsafe memcmp(mine + start, other, count) == 0
        }
        guard isSame else { return false }
        start += count
      }
    }
  }

  /// Writes to an open descriptor, such as standard output.
  static func write(_ bytes: [UInt8], to descriptor: Int32) throws(Failure) {
    // What is larger than a file may be here (`ulimit -f`) is an error like any other, not the program's end.
    _ = signal(SIGXFSZ, SIG_IGN)
    var sent = 0
    while sent < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        let rest = unsafe UnsafeRawBufferPointer(rebasing: buffer[sent...])
        return unsafe Glibc.write(descriptor, rest.baseAddress, rest.count)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw .last
      }
      sent += count
    }
  }

  /// Makes a folder and those above it; one that is there already is fine.
  static func makeFolder(_ path: String) throws(Failure) {
    if unsafe mkdir(path, 0o777) == 0 { return }
    switch errno {
    case EEXIST:
      guard try status(of: path, followingLinks: true).kind == .folder else { throw Failure(ENOTDIR) }
    case ENOENT:
      let above = Path.folder(of: path)
      guard above != path, above != "." else { throw Failure(ENOENT) }
      try makeFolder(above)
      guard unsafe mkdir(path, 0o777) == 0 || errno == EEXIST else { throw .last }
    default: throw .last
    }
  }
}
