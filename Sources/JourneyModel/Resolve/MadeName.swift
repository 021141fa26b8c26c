internal import JourneySource
internal import JourneySyntax

extension String {
  /// The name made from a title: lower case, and everything but letters and digits one `-`, none at the ends; as much
  /// of it as a name may have.
  var madeName: String {
    let whole = wholeMadeName
    guard whole.utf8.count > Limits.name else { return whole }
    var made = ""
    for scalar in whole.unicodeScalars {
      guard made.utf8.count + scalar.utf8.count <= Limits.name else { break }
      made.unicodeScalars.append(scalar)
    }
    while made.last == "-" { made.removeLast() }
    return made
  }

  private var wholeMadeName: String {
    var made: [UInt8] = []
    made.reserveCapacity(utf8.count)
    for byte in utf8 {
      switch byte {
      case 0x61...0x7A, 0x30...0x39: made.append(byte)
      case 0x41...0x5A: made.append(byte | 0x20)
      case 0x80...: return madeNameOfScalars
      default: if made.last != 0x2D, !made.isEmpty { made.append(0x2D) }
      }
    }
    if made.last == 0x2D { made.removeLast() }
    return String(decoding: made, as: UTF8.self)
  }

  private var madeNameOfScalars: String {
    var made = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      if scalar.isNamePart {
        made.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
      } else if let last = made.last, last != "-" {
        made.append("-")
      }
    }
    if made.last == "-" { made.removeLast() }
    return String(made)
  }

  /// Whether a name made from a title can be written as a reference: it begins with a letter.
  var canBeReferredTo: Bool { unicodeScalars.first.map { $0.properties.isAlphabetic } ?? false }

  /// For comparing names that differ only in case; the string itself where it has no capitals.
  var foldedName: String {
    utf8.contains { $0 >= 0x80 || (0x41...0x5A).contains($0) } ? lowercased() : self
  }
}

extension Unicode.Scalar {
  /// Letters of any script with their marks, and digits.
  fileprivate var isNamePart: Bool {
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .letterNumber,
      .nonspacingMark, .spacingMark, .decimalNumber:
      true
    default: false
    }
  }
}
