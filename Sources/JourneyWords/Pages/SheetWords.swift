/// What stands on the sheets of a workshop.
extension Words {
  package var ballot: String { self("Ballot") }
  package var nameInVotesCsv: String { self("Name in votes.csv") }
  package var dots: String { self("Dots") }
  package var sum: String { self("Sum") }
  package var registerOfActions: String { self("Register of actions") }
  package var registerRule: String { self("No action without an owner, a date and what it should change.") }
  package var forWhichTouchpoint: String { self("For which touchpoint") }
  package var goal: String { self("Goal") }
  package var expectedEffect: String { self("Expected effect") }
  package var impact15: String { self("Impact 1–5") }
  package var effort15: String { self("Effort 1–5") }
  package var impactAndEffort: String { self("Impact and effort") }
  package var gridRule: String { self("Start at the top left: high impact, low effort.") }

  package func wallMap(_ paper: String) -> String { self("The map for the wall, \(paper)") }
  package func forPrintShop(_ map: String) -> String { self("\(map), as a picture for a print shop") }

  package func onSheets(_ map: String, _ paper: String) -> String {
    self("\(map), on sheets of \(paper) to trim and tape")
  }

  package var slidesByPhase: String { self("Slides, phase by phase") }
  package var ballotLink: String { self("Ballot, with a field for dots beside each candidate") }
  package var registerLink: String { self("Register of actions, with room to write") }
  package var gridLink: String { self("Impact and effort, with room to write") }
  package func workshop(_ title: String) -> String { self("Workshop: \(title)") }
  package var threeDots: String { self("Three dots each: put them where you would begin.") }
  package var threeDotsForEvery: String { self("Three dots each for every journey: put them where you would begin.") }
  package func effort(_ value: Int) -> String { self("Effort \(value)") }
  package func impact(_ value: Int) -> String { self("Impact \(value)") }
  package func poster(_ journey: String, _ paper: String) -> String { self("\(journey): poster \(paper)") }
  package func paper(_ large: String, on small: String) -> String { self("\(large) on \(small)") }
  package func sheet(_ number: Int, of count: Int) -> String { self("Sheet \(number) of \(count)") }

  package func sheet(_ journey: String, _ number: Int, of count: Int) -> String {
    self("\(journey), sheet \(number) of \(count)")
  }

  package func place(row: Int, of rows: Int, column: Int, of columns: Int) -> String {
    self("row \(row) of \(rows), column \(column) of \(columns)")
  }

  package func printHint(_ sheets: Int, _ paper: String) -> String {
    self(
      sheets, "One sheet of \(paper), landscape. Print at 100%, without margins.",
      "\(sheets) sheets of \(paper), landscape. Print at 100%, without margins.")
  }

  /// How small sheets make posters.
  ///
  /// - Parameter empty: how many have nothing on them, and are not printed.
  package func tilingHint(
    sheets: Int, of small: String, across: Int, down: Int, posters: Int, paper: String, empty: Int
  ) -> String {
    let made =
      posters == 1
      ? self("\(sheets) sheets of \(small), \(across) across and \(down) down, make one poster of \(paper).")
      : self(
        "\(sheets) sheets of \(small), \(across) across and \(down) down, make the \(posters) sheets of \(paper), one below the other."
      )
    let left =
      empty == 0
      ? ""
      : " "
        + self(
          empty, "Not printed: \(empty) with nothing on it.", "Not printed: \(empty) with nothing on them.")
    return made + left + " "
      + self(
        "Print at 100%, without margins. Trim at the corner marks, and tape each sheet over the dashed edge of its neighbour."
      )
  }
}
