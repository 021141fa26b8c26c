internal import JourneySource

extension Rule {
  static let missingScale = Rule(
    "missing-scale", .error, "An answer of csat, effort or NPS without its scale.",
    why: """
      A 5 is the best there is on 1..5 and a middling answer on 0..10. Exports do not say which, and looking at the
      numbers would be guessing.

      Write the scale of the question, lowest number first: `scale 1..5`.
      """,
    example: """
      feedback after "After the visit" {
        file "private/after.csv"
        period 2026-Q3
        answer csat "Q1" of coffee
      }

      """ + coffee,
    instead: """
      feedback after "After the visit" {
        file "private/after.csv"
        period 2026-Q3
        answer csat "Q1" of coffee scale 1..5
      }

      """ + coffee)

  static let badScale = Rule(
    "bad-scale", .error, "A scale that is none, or that the metric does not have.",
    why: """
      A scale goes from its lowest to its highest whole number. NPS is defined on 0..10 (some tools ask 1..10); on any
      other scale promoters and detractors mean nothing.

      Write the scale of the question. A recommendation asked on another scale can be counted as `csat`.
      """,
    example: """
      feedback after "After the visit" {
        file "private/after.csv"
        period 2026-Q3
        answer nps "Q9" of coffee scale 1..5
      }

      """ + coffee,
    instead: """
      feedback after "After the visit" {
        file "private/after.csv"
        period 2026-Q3
        answer nps "Q9" of coffee scale 0..10
      }

      """ + coffee)

  static let missingGood = Rule(
    "missing-good", .warning, "An answer that does not say which of few or many answers count as satisfied or easy.",
    why: """
      On 1..5 people agree that 4 and 5 are satisfied. On a scale of two, three or four answers, or of 0..100, they do
      not: of 1..4 some count the 4 alone, and the share is half of what others get.

      Write which answers count: `good 3..4`, or `good 1` for a single one. It ends with the best answer.
      """,
    example: """
      feedback after "After the visit" {
        file "private/after.csv"
        period 2026-Q3
        answer csat "Q1" of coffee scale 1..4
      }

      """ + coffee,
    instead: """
      feedback after "After the visit" {
        file "private/after.csv"
        period 2026-Q3
        answer csat "Q1" of coffee scale 1..4 good 3..4
      }

      """ + coffee)

  static let badGood = Rule(
    "bad-good", .error, "Good answers that do not end with the best, or of a metric that has its own.",
    why: """
      The answers that count as satisfied or easy go from one of them to the best of the scale, and leave out the worst:
      otherwise the share would count something else, or everyone. Which answers of NPS count is part of its definition.

      Write the range from the least good answer to the best: `good 3..4`. Where low is easy the best is the lowest.
      """,
    example: """
      feedback after "After the visit" {
        file "private/after.csv"
        period 2026-Q3
        answer csat "Q1" of coffee scale 1..4 good 2..3
      }

      """ + coffee,
    instead: """
      feedback after "After the visit" {
        file "private/after.csv"
        period 2026-Q3
        answer csat "Q1" of coffee scale 1..4 good 3..4
      }

      """ + coffee)

  static let missingDirection = Rule(
    "missing-direction", .error, "An answer of effort that does not say which end is easy.",
    why: """
      "How easy was it?" and "How much effort was it?" are both asked, and the best answer of one is the worst of the
      other. Nothing in the file tells them apart.

      Write `higher-is-easier` or `lower-is-easier` behind the scale.
      """,
    example: """
      feedback after "After the visit" {
        file "private/after.csv"
        period 2026-Q3
        answer effort "Q2" of coffee/order scale 1..7
      }

      """ + coffee,
    instead: """
      feedback after "After the visit" {
        file "private/after.csv"
        period 2026-Q3
        answer effort "Q2" of coffee/order scale 1..7 higher-is-easier
      }

      """ + coffee)

  static let missingUnit = Rule(
    "missing-unit", .error, "A time to resolve without its unit.",
    why: """
      A column of times holds bare numbers: 36 may be minutes, hours or days.

      Write `in seconds`, `in minutes`, `in hours` or `in days` behind the column, or give the two columns between which
      the time passes: `answer resolution from "Created at" to "Solved at"`.
      """,
    example: """
      feedback tickets "Help desk" {
        file "private/tickets.csv"
        period 2026-Q3
        answer resolution "Time" of coffee/order
      }

      """ + coffee,
    instead: """
      feedback tickets "Help desk" {
        file "private/tickets.csv"
        period 2026-Q3
        answer resolution "Time" of coffee/order in hours
      }

      """ + coffee)
}
