internal import JourneySource

extension Rule {
  static let outOfRange = Rule(
    "out-of-range", .error, "A number outside its bounds.",
    why: """
      `importance`, `impact` and `effort` of an action go from 1 to 5, `feels` from -2 to +2, in whole numbers, so that
      maps and rankings of all teams read the same. `hide-below` is 5 at least: figures on fewer answers may show what a
      single person said. `current-for` is a whole number of months from 1 to 1200.

      Write a number within the bounds.
      """,
    example: """
      journey coffee "Buying a coffee" {
        phase inside "Inside" {
          touchpoint queue "Queues" feels -3
        }
      }

      """,
    instead: """
      journey coffee "Buying a coffee" {
        phase inside "Inside" {
          touchpoint queue "Queues" feels -2
        }
      }

      """)

  static let noEffect = Rule(
    "no-effect", .warning, "A floor or a weight that does not do what it is for.",
    why: """
      Between its target and its floor, a figure counts more the further it falls short; at the floor it counts in full.
      A floor on the wrong side of the target leaves nothing in between. NPS does not rank touchpoints, so it has neither
      a floor nor a weight.

      Write a floor that is worse than the target, or delete the line.
      """,
    example: """
      workspace "Corner Coffee" {
        target csat >= 80%
        floor csat 90%
      }

      """,
    instead: """
      workspace "Corner Coffee" {
        target csat >= 80%
        floor csat 50%
      }

      """)

  static let wrongUnit = Rule(
    "wrong-unit", .error, "A value in a unit that its metric or KPI does not have.",
    why: """
      `csat`, `effort` and `fcr` are shares and take percent (`80%`), `nps` takes points from -100 to 100 (`40`),
      `resolution` a duration (`2d`). A KPI takes what its `unit` says. Changes are points of a share (`+8pt`) or a signed
      duration (`-4h`).

      Write the value in that unit.
      """,
    example: """
      workspace "Corner Coffee" {
        target csat >= 4
      }

      """,
    instead: """
      workspace "Corner Coffee" {
        target csat >= 75%
      }

      """)

  static let targetDirection = Rule(
    "target-direction", .error, "A target that asks for the worse side.",
    why: """
      Satisfaction is better high, a time to resolve is better low. A target such as `csat <= 80%` would be met by the
      worst touchpoint there is.

      Turn the sign round: `>=` where higher is better, `<=` where lower is. For a KPI, `better higher` or `better lower`
      says which.
      """,
    example: """
      workspace "Corner Coffee" {
        target resolution >= 2d
      }

      """,
    instead: """
      workspace "Corner Coffee" {
        target resolution <= 2d
      }

      """)

  static let incompleteKPI = Rule(
    "incomplete-kpi", .error, "A KPI that does not say its unit or which way is better.",
    why: """
      Nothing is guessed about a team's own figure: `unit` says what it is counted in (`share`, `count`, `money` or
      `duration`), `better` whether higher or lower is better. Only then can a target be met or missed.

      Write both lines.
      """,
    example: """
      kpi baskets "Baskets a day" {
        unit count
      }

      journey coffee "Buying a coffee" {
        goal busy "More baskets" {
          kpi baskets
        }
        phase inside "Inside" {
          touchpoint order "Orders"
        }
      }

      """,
    instead: """
      kpi baskets "Baskets a day" {
        unit count
        better higher
      }

      journey coffee "Buying a coffee" {
        goal busy "More baskets" {
          kpi baskets
        }
        phase inside "Inside" {
          touchpoint order "Orders"
        }
      }

      """)

  static let goalWithoutKPI = Rule(
    "goal-without-kpi", .warning, "A goal has a target or records, but not of what.",
    why: """
      A goal may be a sentence alone. As soon as it has a target or a record, there is a figure, and the goal has to name
      it; until then the target and the records are not shown.

      Write `kpi churn`, or another figure, into the goal.
      """,
    example: """
      journey coffee "Buying a coffee" {
        goal loyal "They come back" {
          target >= 40%
        }
        phase inside "Inside" {
          touchpoint order "Orders"
        }
      }

      """,
    instead: """
      journey coffee "Buying a coffee" {
        goal loyal "They come back" {
          kpi retention
          target >= 40%
        }
        phase inside "Inside" {
          touchpoint order "Orders"
        }
      }

      """)

  static let badRecord = Rule(
    "bad-record", .error, "A record that cannot be: more than there were, or a count of something that is no share.",
    why: """
      `record 2026-Q3 42 of 1400` counts people, so both are whole numbers and the first is not above the second. A KPI
      that is counted in money, pieces or time has no "so many of so many".

      Check the two numbers; write `lost` before the first where it counts those who left.
      """,
    example: """
      journey coffee "Buying a coffee" {
        goal loyal "They come back" {
          kpi churn
          record 2026-Q3 lost 1400 of 42
        }
        phase inside "Inside" {
          touchpoint order "Orders"
        }
      }

      """,
    instead: """
      journey coffee "Buying a coffee" {
        goal loyal "They come back" {
          kpi churn
          record 2026-Q3 lost 42 of 1400
        }
        phase inside "Inside" {
          touchpoint order "Orders"
        }
      }

      """)

  static let duplicateRecord = Rule(
    "duplicate-record", .error, "Two records of one goal for the same period.",
    why: """
      A goal has one figure a period. With two, nobody can tell which one is true.

      Delete one of the two, or mend its period.
      """,
    example: """
      journey coffee "Buying a coffee" {
        goal loyal "They come back" {
          kpi churn
          record 2026-Q3 4%
          record 2026-Q3 5%
        }
        phase inside "Inside" {
          touchpoint order "Orders"
        }
      }

      """,
    instead: """
      journey coffee "Buying a coffee" {
        goal loyal "They come back" {
          kpi churn
          record 2026-Q2 4%
          record 2026-Q3 5%
        }
        phase inside "Inside" {
          touchpoint order "Orders"
        }
      }

      """)
}
