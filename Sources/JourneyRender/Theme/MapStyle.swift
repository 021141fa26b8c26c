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
      .waymark text{font-family:\(fontFamily);font-kerning:none;font-variant-ligatures:none;fill:\(color(.ink, dark: false))}
      \(scope(TextStyle.allCases.map(Self.fontRule)))
      \(scope(paints.map { $0.css(self, dark: false) }))
      @media screen and (prefers-color-scheme:dark){
      .waymark text{fill:\(color(.ink, dark: true))}
      \(scope(paints.map { $0.css(self, dark: true) }))
      }
      @media (forced-colors:active){
      .waymark text{fill:CanvasText}
      .waymark .paper{fill:Canvas}
      .waymark .halo{stroke:Canvas}
      .waymark rect:not(.paper){fill:Canvas;stroke:CanvasText}
      .waymark path,.waymark circle{stroke:CanvasText}
      .waymark .phase-a,.waymark .phase-b{fill:Canvas}
      .waymark .l1,.waymark .l2,.waymark .l3,.waymark .l4,.waymark .l5,.waymark .head{fill:CanvasText}
      .waymark rect.l1,.waymark rect.l2,.waymark rect.l3,.waymark rect.l4,.waymark rect.l5,.waymark rect.plain{fill:Highlight}
      }
      @media print{
      .waymark{print-color-adjust:exact;-webkit-print-color-adjust:exact}
      }

      """
  }

  private static func fontRule(_ style: TextStyle) -> String {
    let font = style.font
    return
      ".\(style.className){font-size:\(Int(font.size))px;font-weight:\(font.weight.css)\(font.isItalic ? ";font-style:italic" : "")}"
  }

  /// Keeps a text legible on the lines that run behind it.
  private static let halo = "stroke-width:4;stroke-linejoin:round;fill:none"

  private static let texts = [
    Paint(".subtitle", fill: .muted), Paint(".chip-label", fill: .muted), Paint(".caption", fill: .muted),
    Paint(".arrow-label", fill: .muted), Paint(".owner", fill: .owner), Paint(".thought", fill: .ink),
    Paint(".halo", stroke: .paper, halo),
  ]

  private static let shapes = [
    Paint(".paper", fill: .paper), Paint(".chip", fill: .chip),
    Paint(".phase-a", fill: .phaseA), Paint(".phase-b", fill: .phaseB),
    Paint(".card-box", fill: .card, stroke: .cardLine, "stroke-width:1.2"),
    Paint(".aside", "stroke-dasharray:5 4"),
    Paint(".arrow", stroke: .arrow, "fill:none;stroke-width:1.5"),
    Paint(".s1", "stroke-width:2.25"), Paint(".s2", "stroke-width:3.25"), Paint(".s3", "stroke-width:4.25"),
    Paint(".s4", "stroke-width:5.25"), Paint(".s5", "stroke-width:6"),
    Paint(".head", fill: .arrow), Paint(".hand-off", fill: .handOff),
    Paint(".entry-box", fill: .card, stroke: .arrow),
    Paint(".exit-box", fill: .card, stroke: .arrow, "stroke-dasharray:3 3"),
    Paint(".truth", fill: .truth), Paint(".survey", stroke: .path, "fill:none;stroke-width:1.5"),
    Paint(".survey-dot", fill: .path), Paint(".action-sign", fill: .target),
    Paint(".link-box", fill: .card), Paint(".link-sign", stroke: .path, "fill:none;stroke-width:1.8"),
    Paint(".rule", stroke: .rule, "fill:none"), Paint(".dashed", stroke: .muted, "stroke-dasharray:7 5"),
    Paint(".grid", stroke: .grid, "fill:none"),
    Paint(".channel-path", stroke: .path, "fill:none;stroke-width:2"),
    Paint(".channel-node", fill: .paper, stroke: .path, "stroke-width:1.8"),
    Paint(".minor", "stroke-dasharray:2 1.5"),
    Paint(".answers", stroke: .curve, "fill:none;stroke-width:2.5"),
    Paint(".gap", stroke: .curve, "fill:none;stroke-width:1.2;stroke-dasharray:2 5"),
    Paint(".feeling", stroke: .feeling, "fill:none;stroke-width:2;stroke-dasharray:6 4"),
    Paint(".v1", "stroke-dasharray:2 3"), Paint(".v2", "stroke-dasharray:10 3 2 3"),
    Paint(".v3", "stroke-dasharray:14 4"), Paint(".v4", "stroke-dasharray:2 3 2 8"),
    Paint(".felt", fill: .paper, stroke: .feeling, "stroke-width:1.8"),
    Paint(".target", stroke: .target, "fill:none;stroke-width:1.5;stroke-dasharray:2 3"),
    Paint(".whisker", stroke: .muted, "fill:none;stroke-width:1.2"),
    Paint(".node", stroke: .paper, "stroke-width:2"),
    Paint(".indicative", stroke: .muted, "stroke-width:1.5;stroke-dasharray:2 2"),
    Paint(".track", fill: .track), Paint(".plain", fill: .curve),
    Paint(".old", fill: .paper, stroke: .curve, "stroke-width:1.5;stroke-dasharray:3 2"),
    Paint(".l1", fill: .level1), Paint(".l2", fill: .level2), Paint(".l3", fill: .level3), Paint(".l4", fill: .level4),
    Paint(".l5", fill: .level5),
    Paint(".box", stroke: .cardLine, "fill:none"), Paint(".not-asked", stroke: .rule, "stroke-dasharray:4 4"),
    Paint(".undated-open", "stroke-dasharray:8 3"),
    Paint(".no-data", "stroke-dasharray:1 4;stroke-linecap:round"), Paint(".hidden", fill: .track, stroke: .track),
    Paint(".sparkline", stroke: .curve, "fill:none;stroke-width:1.5"), Paint(".sparkline-end", fill: .path),
    Paint(".frontstage", fill: .stage), Paint(".backstage", fill: .stage), Paint(".support", fill: .stage),
    Paint(".system", fill: .stage, stroke: .rule), Paint(".pain", fill: .pain), Paint(".idea", fill: .idea),
    Paint(".action", fill: .action), Paint(".done", fill: .done),
  ]
}
