import Foundation
import JourneyRender
import JourneySource
import Templates
import Testing

@Suite struct `A theme` {
  private func parse(_ text: String) -> Diagnosed<Theme> {
    Theme.parse(Array(text.utf8), file: FileID(0), over: .plain)
  }

  @Test(arguments: Templates.themes.map(\.name)) func `that comes along says every colour and nothing wrong`(
    name: String
  ) {
    let bytes = Templates.themes.first { $0.name == name }?.bytes ?? []
    #expect(Theme.parse(bytes, file: FileID(0), over: nil).diagnostics.isEmpty)
    let words = String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap {
      $0.split(separator: " ").first
    }
    for role in Theme.ColourRole.allCases { #expect(words.contains(Substring(role.rawValue)), "\(role.rawValue)") }
  }

  @Test(arguments: [
    "ink #fff;}url(//e) #000", "ink red blue", "ink #12345 #123456", "ink #123456", "font Comic Sans; }",
    "ik #123456 #123456", "\u{1F600}",
  ]) func `takes hex colours and listed fonts only`(line: String) {
    let theme = parse(line)
    #expect(theme.diagnostics.map(\.rule.code) == ["bad-theme"])
    #expect(theme.value.mapStyle == Theme.plain.mapStyle)
  }

  @Test func `may change a single colour`() {
    let theme = parse("# ours\npaper #FAF8F2 #111   # cream\n")
    #expect(theme.diagnostics.isEmpty)
    #expect(theme.value.mapStyle.contains("#faf8f2"))
    #expect(theme.value.mapStyle.contains("#111111"))
  }

  /// WCAG 2.2: 4.5:1 for text, 3:1 for shapes that carry a meaning.
  @Test(arguments: Templates.themes.map(\.name), [false, true]) func `is legible, light and dark`(
    name: String, dark: Bool
  ) {
    let theme = Theme.parse(Templates.themes.first { $0.name == name }?.bytes ?? [], file: FileID(0), over: nil).value
    for ground in [Theme.ColourRole.paper, .card, .chip, .stage, .pain, .idea, .action, .done] {
      for text in [Theme.ColourRole.ink, .muted] {
        #expect(contrast(theme, text, ground, dark) >= 4.5, "\(text) on \(ground)")
      }
    }
    for ground in [Theme.ColourRole.phaseA, .phaseB] { #expect(contrast(theme, .ink, ground, dark) >= 4.5) }
    for ground in [Theme.ColourRole.card, .paper] { #expect(contrast(theme, .owner, ground, dark) >= 4.5) }
    for shape in [
      Theme.ColourRole.arrow, .handOff, .truth, .path, .target, .feeling, .cardLine, .level1, .level2, .level3, .level4,
      .level5,
    ] { #expect(contrast(theme, shape, .paper, dark) >= 3, "\(shape)") }
  }

  private func contrast(_ theme: Theme, _ one: Theme.ColourRole, _ other: Theme.ColourRole, _ dark: Bool) -> Double {
    let luminances = [one, other].map { luminance(theme.color($0, dark: dark)) }
    return ((luminances.max() ?? 0) + 0.05) / ((luminances.min() ?? 0) + 0.05)
  }

  private func luminance(_ hex: String) -> Double {
    let number = Int(hex.dropFirst(), radix: 16) ?? 0
    let parts = [number >> 16, number >> 8 & 0xFF, number & 0xFF].map { part in
      let value = Double(part) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  @Test(arguments: [
    (
      "ink #777777 #e8ecf5",
      ["\"ink\" on \"phase-b\" has a contrast of 3.5, but text needs 4.5, light; 7 more pairs are too low"]
    ),
    (
      "paper #172033 #12161f",
      ["\"ink\" on \"paper\" has a contrast of 1.0, but text needs 4.5, light; 8 more pairs are too low"]
    ),
    ("level-3 #8a8a8a #1a1a1a", ["\"level-3\" on \"paper\" has a contrast of 1.0, but a shape needs 3, dark"]),
    ("ink #172033 #e8ecf5\npaper #ffffff #12161f", []), ("chip #fff #000", []),
  ]) func `that cannot be read says which colours, how far off, and what would do`(text: String, messages: [String]) {
    let theme = parse(text)
    #expect(theme.diagnostics.map(\.message) == messages)
    #expect(
      theme.diagnostics.allSatisfy { $0.rule.code == "low-contrast" && $0.severity == .warning && $0.span != nil })
    for finding in theme.diagnostics {
      // What the help says to write is enough.
      guard let help = finding.help, let color = help.split(separator: " ").first(where: { $0.hasPrefix("#") }) else {
        Issue.record("no help")
        continue
      }
      let role = help.prefix { $0 != " " }
      let isDark = finding.message.contains("dark")
      let old = theme.value.color(Theme.ColourRole(rawValue: String(role)) ?? .ink, dark: !isDark)
      let mended = parse(text + "\n\(role) " + (isDark ? "\(old) \(color)" : "\(color) \(old)"))
      #expect(mended.diagnostics.allSatisfy { !$0.message.hasPrefix(finding.message.prefix { $0 != "h" }) })
    }
  }
}
