internal import JourneySource

/// Groups, lanes, pains and ideas that are named and not there.
extension Rule {
  static let unknownGroup = Rule(
    "unknown-group", .error, "A journey is part of a group that nothing declares.",
    why: """
      Groups put journeys together on the list of them. Each is declared once, in any file.

      Correct the name, or declare it: `group banking "Everyday banking"`.
      """,
    example: """
      group shops "Our shops"
      journey coffee "Buying a coffee" {
        part-of shop
        phase before "Before" {
          touchpoint sign "Sees the sign"
        }
      }

      """,
    instead: """
      group shops "Our shops"
      journey coffee "Buying a coffee" {
        part-of shops
        phase before "Before" {
          touchpoint sign "Sees the sign"
        }
      }

      """)

  static let unknownLane = Rule(
    "unknown-lane", .error, "A text is for a lane that nothing declares.",
    why: """
      A lane is a row of the map. A lane of your own is declared once, in any file.

      Correct the name, or declare it: `lane risk "Risks"`.
      """,
    example: """
      lane risk "Risks"
      journey coffee "Buying a coffee" {
        phase before "Before" {
          touchpoint sign "Sees the sign" {
            lane risks "The sign falls down"
          }
        }
      }

      """,
    instead: """
      lane risk "Risks"
      journey coffee "Buying a coffee" {
        phase before "Before" {
          touchpoint sign "Sees the sign" {
            lane risk "The sign falls down"
          }
        }
      }

      """)

  static let unknownRemark = Rule(
    "unknown-remark", .error, "An action names a pain or an idea that nothing is called.",
    why: """
      `fixes photo` says which pain an action is against, and `idea say-why` which idea it carries out. The pain or the
      idea has that name right after its word: `pain photo "…"`.

      Correct the name, or give the pain or the idea a name.
      """,
    example: """
      journey coffee "Buying a coffee" {
        goal stay "Fewer walk out" {
          kpi churn
        }
        phase before "Before" {
          touchpoint queue "Queues" owner shop {
            pain wait "No way to see how long it takes"
          }
        }
        action screen "Show the waiting time" {
          for queue
          fixes waits
          owner shop
          goal stay
          due 2027-01
        }
      }

      """,
    instead: """
      journey coffee "Buying a coffee" {
        goal stay "Fewer walk out" {
          kpi churn
        }
        phase before "Before" {
          touchpoint queue "Queues" owner shop {
            pain wait "No way to see how long it takes"
          }
        }
        action screen "Show the waiting time" {
          for queue
          fixes wait
          owner shop
          goal stay
          due 2027-01
        }
      }

      """)
}
