package import JourneyMetrics
package import JourneyModel
package import JourneySyntax

/// What stands on the map as a table.
extension Words {
  package var touchpoint: String { self("Touchpoint") }
  package var theWholeJourney: String { self("The whole journey") }
  package var channels: String { self("Channels") }
  package var marks: String { self("Marks") }
  package var doing: String { self("Doing") }
  package var thinking: String { self("Thinking") }
  package var needs: String { self("Needs") }
  package var voices: String { self("Voices") }
  package var feelingAssumed: String { self("Feeling (assumed)") }
  package var reach: String { self("Reach") }
  package var links: String { self("Links") }
  package var notes: String { self("Notes") }
  package func note(_ text: String) -> String { self("Note: \(text)") }
  package func note(on title: String, _ text: String) -> String { self("Note on \(inside(title)): \(text)") }
  package var tags: String { self("Tags") }
  package var tag: String { self("Tag") }
  package var pictures: String { self("Pictures") }

  /// Under the map: who stood behind it last, and when.
  package func reviewed(_ day: Period, by department: String) -> String {
    self("Reviewed \(day.spoken(in: self)) by \(inside(department))")
  }

  package func asTable(_ journey: String) -> String { self("\(journey): the whole map as a table") }

  package func title(of lane: BlueprintLine.Lane) -> String {
    switch lane {
    case .frontstage: self("Frontstage")
    case .backstage: self("Backstage")
    case .support: self("Support")
    case .system: self("System")
    }
  }

  package var optional: String { self("optional") }
  package var aside: String { self("aside") }
  package func takes(_ time: Durations) -> String { self("takes \(time.text(in: self))") }
  package func repeats(_ title: String) -> String { self("repeats \(title)") }
  package func leaves(by exit: String?) -> String { self("leaves: \(exit ?? self("exit"))") }
  package func backTo(_ title: String) -> String { self("back to \(title)") }

  package var customerJourneys: String { self("Customer journeys") }
  package var atMost: String { self("at most") }

  /// `15 touchpoints, 12 measured · Q2 2026`; of a planned journey, which nobody measures, the touchpoints.
  package func facts(of annotated: AnnotatedJourney) -> String {
    let journey = annotated.journey
    let touchpoints = count(touchpoints: journey.touchpoints.count { $0.repeats == nil })
    let period = annotated.period.map { " · " + $0.spoken(in: self) } ?? ""
    guard !journey.isPlanned else { return touchpoints + period }
    return self("\(touchpoints), \(annotated.coverage.measured) measured") + period
  }

  /// What a department owns.
  package func facts(touchpoints: Int, measured: Int, handOffs: Int) -> String {
    let text = self("\(count(touchpoints: touchpoints)), \(measured) measured")
    return handOffs == 0 ? text : text + ", " + self(handOffs, "\(handOffs) hand-off", "\(handOffs) hand-offs")
  }

  package func count(touchpoints count: Int) -> String { self(count, "\(count) touchpoint", "\(count) touchpoints") }

  /// Under the list of the weakest touchpoints.
  package var rankingNote: String {
    self(
      "Touchpoints are ranked by priority score: how far customers’ answers fall short of the targets, times importance, times the share of customers who reach them; “at most” where that share is not known. Beside each figure are its 95% interval and the number of answers."
    )
  }

  /// `58% (56–60%), Q1 2026`: in a list that has a column for the number of answers.
  package func listed(_ score: Score, under headline: Period?) -> String? {
    score.printed(in: self).map { printed in
      printed.value + (printed.interval.map { " (\($0))" } ?? "") + (score.open.map { ", \($0.text(in: self))" } ?? "")
        + (score.date(under: headline, in: self).map { ", \($0)" } ?? "")
    }
  }
}
