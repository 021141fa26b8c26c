internal import Glibc

extension System {
  /// What a folder holds: names as bytes, because a name need not be UTF-8.
  struct FolderEntry {
    let name: [UInt8]
    /// Nil where the file system does not say.
    let kind: FileKind?
  }

  /// Everything in a folder but `.` and `..`, in the order of the disk.
  static func entries(of folder: String) throws(Failure) -> [FolderEntry] {
    guard let stream = unsafe opendir(folder) else { throw .last }
    defer { unsafe closedir(stream) }
    var entries: [FolderEntry] = []
    errno = 0
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe Array(bytes.prefix { $0 != 0 })
      }
      guard name != [0x2E], name != [0x2E, 0x2E] else { continue }
      let kind: FileKind? =
        switch unsafe Int(entry.pointee.d_type) {
        case Int(DT_REG): .file
        case Int(DT_DIR): .folder
        case Int(DT_LNK): .link
        case Int(DT_UNKNOWN): nil
        default: .other
        }
      entries.append(FolderEntry(name: name, kind: kind))
    }
    guard errno == 0 else { throw .last }
    return entries
  }

  /// The bytes of a regular file of at most `limit` bytes.
  static func read(_ path: String, limit: Int, followingLinks: Bool = false) throws(Failure) -> [UInt8] {
    let descriptor = try openFile(path, followingLinks: followingLinks)
    defer { close(descriptor) }
    let status = try FileStatus.of(descriptor)
    guard status.kind == .file else { throw Failure(status.kind == .folder ? EISDIR : EINVAL) }
    guard status.size <= limit else { throw .tooLarge }
    return try readAll(descriptor, expecting: status.size, limit: limit)
  }

  /// The first bytes of a file, as many as there are up to a number.
  static func start(of path: String, _ count: Int) throws(Failure) -> [UInt8] {
    let descriptor = try openFile(path)
    defer { close(descriptor) }
    return unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = unsafe max(0, Self.read(descriptor, into: UnsafeMutableRawBufferPointer(buffer)))
    }
  }

  /// Opens for reading; never blocks and reads nothing from a pipe or a device: `O_NONBLOCK`, and look at what was opened.
  static func openFile(_ path: String, followingLinks: Bool = false) throws(Failure) -> Int32 {
    let flags = O_RDONLY | O_NONBLOCK | O_CLOEXEC | (followingLinks ? 0 : O_NOFOLLOW)
    let descriptor = unsafe open(path, flags)
    guard descriptor >= 0 else { throw .last }
    return descriptor
  }

  static func readStandardInput(limit: Int) throws(Failure) -> [UInt8] {
    try readAll(STDIN_FILENO, expecting: 1 << 16, limit: limit)
  }

  static func readAll(_ descriptor: Int32, expecting size: Int, limit: Int) throws(Failure) -> [UInt8] {
    var bytes: [UInt8] = []
    // One byte more than expected, so that the end is seen without a second buffer.
    var room = size + 1
    while true {
      var count = 0
      let chunk = unsafe [UInt8](unsafeUninitializedCapacity: room) { buffer, filled in
        count = unsafe Self.read(descriptor, into: UnsafeMutableRawBufferPointer(buffer))
        filled = max(count, 0)
      }
      if count < 0 { throw .last }
      if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
      if count == 0 { return bytes }
      if bytes.count > limit { throw .tooLarge }
      room = count == room ? max(1 << 16, room) : max(room - count, 1)
    }
  }

  static func read(_ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer) -> Int {
    while true {
      let count = unsafe Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      if count >= 0 || errno != EINTR { return count }
    }
  }
}
