package import JourneyKit
internal import LanguageServer
internal import Markup
internal import Synchronization

/// What everyone sees who looks at a preview: the newest edition, and who waits for the next.
///
/// Whoever has a new snapshot publishes it; tabs hear of it and ask what is another on their page. It holds nothing of a
/// tab but which page it shows.
package final class PreviewBoard: Sendable {
  private struct BoardState {
    var edition: PreviewEdition
    /// The newest one without errors.
    var clean: LiveSnapshot?
    /// Pages that tabs may show, the last one used first.
    var older: [(name: String, page: PreviewPage)] = []
    /// The touchpoint at which an editor's cursor is.
    var pointed: PagePlace?
    /// Those that somebody chose on a page, until an editor takes them.
    var opened: [PagePlace] = []
    var listeners: [Int: AsyncStream<Void>.Continuation] = [:]
    var next = 0
  }

  /// A touchpoint of a page, by their names.
  package typealias PagePlace = (page: String, name: String)

  private let state: Mutex<BoardState>
  /// Told when somebody chose a touchpoint; nil where no editor shows it.
  private let rings: (@Sendable () -> Void)?

  package init(_ snapshot: LiveSnapshot, opensPlaces rings: (@Sendable () -> Void)? = nil) {
    self.rings = rings
    state = Mutex(
      BoardState(
        edition: PreviewEdition(of: snapshot, showing: snapshot), clean: snapshot.findings.errors == 0 ? snapshot : nil)
    )
  }

  /// Shows the workspace as it is now.
  package func publish(_ snapshot: LiveSnapshot) {
    let clean = state.withLock(\.clean)
    let edition = PreviewEdition(of: snapshot, showing: snapshot.shown(after: clean))
    let listeners = state.withLock { state in
      if snapshot.findings.errors == 0 { state.clean = snapshot }
      state.edition = edition
      return Array(state.listeners.values)
    }
    for listener in listeners { listener.yield() }
  }

  /// Marks the touchpoint at which an editor's cursor is.
  package func point(at place: PagePlace) {
    let listeners = state.withLock { state in
      state.pointed = place
      return Array(state.listeners.values)
    }
    for listener in listeners { listener.yield() }
  }

  /// The touchpoints that were chosen on pages since this was asked last.
  package func takeOpened() -> [PagePlace] {
    state.withLock { state in
      defer { state.opened = [] }
      return state.opened
    }
  }

  /// The answer to a request that the guard let through.
  package func answer(path: String, query: String, method: String) -> PreviewAnswer {
    let query = AddressQuery(query)
    if path == "open", method == "POST" { return open(query) }
    guard method == "GET", path != "open" else { return .refusal(405) }
    switch path {
    case "events": return query["page"].map(Self.stream) ?? .refusal(404)
    case "state": return query["page"].map { .json(news(of: $0)) } ?? .refusal(404)
    case "patch":
      guard let page = query["page"], let version = query["from"] else { return .refusal(404) }
      return patch(of: page, from: version)
    default: return file(named: path.isEmpty ? "index.html" : AddressQuery.decoded(path.utf8))
    }
  }

  /// Shows in an editor where a touchpoint is written. Of an older page nothing is known any more.
  private func open(_ query: AddressQuery) -> PreviewAnswer {
    guard let rings, let page = query["page"], let name = query["name"], page.hasSuffix(".html") else {
      return .refusal(404)
    }
    let (edition, count) = state.withLock { ($0.edition, $0.opened.count) }
    guard let version = edition.page(named: page)?.version, version == query["from"], !edition.isOld,
      count < PreviewLimits.listeners
    else { return .refusal(409) }
    state.withLock { $0.opened.append((page, name)) }
    rings()
    return .json("{}")
  }

  private static func stream(of page: String) -> PreviewAnswer {
    // What a proxy must not keep back until there is more.
    PreviewAnswer("text/event-stream", .news(page: page)).adding("x-accel-buffering", "no")
  }

  private func file(named name: String) -> PreviewAnswer {
    let edition = state.withLock(\.edition)
    if let (page, answer) = edition.whole(named: name) {
      remember(page, named: name)
      return answer
    }
    guard let drawing = edition.drawing(named: name) else { return .refusal(404) }
    return PreviewAnswer(
      "image/svg+xml", policy: "\(PreviewAnswer.nothing); style-src 'unsafe-inline'; img-src data:", .bytes(drawing))
  }

  /// What a tab hears of its page: its version, and what is wrong.
  package func news(of name: String) -> String {
    let (edition, pointed, older) = state.withLock { state in
      (state.edition, state.pointed, state.older.first { $0.name == name }?.page)
    }
    let page = edition.page(named: name, since: older)
    if let page { remember(page, named: name) }
    let news: JSONValue = [
      "version": page.map { .string($0.version) } ?? .null, "isOld": .bool(edition.isOld),
      "findings": edition.findings.json, "opens": .bool(rings != nil),
      "pointed": pointed.flatMap { $0.page == name ? .string($0.name) : nil } ?? .null,
    ]
    return news.text
  }

  private func patch(of name: String, from version: String) -> PreviewAnswer {
    let (edition, older) = state.withLock { state in
      (state.edition, state.older.first { $0.page.version == version }?.page)
    }
    guard let page = edition.page(named: name, since: older) else { return .refusal(404) }
    remember(page, named: name)
    guard let older, let change = page.change(since: older) else {
      return .json(JSONValue.object(["version": .string(page.version)]).text)
    }
    return .json(
      JSONValue.object([
        "version": .string(page.version), "count": .integer(older.tree.count), "change": change.json,
      ]).text)
  }

  private func remember(_ page: PreviewPage, named name: String) {
    state.withLock { state in
      state.older.removeAll { $0.page.version == page.version }
      state.older.insert((name, page), at: 0)
      // At most half of them of one page: the oldest goes.
      let same = state.older.indices.filter { state.older[$0].name == name }
      if same.count > PreviewLimits.olderPages / 2 { state.older.remove(at: same[same.count - 1]) }
      state.older.removeLast(max(0, state.older.count - PreviewLimits.olderPages))
    }
  }

  /// Something each time there may be news, and once at first; ends with whoever listens, or when too many others do.
  package func moments() -> AsyncStream<Void> {
    AsyncStream(bufferingPolicy: .bufferingNewest(1)) { listener in
      let (number, oldest) = state.withLock { state in
        state.next += 1
        state.listeners[state.next] = listener
        let isTooMany = state.listeners.count > PreviewLimits.listeners
        let oldest = isTooMany ? state.listeners.keys.min().flatMap { state.listeners.removeValue(forKey: $0) } : nil
        return (state.next, oldest)
      }
      oldest?.finish()
      listener.onTermination = { [weak self] _ in
        _ = self?.state.withLock { $0.listeners.removeValue(forKey: number) }
      }
      listener.yield()
    }
  }
}
