/// How much is taken of a client before we say no.
package enum LanguageLimits {
  /// Bytes of a message's header; the protocol's has two short lines.
  package static let header = 4 << 10
  /// Bytes of a message: a journey file at its limit, and as much again for what is escaped in it.
  package static let message = 128 << 20
  /// Objects and lists within each other; what the protocol has is not a tenth as deep.
  package static let depth = 128
  /// Values of a message.
  package static let values = 4_000_000
}
