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
  private let editor: EditorCommandLine?
  /// Rings when somebody chose a touchpoint on a page; nil where no editor shows it.
  private let bell: Bell?

  init(_ workspace: LiveWorkspace, _ board: PreviewBoard, polls: Bool, editor: EditorCommandLine?, bell: Bell?) {
    (self.workspace, self.board, self.polls) = (workspace, board, polls)
    (self.editor, self.bell) = (editor, bell)
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
    // One that is not there is passed over.
    var ends = [polls ? -1 : watch.descriptor ?? -1, bell?.descriptor ?? -1].map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    let count = unsafe ends.withUnsafeMutableBufferPointer {
      unsafe poll($0.baseAddress, nfds_t($0.count), Int32(clamping: milliseconds))
    }
    guard count > 0 else { return false }
    if ends[1].revents != 0 { showOpened() }
    return ends[0].revents != 0 && watch.takeEvents()
  }

  /// Shows in the editor what somebody chose on a page.
  private func showOpened() {
    bell?.silence()
    for (page, name) in board.takeOpened() {
      let place = workspace.snapshot.place(ofTouchpoint: name, inJourney: String(page.dropLast(".html".count)))
      guard let editor, let place else { continue }
      if !editor.show(file: place.file, line: place.line, column: place.column) {
        say("There is no program \"\(editor.program)\", which --editor names.")
      }
    }
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
