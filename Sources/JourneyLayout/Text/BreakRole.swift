/// What a letter means for the end of a line.
///
/// A short form of the Unicode line breaking rules (UAX 14) with the Japanese rules about what may not start or end a
/// line. Korean is broken at its spaces. Thai, Lao, Khmer and Burmese, which need a dictionary, are broken at spaces where
/// there are any and else between syllables, as far as their letters show where one begins: a consonant without a vowel
/// of its own most likely ends the syllable before it.
enum BreakRole {
  /// A line may end here; it is not drawn at the end of a line.
  case space
  /// Ends the line.
  case newline
  /// Part of a word.
  case letter
  /// A letter that a word is not broken behind: a vowel of Thai or Lao that is written before its consonant, or one whose
  /// sign says that the next letter stands below it.
  case head
  /// A letter that a word is not broken before: a vowel or sign written behind its consonant, the end of a syllable.
  case tail
  /// Both: a letter of Burmese that ends a syllable and has the next one below it.
  case joint
  /// A sign that repeats the word before it, in Thai and Lao behind a space: not even there a line ends.
  case echo
  /// A number's: no line ends between it and a hyphen.
  case digit
  /// A sign that joins a word but leaves no line of its own: `.`, `)`, `"`.
  case mark
  /// A hyphen or slash inside a word: the line may end behind it.
  case hyphen
  /// A word of its own: Chinese, Japanese, emoji.
  case ideograph
  /// Such a one that may not start a line: `。`, `」`, small kana.
  case closing
  /// Such a one that may not end a line: `「`.
  case opening
  /// Joins what stands on both sides.
  case glue

  init(of scalar: UInt32, after previous: BreakRole) {
    switch scalar {
    case 0x0A: self = .newline
    case 0x20, 0x1680, 0x2000...0x2006, 0x2008...0x200B, 0x205F, 0x3000: self = .space
    case 0x30...0x39: self = .digit
    case 0x41...0x5A, 0x61...0x7A: self = .letter
    case 0x2D, 0x2F, 0x2010, 0x2013, 0x2014:
      self = previous == .letter || previous == .digit || previous == .ideograph ? .hyphen : .mark
    case 0x21...0x7E, 0x2018...0x201F, 0xAB, 0xBB: self = .mark
    case 0xA0, 0x2007, 0x2011, 0x202F, 0x2060, 0xFEFF: self = .glue
    case 0xE40...0xE44, 0xEC0...0xEC4: self = .head
    case 0xE46, 0xEC6: self = .echo
    case 0xE2F, 0xE30, 0xE32, 0xE33, 0xE45, 0xEAF, 0xEB0, 0xEB2, 0xEB3: self = .tail
    case 0...0x1100: self = .letter
    default: self = .init(wide: scalar)
    }
  }

  private init(wide scalar: UInt32) {
    switch scalar {
    case 0x3001, 0x3002, 0x3005, 0x303B, 0x309B...0x309E, 0x30FB...0x30FE, 0x2025, 0x2026, 0x203C, 0x2047...0x2049,
      0xFF01, 0xFF05, 0xFF0C, 0xFF0E, 0xFF1A, 0xFF1B, 0xFF1F, 0xFF61, 0xFF64...0xFF65, 0xFF9E, 0xFF9F:
      self = .closing
    case 0x3009, 0x300B, 0x300D, 0x300F, 0x3011, 0x3015, 0x3017, 0x3019, 0x301B, 0x301E, 0x301F, 0xFF09, 0xFF3D, 0xFF5D,
      0xFF60, 0xFF63:
      self = .closing
    case 0x3041, 0x3043, 0x3045, 0x3047, 0x3049, 0x3063, 0x3083, 0x3085, 0x3087, 0x308E, 0x3095, 0x3096, 0x30A1, 0x30A3,
      0x30A5, 0x30A7, 0x30A9, 0x30C3, 0x30E3, 0x30E5, 0x30E7, 0x30EE, 0x30F5, 0x30F6, 0xFF67...0xFF70, 0x31F0...0x31FF:
      self = .closing
    case 0x3008, 0x300A, 0x300C, 0x300E, 0x3010, 0x3014, 0x3016, 0x3018, 0x301A, 0x301D, 0xFF08, 0xFF3B, 0xFF5B, 0xFF5F,
      0xFF62:
      self = .opening
    case 0x2600...0x27BF, 0x2E80...0xA4CF, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFFEF, 0x1F000...0x1FAFF,
      0x20000...0x3FFFF:
      self = .ideograph
    default: self = .letter
    }
  }

  /// Whether a word that is too long for a line may be broken between this and the next.
  func parts(from next: BreakRole) -> Bool {
    self != .head && self != .joint && next != .tail && next != .joint && next != .echo
  }

  /// Whether a line may end between this and the next; spaces are the caller's.
  func breaks(before next: BreakRole) -> Bool {
    switch (self, next) {
    case (.glue, _), (_, .glue), (_, .closing), (_, .mark), (_, .hyphen), (.opening, _), (.space, _): false
    case (.ideograph, _), (.closing, _), (_, .ideograph), (_, .opening): self != .mark
    case (.hyphen, .letter), (.hyphen, .head): true
    default: false
    }
  }
}

extension BreakRole {
  /// What a letter with all its signs means in a script that shows its syllables in them; `lone` is what its first scalar
  /// alone does.
  init(syllable bytes: Span<UInt8>, from start: Int, to end: Int, lone: BreakRole, after previous: BreakRole) {
    self = lone
    guard lone == .letter else { return }
    var offset = start
    let lead = scalar(in: bytes, at: &offset)
    let isAlone = offset == end
    var last = lead
    var (endsSyllable, stacks) = (false, false)
    while offset < end {
      last = scalar(in: bytes, at: &offset)
      endsSyllable = endsSyllable || last == 0x103A
      stacks = stacks || last == 0x1039
    }
    switch lead {
    // Vowels and signs of Burmese that are letters of their own to Unicode.
    case 0x102B...0x103E, 0x1056...0x1059, 0x105E...0x1060, 0x1062...0x1064, 0x1067...0x106D, 0x1082...0x108D:
      self = .tail
    case 0x1000...0x109F, 0xA9E0...0xA9FF, 0xAA60...0xAA7F:
      if stacks { self = .joint } else if endsSyllable { self = .tail }
    case 0xE01...0xE2E, 0xE81...0xEAE, 0x1780...0x17A2:
      // R, l and w behind a consonant may belong to it, as in เครื่อง.
      let isSecond = previous == .tail && (lead == 0xE23 || lead == 0xE25 || lead == 0xE27)
      if isSecond || isAlone && !Self.takesVowel(bytes, at: end) {
        self = .tail
      } else if Self.isVirama(last) {
        self = .head
      }
    default:
      if !isAlone, Self.isVirama(last) { self = .head }
    }
  }

  /// Whether a vowel of Thai or Lao follows that is written behind its consonant, which then begins a syllable.
  private static func takesVowel(_ bytes: Span<UInt8>, at end: Int) -> Bool {
    var offset = end
    guard end < bytes.count else { return false }
    return BreakRole(of: scalar(in: bytes, at: &offset), after: .letter) == .tail
  }

  /// Whether the sign takes the vowel from its letter, so that the next one is written below or beside it.
  private static func isVirama(_ value: UInt32) -> Bool {
    guard value >= 0x900, let scalar = Unicode.Scalar(value) else { return false }
    return scalar.properties.canonicalCombiningClass == .virama
  }
}
