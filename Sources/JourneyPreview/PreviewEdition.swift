internal import JourneyKit
internal import Markup
internal import Synchronization

/// A workspace at one moment as a preview shows it: each page made when it is first asked for, and once.
package final class PreviewEdition: Sendable {
  let findings: PreviewFindings
  /// Whether the pages are those of an earlier moment, since the files have errors.
  let isOld: Bool
  private let maps: Maps?
  private let pages = Mutex<[String: PreviewPage]>([:])

  /// - Parameters:
  ///   - shown: whose pages are shown: the same, or an earlier one.
  init(of snapshot: LiveSnapshot, showing shown: LiveSnapshot) {
    findings = PreviewFindings(snapshot)
    isOld = snapshot !== shown
    maps = shown.maps
  }

  /// The page of a name; nil where there is none. Whoever asks meanwhile waits.
  ///
  /// - Parameter older: the same page before, which shares with this one what is the same on both.
  func page(named name: String, since older: PreviewPage? = nil) -> PreviewPage? {
    pages.withLock { pages in
      if let page = pages[name] { return page }
      guard let page = content(named: name) else { return nil }
      let made = PreviewPage(page, since: older)
      pages[name] = made
      return made
    }
  }

  /// A page to be sent as a whole; nil where there is none.
  func whole(named name: String) -> (page: PreviewPage, answer: PreviewAnswer)? {
    guard let content = content(named: name) else { return nil }
    let page = pages.withLock { pages in
      let page = pages[name] ?? PreviewPage(content, since: nil)
      pages[name] = page
      return page
    }
    return (page, page.answer(with: content))
  }

  private func content(named name: String) -> Element? {
    guard case .page(let page)? = maps?.content(named: name) ?? waiting(name) else { return nil }
    return page
  }

  func drawing(named name: String) -> [UInt8]? {
    guard name.hasSuffix(".svg"), case .drawing(let bytes)? = maps?.content(named: name) else { return nil }
    return bytes
  }

  /// In place of the index, where there is nothing to show yet.
  private func waiting(_ name: String) -> MapContent? {
    name == "index.html" ? .page(Waymark.waitingPage) : nil
  }
}
