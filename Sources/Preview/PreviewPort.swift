internal import Synchronization

/// At which port a preview is served, once that is known; 0 where it is at none.
package final class PreviewPort: Sendable {
  private let port = Mutex<Int?>(nil)

  package init() {}

  package var number: Int? { port.withLock { $0 } }

  package func set(_ number: Int) { port.withLock { $0 = number } }
}
