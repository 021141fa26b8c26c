internal import JourneyLayout
internal import JourneyMetrics
internal import JourneyModel
internal import JourneyReview
internal import JourneyWords
internal import Markup

/// One column of the table: its head, and what it says of a touchpoint.
private struct Column: Sendable {
  let head: String
  /// Of its cells, where they are the journey's own texts in another language than Waymark's words.
  let language: String?
  let cell: @Sendable (Touchpoint.ID) -> [Element.Child]
  /// Of the few that a phone shows.
  var style: String?

  init(
    head: String, as style: String? = nil, in language: String? = nil,
    cell: @escaping @Sendable (Touchpoint.ID) -> [String]
  ) {
    self.head = head
    self.language = language
    self.cell = { cell($0).map(Element.Child.text) }
    self.style = style
  }

  init(head: String, as style: String, parts cell: @escaping @Sendable (Touchpoint.ID) -> [Element.Child]) {
    (self.head, self.style, self.cell) = (head, style, cell)
    language = nil
  }

  init(head: String, in language: String?, links: @escaping @Sendable (Touchpoint.ID) -> [Link]) {
    self.head = head
    self.language = language
    cell = {
      links($0).map {
        .element(Element("a", ["href": $0.url, "rel": "noreferrer"], children: [.text($0.title ?? $0.url)]))
      }
    }
  }
}

extension JourneyView {
  /// The map's content as a table: a row a touchpoint, grouped by phase; columns that would be empty are left out. What
  /// was said of the journey as a whole stands over them.
  ///
  /// On a phone it is the journey itself: there each row shows the figure of `lead` and its place among what to fix first, and
  /// hand-offs stand between the rows.
  func table(lead: Metric?) -> Element {
    let columns = columns()
    let ranks = Dictionary(
      ranking.ranked.prefix(Self.mostRanks).enumerated().map { ($1.touchpoint, String($0 + 1)) }
    ) { first, _ in first }
    let handOffs = handOffs()
    func rows(of phase: Phase) -> [Element] {
      phase.touchpoints.flatMap { index -> [Element] in
        let id = Touchpoint.ID(index)
        let handOff = handOffs[id].flatMap { handOver($0, columns) }
        return [handOff, row(id, columns, figure: lead, rank: ranks[id])].compactMap(\.self)
      }
    }
    return Element("table", ["style": "--reach:\"\(words.reachedBy) \""]) {
      Element("caption") { words.asTable(journey.title) }
      Element("thead") {
        Element("tr") {
          Element("th", ["scope": "col"]) { words.touchpoint }
          columns.map { column in Element("th", ["scope": "col"]) { column.head } }
        }
      }
      journey.quotes.isEmpty && notes.isEmpty ? nil : whole(columns)
      journey.phases.filter { !$0.touchpoints.isEmpty }.map { phase in
        Element("tbody") {
          Element("tr") {
            Element("th", ["scope": "rowgroup", "colspan": String(columns.count + 1), "lang": language]) { phase.title }
          }
          phase.notes.map { note in
            Element("tr") {
              Element("td", ["colspan": String(columns.count + 1), "lang": language]) { words.note(note) }
            }
          }
          rows(of: phase)
        }
      }
    }
  }

  /// The row of the journey's own voices.
  private func whole(_ columns: [Column]) -> Element {
    Element("tbody") {
      Element("tr") {
        Element("th", ["scope": "row"]) { words.theWholeJourney }
        Element("td", ["colspan": String(max(columns.count, 1)), "lang": language]) {
          journey.quotes.map { voice in Element("p", [:], children: [.text(said(voice))]) }
          notes.map { note in Element("p", [:], children: [.text(note)]) }
        }
      }
    }
  }

  /// The notes on the journey, and on whatever has no row of its own: who goes through it and who owns it, its goals,
  /// actions and feedbacks.
  private var notes: [String] {
    let owners = Set(journey.touchpoints.compactMap(\.owner) + [journey.owner].compactMap(\.self)).sorted()
    let asking = workspace.feedbacks.filter { feedback in
      let rows = feedback.touchpointRows.flatMap { row in
        if case .subject(let subject) = row.meaning { subject } else { [Reference]() }
      }
      return (rows + feedback.questions.flatMap { $0.subject ?? [] }).contains { $0.journey == journey.id }
    }
    var others = journey.personas.map { (workspace[$0].title, workspace[$0].notes) }
    others += owners.map { (workspace[$0].title, workspace[$0].notes) } + journey.goals.map { ($0.title, $0.notes) }
    others += (journey.actions + workspace.actions.filter { $0.subject.journey == journey.id }).map {
      ($0.title, $0.notes)
    }
    others += asking.map { ($0.title, $0.notes) }
    return journey.notes.map(words.note) + others.flatMap { title, notes in notes.map { words.note(on: title, $0) } }
  }

