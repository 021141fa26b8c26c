internal import JourneySource

extension Rule {
  static let unknownDepartment = Rule(
    "unknown-department", .error, "No `department` line declares this owner or helper.",
    why: """
      If a workspace declares no department, any name will do: it is a sketch. As soon as it declares one, it must
      declare every department. Otherwise a typing mistake would be drawn as a department of its own.

      Correct the name, or declare it: `department legal "Legal"`.
      """,
    example: """
      department bar "Bar"

      journey coffee "Buying a coffee" {
        phase inside "Inside" {
          touchpoint order "Orders" owner barr
        }
      }

      """,
    instead: """
      department bar "Bar"

      journey coffee "Buying a coffee" {
        phase inside "Inside" {
          touchpoint order "Orders" owner bar
        }
      }

      """)

  static let unknownChannel = Rule(
    "unknown-channel", .error, "No `channel` line declares this channel.",
    why: """
      If a workspace declares no channel, any name will do: it is a sketch. As soon as it declares one, it must declare
      every channel. Otherwise a typing mistake would be drawn as a channel of its own.

      Correct the name, or declare it: `channel kiosk "Kiosk"`.
      """,
    example: """
      channel web "Web"

      journey coffee "Buying a coffee" {
        phase before "Before" {
          touchpoint menu "Reads the menu" channel wbe
        }
      }

      """,
    instead: """
      channel web "Web"

      journey coffee "Buying a coffee" {
        phase before "Before" {
          touchpoint menu "Reads the menu" channel web
        }
      }

      """)

  static let unknownPersona = Rule(
    "unknown-persona", .error, "Nothing declares this persona.",
    why: """
      A persona is somebody in particular, so introduce each one once: `persona tom "Tom, in a hurry"`.

      Correct the name, or declare the persona.
      """,
    example: """
      persona tom "Tom, in a hurry"

      journey coffee "Buying a coffee" {
        persona tim
        phase before "Before" {
          touchpoint sign "Sees the sign" persona tom
        }
      }

      """,
    instead: """
      persona tom "Tom, in a hurry"

      journey coffee "Buying a coffee" {
        persona tom
        phase before "Before" {
          touchpoint sign "Sees the sign" persona tom
        }
      }

      """)

  static let unknownSegment = Rule(
    "unknown-segment", .error, "Nothing declares this segment.",
    why: """
      Segments decide how answers are split, so declare each one once: `segment regulars "Once a week or more"`.

      Correct the name, or declare the segment.
      """,
    example: """
      segment regulars "Once a week or more"

      persona tom "Tom, in a hurry" {
        segment regular
      }

      journey coffee "Buying a coffee" {
        persona tom
        phase before "Before" {
          touchpoint sign "Sees the sign" segment regulars
        }
      }

      """,
    instead: """
      segment regulars "Once a week or more"

      persona tom "Tom, in a hurry" {
        segment regulars
      }

      journey coffee "Buying a coffee" {
        persona tom
        phase before "Before" {
          touchpoint sign "Sees the sign"
        }
      }

      """)

  static let unknownKPI = Rule(
    "unknown-kpi", .error, "A goal is measured by a KPI that nothing declares.",
    why: """
      `churn`, `referrals`, `retention` and `conversion` are known, and so are the metrics of touchpoints (`csat`,
      `effort`, `nps`, `resolution`, `fcr`). Any other figure has to say its unit and which way is better.

      Correct the name, or declare it: `kpi baskets "Baskets a day" { unit count  better higher }`.
      """,
    example: """
      journey coffee "Buying a coffee" {
        goal loyal "They come back" {
          kpi retension
          target >= 40%
        }
        phase before "Before" {
          touchpoint sign "Sees the sign"
        }
      }

      """,
    instead: """
      journey coffee "Buying a coffee" {
        goal loyal "They come back" {
          kpi retention
          target >= 40%
        }
        phase before "Before" {
          touchpoint sign "Sees the sign"
        }
      }

      """)

  static let unknownJourney = Rule(
    "unknown-journey", .error, "Nothing declares this journey.",
    why: """
      `opens`, `future-of`, `of` and `for` refer to journeys of the same workspace, in any file below the folder that
      you gave.

      Correct the name, or give Waymark the folder that also has the other journey.
      """,
    example: """
      journey coffee "Buying a coffee" {
        phase inside "Inside" {
          touchpoint card "Asks for a loyalty card" opens loyalty
        }
      }

      """,
    instead: """
      journey coffee "Buying a coffee" {
        phase inside "Inside" {
          touchpoint card "Asks for a loyalty card" opens loyalty-card
        }
      }

      journey loyalty-card "Getting a loyalty card" {
        phase inside "Inside" {
          touchpoint form "Fills in the form"
        }
      }

      """)

  static let unknownTouchpoint = Rule(
    "unknown-touchpoint", .error, "A journey has no touchpoint or phase with this name.",
    why: """
      Arrows, answers and actions refer to touchpoints by their names, or by their titles in quotes. If a touchpoint has
      no written name, Waymark makes one from its title: "Sees the sign" is `sees-the-sign`.

      Correct the name. Was the touchpoint renamed? Then write its old name there: `was sign`.
      """,
    example: """
      journey coffee "Buying a coffee" {
        phase inside "Inside" {
          touchpoint order "Orders"
          touchpoint pay "Pays"
        }
        flow {
          order -> pya
        }
      }

      """,
    instead: """
      journey coffee "Buying a coffee" {
        phase inside "Inside" {
          touchpoint order "Orders"
          touchpoint pay "Pays"
        }
        flow {
          order -> pay
        }
      }

      """)

  static let unknownGoal = Rule(
    "unknown-goal", .error, "An action serves a goal that its journey does not have.",
    why: """
      An action says which goal it serves, so that one can ask later whether it helped. Goals are declared in journeys.

      Correct the name, or declare the goal in the journey: `goal loyal "They come back" { kpi retention }`.
      """,
    example: """
      journey coffee "Buying a coffee" {
        goal loyal "They come back" {
          kpi retention
        }
        phase inside "Inside" {
          touchpoint order "Orders" owner bar
        }
        action till "A second till at noon" {
          for order
          owner bar
          goal royal
          due 2026-12
        }
      }

      """,
    instead: """
      journey coffee "Buying a coffee" {
        goal loyal "They come back" {
          kpi retention
        }
        phase inside "Inside" {
          touchpoint order "Orders" owner bar
        }
        action till "A second till at noon" {
          for order
          owner bar
          goal loyal
          due 2026-12
        }
      }

      """)
}
