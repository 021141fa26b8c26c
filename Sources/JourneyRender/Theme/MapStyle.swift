internal import JourneyLayout

/// One rule of a style sheet whose colours depend on the theme.
private struct Paint {
  let selector: String
  var fill: Theme.ColourRole?
  var stroke: Theme.ColourRole?
  /// Declarations that are the same light and dark.
  var more = ""

  init(_ selector: String, fill: Theme.ColourRole? = nil, stroke: Theme.ColourRole? = nil, _ more: String = "") {
    self.selector = selector
    self.fill = fill
    self.stroke = stroke
    self.more = more
  }

  func css(_ theme: Theme, dark: Bool) -> String {
    var declarations: [String] = []
    if let fill { declarations.append("fill:" + theme.color(fill, dark: dark)) }
    if let stroke { declarations.append("stroke:" + theme.color(stroke, dark: dark)) }
    if !dark, !more.isEmpty { declarations.append(more) }
    return declarations.isEmpty ? "" : selector + "{" + declarations.joined(separator: ";") + "}"
  }
}

extension Theme {
  /// Names of fonts as CSS takes them; the last ones stand in where the reader has none of the others.
  var fontFamily: String { fonts.map { "\"\($0)\"," }.joined() + "system-ui,\"Noto Sans\",sans-serif" }

  /// The map's style sheet: light; dark on screens that ask for it; the system's colours where they are forced.
  ///
  /// Print is always light. Every selector begins with the map's own class, so that it changes nothing else on a page.
  package var mapStyle: String {
    let paints = Self.shapes + Self.texts
    let scope = { (css: [String]) in css.filter { !$0.isEmpty }.map { ".waymark \($0)" }.joined(separator: "\n") }
    return """

      .waymark{direction:ltr}
      .waymark text{font-family:\(fontFamily);font-kerning:none;font-variant-ligatures:none;\(Self.font(of: .note));fill:\(color(.ink, dark: false))}
      \(scope(TextStyle.allCases.filter(\.isOnPages).compactMap(Self.fontRule) + TextBlock.Anchor.rules))
      \(scope(paints.map { $0.css(self, dark: false) } + tiles(dark: false)))
      @media screen and (prefers-color-scheme:dark){
      .waymark text{fill:\(color(.ink, dark: true))}
      \(scope(paints.map { $0.css(self, dark: true) } + tiles(dark: true)))
      }
      @media (forced-colors:active){
      .waymark text{fill:CanvasText}
      .waymark .paper{fill:Canvas}
      .waymark .halo{stroke:Canvas}
      .waymark rect:not(.paper){fill:Canvas;stroke:CanvasText}
      .waymark path,.waymark circle{stroke:CanvasText}
      .waymark .phase-a,.waymark .phase-b{fill:Canvas}
      .waymark .l1,.waymark .l2,.waymark .l3,.waymark .l4,.waymark .l5,.waymark .head{fill:CanvasText}
      .waymark .sign,.waymark .arrow,.waymark .hand-off,.waymark .channel-line{fill:none}
      .waymark .tile{fill:Canvas!important}
      .waymark rect.l1,.waymark rect.l2,.waymark rect.l3,.waymark rect.l4,.waymark rect.l5,.waymark rect.plain{fill:Highlight}
      }
      @media print{
      .waymark{print-color-adjust:exact;-webkit-print-color-adjust:exact}
      }

      """
  }

  /// The same for sheets on a wall and slides, which are read from a distance.
  package var wallStyle: String {
    mapStyle
      + TextStyle.allCases.filter { !$0.isOnPages }.compactMap(Self.fontRule).map { ".waymark \($0)\n" }.joined()
  }

  /// The grounds of figures: the outer levels in their own colour, the others in one between it and the paper, and on
  /// each the ink that stands out most. A figure of few answers is on paper, in a frame of that colour.
  private func tiles(dark: Bool) -> [String] {
    let paper = color(.paper, dark: dark)
    return [ColourRole.level1, .level2, .level3, .level4, .level5].enumerated().flatMap { index, role in
      let own = color(role, dark: dark)
      let (ground, ink) = tile(of: index + 1, dark: dark)
      return [
        ".tile.l\(index + 1){fill:\(ground)}", ".on-l\(index + 1) text{fill:\(ink)}",
        ".on-l\(index + 1) .sign{stroke:\(ink)}",
        ".few.l\(index + 1){fill:\(paper);stroke:\(own);stroke-width:1.5;stroke-dasharray:3 2}",
        ".few.l\(index + 1)+.on-l\(index + 1) text{fill:\(color(.ink, dark: dark))}",
        ".few.l\(index + 1)+.on-l\(index + 1) .sign{stroke:\(own)}",
      ]
    }
  }

  /// The ground of a level's tile, from 1 for far below the target to 5, and the ink on it.
  func tile(of level: Int, dark: Bool) -> (ground: String, ink: String) {
    let roles = [ColourRole.level1, .level2, .level3, .level4, .level5]
    let own = color(roles[(level - 1).clamped(to: 0...4)], dark: dark)
    let ground =
      level == 1 || level == 5 ? own : Contrast.mixed(own, 0.32, with: color(.paper, dark: dark))
    return (ground, Contrast.clearest(of: [color(.ink, dark: false), "#ffffff"], on: ground))
  }

