/// How rows and cells are told apart.
struct RecordFormat: Equatable {
  /// `,`, `;`, tab or `|`; of JSON Lines the newline, since a line is one cell there.
  var delimiter: UInt8
  /// `\n`, or `\r` where a file has no other line ends.
  var newline: UInt8 = 0x0A
  /// Zero where quotes mean nothing.
  var quote: UInt8 = 0x22

  var isJSON: Bool { quote == 0 }

  /// A sheet's rows: lines end with a sign that no cell of a workbook holds.
  static let sheet = RecordFormat(delimiter: 0x2C, newline: 0x1E)

  static let jsonLines = RecordFormat(delimiter: 0x0A, quote: 0)
}
