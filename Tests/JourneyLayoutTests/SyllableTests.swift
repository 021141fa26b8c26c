import Testing

@testable import JourneyLayout

/// Where words may be broken that are too long for a line: never within a syllable, as far as letters show it.
@Suite struct SyllableTests {
  private let font = TextStyle.card.font

  /// The lines when each may hold hardly more than one cluster: every place where the text can be broken.
  private func parts(_ text: String) -> [String] {
    var parts: [String] = []
    var previous = BreakRole.newline
    eachCluster(of: text, in: font) { cluster in
      let bytes = Array(text.utf8)[cluster.start..<cluster.end]
      let letters = String(decoding: bytes, as: UTF8.self)
      if previous == .newline || previous.parts(from: cluster.role) && previous != .space {
        parts.append(letters)
      } else {
        parts[parts.count - 1] += letters
      }
      previous = cluster.role
      return true
    }
    return parts
  }

  @Test(
    arguments: [
      // Khmer: the sign U+17D2 sets the next consonant below; a bare consonant ends its syllable.
      "អ|តិ|ថិជន|ចូល|ទៅ|ក្នុង|ហាង", "ភ្នំ|ពេញ",
      // Burmese: U+103A ends a syllable, U+1039 stacks the next letter.
      "ကမ္ဘာ့|စက္ကူ|ပစ္စည်း|ဆိုင်", "ဗုဒ္ဓ|ဘာ|သာ|ဝန်|ဆောင်|မှု", "မြန်|မာ",
      // Gurmukhi and Javanese: a letter with a virama goes with the next.
      "ਪ੍ਰ|ਸ਼ਾ|ਸ|ਨ", "ꦏꦸ|ꦭ|ꦮꦂ|ꦒ", "ꦱꦼ|ꦏ꧀ꦱ",
      // Thai and Lao: a vowel before its consonant, consonant clusters, final consonants.
      "ลูก|ค้า|สั่ง|เครื่อง|ดื่ม", "ลูก|ค้า", "ສະ|ບາຍ|ດີ",
    ])
  func `a word is broken between syllables`(syllables: String) {
    let text = syllables.replacing("|", with: "")
    #expect(parts(text).joined(separator: "|") == syllables)
  }

  @Test func `a sign that repeats a word does not start a line`() {
    let text = "เครื่องดื่ม ๆ ไป"
    for width in stride(from: 10.0, through: 160, by: 3) {
      let lines = wrap(text, to: width, in: font).lines.map(\.text)
      // Nothing helps where not even the last syllable fits beside it.
      let fits = JourneyLayout.width(of: "ดื่ม ๆ", in: font) <= width
      #expect(!lines.contains { $0.hasPrefix("ๆ") } || !fits, "\(width): \(lines)")
    }
  }

  @Test(arguments: [
    "Donau\u{AD}dampf\u{AD}schiff", "Ver\u{AD}sicherungs\u{AD}be\u{AD}stätigung", "a\u{AD}b", "\u{AD}ab\u{AD}",
    "ab\u{AD} cd",
  ])
  func `a soft hyphen is drawn where a line ends, and nowhere else`(text: String) {
    let plain = text.replacing("\u{AD}", with: "")
    for limit in stride(from: 20.0, through: 240, by: 4) {
      let lines = wrap(text, to: limit, in: font).lines
      #expect(!lines.contains { $0.text.contains("\u{AD}") })
      let joined = lines.map { $0.text.hasSuffix("-") ? String($0.text.dropLast()) : $0.text + " " }.joined()
      #expect(joined.replacing(" ", with: "") == plain.replacing(" ", with: ""), "\(limit): \(lines.map(\.text))")
      for line in lines where line.text.hasSuffix("-") {
        #expect(line.width <= limit && abs(width(of: line.text, in: font) - line.width) < 0.02, "\(line)")
      }
    }
    #expect(wrap("Donau\u{AD}dampf\u{AD}schiff", to: 75, in: font).lines.first?.text.hasSuffix("-") == true)
    #expect(wrap(text, to: 500, in: font).lines.map(\.text) == [plain])
  }
}
