import JourneyWords
import Testing

/// Numbers, times and directions as people read them.
@Suite struct NumberTests {
  @Test func `what is near nothing is nothing`() {
    #expect(
      Words.english.decimal(-0.3) == "0" && Words.english.decimal(-0.49) == "0" && Words.english.decimal(-0.5) == "−1")
    #expect(Words.english.decimal(-0.04, places: 1) == "0.0" && Words.english.decimal(-0.06, places: 1) == "−0.1")
    #expect(Words.english.decimal(-0.0) == "0" && Words.english.short(-0.001, places: 2) == "0")
  }

  @Test(arguments: [
    (0, "0 s"), (89, "89 s"), (90, "1.5 min"), (3600, "60 min"), (5399, "90 min"), (5400, "1.5 h"), (172_799, "48 h"),
    (172_800, "2 d"),
  ])
  func `a time is said in the unit that suits it`(seconds: Double, text: String) {
    #expect(Words.english.duration(seconds) == text)
  }

  @Test func `digits of any script say nothing of the direction`() {
    for digits in ["٣", "۳", "3"] {
      #expect(joined(["\(digits) a", "ש"], by: ", ").hasPrefix("\u{200E}"))
      #expect(joined(["\(digits) ש", "a"], by: ", ").hasPrefix("\u{200F}"))
    }
  }

  @Test(arguments: [
    ("ar", true), ("he-IL", true), ("fa", true), ("ur_PK", true), ("az-Arab-IR", true), ("pa-Arab", true),
    ("ar-Latn", false),
    ("en", false), ("de-1996", false), ("sr-Latn", false), ("", false), ("AR", true), ("ug-Cyrl", false),
  ]) func `is known by the language's tag`(tag: String, expected: Bool) {
    #expect(isRightToLeft(language: tag) == expected)
  }

  @Test func `keeps the order of what stands side by side`() {
    #expect(joined(["a", "b"], by: ", ") == "a, b")
    #expect(joined(["שלום"], by: ", ") == "שלום")
    #expect(
      joined(["with", "שלום", "3–5 d"], by: " · ")
        == "\u{200E}with\u{200E} · \u{200E}שלום\u{200E} · \u{200E}3–5 d\u{200E}")
    #expect(joined(["שלום", "18%"], by: " · ") == "\u{200F}שלום\u{200F} · \u{200F}18%\u{200F}")
    #expect(inside("مطعم") == "\u{200E}مطعم\u{200E}")
    #expect(inside("Wartet — 食堂") == "Wartet — 食堂")
  }
}
