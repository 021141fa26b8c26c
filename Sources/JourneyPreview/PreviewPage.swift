internal import JourneyRender
internal import Markup

/// A page as it is sent, with what is needed to say later what is another on it.
struct PreviewPage: Sendable {
  let tree: PageTree
  let version: String
  private let page: Element

  init(_ page: Element) {
    tree = PageTree(page)
    version = tree.version
    self.page = page
  }

  var answer: PreviewAnswer {
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
