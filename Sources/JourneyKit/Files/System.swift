internal import Glibc
internal import JourneyWords

/// The system calls Waymark makes, each wrapped once; nothing else in Waymark touches a file.
///
/// Plain calls instead of Foundation's: a process that reads a folder and writes three files is over before Foundation
/// would have started.
enum System {
  /// A call that failed, and why in words.
  struct Failure: Error, Equatable {
    let code: Int32

    init(_ code: Int32) { self.code = code }

    static var last: Failure { Failure(errno) }
    static let tooLarge = Failure(EFBIG)
    static let isMissing = Failure(ENOENT)
    static let isNoFolder = Failure(-1)

    var reason: String {
      switch code {
      case ENOENT: "it does not exist"
      case Failure.isNoFolder.code: "it is not a folder"
      case EACCES, EPERM: "permission denied"
      case EISDIR: "it is a folder"
      case ENOTDIR: "a part of its path is not a folder"
      case ELOOP: "it is a symbolic link, or one that leads in circles"
      case ENAMETOOLONG: "its name is too long"
      case ENOSPC, EDQUOT: "the disk is full"
      case EROFS: "the disk is read-only"
      case EINVAL: "it is not a file"
      case EFBIG: "it is too large"
      case EMFILE, ENFILE: "too many files are open"
      case EIO: "the disk reports an error"
      case EBADF: "it is closed"
      default: "the system reports error \(code)"
      }
    }

    /// What to do where a file in the folder could not be written; nil where nobody knows.
    func wayToWrite(in folder: String) -> String? {
      switch code {
      case ENOSPC, EDQUOT: "make room and run it again; no file is half written"
      case EACCES, EPERM: "see who may write there: ls -ld \"\(System.nearest(folder))\""
      case EROFS: "name a folder on another disk"
      case ENOENT: "make the folder first: mkdir -p \"\(folder)\""
      case ENOTDIR: "a file is where a folder should be; name another folder"
      default: nil
      }
    }
  }

  enum FileKind: Sendable { case file, folder, link, other }

  struct FileStatus {
    let kind: FileKind
    let size: Int
    let permissions: UInt32
    let identity: Identity
    /// When it was written last, in nanoseconds; to see that it was, and for nothing else.
    var modified = 0
  }

  /// Tells whether two paths are one file.
  struct Identity: Hashable, Sendable {
    let device: UInt64
    let inode: UInt64
  }

  /// The folder, or the nearest one above it that is there.
  static func nearest(_ folder: String) -> String {
    var folder = folder
    while (try? status(of: folder, followingLinks: true)) == nil {
      let above = Path.folder(of: folder)
      if above == folder { break }
      folder = above
    }
    return folder
  }

  static func status(of path: String, followingLinks: Bool) throws(Failure) -> FileStatus {
    var info = stat()
    let result = followingLinks ? unsafe stat(path, &info) : unsafe lstat(path, &info)
    guard result == 0 else { throw .last }
    return FileStatus(info)
  }

  /// The path with every link resolved, absolute.
  static func resolve(_ path: String) throws(Failure) -> String {
    guard let resolved = unsafe realpath(path, nil) else { throw .last }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }

  static var currentFolder: String? { try? resolve(".") }

  static var processID: Int32 { getpid() }

  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  static func environment(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
  }
}

extension System.FileStatus {
  fileprivate init(_ info: stat) {
    let kind: System.FileKind =
      switch info.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      default: .other
      }
    self.init(
      kind: kind, size: Int(info.st_size), permissions: UInt32(info.st_mode & 0o7777),
      identity: System.Identity(
        device: UInt64(truncatingIfNeeded: info.st_dev), inode: UInt64(truncatingIfNeeded: info.st_ino)),
      modified: info.st_mtim.tv_sec &* 1_000_000_000 &+ info.st_mtim.tv_nsec)
  }

  static func of(_ descriptor: Int32) throws(System.Failure) -> Self {
    var info = stat()
    guard unsafe fstat(descriptor, &info) == 0 else { throw .last }
    return Self(info)
  }
}
