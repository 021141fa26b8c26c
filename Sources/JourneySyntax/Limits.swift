/// How much of anything is read before the parser says so instead: a Swift trap cannot be caught, and memory is finite.
package enum Limits {
  /// Bytes of one file.
  package static let file = 64 << 20
  /// Bytes of one string, without its quotes.
  package static let string = 64 << 10
  /// Bytes of a name, which names files: those take at most 255.
  package static let name = 200
  /// Blocks inside blocks.
  package static let depth = 64
  /// Touchpoints of a workspace; the parser applies it to a file already, the resolver to all files together.
  package static let touchpoints = 100_000
  /// Lines and facts of one file, so that a file of nothing but two-letter facts ends within the memory we allow us.
  package static let nodes = 1_000_000
  /// Findings of one file; whoever sees so many is not reading a journey.
  package static let findings = 1_000
}
