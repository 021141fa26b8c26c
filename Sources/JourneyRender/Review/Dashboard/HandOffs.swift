internal import JourneyLayout
internal import JourneyMetrics
internal import JourneyModel
internal import JourneyReview
internal import JourneyWords
internal import Markup

/// Where customers pass from one department to another, and what that does to their answers.
extension JourneyDashboard {
  private var mostHandOffs: Int { isBrief ? 5 : 7 }
  private static let mostDepartments = 9

  func handOffs() -> [Element] {
    let all = reviewed.handOffs
    guard !all.isEmpty else { return [] }
    let judged = all.filter { $0.worsening != nil }
    return [
      judged.isEmpty
        ? nil
        : plot(
          words.handOffsBiggestDropFirst,
          HandOffTable(
            words.handOffsBiggestDropFirst, judged.prefix(mostHandOffs).map { ($0, annotated) }, in: workspace
          ).element()),
      all.count > judged.count
        ? Element("p", ["class": "facts"]) { words.unjudged(all.count - judged.count) } : nil,
    ].compactMap(\.self)
  }

  /// Which departments hand off to which, with the worst that is known of each.
  func matrix() -> [Element] {
    let departments = shownDepartments
    guard departments.count > 1 else { return [] }
    return [
      plot(
        words.whoPassesCustomersOnToWhom,
        Element("table", ["class": "heat"]) {
          Element("caption", ["class": "hidden"]) { words.matrixKey }
          Element("thead") {
            Element("tr") {
              columnHead(words.fromTo)
              departments.map { id in
                Element("th", ["scope": "col", "lang": language]) { workspace[id].title }
              }
            }
          }
          Element("tbody") {
            departments.map { giving in
              Element("tr") {
                Element("th", ["scope": "row", "lang": language]) { workspace[giving].title }
                departments.map { taking in Element("td") { cell(giving, taking) } }
              }
            }
          }
        })
    ]
  }

  /// All of a few; of many those across which it gets clearly worse, or else worse.
  private var shownDepartments: [Department.ID] {
    let all = reviewed.matrix.departments
    guard all.count > Self.mostDepartments else { return all }
    let falls = reviewed.handOffs.filter { ($0.worsening ?? 0) > 0 }
    let clear = falls.filter(\.isClear)
    let worst = (clear.isEmpty ? falls : clear).prefix(Self.mostDepartments / 2).compactMap(\.departments)
    return Set(worst.flatMap { [$0.giving, $0.taking] }).sorted()
  }

  private func cell(_ giving: Department.ID, _ taking: Department.ID) -> Element? {
    guard let count = reviewed.matrix[giving, taking]?.count else { return nil }
    let worst = reviewed.worstHandOff(from: giving, to: taking)
    let style =
      switch worst?.worsening {
      case let fall? where fall > 0: worst?.isClear == true ? "l1" : "l2"
      case .some: "l4"
      case nil: "unknown"
      }
    return Element("span", ["class": "tile \(style)"]) {
      Element("strong") { String(count) }
      Element("span") {
        worst.flatMap { crossing in
          crossing.scores.flatMap { $0.from.metric.signedGap(from: $0.from, to: $0.to, in: words) }
        } ?? "?"
      }
    }
  }
}

/// Hand-offs, a row each, as arrows from the figure before to the figure after.
struct HandOffTable {
  private let title: String
  private let handOffs: [(crossing: Transition, journey: AnnotatedJourney)]
  private let workspace: Workspace

  private var words: Words { workspace.words }

  init(_ title: String, _ handOffs: [(crossing: Transition, journey: AnnotatedJourney)], in workspace: Workspace) {
    (self.title, self.handOffs, self.workspace) = (title, handOffs, workspace)
  }

  func element() -> Element {
    Element("table", ["class": "arrows"]) {
      Element("caption", ["class": "hidden"]) { title }
      Element("thead") {
        Element("tr") {
          columnHead(words.handOffHead)
          columnHead(words.beforeAndAfter, [0, 0.5, 1].map(words.percent), width: HandOffMarks.width)
          columnHead(words.difference)
        }
      }
      Element("tbody") { handOffs.map { row($0.crossing, $0.journey) } }
    }
  }

  private func row(_ crossing: Transition, _ journey: AnnotatedJourney) -> Element {
    let spoken = SpokenCrossing(crossing, journey.journey, in: workspace, under: journey.period)
    let language = workspace.foreignLanguage
    return Element("tr") {
      Element("th", ["scope": "row"]) {
        Element("span", ["lang": language]) { spoken.departments ?? "" }
        Element("span", ["class": "facts", "lang": language]) { "\(inside(spoken.from)) → \(inside(spoken.to))" }
      }
      Element("td") { picture(crossing, spoken) }
      Element("td", ["class": crossing.isClear ? "value" : "facts"]) {
        crossing.scores.flatMap { $0.from.metric.signedGap(from: $0.from, to: $0.to, in: words) }
      }
    }
  }

  /// Times have no place on a scale of shares.
  private func picture(_ crossing: Transition, _ spoken: SpokenCrossing) -> Element? {
    guard let (from, to) = crossing.scores, let before = from.figure?.value, let after = to.figure?.value,
      from.metric != .resolution
    else { return nil }
    let points = from.metric == .nps ? (before / 200 + 0.5, after / 200 + 0.5) : (before, after)
    return HandOffMarks(from: points.0, to: points.1, isWorse: spoken.isWorse, isClear: crossing.isClear)
      .element(name: spoken.scores)
  }
}
