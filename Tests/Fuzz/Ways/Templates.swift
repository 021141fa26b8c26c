import JourneyMetrics
import JourneyModel
import JourneyRender
import JourneyReview
import JourneySource
import JourneySyntax
import Markup
import Templates

/// The first byte chooses what the rest is: a page template of one of three kinds, a logo, or a theme.
///
/// Findings have a place in the file, and what a template or theme was taken for makes pages that keep the promises.
func followTemplates(_ bytes: [UInt8]) throws(Broken) {
  guard let first = bytes.first else { return }
  let bytes = Array(bytes.dropFirst())
  switch first % 5 {
  case 3:
    let logo = Logo.parse(bytes, words: "A logo", file: FileID(0), at: Span(FileID(0), 0, 0), named: "logo.svg")
    try hold(logo.diagnostics, within: bytes)
    try hold((logo.value == nil) == !logo.diagnostics.isEmpty, "a logo is refused with findings, or taken without")
  case 4:
    let theme = Theme.parse(bytes, file: FileID(0), over: Pages.theme)
    try hold(theme.diagnostics, within: bytes)
    let rendering = Pages.rendering(theme.value)
    try hold(rendering.drawing(of: rendering.placed(rendering.views[0]), linksPages: false).svg, Pages.script)
  default:
    let kind = PageTemplate.PageKind.allCases[Int(first % 5)]
    let template = PageTemplate.parse(bytes, as: kind, file: FileID(0))
    try hold(template.diagnostics, within: bytes)
    guard let template = template.value else {
      return try hold(!template.diagnostics.isEmpty, "a template is refused without a finding")
    }
    let rendering = Pages.rendering(Pages.theme)
    let page =
      kind == .index ? rendering.index(template) : rendering.page(of: rendering.placed(rendering.views[0]), template)
    try hold(page.diagnostics, within: bytes)
    try hold(html(page.value), Pages.script)
  }
}

/// A page or drawing keeps what `docs/safety.md` promises; but a template may leave out the part that a link leads to.
private func hold(_ output: [UInt8], _ script: String) throws(Broken) {
  let found = violations(in: output, script: script).first { !$0.hasSuffix("which is not there") }
  if let found { throw Broken(promise: found) }
}

/// What templates and themes are tried on.
private enum Pages {
  static let script = String(decoding: Templates.script, as: UTF8.self)
  static let theme = Theme.parse(Templates.themes.first?.bytes ?? [], file: FileID(0), over: nil).value

  static func rendering(_ theme: Theme) -> Rendering {
    Rendering(
      workspace, journeys: [Journey.ID(0)], rankings: [rank(workspace.journeys[0], in: workspace.workspace)],
      theme: theme, script: script)
  }

  private static let workspace: AnnotatedWorkspace = {
    let journey = """
      channel web "Web"
      department shop "The <shop> & \\"more\\""
      journey coffee "Buying a coffee" {
        persona rita "Rita"
        phase before "Before" {
          touchpoint sign "Sees the sign" channel web owner shop feels +1 "Ah"
          touchpoint queue "Queues" channel web owner shop { pain "Long" }
        }
        action faster "Two tills" { for queue }
      }
      """
    let tally =
      "\(Tally.header)\ncoffee,queue,csat,1..5,2026-Q3,,survey,2,40,,\ncoffee,sign,csat,1..5,2026-Q3,,survey,4,60,,\n"
    let workspace = resolve([parse(Array(journey.utf8), file: FileID(0)).value]).value
    return score(workspace, [parseTally(Array(tally.utf8), file: FileID(1)).value]).value
  }()
}
