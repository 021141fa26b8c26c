package import JourneySource

/// How well one colour can be told from another, and what of a theme cannot be read.
///
/// The formulas are WCAG 2.2's: relative luminance, and contrast as a ratio from 1 to 21.
enum Contrast {
  /// Text needs 4.5, a shape that carries a meaning 3 (success criteria 1.4.3 and 1.4.11).
  enum Need: Double {
    case text = 4.5
    case shape = 3
  }

  struct ColourPair {
    let front: Theme.ColourRole
    let ground: Theme.ColourRole
    let need: Need
  }

  /// What stands on what.
  static let pairs: [ColourPair] = {
    func pairs(_ fronts: [Theme.ColourRole], on grounds: [Theme.ColourRole], _ need: Need) -> [ColourPair] {
      fronts.flatMap { front in grounds.map { ColourPair(front: front, ground: $0, need: need) } }
    }
    let notes: [Theme.ColourRole] = [.paper, .card, .chip, .stage, .pain, .idea, .action, .done]
    return pairs([.ink, .muted], on: notes, .text) + pairs([.ink], on: [.phaseA, .phaseB], .text)
      + pairs([.owner], on: [.paper, .card], .text) + pairs([.path], on: [.paper, .chip], .text)
      + pairs(
        [
          .arrow, .handOff, .truth, .target, .feeling, .cardLine, .level1, .level2, .level3, .level4, .level5,
        ], on: [.paper], .shape)
  }()

  /// From 1, the same, to 21, black on white; of colours `#rrggbb`.
  static func ratio(_ one: String, _ other: String) -> Double {
    let (a, b) = (luminance(components(one)), luminance(components(other)))
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  /// The nearest colour on the way from `color` to black or to white that stands out from `ground` as needed.
  static func mended(_ color: String, on ground: String, need: Need) -> String {
    let end = luminance(components(ground)) > 0.18 ? 0.0 : 255
    for step in 1...100 {
      let part = Double(step) / 100
      let mixed = hex(components(color).map { $0 + (end - $0) * part })
      if ratio(mixed, ground) >= need.rawValue { return mixed }
    }
    return hex([end, end, end])
  }

  /// So much of one colour, the rest of the other.
  static func mixed(_ color: String, _ part: Double, with other: String) -> String {
    hex(zip(components(color), components(other)).map { $0 * part + $1 * (1 - part) })
  }

  /// Of some inks the one that stands out most from a ground.
  static func clearest(of inks: [String], on ground: String) -> String {
    inks.max { ratio($0, ground) < ratio($1, ground) } ?? "#000000"
  }

  private static func components(_ color: String) -> [Double] {
    let number = Int(color.dropFirst(), radix: 16) ?? 0
    return [number >> 16 & 0xFF, number >> 8 & 0xFF, number & 0xFF].map(Double.init)
  }

  private static func hex(_ components: [Double]) -> String {
    "#"
      + components.map { component in
        let digits = String(Int(component.rounded()), radix: 16)
        return digits.utf8.count == 1 ? "0" + digits : digits
      }.joined()
  }

  private static func luminance(_ components: [Double]) -> Double {
    let linear = components.map { component in
      let value = component / 255
      return value <= 0.04045 ? value / 12.92 : power((value + 0.055) / 1.055)
    }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }

  /// The power of 2.4 of what lies between 0 and 1: the fifth root of the twelfth power, by Newton's method.
  private static func power(_ value: Double) -> Double {
    let square = value * value
    let twelfth = square * square * square * square * square * square
    var root = square
    for _ in 0..<20 {
      let fourth = root * root * root * root
      guard fourth > 0 else { return root }
      root += (twelfth / fourth - root) / 5
    }
    return root
  }
}

extension Theme {
  /// What the lines of a theme file make too hard to see: for each line and mode the worst.
  ///
  /// - Parameter spans: where the file sets a role, beside `ColourRole.allCases`.
  func lowContrasts(settingAt spans: [Span?]) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for isDark in [false, true] {
      var worst: [(pair: Contrast.ColourPair, ratio: Double, others: Int)?] = Array(repeating: nil, count: spans.count)
      for pair in Contrast.pairs {
        let ratio = Contrast.ratio(color(pair.front, dark: isDark), color(pair.ground, dark: isDark))
        // Rounded as it is written, so that no one is told that 4.5 is less than 4.5.
        guard (ratio * 10).rounded() / 10 < pair.need.rawValue else { continue }
        let culprit = spans[pair.front.index] != nil ? pair.front.index : pair.ground.index
        guard spans[culprit] != nil else { continue }
        if let before = worst[culprit] {
          let isWorse = ratio / pair.need.rawValue < before.ratio / before.pair.need.rawValue
          worst[culprit] = (isWorse ? pair : before.pair, isWorse ? ratio : before.ratio, before.others + 1)
        } else {
          worst[culprit] = (pair, ratio, 0)
        }
      }
      for (span, found) in zip(spans, worst) {
        guard let span, let found else { continue }
        findings.append(.lowContrast(found.pair, found.ratio, others: found.others, of: self, dark: isDark, at: span))
      }
    }
    return findings.sorted { ($0.span?.start ?? 0) < ($1.span?.start ?? 0) }
  }
}

extension Diagnostic {
  fileprivate static func lowContrast(
    _ pair: Contrast.ColourPair, _ ratio: Double, others: Int, of theme: Theme, dark: Bool, at span: Span
  ) -> Self {
    let (front, ground) = (pair.front.rawValue, pair.ground.rawValue)
    let what = pair.need == .text ? "text needs 4.5" : "a shape needs 3"
    let more = others == 0 ? "" : "; \(others) more \(others == 1 ? "pair is" : "pairs are") too low"
    let mended = Contrast.mended(
      theme.color(pair.front, dark: dark), on: theme.color(pair.ground, dark: dark), need: pair.need)
    return Diagnostic(
      .lowContrast, at: span,
      "\"\(front)\" on \"\(ground)\" has a contrast of \(shown(ratio)), but \(what), \(dark ? "dark" : "light")\(more)",
      help: "\(front) \(mended) is enough; or choose another colour for \"\(ground)\"")
  }

  /// `3.9`.
  private static func shown(_ ratio: Double) -> String {
    let tenths = Int((ratio * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}

extension Rule {
  /// Colours of a theme that not everyone can tell apart. Its example is a theme, not a journey.
  package static let lowContrast = Rule(
    "low-contrast", .warning, "Two colours of a theme are so alike that not everybody can read them.",
    why: """
      WCAG 2.2 asks for a contrast of 4.5 between text and its background, and of 3 for shapes that carry a meaning. \
      Waymark measures every pair that occurs on maps and pages, light and dark. For each line it reports the worst \
      pair and the nearest colour that would do. It still draws the maps.
      """,
    example: "muted #a5acba #6b7280\n",
    instead: "muted #55617a #a9b4c8\n")
}