  private func said(_ voice: Voice) -> String { "\(voice.speaker.spoken(in: words)): \(voice.text)" }

  private static let mostRanks = 4

  /// Of the touchpoints to which the one before hands over.
  private func handOffs() -> [Touchpoint.ID: Transition] {
    if isEndless { return [:] }
    let crossings = crossings(annotated, in: workspace).filter { $0.isHandOff && $0.to.value == $0.from.value + 1 }
    return Dictionary(crossings.map { ($0.to, $0) }) { first, _ in first }
  }

  private func handOver(_ crossing: Transition, _ columns: [Column]) -> Element? {
    guard let (giving, taking) = crossing.departments else { return nil }
    let isWorse = crossing.isClear && crossing.worsening ?? 0 > 0
    let scores = isWorse ? crossing.scores : nil
    let printed = scores.flatMap { scores in
      scores.from.printed(in: words).flatMap { before in
        scores.to.printed(in: words).map { (before: before.value, after: $0.value) }
      }
    }
    return Element("tr", ["class": isWorse ? "hand l1" : "hand"]) {
      Element("td", ["colspan": String(columns.count + 1)]) {
        words.handsOver(from: workspace[giving].title, to: workspace[taking].title, scores: printed)
      }
    }
  }

  private func row(_ id: Touchpoint.ID, _ columns: [Column], figure metric: Metric?, rank: String?) -> Element {
    let score = metric.map { annotated.touchpoints[id.value][$0] }
    let original = journey[id].repeats.map { words.asAt(journey[$0].title) }
    let level = original == nil ? score.flatMap(Level.init) : nil
    let printed = original == nil ? score?.printed(in: words)?.short : nil
    let tile =
      metric == nil
      ? nil
      : original ?? printed.map { [$0, level?.sign].compactMap(\.self).joined(separator: " ") }
        ?? score?.absence(in: words)
    return Element(
      "tr", ["class": level?.className ?? (printed == nil ? "bare" : nil), "data-tile": tile, "data-rank": rank]
    ) {
      Element("th", ["scope": "row", "lang": language]) {
        Element("a", ["href": "#\(self.anchor(of: id))"]) { journey[id].title }
      }
      columns.map { column in
        let lines = column.cell(id)
        return Element("td", ["class": column.style, "lang": column.language]) {
          lines.count == 1 ? lines[0] : .group(lines.map { .element(Element("p", [:], children: [$0])) })
        }
      }
    }
  }

