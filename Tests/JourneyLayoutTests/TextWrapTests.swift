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
  ("ไปโรงแรมและเที่ยว", 30.0, ["ไป", "โรง", "แรม", "และ", "เที่ยว"]), ("ไป เที่ยว", 60.0, ["ไป เที่ยว"]),
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

/// Random texts with a taste for the letters that make trouble, the same in every run.
private func randomTexts(_ count: Int) -> [String] {
  let odd: [UInt32] = [
    0x0A, 0x0D, 0x09, 0x20, 0x20, 0x2D, 0x2F, 0xA0, 0xAD, 0x301, 0x5D0, 0x627, 0x93F, 0xE32, 0x1112, 0x1161, 0x200B,
    0x200D, 0x200F, 0x202E, 0x2028, 0x3000, 0x3002, 0x300C, 0x6F22, 0xFE0F, 0x1F1E9, 0x1F3FD, 0x1F469, 0xE0067, 0x20E3,
  ]
  var state: UInt64 = 42
  func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }
  return (0..<count).map { _ in
    var text = String.UnicodeScalarView()
    for _ in 0..<next(40) {
      let value =
        switch next(4) {
        case 0: UInt32(next(0x3000))
        case 1: odd[next(odd.count)]
        default: UInt32(0x61 + next(26))
        }
      if let scalar = Unicode.Scalar(value) { text.append(scalar) }
    }
    return String(text)
  }
}

@Test(arguments: [0.0, 14, 40, 90])
func `any text is wrapped into lines that fit and lose nothing`(width: Double) {
  for text in randomTexts(2_000) {
    expectLines(of: text, within: width)
    expectCutLines(of: text, within: width)
  }
}

@Test(arguments: texts.indices, [0.0, 5, 20, 63.7, 150, 1_000, .infinity])
func `lines fit, and together they are the text`(index: Int, width: Double) {
  expectLines(of: texts[index], within: width)
}

private func expectLines(of text: String, within width: Double) {
  let wrapped = wrap(text, to: width, in: label)
  #expect(!wrapped.isCut)
  for line in wrapped.lines {
    #expect(line.width <= width + 1e-9 || line.text.count == 1)
    #expect(line.width == JourneyLayout.width(of: line.text, in: label))
    #expect(!" \n\u{3000}".contains(line.text.first ?? "x") && !" \n\u{3000}".contains(line.text.last ?? "x"))
    #expect(wrap(line.text, to: width, in: label).lines == (line.text.isEmpty ? [] : [line]))
  }
  let drawn = wrapped.lines.flatMap { letters($0.text) }
  // A soft hyphen is drawn as a hyphen where it ends a line.
  let isSoft = text.unicodeScalars.contains("\u{AD}")
  #expect(
    isSoft ? drawn.filter { $0 != "-" } == letters(plain(text)).filter { $0 != "-" } : drawn == letters(plain(text)))
}

private func letters(_ text: String) -> [Unicode.Scalar] {
  text.unicodeScalars.filter { !$0.properties.isWhitespace && $0 != "\u{200B}" && $0 != "\u{AD}" }
}

@Test(arguments: texts.indices, [0.0, 20, 63.7, 150])
func `a cut text has as many lines as asked for, each inside the width`(index: Int, width: Double) {
  expectCutLines(of: texts[index], within: width)
}

private func expectCutLines(of text: String, within width: Double) {
  let whole = wrap(text, to: width, in: label)
  for most in 1...3 {
    let wrapped = wrap(text, to: width, in: label, most: most)
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
