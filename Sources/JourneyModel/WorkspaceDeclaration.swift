package import JourneySource
package import JourneySyntax

/// Something that a file declares at its top: `persona anna`.
package struct WorkspaceDeclaration: Sendable {
  package let keyword: Keyword
  package let name: String?
  /// Of its first line, without the block.
  package let span: Span
}
