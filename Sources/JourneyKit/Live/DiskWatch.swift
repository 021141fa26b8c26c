internal import Glibc
internal import JourneySource

/// Says that something changed in the folders of a workspace, for editors that do not.
///
/// An event is only a hint: whoever gets one reads the folders again. Folders are watched, not files, since editors write
/// a new file and give it the old one's name. Where the system has no watch left, there is none, and `isComplete` says so.
package final class DiskWatch {
  /// What `poll` can wait for; nil where the system has none.
  package let descriptor: Int32?
  /// Whether every folder is watched.
  package private(set) var isComplete = true
  private var watched: [Int32: String] = [:]

  package init() {
    let made = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    descriptor = made >= 0 ? made : nil
  }

  deinit {
    if let descriptor { close(descriptor) }
  }

  /// Watches folders with all those in them, and files' folders; again after each change, for there may be new ones.
  package func watch(_ roots: [String]) {
    guard let descriptor else { return isComplete = false }
    let events = IN_CLOSE_WRITE | IN_MOVED_FROM | IN_MOVED_TO | IN_CREATE | IN_DELETE | IN_DELETE_SELF | IN_ONLYDIR
    var known: [Int32: String] = [:]
    isComplete = true
    for folder in roots.flatMap(Self.folders(below:)) {
      let watch = unsafe inotify_add_watch(descriptor, folder, UInt32(events))
      if watch >= 0 { known[watch] = folder } else { isComplete = false }
    }
    for watch in watched.keys where known[watch] == nil { inotify_rm_watch(descriptor, watch) }
    watched = known
  }

  private static func folders(below root: String) -> [String] {
    guard Disk().kind(of: root) == .folder else { return [Path.folder(of: root)] }
    return (try? Walk(below: root, in: Disk(), current: nil).folders) ?? []
  }

  /// Takes what has happened; false where nothing has.
  package func takeEvents() -> Bool {
    guard let descriptor else { return false }
    var isChanged = false
    while true {
      let count = unsafe withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 8) { buffer in
        unsafe System.read(descriptor, into: buffer)
      }
      guard count > 0 else { return isChanged }
      isChanged = true
    }
  }
}
