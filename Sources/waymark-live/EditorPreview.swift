internal import Glibc
internal import JourneyKit
internal import JourneyPreview
internal import JourneyService
#if PREVIEW
internal import Preview
#endif

/// The preview that an editor asked for, in the program that helps the editor.
///
/// Pages are served on other threads. What somebody does on a page comes to the thread of the editor through a pipe, which
/// that thread waits for.
final class EditorPreview {
  private let bell: Bell
  private var board: PreviewBoard?
  private var link: String?
  private var shown: LiveSnapshot?
  private var pointed: MapPlace?

  /// Nil where this build has no preview, or the system no pipe.
  init?() {
    #if PREVIEW
    guard let bell = Bell() else { return nil }
    self.bell = bell
    #else
    return nil
    #endif
  }

  /// What `poll` can wait for: something came from a page.
  var descriptor: Int32 { bell.descriptor }

  /// Shows a snapshot; gives the link, which stays the same; nil where nothing can be served.
  func start(_ snapshot: LiveSnapshot) -> String? {
    #if PREVIEW
    if let link {
      publish(snapshot)
      return link
    }
    let bell = bell
    let board = PreviewBoard(snapshot, opensPlaces: { bell.ring() })
    let secret = PreviewGuard.newSecret()
    let port = PreviewPort()
    let carrier = PreviewCarrier(board, secret: secret, names: [])
    carrier.begin(at: ["127.0.0.1", "::1"], ports: ServeOptions.usualPorts) { number in
      port.set(number)
      bell.ring()
    } failed: { _ in
      port.set(0)
      bell.ring()
    }
    // It takes a moment to begin; longer only where it does not.
    var end = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    _ = unsafe poll(&end, 1, 5_000)
    bell.silence()
    guard let number = port.number, number > 0 else { return nil }
    (self.board, shown) = (board, snapshot)
    link = "http://localhost:\(number)/\(secret)/"
    return link
    #else
    return nil
    #endif
  }

  /// Shows what the editor has now, where that is another.
  func publish(_ snapshot: LiveSnapshot) {
    guard let board, snapshot !== shown else { return }
    shown = snapshot
    board.publish(snapshot)
  }

  /// Marks a touchpoint on the maps.
  func point(at place: MapPlace?) {
    guard let board, let place, place != pointed else { return }
    pointed = place
    board.point(at: (page: "\(place.journey).html", name: place.touchpoint))
  }

  /// The touchpoints that somebody chose on a page since.
  func takeOpened() -> [MapPlace] {
    bell.silence()
    return (board?.takeOpened() ?? []).map { MapPlace(journey: String($0.page.dropLast(5)), touchpoint: $0.name) }
  }
}
