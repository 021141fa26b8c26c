package import JourneySource

/// What the bytes of a file are before anyone looks at words.
enum Encoding {
  case text([UInt8], from: Int, Diagnostic?)
  case unreadable(Diagnostic)

  /// Accepts UTF-8 with and without a byte order mark; what is not UTF-8 becomes `ASCII.substitute`, one byte for one,
  /// so that every span still fits the file.
  static func read(_ bytes: [UInt8], file: FileID) -> Encoding {
    guard bytes.count <= Limits.file else { return .unreadable(.fileTooLarge(file, bytes.count)) }
    if let width = wideUnit(of: bytes) { return .unreadable(.utf16(Span(file, 0, 2), width: width)) }
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard let first = invalid(in: bytes, from: start) else { return .text(bytes, from: start, nil) }
    let (mended, runs) = mend(bytes, from: first)
    return .text(mended, from: start, .notUTF8(Span(file, first, first + 1), byte: bytes[first], runs: runs))
  }

  /// How many bytes a letter takes in UTF-16 and UTF-32, with a byte order mark or without; nil for other files.
  private static func wideUnit(of bytes: [UInt8]) -> Int? {
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return 4 }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return 2 }
    guard bytes.count >= 4 else { return nil }
    switch bytes[..<4].map({ $0 == 0 }) {
    case [false, true, true, true], [true, true, true, false]: return 4
    case [false, true, false, true], [true, false, true, false]: return 2
    default: return nil
    }
  }

  /// The first byte that is no part of valid UTF-8.
  static func invalid(in bytes: [UInt8], from start: Int) -> Int? {
    var index = start
    while index < bytes.count {
      if bytes[index] < 0x80 {
        index += 1
      } else {
        let length = sequence(in: bytes, at: index)
        if length == 0 { return index }
        index += length
      }
    }
    return nil
  }

  /// How many bytes the sequence takes, 0 where it is not one: overlong forms and surrogates are not.
  private static func sequence(in bytes: [UInt8], at index: Int) -> Int {
    func isContinuation(_ offset: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
      index + offset < bytes.count && range.contains(bytes[index + offset])
    }
    switch bytes[index] {
    case 0xC2...0xDF: return isContinuation(1) ? 2 : 0
    case 0xE0: return isContinuation(1, 0xA0...0xBF) && isContinuation(2) ? 3 : 0
    case 0xED: return isContinuation(1, 0x80...0x9F) && isContinuation(2) ? 3 : 0
    case 0xE1...0xEF: return isContinuation(1) && isContinuation(2) ? 3 : 0
    case 0xF0: return isContinuation(1, 0x90...0xBF) && isContinuation(2) && isContinuation(3) ? 4 : 0
    case 0xF1...0xF3: return isContinuation(1) && isContinuation(2) && isContinuation(3) ? 4 : 0
    case 0xF4: return isContinuation(1, 0x80...0x8F) && isContinuation(2) && isContinuation(3) ? 4 : 0
    default: return 0
    }
  }

  private static func mend(_ bytes: [UInt8], from first: Int) -> (bytes: [UInt8], runs: Int) {
    var mended = bytes
    var runs = 0
    var last = -2
    var index = first
    while index < bytes.count {
      let length = bytes[index] < 0x80 ? 1 : sequence(in: bytes, at: index)
      if length == 0 {
        if last + 1 < index { runs += 1 }
        last = index
        mended[index] = ASCII.substitute
      }
      index += max(1, length)
    }
    return (mended, runs)
  }
}

extension Rule {
  // The example is empty where no text can show it; the tests of the parser have bytes that do.

  package static let fileTooLarge = Rule(
    "file-too-large", .error, "The file is larger than 64 MiB.",
    why: """
      A journey file of a thousand touchpoints takes less than 1 MiB. Split the file, or find out what it really is.
      """,
    example: "", instead: "")

  static let utf16 = Rule(
    "utf-16", .error, "The file is saved as UTF-16 or UTF-32.",
    why: """
      Save it as UTF-8. Editors call this "UTF-8" or "Unicode (UTF-8)". The "Unicode" of Windows is UTF-16.
      """,
    example: "", instead: "")

  static let notUTF8 = Rule(
    "not-utf-8", .error, "Some bytes are not UTF-8.",
    why: """
      The file was saved in another encoding, often Windows-1252 or Latin-1, where letters such as `é` are a single \
      byte. Open it in that encoding and save it as UTF-8. The finding points at the first such byte.
      """,
    example: "", instead: "")
}

extension Diagnostic {
  fileprivate static func fileTooLarge(_ file: FileID, _ size: Int) -> Self {
    Diagnostic(
      .fileTooLarge, at: Span(file, 0, 0), "the file is larger than 64 MiB, the limit of a journey file",
      help: "split it into several files of one workspace")
  }

  fileprivate static func utf16(_ span: Span, width: Int) -> Self {
    Diagnostic(.utf16, at: span, "the file is saved as UTF-\(width * 8)", help: "save it as UTF-8")
  }

  fileprivate static func notUTF8(_ span: Span, byte: UInt8, runs: Int) -> Self {
    let others = runs > 1 ? "; \(runs - 1) more such \(runs == 2 ? "place follows" : "places follow")" : ""
    return Diagnostic(
      .notUTF8, at: span, "the byte 0x\(String(byte, radix: 16, uppercase: true)) is not UTF-8\(others)",
      help: "save the file as UTF-8")
  }
}
