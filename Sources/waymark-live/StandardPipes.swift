internal import Glibc
internal import JourneyKit
internal import JourneyService
internal import LanguageServer

/// Standard input and output as the two ends of a conversation with an editor.
///
/// One thread: it takes all messages that have come, answers them, and waits. Nothing wakes it while nothing happens, but a
/// look every ten seconds whether the editor is still there.
struct StandardPipes {
  /// Milliseconds without a message after which findings are sent.
  private static let quiet: Int32 = 100
  /// Milliseconds between looks at what nobody tells us.
  private static let idle: Int32 = 10_000
  /// Bytes that are taken before they are answered, however fast more come.
  private static let most = 8 << 20

  private let session = LanguageSession()
  private let watch = DiskWatch()
  private let preview = EditorPreview()

  init() {
    // A build without a preview does not offer one.
    if let preview { session.startPreview = preview.start }
  }

  /// Answers until the editor says goodbye or is gone; the status to end with.
  func serve() -> Int32 {
    // Whoever stops reading ends the conversation, not the process in the middle of a write.
    _ = signal(SIGPIPE, SIG_IGN)
    var framing = MessageFraming()
    while true {
      let (hasInput, hasEvents, isOpened) = wait(session.owesFindings ? Self.quiet : Self.idle)
      if isOpened, let preview {
        for place in preview.takeOpened() { guard send(session.show(place)) else { return 1 } }
      }
      if hasEvents, watch.takeEvents(), session.mustWatch { lookAgain() }
      guard hasInput else {
        if !hasEvents, !isOpened, !settle() { return 1 }
        follow()
        continue
      }
      guard let bytes = input() else { return session.exitStatus ?? 1 }
      framing.add(bytes)
      var messages: [[UInt8]] = []
      do throws(MessageFraming.FramingFailure) {
        while let message = try framing.next() { messages.append(message) }
      } catch {
        log("what came on standard input is not the language-server protocol (\(error))")
        return 1
      }
      let roots = session.roots
      guard send(session.receive(messages)) else { return 1 }
      follow()
      if let status = session.exitStatus { return status }
      if session.mustWatch, session.roots != roots { watch.watch(session.roots) }
    }
  }

  /// What there is to do when nothing has come for a while; false where nobody is there any more.
  private func settle() -> Bool {
    if session.owesFindings { return send(session.pause()) }
    if let process = session.clientProcess, let id = pid_t(exactly: process), id > 0, kill(id, 0) != 0, errno == ESRCH {
      return false
    }
    if session.mustWatch, !watch.isComplete { lookAgain() }
    return true
  }

  /// Shows in the preview what the editor has.
  private func follow() {
    guard let preview, let snapshot = session.previewedSnapshot else { return }
    preview.publish(snapshot)
    preview.point(at: session.pointed)
  }

  private func lookAgain() {
    watch.watch(session.roots)
    session.diskChanged()
  }

  /// Waits for input, for changes on the disk, or for somebody who chooses a touchpoint on a page.
  private func wait(_ milliseconds: Int32) -> (input: Bool, events: Bool, opened: Bool) {
    // One that is not there is passed over.
    var ends = [STDIN_FILENO, watch.descriptor ?? -1, preview?.descriptor ?? -1].map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    let count = unsafe ends.withUnsafeMutableBufferPointer {
      unsafe poll($0.baseAddress, nfds_t($0.count), milliseconds)
    }
    guard count > 0 else { return (false, false, false) }
    return (ends[0].revents != 0, ends[1].revents != 0, ends[2].revents != 0)
  }

  /// All bytes that have come; nil at the end.
  private func input() -> [UInt8]? {
    var bytes: [UInt8] = []
    repeat {
      let piece = unsafe [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, filled in
        filled = unsafe max(0, read(STDIN_FILENO, buffer.baseAddress, buffer.count))
      }
      if piece.isEmpty { return bytes.isEmpty ? nil : bytes }
      bytes += piece
    } while bytes.count < Self.most && hasMore
    return bytes
  }

  private var hasMore: Bool {
    var end = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    return unsafe poll(&end, 1, 0) > 0 && end.revents & Int16(POLLIN) != 0
  }

  private func send(_ messages: [JSONValue]) -> Bool {
    for message in messages {
      let bytes = MessageFraming.framed(message)
      guard (try? StandardStream.output.write(bytes: bytes)) != nil else { return false }
    }
    return true
  }

  private func log(_ text: String) { try? StandardStream.error.write("waymark-live: \(text)\n") }
}
