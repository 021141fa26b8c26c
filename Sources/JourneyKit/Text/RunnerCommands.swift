internal import JourneySource

/// What a CI runner takes for a command where it reads what a program prints.
///
/// GitHub's runner takes each line whose first visible characters are `::`, and `##[…]` anywhere in a line; Azure
/// Pipelines takes `##vso[…]` and TeamCity `##teamcity[…]`. Texts of others may stand anywhere in what we print, so each
/// is broken at its first character once the whole is put together.
enum RunnerCommands {
  /// How that character is written, so that it is no command and means the same.
  enum OutputForm {
    /// For people, and in texts of journeys, as for what cannot be seen: `\u{23}`.
    case words
    /// In a string of JSON: `\u0023`.
    case json
    /// In XML and HTML: `&#35;`.
    case markup

    fileprivate func written(_ byte: UInt8) -> String {
      let digits = String(byte, radix: 16, uppercase: true)
      return switch self {
      case .words: "\\u{\(digits)}"
      case .json: "\\u00\(digits)"
      case .markup: "&#\(byte);"
      }
    }
  }

  /// The text without commands. `exceptLines`: lines that begin with `::` are our own.
  static func broken(_ text: String, as form: OutputForm, exceptLines: Bool = false) -> String {
    let bytes = Array(text.utf8)
    var (result, copied, isStart) = ([UInt8](), 0, true)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x0A || byte == 0x0D {
        isStart = true
      } else if isStart, let next = afterInvisible(in: bytes, from: index) {
        index = next
        continue
      } else {
        let begins = isStart && !exceptLines && byte == 0x3A && index + 1 < bytes.count && bytes[index + 1] == 0x3A
        isStart = false
        if begins || (byte == 0x23 && isMark(bytes[index...])) {
          result += bytes[copied..<index]
          result += form.written(byte).utf8
          copied = index + 1
        }
      }
      index += 1
    }
    return copied == 0 ? text : String(decoding: result + bytes[copied...], as: UTF8.self)
  }

  /// `##[`, `##vso[`.
  private static func isMark(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.dropFirst().first == 0x23 else { return false }
    return bytes.dropFirst(2).first { !isWordPart($0) } == 0x5B
  }

  private static func isWordPart(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == 0x2D || byte == 0x2E || byte == 0x5F
  }

  /// Past white space, a colour of the terminal, or a character that leaves no mark; nil where something is to be seen.
  private static func afterInvisible(in bytes: [UInt8], from index: Int) -> Int? {
    let byte = bytes[index]
    if byte == 0x1B, index + 1 < bytes.count, bytes[index + 1] == 0x5B {
      return bytes[index...].firstIndex(of: UInt8(ascii: "m")).map { $0 + 1 }
    }
    if byte < 0x80 { return byte <= 0x20 || byte == 0x7F ? index + 1 : nil }
    var iterator = bytes[index...].makeIterator()
    var decoder = UTF8()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return nil }
    return scalar.properties.isWhitespace || scalar.isHidden ? index + UTF8.width(scalar) : nil
  }
}
