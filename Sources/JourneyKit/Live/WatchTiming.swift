/// When to look at files that others write: soon after the system says that they changed, but not in the middle of it, and
/// now and then anyway, since not every system says so.
///
/// It reads no clock: whoever asks says what time it is, in milliseconds.
package struct WatchTiming: Sendable {
  package enum LookReason: Sendable { case event, routine }

  /// Without an event, until it is over.
  static let quiet = 30
  /// From the first of many events; more would be felt.
  static let burst = 150
  /// After a file was seen without any text, which an editor is about to write.
  static let empty = 50
  /// Between looks where the system says what happens.
  static let idle = 10_000
  /// Between looks where it does not.
  static let polling = 500
  /// How often a change may come without an event before events are not relied on.
  private static let patience = 2

  /// Whether it looks often, since events do not come.
  package private(set) var isPolling: Bool
  private var firstEvent: Int?
  private var due: Int
  private var missed = 0

  package init(at now: Int, polls: Bool) {
    isPolling = polls
    due = now + (polls ? Self.polling : Self.idle)
  }

  /// Something happened.
  package mutating func event(at now: Int) {
    let first = firstEvent ?? now
    firstEvent = first
    due = min(now + Self.quiet, first + Self.burst)
  }

  /// Something is about to happen.
  package mutating func expect(at now: Int) {
    firstEvent = firstEvent ?? now
    due = now + Self.empty
  }

  /// How long nothing is to be done.
  package func wait(at now: Int) -> Int { max(0, due - now) }

  /// Why to look now; nil where it is too early.
  package mutating func look(at now: Int) -> LookReason? {
    guard now >= due else { return nil }
    let reason = firstEvent == nil ? LookReason.routine : .event
    firstEvent = nil
    due = now + (isPolling ? Self.polling : Self.idle)
    return reason
  }

  /// A look found a change of which nobody had told.
  package mutating func found(_ reason: LookReason, at now: Int) {
    guard reason == .routine, !isPolling else { return }
    missed += 1
    if missed >= Self.patience { rely(onEvents: false, at: now) }
  }

  /// Whether the system can say what happens.
  package mutating func rely(onEvents: Bool, at now: Int) {
    guard !onEvents, !isPolling else { return }
    isPolling = true
    due = min(due, now + Self.polling)
  }
}
