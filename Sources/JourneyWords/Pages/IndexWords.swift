internal import JourneyMetrics
package import JourneyModel
package import JourneyReview
internal import JourneySyntax

/// What the pictures of an index say.
extension Words {
  /// `3 journeys, 44 touchpoints: 37 measured, 7 not measured.`
  package func indexCounts(journeys: Int, touchpoints: Int, measured: Int) -> String {
    let journeys = self(journeys, "\(decimal(Double(journeys))) journey", "\(decimal(Double(journeys))) journeys")
    let (asked, blind) = (decimal(Double(measured)), decimal(Double(touchpoints - measured)))
    return self("\(journeys), \(count(touchpoints: touchpoints)): \(asked) measured, \(blind) not measured.")
  }

  package func indexChanges(better: Int, worse: Int, others: Int) -> String {
    self(
      "Since the period before: \(better) clearly better, \(worse) clearly worse, \(others) without a clear change.")
  }

  package var plannedJourney: String { self("planned journey") }
  package var draft: String { self("draft") }
  package func measured(_ asked: Int, of all: Int) -> String { self("\(asked) of \(all) measured") }
  package var away: String { self("moves away") }
  package var goalMet: String { self("met") }
  package func wayGone(_ share: String) -> String { self("\(share) of the way to the target") }
  package func askFirst(at titles: [String]) -> String {
    self("Ask customers first at: \(titles.map(inside).joined(separator: ", ")).")
  }
  package func moreChanges(_ count: Int) -> String {
    self(count, "and \(count) more clear change", "and \(count) more clear changes")
  }

  /// `Actions: 2 under way, 3 done, 2 of them helped`.
  package func actions(_ actions: [ReviewedAction]) -> String {
    let open = actions.count { $0.action.status.isOpen }
    let done = actions.count { $0.action.status == .done || $0.action.status == .kept }
    let helped = actions.count { $0.verdict == .asExpected || $0.verdict == .someEffect }
    return done == 0
      ? self("Actions: \(open) under way") : self("Actions: \(open) under way, \(done) done, \(helped) of them helped")
  }

  package var mapSmall: String { self("Map") }
  package var allJourneys: String { self("All journeys") }
  package var fixFirstInAll: String { self("What to fix first, in all journeys") }
  package var rankHead: String { self("Rank") }
  package var figureHead: String { self("Figure") }
  package var departmentHead: String { self("Department") }
  package var departmentsHead: String { self("Departments") }
  package var departmentDots: String {
    self("Each dot is a figure: points above or below its target. △ counts touchpoints that are not measured.")
  }
  package var pointsFromTarget: String { self("Points from the target") }
  package func belowTarget(_ count: Int, of all: Int) -> String { self("\(count) of \(all) figures below target") }

  /// A small map in words, touchpoint by touchpoint.
  package func thumbnail(of journey: String, metric: Metric?, _ tiles: [String], more: Int) -> String {
    let said = tiles.joined(separator: "; ") + (more > 0 ? "; " + andMore(more) : "")
    return metric.map { self("\(inside(journey)), \($0.name(in: self)): \(said)") }
      ?? self("\(inside(journey)), feelings that the team assumes: \(said)")
  }
}
