/// An item of a workshop's agenda.
package struct AgendaItem: Sendable {
  package let minutes: Int
  package let what: String
  package let with: String
  /// What whoever leads has to mind.
  package let note: String
}

/// What whoever leads a workshop reads.
extension Words {
  package var agendaAndNotes: String { self("Agenda and notes") }
  package var agendaLink: String { self("Agenda, and notes for whoever leads") }
  package var twoHours: String { self("Two hours, for whoever leads.") }
  package var minutes: String { self("Minutes") }
  package var agendaWhat: String { self("What") }
  package var agendaWith: String { self("With") }
  package var agendaMind: String { self("Notes") }
  package var beforeItBegins: String { self("Before it begins") }

  package var agenda: [AgendaItem] {
    [
      item(
        10, self("Why we are here"), self("slide 1"),
        self("Read the findings aloud. Say which goals are met, and which are not.")),
      item(
        25, self("Walk the wall, phase by phase"), self("poster, slides of the phases"),
        self("Each department tells its own part. Collect pains and ideas, and judge none of them yet.")),
      item(
        15, self("What the data say"), self("slides: fix first, changes, hand-offs"),
        self("Say what is clear and what is too close to call. Name what nobody measures.")),
      item(
        10, self("Did it help?"), self("slide with the outcomes"),
        self("Begin with an action that helped, and thank its owner.")),
      item(
        10, self("Vote"), self("ballot, or the row for dots on the poster"),
        self("Three dots each, in silence, all at the same time. Whoever decides votes last.")),
      item(
        30, self("The votes beside the data"), self("register of actions"),
        self("For each of the three: why, which idea, and what it should change.")),
      item(
        15, self("Impact and effort"), self("grid"),
        self("Place the ideas. Take from the top left: high impact, low effort.")),
      item(
        5, self("Read out the actions"), self("register of actions"),
        self("Each has an owner, a date and an expected effect. Write them into the journey file the same day.")),
    ]
  }

  private func item(_ minutes: Int, _ what: String, _ with: String, _ note: String) -> AgendaItem {
    AgendaItem(minutes: minutes, what: what, with: with, note: note)
  }

  package var preparations: [String] {
    [
      self(
        "Send each department its page a week before, so that nobody sees their lowest figure first in front of others."
      ),
      self("Hang the poster at eye level, with two metres of room in front of it."),
      self("Put pens and dots beside it: three dots for each person."),
      self("If the votes and the data differ, ask what the room knows that the survey does not ask."),
    ]
  }

  package var forWhoeverLeads: String { self("For whoever leads") }
  package var onTheTable: String { self("On the table") }
  package var forDepartments: String { self("For the departments") }
  package var dataAndReview: String { self("The review, and its data") }
}
