internal import CLibXML2

/// The name of an element or attribute: always a literal of the program, never data.
///
/// It is the literal's address and nothing else: a drawing holds millions of names, and `StaticString` is three times
/// as large.
@safe package struct Name: ExpressibleByStringLiteral, Equatable, @unchecked Sendable {
  /// The bytes of the literal, which end in a NUL and are never freed.
  @usableFromInline let start: UnsafePointer<UInt8>

  @inlinable package init(stringLiteral name: StaticString) { unsafe start = name.utf8Start }

  package static func == (name: Name, other: Name) -> Bool {
    unsafe name.start == other.start || xmlStrEqual(name.start, other.start) == 1
  }

  package var text: String { unsafe String(cString: start) }

  /// A name of up to eight bytes as a number, to look it up fast; a longer one as zero.
  var packed: UInt64 {
    var number: UInt64 = 0
    for index in 0..<9 {
      let byte = unsafe start[index]
      if byte == 0 { return number }
      number = number << 8 | UInt64(byte)
    }
    return 0
  }
}
