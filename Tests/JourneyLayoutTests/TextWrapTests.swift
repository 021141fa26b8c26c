import Testing

@testable import JourneyLayout

private let label = Font(size: 14)

private func lines(_ text: String, _ width: Double, most: Int = .max) -> [String] {
  wrap(text, to: width, in: label, most: most).lines.map(\.text)
}

/// Texts that look like what teams write, and texts that nobody should write.
private let texts = [
  "Fills in the application",
  "Calls the customer-service hot line/chat for help",
  "Donaudampfschifffahrtsgesellschaftskapitän",
  "two\nlines\n\nand a gap",
  "搭乗手続きを「オンライン」で済ませる。ゲートへ進む、そして待つ。",
  "고객 여정 지도를 그린다",
  "مرحبا بالعالم هذا نص طويل",
  "שלום עולם, הלקוח מחכה לתשובה",
  "สวัสดีชาวโลกนี่คือข้อความยาว",
  "👨‍👩‍👧‍👦👩🏽‍🚀🇩🇪🇫🇷🏴󠁧󠁢󠁥󠁮󠁧󠁿 family of flags ❤️‍🔥1️⃣",
  "e" + String(repeating: "\u{301}", count: 10_000) + " marks",
  String(repeating: "🇩🇪", count: 500),
  "a\u{A0}b\u{2060}c glue",
  "",
  " \n\t ",
  "  leading\tand \r\n trailing  ",
  "\u{3000}\u{3000}indent\u{200B}ed",
  "\u{0}\u{1B}[31m\u{7F}",
  "－－－",
]

@Test(arguments: [
  ("Fills in the application", 90.0, ["Fills in the", "application"]),
  ("Calls customer-service", 110.0, ["Calls customer-", "service"]),
  ("and/or", 30.0, ["and/", "or"]),
  ("state -2…+2 or 1/2", 60.0, ["state", "-2…+2", "or 1/2"]),
  ("Donaudampfschiff", 60.0, ["Donauda", "mpfschif", "f"]),
  ("two\nlines", 500.0, ["two", "lines"]),
  ("a\r\nb\u{2028}c\n\nd", 500.0, ["a", "b", "c", "", "d"]),
  ("漢字漢字。漢字", 56.5, ["漢字漢", "字。漢字"]),
  ("漢字「漢字」", 43.0, ["漢字", "「漢", "字」"]),
  ("고객 여정 지도", 60.0, ["고객 여정", "지도"]),
  ("  spaces \t between  ", 500.0, ["spaces between"]),
  ("100\u{A0}km to go", 50.0, ["100\u{A0}km", "to go"]),
])
func `lines end where a reader would end them`(text: String, width: Double, expected: [String]) {
  #expect(lines(text, width) == expected)
}

@Test func `a text that is cut ends with an ellipsis inside the width`() {
  let cut = wrap("Fills in the application form and waits", to: 90, in: label, most: 2)
  #expect(cut.lines.map(\.text) == ["Fills in the", "application…"])
  #expect(cut.isCut)
  #expect(lines("one two", 500, most: 1) == ["one two"])
  #expect(lines("one\ntwo", 500, most: 1) == ["one…"])
  #expect(lines("one two", 3, most: 1) == ["…"])
  #expect(wrap("one", to: 500, in: label, most: 0) == Wrapped(isCut: true))
}

@Test(arguments: texts.indices, [0.0, 5, 20, 63.7, 150, 1_000, .infinity])
func `lines fit, and together they are the text`(index: Int, width: Double) {
  let text = texts[index]
  let wrapped = wrap(text, to: width, in: label)
  #expect(!wrapped.isCut)
  for line in wrapped.lines {
    #expect(line.width <= width + 1e-9 || line.text.count == 1)
    #expect(line.width == JourneyLayout.width(of: line.text, in: label))
    #expect(!" \n\u{3000}".contains(line.text.first ?? "x") && !" \n\u{3000}".contains(line.text.last ?? "x"))
    #expect(wrap(line.text, to: width, in: label).lines == (line.text.isEmpty ? [] : [line]))
  }
  let letters = wrapped.lines.flatMap { $0.text.filter { !$0.isWhitespace && $0 != "\u{200B}" } }
  #expect(letters == plain(text).filter { !$0.isWhitespace && $0 != "\u{200B}" })
}

@Test(arguments: texts.indices, [0.0, 20, 63.7, 150])
func `a cut text has as many lines as asked for, each inside the width`(index: Int, width: Double) {
  for most in 1...3 {
    let whole = wrap(texts[index], to: width, in: label)
    let wrapped = wrap(texts[index], to: width, in: label, most: most)
    #expect(wrapped.isCut == (whole.lines.count > most))
    #expect(wrapped.lines.count == min(most, whole.lines.count))
    #expect(wrapped.lines.dropLast() == whole.lines.prefix(wrapped.lines.count).dropLast())
    for line in wrapped.lines {
      #expect(line.width <= width + 1e-9 || line.text.count == 1)
      #expect(abs(line.width - JourneyLayout.width(of: line.text, in: label)) < 1e-9)
    }
  }
}

@Test(arguments: [
  ("Hello", false), ("שלום Hello", true), ("12 مرحبا", true), ("Hello שלום", false), ("", false), ("٣ items", false),
  ("\u{200F}Hello", true), ("漢字 שלום", false),
])
func `the first letter with a direction decides the direction`(text: String, expected: Bool) {
  #expect(wrap(text, to: 100, in: label).isRightToLeft == expected)
}

@Test func `controls that turn the text around are left out, and marks stacked without end`() {
  #expect(plain("a\u{202E}b\u{2066}c\u{2069}d\u{200F}") == "abcd\u{200F}")
  #expect(plain("e" + String(repeating: "\u{301}", count: 10_000)).unicodeScalars.count == 7)
  #expect(plain("\u{2028} \r\n x \n\r\n y ") == "x\n\ny")
}

@Test func `a picture of several scalars is one picture wide`() {
  let one = width(of: "😀", in: label)
  for picture in ["👨‍👩‍👧‍👦", "🇩🇪", "👩🏽‍🚀", "❤️", "1️⃣", "🏴󠁧󠁢󠁥󠁮󠁧󠁿"] {
    #expect(width(of: picture, in: label) == one, "\(picture)")
  }
  #expect(width(of: "e" + String(repeating: "\u{301}", count: 10_000), in: label) == width(of: "e", in: label))
}
