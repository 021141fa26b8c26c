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
  /// What `poll` can wait for: something came from a page.
  let descriptor: Int32
  private let sign: Int32
  private var board: PreviewBoard?
  private var link: String?
  private var shown: LiveSnapshot?
  private var pointed: MapPlace?

  /// Nil where this build has no preview, or the system no pipe.
  init?() {
    #if PREVIEW
    var ends: [Int32] = [-1, -1]
    guard unsafe pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
    (descriptor, sign) = (ends[0], ends[1])
    #else
    return nil
    #endif
  }

  deinit {
    close(descriptor)
    close(sign)
  }

  /// Shows a snapshot; gives the link, which stays the same; nil where nothing can be served.
  func start(_ snapshot: LiveSnapshot) -> String? {
    #if PREVIEW
    if let link {
      publish(snapshot)
      return link
    }
    let sign = sign
    let board = PreviewBoard(snapshot, opensPlaces: { Self.ring(sign) })
    let secret = PreviewGuard.newSecret()
    let port = PreviewPort()
    let carrier = PreviewCarrier(board, secret: secret, names: [])
    carrier.begin(at: ["127.0.0.1", "::1"], ports: ServeOptions.usualPorts) { number in
      port.set(number)
      Self.ring(sign)
    }
    // It takes a moment to begin; longer only where it does not.
    var end = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    _ = unsafe poll(&end, 1, 5_000)
    silence()
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
    silence()
    return (board?.takeOpened() ?? []).map { MapPlace(journey: String($0.page.dropLast(5)), touchpoint: $0.name) }
  }

  private func silence() {
    unsafe withUnsafeTemporaryAllocation(byteCount: 64, alignment: 1) { buffer in
      while unsafe read(descriptor, buffer.baseAddress, buffer.count) > 0 {}
    }
  }

  private static func ring(_ sign: Int32) {
    var byte: UInt8 = 1
    _ = unsafe write(sign, &byte, 1)
  }
}
