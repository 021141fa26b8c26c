import Testing

@testable import JourneyKit

/// When files are looked at: what the loop of `waymark serve` does, without a clock.
@Suite struct WatchTimingTests {
  @Test func `it waits until writing is over`() {
    var timing = WatchTiming(at: 0, polls: false)
    #expect(timing.wait(at: 0) == WatchTiming.idle && timing.look(at: 5_000) == nil)
    timing.event(at: 5_000)
    #expect(timing.wait(at: 5_000) == WatchTiming.quiet)
    timing.event(at: 5_020)
    #expect(timing.look(at: 5_030) == nil && timing.wait(at: 5_030) == 20)
    #expect(timing.look(at: 5_050) == .event)
    #expect(timing.look(at: 5_051) == nil && timing.wait(at: 5_050) == WatchTiming.idle)
  }

  @Test func `it does not wait for a program that never stops writing`() {
    var timing = WatchTiming(at: 0, polls: false)
    for now in stride(from: 0, through: WatchTiming.burst, by: 10) { timing.event(at: now) }
    #expect(timing.look(at: WatchTiming.burst) == .event)
  }

  @Test func `without events nothing is done for ten seconds`() {
    var timing = WatchTiming(at: 0, polls: false)
    #expect(timing.look(at: 9_999) == nil)
    #expect(timing.look(at: 10_000) == .routine)
    #expect(timing.wait(at: 10_000) == WatchTiming.idle)
  }

  @Test func `where changes come without events, it looks often`() {
    var timing = WatchTiming(at: 0, polls: false)
    timing.found(.event, at: 0)
    timing.found(.routine, at: 10_000)
    #expect(!timing.isPolling)
    timing.found(.routine, at: 20_000)
    #expect(timing.isPolling && timing.wait(at: 20_000) <= WatchTiming.polling)
    var told = WatchTiming(at: 0, polls: false)
    told.rely(onEvents: true, at: 0)
    #expect(!told.isPolling)
    told.rely(onEvents: false, at: 0)
    #expect(told.isPolling && told.look(at: WatchTiming.polling) == .routine)
    #expect(WatchTiming(at: 0, polls: true).wait(at: 0) == WatchTiming.polling)
  }

  @Test func `a file without text is looked at once more`() {
    var timing = WatchTiming(at: 0, polls: false)
    timing.event(at: 0)
    #expect(timing.look(at: 30) == .event)
    timing.expect(at: 30)
    #expect(timing.wait(at: 30) == WatchTiming.empty && timing.look(at: 80) == .event)
  }
}
