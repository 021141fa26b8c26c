internal import Glibc
internal import JourneyKit
internal import JourneyPreview
internal import JourneySource

/// Follows the files of a folder, and publishes them each time they change.
///
/// One thread: it waits for the system to say that something changed, reads, publishes, and waits again. Whoever serves
/// pages does so on threads of its own.
struct ServeLoop {
  private let workspace: LiveWorkspace
  private let watch = DiskWatch()
  private let board: PreviewBoard
  private let polls: Bool

  init(_ workspace: LiveWorkspace, _ board: PreviewBoard, polls: Bool) {
    (self.workspace, self.board, self.polls) = (workspace, board, polls)
  }

  /// Follows the files for as long as the program runs.
  func run() -> Never {
    var timing = WatchTiming(at: Self.now, polls: polls)
    var stamp = workspace.stamp
    var told = Self.summary(of: workspace.snapshot)
    say(told)
    follow(&timing)
    var wasEmpty = Self.hasEmptyFile(workspace.snapshot)
    while true {
      if hasEvent(within: timing.wait(at: Self.now)) { timing.event(at: Self.now) }
      guard let reason = timing.look(at: Self.now) else { continue }
      let newStamp = workspace.stamp
      // A picture or a theme is none of the files of the stamp, so an event is always worth a look.
      guard newStamp != stamp || reason == .event else { continue }
      if newStamp != stamp { timing.found(reason, at: Self.now) }
      stamp = newStamp
      workspace.diskChanged()
      let snapshot = workspace.snapshot
      let isEmpty = Self.hasEmptyFile(snapshot)
      if isEmpty, !wasEmpty {
        wasEmpty = true
        timing.expect(at: Self.now)
        continue
      }
      wasEmpty = isEmpty
      board.publish(snapshot)
      let summary = Self.summary(of: snapshot)
      if summary != told { say(summary) }
      told = summary
      follow(&timing)
    }
  }

  /// Watches the folders that there are now.
  private func follow(_ timing: inout WatchTiming) {
    guard !timing.isPolling else { return }
    watch.watch([workspace.root])
    timing.rely(onEvents: watch.isComplete, at: Self.now)
    if timing.isPolling { say("The system does not say what changes, so Waymark looks at the files twice a second.") }
  }

  private func hasEvent(within milliseconds: Int) -> Bool {
    let time = Int32(clamping: milliseconds)
    guard !polls, let descriptor = watch.descriptor else {
      _ = poll(nil, 0, time)
      return false
    }
    var end = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return unsafe poll(&end, 1, time) > 0 && watch.takeEvents()
  }

  /// Of a clock that only goes forward.
  private static var now: Int {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec &* 1000 &+ time.tv_nsec / 1_000_000
  }

  private static func hasEmptyFile(_ snapshot: LiveSnapshot) -> Bool { snapshot.files.contains(where: \.bytes.isEmpty) }

  private static func summary(of snapshot: LiveSnapshot) -> String { snapshot.findings.summary }

  private func say(_ text: String) { try? StandardStream.output.write("\(text)\n") }
}
