/// How rows and cells are told apart.
struct Form: Equatable {
  /// `,`, `;`, tab or `|`; of JSON Lines the newline, since a line is one cell there.
  var delimiter: UInt8
  /// `\n`, or `\r` where a file has no other line ends.
  var newline: UInt8 = 0x0A
  /// Zero where quotes mean nothing.
  var quote: UInt8 = 0x22

  var isJSON: Bool { quote == 0 }

  static let jsonLines = Form(delimiter: 0x0A, quote: 0)
}
