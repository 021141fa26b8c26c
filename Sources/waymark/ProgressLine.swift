internal import JourneyKit
internal import Synchronization

/// How far reading has come, on a terminal only, and only where it takes longer than half a second.
final class ProgressLine: Sendable {
  private struct ProgressState {
    var due: ContinuousClock.Instant
    var isShown = false
  }

  private let state = Mutex(ProgressState(due: .now + .milliseconds(500)))

  /// Nil where nobody looks.
  var report: (@Sendable (_ read: Int, _ all: Int) -> Void)? {
    guard StandardStream.error.isTerminal else { return nil }
    return { self.show($0, of: $1) }
  }

  /// Takes the line away when the work is done.
  func during<Value>(_ work: () throws -> Value) rethrows -> Value {
    defer {
      if state.withLock(\.isShown) { try? StandardStream.error.write("\r\u{1B}[K") }
    }
    return try work()
  }

  private func show(_ read: Int, of all: Int) {
    let isDue = state.withLock { state in
      guard .now >= state.due else { return false }
      state.due = .now + .milliseconds(100)
      state.isShown = true
      return true
    }
    guard isDue, all > 0 else { return }
    try? StandardStream.error.write("\r\u{1B}[KReading exports, \(read / max(1, all / 100)) %")
  }
}
