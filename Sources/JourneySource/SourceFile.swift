/// One file as it was read: its bytes and the path people know it by.
package struct SourceFile: Sendable {
  /// As shown in findings: relative to the current folder where it lies below it, with forward slashes.
  package let path: String
  package let bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}
