/// How much a browser, or whoever claims to be one, may ask of a preview.
package enum PreviewLimits {
  /// Connections at a time; a browser keeps one for each tab.
  package static let connections = 64
  /// Tabs that hear of news at once; others ask every second. A browser has six connections to one place, and one that
  /// listens keeps one of them.
  package static let listeners = 4
  /// Bytes of a request's header.
  package static let header = 8 << 10
  /// Seconds until a request must be there as a whole.
  package static let seconds = 5
  /// Bytes of a request's body.
  package static let body = 4 << 10
  /// Characters of the secret in the address: 256 bits, six in each.
  package static let secret = 43
  /// Older pages that are kept, of which it can say what is another on them now.
  package static let olderPages = 8
}
