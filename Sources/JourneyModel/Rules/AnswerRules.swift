internal import JourneySource

extension Rule {
  static let missingScale = Rule(
    "missing-scale", .error, "An answer of csat, effort or NPS has no scale.",
    why: """
      A 5 is the best answer on 1..5, and a middling answer on 0..10. Exports do not say which scale it is, and the
      numbers would only be a guess.

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
    "bad-scale", .error, "A scale has no two ends, or is not a scale of this metric.",
    why: """
      A scale goes from its lowest to its highest whole number. NPS is defined on 0..10 (some tools ask 1..10). On any
      other scale, promoters and detractors mean nothing.

      Write the scale of the question. A recommendation that was asked on another scale can be counted as `csat`.
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
    "missing-good", .warning, "An answer does not say which of few or many answers count as satisfied or easy.",
    why: """
      On 1..5 people agree that 4 and 5 are satisfied. They do not agree on a scale of two, three or four answers, or on
      0..100. On 1..4 some count the 4 alone, and their share is half of what others get.

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
    "bad-good", .error, "The good answers do not include the best answer, or the metric fixes them itself.",
    why: """
      Good answers count as satisfied or easy. They are a range that ends with the best answer and leaves out the worst.
      Any other range would count something else, or everyone. For NPS the definition says which answers count.

      Write the range from the least good answer to the best: `good 3..4`. Where low is easy, the best is the lowest.
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
    "missing-direction", .error, "An answer of effort does not say which end of its scale is easy.",
    why: """
      "How easy was it?" and "How much effort was it?" are both asked. The best answer of one is the worst answer of the
      other. Nothing in the file shows which question was asked.

      Write `higher-is-easier` or `lower-is-easier` after the scale.
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
    "missing-unit", .error, "A time to resolve has no unit.",
    why: """
      A column of times has bare numbers: 36 may be minutes, hours or days.

      Write `in seconds`, `in minutes`, `in hours` or `in days` after the column. Or name the two columns between which
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

  static let wrongDrivers = Rule(
    "wrong-drivers", .error, "An answer with with-drivers can have no key drivers.",
    why: """
      Key drivers say with which answers about touchpoints the answers about the whole journey go. So the answer is of
      csat or nps, and about a journey. The same people must be asked about two of its touchpoints or more, in columns of
      the same row. Scales have at most 11 answers.

      Write `with-drivers` after the answer about the journey.
      """,
    example: """
      feedback after "After the visit" {
        file "private/after.csv"
        period 2026-Q3
        answer csat "Q1" of coffee/order scale 1..5 with-drivers
        answer csat "Q2" of coffee/pay scale 1..5
        answer nps "Q3" of coffee scale 0..10
      }

      """ + coffee,
    instead: """
      feedback after "After the visit" {
        file "private/after.csv"
        period 2026-Q3
        answer csat "Q1" of coffee/order scale 1..5
        answer csat "Q2" of coffee/pay scale 1..5
        answer nps "Q3" of coffee scale 0..10 with-drivers
      }

      """ + coffee)
}
