/// What stands on slides.
extension Words {
  package var slides: String { self("Slides") }
  package var previousSlide: String { self("← back") }
  package var nextSlide: String { self("next →") }
  package var notMeasured: String { self("Not measured") }
  package var severeForFew: String { self("Severe for few") }
  package var handOffsBiggestDropFirst: String { self("Hand-offs, biggest drop first") }
  package var whatClearlyChanged: String { self("What clearly changed") }
  package var whichSegmentsDiffer: String { self("Which segments differ") }
  package func helped(_ count: Int, of all: Int) -> String {
    count == 0
      ? self("None of the actions has clearly helped yet")
      : self(all, "The action clearly helped", "\(count) of \(all) actions clearly helped")
  }
  package func getsWorse(from first: String, to second: String) -> String {
    self("It clearly gets worse from “\(inside(first))” to “\(inside(second))”")
  }
  package func clearChanges(worse: Int, better: Int) -> String {
    switch (worse, better) {
    case (0, 0): self("Nothing has clearly changed")
    case (0, _): self(better, "\(better) figure is clearly better", "\(better) figures are clearly better")
    case (_, 0): self(worse, "\(worse) figure is clearly worse", "\(worse) figures are clearly worse")
    default: self("\(worse) clearly worse, \(better) clearly better")
    }
  }
  package var figure: String { self("Figure") }

  /// Whether the answers tell the first few to fix apart.
  package func whatComesFirst(clear: Int, of count: Int) -> String {
    switch clear {
    case 0: self("Fix first: the answers cannot say which of these comes first")
    case count: self("Fix these first")
    default: self("Fix first: \(clear) clearly, of the rest the answers cannot choose")
    }
  }
  package var youSaidWeDid: String { self("You said, we did") }
  package var action: String { self("Action") }
  package var due: String { self("Due") }
  package var status: String { self("Status") }
  package var verdict: String { self("Verdict") }
  package var yourTurn: String { self("Your turn") }
  package var threeDotsRule: String {
    self("Three dots each. Put them where you would begin, not where the figure is lowest.")
  }
  package var oneOwnerRule: String { self("Then: one owner, one date and one expected effect for each action.") }
  package var votesRule: String { self("The votes are shown beside the data; they do not change the rank.") }

  package func slides(of journey: String) -> String { self("\(journey): slides") }
  package func andMore(_ count: Int) -> String { self("and \(count) more") }

  package func changed(_ change: SpokenShift) -> String {
    change.isBetter
      ? self("Better: \(change.place), \(change.words)") : self("Worse: \(change.place), \(change.words)")
  }

  package func told(_ told: SpokenTold) -> String {
    let said = told.said.map { self("“\($0)”") }.joined(separator: ", ")
    return (said.isEmpty ? "" : said + ": ") + did(told)
  }

  package func expects(_ effect: String) -> String { self("expects \(effect)") }

  /// A title that goes over several slides.
  package func part(_ title: String, _ part: Int, of count: Int) -> String {
    count > 1 ? self("\(title), \(part) of \(count)") : title
  }

  package func phase(_ number: Int, of count: Int, _ title: String) -> String {
    self("Phase \(number) of \(count): \(title)")
  }

  /// What a slide shows: `pains and ideas`.
  package func list(_ lanes: [MapLane]) -> String {
    let names = lanes.map { lane in
      switch lane {
      case .pains: self("pains")
      case .ideas: self("ideas")
      default: lane.title(in: self)
      }
    }
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return self("\(names.dropLast().joined(separator: ", ")) and \(last)")
  }

  package func run(from first: String, to last: String) -> String { self("\(first) to \(last)") }

  package func topPriorityHere(_ touchpoint: String, _ figure: String) -> String {
    self("Top priority here: \(inside(touchpoint)), \(figure).")
  }

  package var plannedSoNotMeasured: String { self("Planned, so nothing is measured here yet.") }
  package var nothingFallsShort: String { self("Nothing here falls short of its target, as far as it is measured.") }
  package var notAskedAboutThis: String { self("Customers are not asked about this.") }
}
