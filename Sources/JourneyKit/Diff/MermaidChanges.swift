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
    func touchpoint(_ column: ComparedColumn) -> Touchpoint? {
      column.new.map { after.touchpoints[$0] } ?? column.old.map { before.touchpoints[$0] }
    }
    func sign(_ index: Int) -> String? { touchpoint(columns[index]).flatMap { signs[$0.name] } }
    let changed = columns.indices.filter { sign($0) != nil }
    guard !changed.isEmpty else { return "" }
    var shown = Set(changed.prefix(Self.most))
    for index in changed {
      for place in [index - 1, index + 1] where columns.indices.contains(place) && shown.count < Self.most {
        shown.insert(place)
      }
    }
    var text = "```mermaid\nflowchart LR\n"
    for index in shown.sorted() {
      let label = Self.label(touchpoint(columns[index])?.title ?? "")
      text += "  t\(index)[\"\(sign(index).map { $0 + " " } ?? "")\(label)\"]\n"
    }
    return text + arrows(after, shown) + "```\n\n"
  }

  /// The arrows of now between what is shown, and dashed the way over what is gone or left out.
  private func arrows(_ after: Journey, _ shown: Set<Int>) -> String {
    let columns = journey.columns
    var places: [Int: Int] = [:]
    for (index, column) in columns.enumerated() { column.new.map { places[$0] = index } }
    var text = ""
    var hasArrow: Set<Int> = []
    for arrow in after.arrows {
      guard case .touchpoint(let from) = arrow.from, case .touchpoint(let to) = arrow.to,
        let one = places[from.value], let next = places[to.value], shown.contains(one), shown.contains(next)
      else { continue }
      text += "  t\(one) --> t\(next)\n"
      hasArrow.insert(one)
      if next > one { hasArrow.formUnion((one..<next).filter { columns[$0].new != nil }) }
    }
    let order = shown.sorted()
    for (one, next) in zip(order, order.dropFirst()) where columns[next].new == nil || !hasArrow.contains(one) {
      text += "  t\(one) -.-> t\(next)\n"
    }
    return text
  }

  /// By the name of a touchpoint: the first sign of what happened to it.
  private var signs: [String: String] {
    var signs: [String: String] = [:]
    for kind in [ChangeClass.structure, .answers, .judgement, .responsibility, .facts, .assumptions] {
      for change in journey.changes where change.subject.kind == .touchpoint && change.code.kind == kind {
        guard change.code != .noClearChange, !(change.isImplied && change.code == .touchpointAdded),
          signs[change.subject.name] == nil
        else { continue }
        signs[change.subject.name] = change.code.sign
      }
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
