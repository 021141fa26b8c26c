/// How much a workbook may ask for; rows of `docs/safety.md`.
package enum WorkbookLimits {
  /// Parts of the archive.
  package static let parts = 1_000
  /// Bytes of the archive's directory: a thousand parts with long names.
  static let directory = 1 << 20
  /// Inflated bytes of a part that is held in memory, such as the shared strings.
  package static let part = 64 << 20
  /// Inflated bytes of a sheet, which is read row by row.
  package static let sheet = 256 << 20
  /// Inflated bytes for each packed one.
  package static let ratio = 200
  /// As Excel has them.
  package static let columns = 16_384
  package static let rows = 1_048_576
  /// Bytes of a cell that are read; a row of more than a mebibyte is left out anyway.
  static let cell = 1 << 20
  /// Sheets, styles and formats that are listed.
  static let listed = 65_536
}
