import Testing

@testable import JourneyPreview

/// Who is let in. `Tests/Live/test_preview.py` sends the same to the real program.
@Suite struct PreviewGuardTests {
  private static let secret = String(repeating: "s", count: PreviewLimits.secret)
  private static let guarding = PreviewGuard(port: 4280, secret: secret, names: ["Maps.Example.net"])

  private static func verdict(
    _ method: String = "GET", _ path: String = "a.html", _ headers: (String, String)...
  ) -> PreviewGuard.GuardVerdict {
    var headers = headers.map { (name: $0.0, value: $0.1) }
    if !headers.contains(where: { $0.name == "host" }) { headers.append(("host", "localhost:4280")) }
    return guarding.verdict(on: PreviewRequest(method: method, target: "/\(secret)/\(path)", headers: headers))
  }

  @Test func `a browser of this machine that has the link is let in`() {
    #expect(Self.verdict() == .allowed(path: "a.html", query: ""))
    #expect(Self.verdict("GET", "patch?page=a.html&from=?1") == .allowed(path: "patch", query: "page=a.html&from=?1"))
    #expect(Self.verdict("GET", "") == .allowed(path: "", query: ""))
    for host in ["127.0.0.1:4280", "[::1]:4280", "LOCALHOST:4280", "maps.example.net"] {
      #expect(Self.verdict("GET", "a.html", ("host", host)) == .allowed(path: "a.html", query: ""), "\(host)")
    }
    for origin in ["http://localhost:4280", "http://[::1]:4280", "https://maps.example.net"] {
      #expect(Self.verdict("POST", "open", ("origin", origin)) == .allowed(path: "open", query: ""), "\(origin)")
    }
    for site in ["none", "same-origin"] {
      #expect(Self.verdict("GET", "a.html", ("sec-fetch-site", site)) == .allowed(path: "a.html", query: ""))
    }
  }

  @Test(arguments: [
    "", "evil.example:4280", "localhost", "localhost:80", "localhost:42800", "localhost:4280.evil.example",
    "evil.example/localhost:4280", " localhost:4280", "127.0.0.1:4280,localhost:4280", "0.0.0.0:4280", "127.1:4280",
    "::1:4280", "maps.example.net:4280", "\u{FF4C}ocalhost:4280",
  ])
  func `a name that is not ours is refused`(host: String) {
    #expect(Self.verdict("GET", "a.html", ("host", host)) == .refused(status: 403))
  }

  @Test func `a host is given once, an origin at most once`() {
    let none = PreviewRequest(method: "GET", target: "/\(Self.secret)/", headers: [])
    #expect(Self.guarding.verdict(on: none) == .refused(status: 400))
    let twice = Self.verdict("GET", "", ("host", "localhost:4280"), ("host", "localhost:4280"))
    #expect(twice == .refused(status: 400))
    let origins = Self.verdict("POST", "open", ("origin", "http://localhost:4280"), ("origin", "http://localhost:4280"))
    #expect(origins == .refused(status: 400))
  }

  @Test(arguments: [
    "null", "", "http://evil.example", "http://localhost", "http://localhost:4281", "https://localhost:4280",
    "http://localhost:4280.evil.example", "http://localhost:4280/", "file://", "vscode-webview://a",
  ])
  func `another origin is refused, whatever it asks`(origin: String) {
    #expect(Self.verdict("GET", "a.html", ("origin", origin)) == .refused(status: 403))
    #expect(Self.verdict("POST", "open", ("origin", origin)) == .refused(status: 403))
  }

  @Test func `a request of another site is refused, and one that says nothing does nothing`() {
    for site in ["cross-site", "same-site", "", "anything"] {
      #expect(Self.verdict("GET", "a.html", ("sec-fetch-site", site)) == .refused(status: 403))
    }
    #expect(Self.verdict("POST", "open") == .refused(status: 403))
  }

  @Test(arguments: ["OPTIONS", "HEAD", "PUT", "DELETE", "TRACE", "CONNECT", "get", ""])
  func `there are two methods`(method: String) {
    #expect(Self.verdict(method, "a.html", ("origin", "http://localhost:4280")) == .refused(status: 405))
  }

  @Test func `without the secret there is nothing`() {
    let secret = Self.secret
    let targets = [
      "/", "", "*", "/\(secret)", "/\(secret.dropLast())/a.html", "/\(secret)s/a.html", "/\(secret.dropLast())t/a.html",
      "//\(secret)/a.html", "/x/../\(secret)/a.html", "http://localhost:4280/\(secret)/a.html",
      "/%73\(secret.dropFirst())/",
      "/favicon.ico",
    ]
    for target in targets {
      let request = PreviewRequest(method: "GET", target: target, headers: [("host", "localhost:4280")])
      #expect(Self.guarding.verdict(on: request) == .refused(status: 404), "\(target)")
    }
    let open = PreviewGuard(port: 4280, secret: "")
    #expect(
      open.verdict(on: PreviewRequest(method: "GET", target: "//", headers: [("host", "localhost:4280")]))
        == .refused(status: 404))
  }

  @Test func `a secret is new each time, and has 256 bits`() {
    let secrets = (0..<100).map { _ in PreviewGuard.newSecret() }
    #expect(Set(secrets).count == 100)
    #expect(secrets.allSatisfy(PreviewGuard.isSecret))
    #expect(PreviewLimits.secret * 6 >= 256)
    for text in ["", "short", secrets[0].dropLast() + "/", secrets[0].dropLast() + "ä", secrets[0].dropLast() + " "] {
      #expect(!PreviewGuard.isSecret(String(text)), "\(text)")
    }
  }
}
