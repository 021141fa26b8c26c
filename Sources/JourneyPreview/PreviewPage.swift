internal import JourneyRender
internal import Markup

/// A page as a browser has it, with what is needed to say later what is another on it.
///
/// It holds nothing of what it was made of: a tab may show an older page for long.
struct PreviewPage: Sendable {
  let tree: PageTree
  let version: String

  /// - Parameter older: the same page before.
  init(_ page: Element, since older: PreviewPage?) {
    tree = PageTree(page, since: older?.tree)
    version = tree.version
  }

  /// The whole of it, made again or just made.
  func answer(with page: Element) -> PreviewAnswer {
    var page = page
    page.attributes["data-version"] = version
    return PreviewAnswer("text/html; charset=utf-8", policy: policy, .bytes(html(page)))
  }

  /// The scripts and styles that are on the page, each by its hash, and requests to where the page came from: nothing else.
  private var policy: String {
    let scripts = hashes(of: "script")
    let styles = hashes(of: "style")
    return [
      "default-src 'none'", "script-src \(scripts)", "style-src-elem \(styles)", "style-src-attr 'unsafe-inline'",
      "connect-src 'self'", "img-src data: blob:", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'self'",
    ].joined(separator: "; ")
  }

  private func hashes(of name: Name) -> String {
    let texts = tree.texts(of: name)
    guard !texts.isEmpty else { return "'none'" }
    return texts.map { "'sha256-\(base64(SecureHash.sha256(Array($0.utf8))))'" }.joined(separator: " ")
  }

  /// What makes an older page this one; nil where that takes other scripts or styles, which a browser takes only with a
  /// page of their own.
  func change(since older: PreviewPage) -> PageChange? {
    for name in ["script", "style"] as [Name] where tree.texts(of: name) != older.tree.texts(of: name) { return nil }
    return older.tree.change(to: tree)
  }
}
