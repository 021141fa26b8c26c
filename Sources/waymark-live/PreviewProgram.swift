internal import Glibc
internal import JourneyKit
internal import JourneyPreview
#if PREVIEW
internal import Preview
#endif

/// `waymark serve`: the maps of a folder in a browser, following its files.
enum PreviewProgram {
  /// The status to end with; it comes back only where there is nothing to serve.
  static func serve(_ arguments: some Sequence<String>) -> Int32 {
    // Whoever stops reading ends the conversation, not the process in the middle of a write.
    _ = signal(SIGPIPE, SIG_IGN)
    do throws(WaymarkError) {
      let options = try ServeOptions(arguments)
      let root = LiveWorkspace.resolved(options.folder)
      guard LiveWorkspace.isFolder(root) else {
        throw WaymarkError("\"\(options.folder)\" is not a folder", help: "name the folder of your journeys")
      }
      try follow(LiveWorkspace(folder: root), options)
    } catch {
      try? StandardStream.error.write("\(error)\n")
      return 2
    }
  }

  #if PREVIEW
  private static func follow(_ workspace: LiveWorkspace, _ options: ServeOptions) throws(WaymarkError) -> Never {
    let secret = try secret()
    let bell = options.editor == nil ? nil : Bell()
    var rings: (@Sendable () -> Void)?
    if let bell { rings = { bell.ring() } }
    let board = PreviewBoard(workspace.snapshot, opensPlaces: rings)
    let carrier = PreviewCarrier(board, secret: secret, names: options.names)
    let addresses = options.address.map { [$0] } ?? ["127.0.0.1", "::1"]
    carrier.begin(at: addresses, ports: options.ports) { port in
      let host = options.address.map { $0.contains(":") ? "[\($0)]" : $0 } ?? "localhost"
      if options.address != nil { say("Others can reach this preview, if they have the link.") }
      say("Preview: http://\(host):\(port)/\(secret)/")
    } failed: { reason in
      try? StandardStream.error.write(
        "\(WaymarkError("nothing can be served: \(reason)", help: "choose another port: waymark serve --port 8000"))\n"
      )
      exit(2)
    }
    ServeLoop(workspace, board, polls: options.polls, editor: options.editor, bell: bell).run()
  }

  /// A new one each time, unless somebody wants the link to stay the same.
  private static func secret() throws(WaymarkError) -> String {
    guard let secret = unsafe getenv("WAYMARK_PREVIEW_SECRET").map({ unsafe String(cString: $0) }) else {
      return PreviewGuard.newSecret()
    }
    guard PreviewGuard.isSecret(secret) else {
      throw WaymarkError(
        "WAYMARK_PREVIEW_SECRET is not \(PreviewLimits.secret) letters, digits, - and _ or more",
        help: "unset it, and a new link is made each time")
    }
    return secret
  }

  private static func say(_ text: String) { try? StandardStream.output.write("\(text)\n") }
  #else
  private static func follow(_ workspace: LiveWorkspace, _ options: ServeOptions) throws(WaymarkError) -> Never {
    throw WaymarkError("this build has no preview", help: "build one that has: sh Scripts/release")
  }
  #endif
}
