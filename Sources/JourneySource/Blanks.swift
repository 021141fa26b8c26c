extension String {
  /// Without blanks at its ends, as cells of a table are compared: also without the no-break spaces and zero-width marks
  /// that spreadsheets leave behind.
  package var withoutOuterBlanks: String {
    func mayBeBlank(_ byte: UInt8?) -> Bool { byte.map { $0 <= 0x20 || $0 >= 0x80 } ?? false }
    guard mayBeBlank(utf8.first) || mayBeBlank(utf8.last) else { return self }
    func isBlank(_ scalar: Unicode.Scalar) -> Bool {
      scalar == "\u{A0}" || scalar == "\u{FEFF}" || scalar == "\u{200B}" || scalar.properties.isWhitespace
    }
    var scalars = unicodeScalars[...]
    while let first = scalars.first, isBlank(first) { scalars = scalars.dropFirst() }
    while let last = scalars.last, isBlank(last) { scalars = scalars.dropLast() }
    return String(scalars)
  }
}
