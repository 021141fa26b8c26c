internal import JourneySource

extension Rule {
  static let outOfRange = Rule(
    "out-of-range", .error, "A number is outside its bounds.",
    why: """
      The `importance`, `impact` and `effort` of an action go from 1 to 5, and `feels` from -2 to +2. They are whole
      numbers, so that all teams' maps and rankings read the same. `hide-below` is at least 5, because figures on fewer
      answers may show what a single person said. `current-for` is a whole number of months from 1 to 1200.

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
    "no-effect", .warning, "A floor or a weight has no effect.",
    why: """
      Only metrics that rank touchpoints have a floor or a weight. NPS does not rank touchpoints, so a line about it
      changes nothing.

      Delete the line.
      """,
    example: """
      workspace "Corner Coffee" {
        target csat >= 80%
        weigh nps 2
      }

      """,
    instead: """
      workspace "Corner Coffee" {
        target csat >= 80%
      }

      """)

  static let floorAboveTarget = Rule(
    "floor-above-target", .error, "A floor is not worse than its target.",
    why: """
      Between its target and its floor, a figure counts more the further it falls short. At the floor it counts in full.
      A floor on the wrong side of the target, or at it, leaves nothing in between.

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
    "wrong-unit", .error, "A value has a unit that its metric or KPI does not have.",
    why: """
      `csat`, `effort` and `fcr` are shares and take percent (`80%`). `nps` takes points from -100 to 100 (`40`), and
      `resolution` takes a duration (`2d`). A KPI takes what its `unit` says. Changes are points of a share (`+8pt`) or
      a signed duration (`-4h`).

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
    "target-direction", .error, "A target asks for the worse side.",
    why: """
      High satisfaction is better, and so is a short time to resolve. The worst touchpoint there is would meet a target
      such as `csat <= 80%`.

      Turn the sign round: `>=` where higher is better, `<=` where lower is better. For a KPI, `better higher` or
      `better lower` says which.
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
    "incomplete-kpi", .error, "A KPI does not say its unit, or which way is better.",
    why: """
      Waymark guesses nothing about a team's own figure. `unit` says what it is counted in (`share`, `count`, `money` or
      `duration`). `better` says whether higher or lower is better. Only then can a target be met or missed.

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
    "goal-without-kpi", .warning, "A goal has a target or records, but does not say what is measured.",
    why: """
      A goal may be a sentence alone. As soon as it has a target or a record, it has to name the figure. Until then the
      target and the records are not shown.

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
    "bad-record", .error, "The two numbers of a record cannot be right, or its KPI is not a share.",
    why: """
      `record 2026-Q3 42 of 1400` counts people: both are whole numbers, and the first is no larger than the second. A
      KPI that is counted in money, pieces or time has one figure, so it has no "of".

      Check the two numbers. Where the first counts customers who left, write `lost` before it.
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
    "duplicate-record", .error, "Two records of one goal are for the same period.",
    why: """
      A goal has one figure for each period. If there are two, nobody can know which one is true.

      Delete one of the two, or correct its period.
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
