internal import JourneyDiff
internal import JourneyMetrics
internal import JourneyModel

/// The changed part of a journey as a small flow chart that GitHub and GitLab draw: changed touchpoints and their
/// neighbours, with signs in the labels and no colours.
struct MermaidChanges {
  private let before: Journey?
  private let after: Journey?
  private let journey: JourneyDifference
  private static let most = 12

  init(_ difference: WorkspaceDifference, _ journey: JourneyDifference) {
    before = journey.from.map { difference.before.workspace[$0] }
    after = journey.to.map { difference.after.workspace[$0] }
    self.journey = journey
  }

  /// Empty where no touchpoint changed, or where the journey is new, gone or another one.
  var text: String {
    guard let before, let after, !journey.isAnother else { return "" }
    let signs = signs
    let columns = journey.columns
    func title(_ column: ComparedColumn) -> (String, String) {
      let touchpoint = column.new.map { after.touchpoints[$0] } ?? column.old.map { before.touchpoints[$0] }
      return (touchpoint?.name ?? "", touchpoint?.title ?? "")
    }
    let changed = columns.indices.filter { signs[title(columns[$0]).0] != nil }
    guard !changed.isEmpty else { return "" }
    var shown: [Int] = []
    for index in changed {
      for place in [index - 1, index, index + 1] where columns.indices.contains(place) && !shown.contains(place) {
        shown.append(place)
      }
      if shown.count >= Self.most { break }
    }
    shown = Array(shown.prefix(Self.most).sorted())
    var text = "```mermaid\nflowchart LR\n"
    for index in shown {
      let (name, title) = title(columns[index])
      text += "  t\(index)[\"\(signs[name].map { $0 + " " } ?? "")\(Self.label(title))\"]\n"
    }
    for (one, next) in zip(shown, shown.dropFirst()) {
      let isGone = columns[one].new == nil || columns[next].new == nil
      text += "  t\(one) \(isGone || next > one + 1 ? "-.-" : "-->") t\(next)\n"
    }
    return text + "```\n\n"
  }

  /// By the name of a touchpoint: the first sign of what happened to it.
  private var signs: [String: String] {
    var signs: [String: String] = [:]
    for change in journey.changes where change.subject.kind == .touchpoint && change.code.kind != .text {
      guard change.code != .noClearChange, signs[change.subject.name] == nil else { continue }
      signs[change.subject.name] = change.code.sign
    }
    return signs
  }

  /// Letters, digits and plain signs: nothing that Mermaid or a page could take for more than text.
  private static func label(_ text: String) -> String {
    let plain = text.unicodeScalars.map { scalar -> Character in
      scalar.properties.isAlphabetic || scalar.properties.numericType != nil || " -,.?".unicodeScalars.contains(scalar)
        ? Character(scalar) : " "
    }
    return String(plain.prefix(40))
  }
}
