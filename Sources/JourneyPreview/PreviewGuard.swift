/// Who may ask what: looks at a request before anything is done about it.
///
/// A page in the same browser can send requests to the preview, and can make its own name lead to this machine. It does
/// not know the secret, and the browser says whose request it is: by `Host`, `Origin` and `Sec-Fetch-Site`. All of them
/// are looked at, since each is missing somewhere.
package struct PreviewGuard: Sendable {
  package enum GuardVerdict: Equatable, Sendable {
    /// What is asked for, without the secret: `airport.html`, and what is behind the question mark.
    case allowed(path: String, query: String)
    case refused(status: Int)
  }

  /// What `Host` may say, to the letter.
  private let hosts: Set<String>
  private let origins: Set<String>
  private let secret: [UInt8]

  /// - Parameters:
  ///   - names: by which other names people reach it, such as that of a forwarder; with a port where they type one.
  package init(port: Int, secret: String, names: [String] = []) {
    let own = ["127.0.0.1", "[::1]", "localhost"].map { "\($0):\(port)" }
    hosts = Set(own + names.map { $0.lowercased() })
    origins = Set(
      own.map { "http://\($0)" } + names.flatMap { ["http://\($0)", "https://\($0)"] }.map { $0.lowercased() })
    self.secret = Array(secret.utf8)
  }

  package func verdict(on request: PreviewRequest) -> GuardVerdict {
    let host = request.values(of: "host")
    let origin = request.values(of: "origin")
    guard host.count == 1, origin.count <= 1 else { return .refused(status: 400) }
    guard hosts.contains(host[0].lowercased()), origin.allSatisfy({ origins.contains($0.lowercased()) }),
      request.values(of: "sec-fetch-site").allSatisfy({ $0 == "same-origin" || $0 == "none" })
    else { return .refused(status: 403) }
    guard request.method == "GET" || request.method == "POST" else { return .refused(status: 405) }
    // Whoever only follows a link says nothing of where it comes from; whoever wants something done must.
    if request.method == "POST", origin.isEmpty { return .refused(status: 403) }
    guard let path = path(behindSecret: request.target) else { return .refused(status: 404) }
    return .allowed(path: path.path, query: path.query)
  }

  /// Nil where the address does not begin with the secret. How long that takes says nothing about it.
  private func path(behindSecret target: String) -> (path: String, query: String)? {
    let bytes = Array(target.utf8)
    guard bytes.count > secret.count + 1, bytes[0] == UInt8(ascii: "/"),
      bytes[secret.count + 1] == UInt8(ascii: "/")
    else { return nil }
    var difference: UInt8 = 0
    for (place, byte) in secret.enumerated() { difference |= byte ^ bytes[place + 1] }
    guard difference == 0, !secret.isEmpty else { return nil }
    let rest = bytes[(secret.count + 2)...].split(
      separator: UInt8(ascii: "?"), maxSplits: 1, omittingEmptySubsequences: false)
    return (
      String(decoding: rest.first ?? [], as: UTF8.self), String(decoding: rest.dropFirst().first ?? [], as: UTF8.self)
    )
  }
}

extension PreviewGuard {
  /// A new secret, which nobody can guess.
  package static func newSecret() -> String {
    var system = SystemRandomNumberGenerator()
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
    let secret = (0..<PreviewLimits.secret).map { _ in letters[Int(system.next() & 63)] }
    return String(decoding: secret, as: UTF8.self)
  }

  /// Whether a text can be a secret: as long as our own, of letters that an address has as they are.
  package static func isSecret(_ text: String) -> Bool {
    text.utf8.count >= PreviewLimits.secret && text.utf8.count <= 200
      && text.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x2D
          || byte == 0x5F
      }
  }
}
