internal import JourneyWords

/// Lines of a terminal, wrapped at 80 columns; what came from outside is escaped.
struct TextPage {
  let paint: TerminalPaint
  let words: Words
  private(set) var text = ""

  static let columns = 80

  init(paint: TerminalPaint, words: Words) {
    self.paint = paint
    self.words = words
  }

  /// The name of the whole, underlined.
  mutating func title(_ words: String) {
    let shown = visible(sentence: words)
    text += paint(shown, .bold) + "\n"
    text += String(repeating: "=", count: min(DisplayWidth.of(shown), Self.columns)) + "\n"
  }

  /// Begins a section after an empty line.
  mutating func section(_ words: String) { text += "\n" + paint(visible(sentence: words).uppercased(), .bold) + "\n" }

  mutating func blank() { text += "\n" }

  /// A line that is laid out already.
  mutating func verbatim(_ line: String) { text += line + "\n" }

  /// A paragraph; lines after the first stand `hanging` further in than `indent`.
  mutating func paragraph(_ words: String, indent: Int = 0, hanging: Int = 0, _ hue: TerminalPaint.Hue? = nil) {
    for (index, line) in wrapped(visible(sentence: words), indent: indent, hanging: hanging).enumerated() {
      let margin = String(repeating: " ", count: index == 0 ? indent : indent + hanging)
      text += margin + (hue.map { paint(line, $0) } ?? line) + "\n"
    }
  }

  /// What follows a label: `why: …`; lines after the first stand under it.
  mutating func labelled(_ label: String, _ words: String, indent: Int, _ hue: TerminalPaint.Hue? = nil) {
    paragraph(label + " " + words, indent: indent, hanging: DisplayWidth.of(label) + 1, hue)
  }

  /// `- words`.
  mutating func item(_ words: String, indent: Int = 2) { paragraph("- " + words, indent: indent, hanging: 2) }

  /// Words at the left and at the right end of a line, apart; on two lines where both do not fit.
  mutating func ends(_ left: String, _ right: String, _ hue: TerminalPaint.Hue? = nil) {
    let (left, right) = (visible(sentence: left), visible(sentence: right))
    let gap = Self.columns - DisplayWidth.of(left) - DisplayWidth.of(right)
    if gap >= 2 {
      text += (hue.map { paint(left, $0) } ?? left) + String(repeating: " ", count: gap) + right + "\n"
    } else {
      paragraph(left, hanging: 4, hue)
      paragraph(right, indent: 4)
    }
  }

  /// At spaces; a word that is longer than a line is cut.
  private func wrapped(_ words: String, indent: Int, hanging: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var width = 0
    func room() -> Int { Self.columns - indent - (lines.isEmpty ? 0 : hanging) }
    for word in words.split(separator: " ") {
      var rest = word[...]
      while true {
        let length = DisplayWidth.of(String(rest))
        if width + (line.isEmpty ? 0 : 1) + length <= room() {
          line += (line.isEmpty ? "" : " ") + rest
          width += (width == 0 ? 0 : 1) + length
          break
        }
        if !line.isEmpty {
          lines.append(line)
          (line, width) = ("", 0)
        } else {
          let head = Self.prefix(of: rest, columns: room())
          lines.append(String(head))
          rest = rest[head.endIndex...]
        }
      }
    }
    if !line.isEmpty || lines.isEmpty { lines.append(line) }
    return lines
  }

  /// As many characters as fit, one at least.
  private static func prefix(of text: Substring, columns: Int) -> Substring {
    var width = 0
    var end = text.startIndex
    while end < text.endIndex {
      width += DisplayWidth.of(text[end])
      if width > columns, end > text.startIndex { break }
      end = text.index(after: end)
    }
    return text[..<end]
  }
}