  private func columns() -> [Column] {
    let arrows = arrowsByOrigin()
    var columns = [
      Column(head: words.owner, as: "o", in: language) { id in journey[id].owner.map { [workspace[$0].title] } ?? [] },
      Column(head: words.channels, in: language) { id in journey[id].channels.map { workspace[$0].title } },
      Column(head: words.with, in: language) { id in journey[id].helpers.map { workspace[$0].title } },
      Column(head: words.importance) { id in journey[id].importance.map { [String($0)] } ?? [] },
      Column(head: words.marks, cell: marks),
      Column(head: words.goesOnTo, in: language) { id in onward(arrows[id.value]) },
      Column(head: words.tags) { id in journey[id].tags },
      Column(head: words.pictures, in: language) { id in journey[id].image.map { [$0.words] } ?? [] },
      Column(head: words.doing, in: language) { id in
        journey[id].deeds.map { words.said($0.text, for: $0.audience, in: workspace) }
      },
      Column(head: words.thinking, in: language) { id in journey[id].thoughts.map(\.text) },
      Column(head: words.needs, in: language) { id in journey[id].needs.map(\.text) },
      Column(head: words.voices, in: language) { id in journey[id].voices.map(said) },
      Column(head: words.feelingAssumed) { id in
        journey[id].feels.map { feeling in
          let who = feeling.audience.personas.map { workspace[$0].title }.joined(separator: ", ")
          let said = [feeling.text, who.isEmpty ? nil : who].compactMap(\.self)
          return ([words.signed(Double(feeling.value))] + said).joined(separator: " · ")
        }
      },
    ]
    columns += Metric.allCases.map { metric in
      Column(head: "\(metric.title(in: words)) (\(metric.rawValue))") { id in figures(metric, at: id) }
    }
    columns.append(
      Column(
        head: words.reach, as: "r",
        parts: { id in
          annotated.touchpoints[id.value].reach.map { reach -> [Element.Child] in
            let date = reach.date(under: annotated.period, in: words).map { " (\($0))" } ?? ""
            return [
              .group([
                .text(reach.printed(in: words).value),
                .element(Element("span") { "\(date), \(words.n(reach.n))" }),
              ])
            ]
          } ?? []
        }))
    columns += BlueprintLine.Lane.allCases.map { lane in
      Column(head: words.title(of: lane), in: language) { id in
        journey[id].blueprint.filter { $0.lane == lane }.map { line in
          let text = line.owner.map { "\(line.text) (\(workspace[$0].title))" } ?? line.text
          return words.said(text, for: line.audience, in: workspace)
        }
      }
    }
    columns += [
      Column(head: words.pains, in: language) { id in
        journey[id].pains.map(words.remark)
      },
      Column(head: words.ideas, in: language) { id in
        journey[id].ideas.map(words.remark)
      },
      Column(head: words.actions, in: language) { id in
        (journey.actions + workspace.actions)
          .filter { $0.subject == .touchpoint(id, in: journey.id) }
          .map { "\($0.title) (\($0.status.spoken(in: words)))" }
      },
      Column(head: words.links, in: language, links: { journey[$0].links }),
    ]
    columns += workspace.lanes.enumerated().map { index, lane in
      Column(head: lane.title, in: language) { id in
        journey[id].laneTexts.filter { $0.lane.value == index }.map { words.said($0, in: workspace) }
      }
    }
    columns.append(Column(head: words.notes, in: language) { id in journey[id].notes })
    let all = journey.touchpoints.indices.map { Touchpoint.ID($0) }
    return columns.filter { column in all.contains { !column.cell($0).isEmpty } }
  }

  private func marks(_ id: Touchpoint.ID) -> [String] {
    let touchpoint = journey[id]
    var marks: [String] = []
    if touchpoint.isMomentOfTruth { marks.append(MapSign.momentOfTruth.meaning(in: words)) }
    if touchpoint.isOptional { marks.append(words.optional) }
    if touchpoint.isAside { marks.append(words.aside) }
    if let takes = touchpoint.takes { marks.append(words.takes(takes)) }
    if let repeated = touchpoint.repeats { marks.append(words.repeats(journey[repeated].title)) }
    return marks
  }

  /// Beside the touchpoints: what leaves each.
  private func arrowsByOrigin() -> [[Arrow]] {
    var leaving = Array(repeating: [Arrow](), count: journey.touchpoints.count)
    for arrow in journey.arrows {
      if case .touchpoint(let from) = arrow.from { leaving[from.value].append(arrow) }
    }
    return leaving
  }

  /// Where the flow goes from here, in words.
  private func onward(_ arrows: [Arrow]) -> [String] {
    arrows.map { arrow in
      let goal: String =
        switch arrow.to {
        case .touchpoint(let id): journey[id].title
        case .exit(let exit): words.leaves(by: journey.exits[exit].title ?? journey.exits[exit].name)
        case .entry: ""
        }
      let said = words.label(of: arrow, in: workspace).map { " (\($0))" } ?? ""
      return (arrow.goesBack ? words.backTo(goal) : goal) + said
    }
  }

  private func figures(_ metric: Metric, at id: Touchpoint.ID) -> [String] {
    let own = annotated.touchpoints[id.value][metric]
    let shared = annotated.shared.filter { $0.touchpoints.contains(id) }.map { $0.scores[metric] }
    let asked = ([own] + shared).filter { $0.state != .notAsked }
    return asked.map { score in
      let sentence = score.sentence(in: words)
      return String(sentence.dropFirst(metric.title(in: words).count + 2))
    }
  }
}
