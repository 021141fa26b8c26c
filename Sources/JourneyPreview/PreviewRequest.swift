/// What a browser asks for: as much of it as a preview looks at, before anything is done about it.
package struct PreviewRequest: Sendable {
  package var method: String
  /// As it was sent, with what is behind the question mark.
  package var target: String
  /// All headers in their order, names in small letters; the host among them.
  package var headers: [(name: String, value: String)]

  package init(method: String, target: String, headers: [(name: String, value: String)]) {
    (self.method, self.target, self.headers) = (method, target, headers)
  }

  func values(of name: String) -> [String] { headers.filter { $0.name == name }.map(\.value) }
}

/// What it gets.
package struct PreviewAnswer: Sendable {
  package enum AnswerBody: Sendable {
    case bytes([UInt8])
    /// News of a page for as long as the browser listens.
    case news(page: String)
  }

  package let status: Int
  package let headers: [(name: String, value: String)]
  package let body: AnswerBody

  /// What every answer says: nobody keeps it, no other site may read, embed or run it, and it is what it says it is.
  private static let always = [
    ("cache-control", "no-store"), ("x-content-type-options", "nosniff"), ("referrer-policy", "no-referrer"),
    ("cross-origin-resource-policy", "same-origin"), ("cross-origin-opener-policy", "same-origin"),
    ("connection", "close"),
  ]

  init(_ kind: String, status: Int = 200, policy: String = Self.nothing, _ body: AnswerBody) {
    self.status = status
    self.body = body
    headers = Self.always + [("content-type", kind), ("content-security-policy", policy)]
  }

  /// A page that may do nothing.
  static let nothing = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"

  /// No, and no more than that.
  package static func refusal(_ status: Int) -> PreviewAnswer {
    var answer = PreviewAnswer(
      "text/plain; charset=utf-8", status: status, .bytes(Array("\(words(of: status))\n".utf8)))
    if status == 405 { answer = answer.adding("allow", "GET, POST") }
    return answer
  }

  static func json(_ text: String) -> PreviewAnswer {
    PreviewAnswer("application/json", .bytes(Array(text.utf8)))
  }

  func adding(_ name: String, _ value: String) -> PreviewAnswer {
    PreviewAnswer(status: status, headers: headers + [(name, value)], body: body)
  }

  private init(status: Int, headers: [(name: String, value: String)], body: AnswerBody) {
    (self.status, self.headers, self.body) = (status, headers, body)
  }

  private static func words(of status: Int) -> String {
    switch status {
    case 400: "This is not a request that the preview takes."
    case 403: "Open the preview with the link that it printed."
    case 404: "There is nothing at this address. Open the preview with the link that it printed."
    case 405: "The preview shows pages and changes nothing."
    case 409: "The page is older than the files."
    case 413: "This is too much."
    default: "The preview cannot do this."
    }
  }
}
