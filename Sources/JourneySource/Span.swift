/// Which file of the workspace: an index into its `[SourceFile]`.
package struct FileID: Hashable, Sendable, Comparable {
  package let index: Int32

  package init(_ index: Int) { self.index = Int32(index) }

  package static func < (a: Self, b: Self) -> Bool { a.index < b.index }
}

/// A run of bytes in one file: half-open, in UTF-8 offsets from the file's first byte (a byte order mark counts).
@usableFromInline
package struct Span: Hashable, Sendable {
  package let file: FileID
  package let start: Int32
  package let end: Int32

  package init(_ file: FileID, _ start: Int, _ end: Int) {
    self.file = file
    self.start = Int32(start)
    self.end = Int32(max(start, end))
  }

  /// The same in a list of files that has others before its own.
  func moved(by files: Int) -> Span { Span(FileID(Int(file.index) + files), Int(start), Int(end)) }

  package var range: Range<Int> { Int(start)..<Int(end) }

  /// From the start of this span to the end of `other`; both must lie in the same file.
  package func through(_ other: Span) -> Span { Span(file, Int(start), Int(other.end)) }
}

/// Something written in a file, with where it stands.
///
/// Inlinable, because the parser makes three a line, and one that it cannot see into costs a look-up of its type.
@usableFromInline
package struct Spanned<Value: Sendable>: Sendable {
  @usableFromInline package let value: Value
  @usableFromInline package let span: Span

  @inlinable
  package init(_ value: Value, at span: Span) {
    self.value = value
    self.span = span
  }
}
extension Spanned: Equatable where Value: Equatable {}
extension Spanned: Hashable where Value: Hashable {}