  /// Nil for the style that texts have without a class.
  private static func fontRule(_ style: TextStyle) -> String? {
    style.className.map { ".\($0){\(font(of: style))}" }
  }

  private static func font(of style: TextStyle) -> String {
    let font = style.font
    return "font-size:\(Int(font.size))px;font-weight:\(font.weight.css)\(font.isItalic ? ";font-style:italic" : "")"
  }

  /// Keeps a text legible on the lines that run behind it.
  private static let halo = "stroke-width:4;stroke-linejoin:round;fill:none"

  private static let texts = [
    Paint(".subtitle", fill: .muted), Paint(".chip-label", fill: .muted), Paint(".caption", fill: .muted),
    Paint(".arrow-label", fill: .muted), Paint(".owner", fill: .owner), Paint(".leaving", fill: .level1),
    Paint(".thought", fill: .ink),
    Paint(".halo", stroke: .paper, halo),
  ]

  /// A level's sign is drawn, not filled.
  private static let sign = "fill:none;stroke-width:1.8"

  private static let shapes = [
    Paint(".paper", fill: .paper), Paint(".chip", fill: .chip),
    Paint(".phase-a", fill: .phaseA), Paint(".phase-b", fill: .phaseB),
    Paint(".card-box", fill: .card, stroke: .cardLine, "stroke-width:1.2"),
    Paint(".aside", "stroke-dasharray:5 4"),
    Paint(".badge-box", fill: .paper, stroke: .ink, "stroke-width:1.5"),
    Paint(".arrow", stroke: .arrow, "fill:none;stroke-width:1.6"),
    Paint(".s1", "stroke-width:2.4"), Paint(".s2", "stroke-width:3.2"), Paint(".s3", "stroke-width:4.2"),
    Paint(".s4", "stroke-width:5.2"), Paint(".s5", "stroke-width:6.2"), Paint(".s6", "stroke-width:7.2"),
    Paint(".faint", "stroke-width:1.2;stroke-dasharray:2 4"),
    Paint(".back-line", stroke: .level1, "stroke-width:1.3;stroke-dasharray:5 3"),
    Paint(".head", fill: .arrow), Paint(".back-head", fill: .level1),
    Paint(".hand-off", stroke: .curve, "fill:none;stroke-width:1.2"),
    Paint(".worse", stroke: .level1, "stroke-width:2.4"),
    Paint(".block", fill: .track), Paint(".helper", fill: .paper, stroke: .cardLine, "stroke-dasharray:3 2"),
    Paint(".truth", fill: .truth), Paint(".action-sign", fill: .target),
    Paint(".link-box", fill: .card), Paint(".link-sign", stroke: .path, "fill:none;stroke-width:1.8"),
    Paint(".channel-line", stroke: .path, "fill:none;stroke-width:1.3;stroke-linejoin:round"),
    Paint(".rule", stroke: .rule, "fill:none"), Paint(".dashed", stroke: .muted, "stroke-dasharray:7 5"),
    Paint(".grid", stroke: .grid, "fill:none"),
    Paint(".felt", fill: .paper, stroke: .feeling, "stroke-width:1.5;stroke-linecap:round"),
    Paint(".unknown", fill: .paper, stroke: .muted, "stroke-width:1.2;stroke-dasharray:2 2"),
    Paint(".before", fill: .paper, stroke: .muted, "stroke-width:1.2"),
    Paint(".moved", stroke: .muted, "fill:none;stroke-width:1.6"),
    Paint(".target", stroke: .target, "fill:none;stroke-width:1.5;stroke-dasharray:2 3"),
    Paint(".whisker", stroke: .muted, "fill:none;stroke-width:1.3"),
    Paint(".node", stroke: .paper, "stroke-width:2"),
    Paint(".indicative", stroke: .muted, "stroke-width:1.5;stroke-dasharray:2 2"),
    Paint(".track", fill: .track), Paint(".plain", fill: .curve),
    Paint(".old", fill: .paper, stroke: .curve, "stroke-width:1.5;stroke-dasharray:3 2"),
    Paint(".l1", fill: .level1), Paint(".l2", fill: .level2), Paint(".l3", fill: .level3), Paint(".l4", fill: .level4),
    Paint(".l5", fill: .level5),
    Paint(".sign.l1", stroke: .level1, sign), Paint(".sign.l2", stroke: .level2, sign),
    Paint(".sign.l3", stroke: .level3, sign), Paint(".sign.l4", stroke: .level4, sign),
    Paint(".sign.l5", stroke: .level5, sign), Paint(".l0", fill: .track),
    Paint(".box", stroke: .cardLine, "fill:none"), Paint(".not-asked", stroke: .rule, "stroke-dasharray:4 4"),
    Paint(".undated-open", "stroke-dasharray:8 3"),
    Paint(".no-data", "stroke-dasharray:1 4;stroke-linecap:round"), Paint(".hidden", fill: .track, stroke: .track),
    Paint(".sparkline", stroke: .curve, "fill:none;stroke-width:1.5"),
    Paint(".frontstage", fill: .stage), Paint(".backstage", fill: .stage), Paint(".support", fill: .stage),
    Paint(".system", fill: .stage, stroke: .rule), Paint(".pain", fill: .pain), Paint(".idea", fill: .idea),
    Paint(".action", fill: .action), Paint(".done", fill: .done),
  ]
}
