package import JourneySource

/// An export as it came: `.csv`, `.tsv`, `.jsonl`, any of them as `.gz`, `.xlsx`; what it is, its bytes say.
package struct ExportFile: Sendable {
  /// As findings and the audit show it.
  package let path: String
  package let source: ByteSource

  package init(path: String, source: ByteSource) {
    self.path = path
    self.source = source
  }
}
