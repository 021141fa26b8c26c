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
    let ways = Ways(journey, before, after)
    var shown = Set(changed.prefix(Self.most))
    for index in changed {
      let linked = ways.neighbours(of: index)
      for place in linked.isEmpty ? [index - 1, index + 1].filter(columns.indices.contains) : linked
      where shown.count < Self.most { shown.insert(place) }
    }
    var text = "```mermaid\nflowchart LR\n"
    for index in shown.sorted() {
      let label = Self.label(touchpoint(columns[index])?.title ?? "")
      text += "  t\(index)[\"\(sign(index).map { $0 + " " } ?? "")\(label)\"]\n"
    }
    return text + ways.text(among: shown) + "```\n\n"
  }

  /// By the name of a touchpoint: the first sign of what happened to it.
  private var signs: [String: String] {
    var signs: [String: String] = [:]
    for kind in [ChangeClass.structure, .answers, .judgement, .responsibility, .facts, .assumptions] {
      for change in journey.changes where change.subject.kind == .touchpoint && change.code.kind == kind {
        guard change.code != .noClearChange, !(change.isImplied && change.code == .touchpointAdded),
          signs[change.subject.name] == nil
        else { continue }
        signs[change.subject.name] = Self.sign(of: change)
      }
    }
    return signs
  }

  /// `+` and `−` are for touchpoints: that one has a new idea must not read as if it were new.
  private static func sign(of change: JourneyChange) -> String {
    switch change.code {
    case .touchpointAdded, .touchpointRemoved, .touchpointReplaced, .touchpointRenamed, .touchpointMoved, .worse,
      .better, .historyLost, .targetLoosened:
      change.code.sign
    case .noLongerMeasured where change.isLostQuestion: change.code.sign
    default: "~"
    }
  }

  /// Letters, digits and plain signs: nothing that Mermaid or a page could take for more than text.
  private static func label(_ text: String) -> String {
    let plain = text.unicodeScalars.map { scalar -> Character in
      scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || " -,.?':/".unicodeScalars.contains(scalar)
        ? Character(scalar) : " "
    }
    return String(plain.split(separator: " ").joined(separator: " ").prefix(40))
  }
}

/// The arrows between the columns of both sides.
private struct Ways {
  private let journey: JourneyDifference
  /// Those of now, and those of before at what is gone, by columns.
  private let arrows: [(from: Int, to: Int, isGone: Bool)]

  init(_ journey: JourneyDifference, _ before: Journey, _ after: Journey) {
    self.journey = journey
    let columns = journey.columns
    func ways(_ arrows: [Arrow], _ place: (ComparedColumn) -> Int?) -> [(from: Int, to: Int)] {
      let places = Dictionary(
        columns.indices.compactMap { index in place(columns[index]).map { ($0, index) } }
      ) { first, _ in first }
      return arrows.compactMap { arrow in
        guard case .touchpoint(let from) = arrow.from, case .touchpoint(let to) = arrow.to,
          let one = places[from.value], let next = places[to.value]
        else { return nil }
        return (one, next)
      }
    }
    let gone = ways(before.arrows) { $0.old }.filter { columns[$0.from].new == nil || columns[$0.to].new == nil }
    arrows =
      ways(after.arrows) { $0.new }.map { ($0.from, $0.to, false) } + gone.map { ($0.from, $0.to, true) }
  }

  func neighbours(of column: Int) -> [Int] {
    arrows.compactMap { $0.from == column ? $0.to : $0.to == column ? $0.from : nil }
  }

  /// Dashed are the ways of before over what is gone, and where columns in between are left out.
  func text(among shown: Set<Int>) -> String {
    var text = ""
    var seen: Set<[Int]> = []
    var isCovered = Set<Int>()
    for arrow in arrows where shown.contains(arrow.from) && shown.contains(arrow.to) {
      guard seen.insert([arrow.from, arrow.to]).inserted else { continue }
      text += "  t\(arrow.from) \(arrow.isGone ? "-.->" : "-->") t\(arrow.to)\n"
      if arrow.to > arrow.from { isCovered.formUnion(arrow.from..<arrow.to) }
    }
    let order = shown.sorted()
    for (one, next) in zip(order, order.dropFirst()) where next > one + 1 && !isCovered.contains(one) {
      text += "  t\(one) -.-> t\(next)\n"
    }
    return text
  }
}
