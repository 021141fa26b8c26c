extension String {
  // Whole files around one line, for the examples of rules.

  /// A line in the flow of a journey with the touchpoints `form` and `call`.
  static func flow(_ line: String) -> String {
    """
    journey open-account "Opening an account" {
      phase apply "Apply" {
        touchpoint form "Fills in the form"
        touchpoint call "Calls for help"
      }
      flow {
        \(line)
      }
    }

    """
  }

  /// A row in a feedback's table of touchpoints.
  static func table(_ line: String) -> String {
    """
    journey open-account "Opening an account" {
      phase apply "Apply" {
        touchpoint form "Fills in the form"
      }
    }
    feedback after-call "Survey after a call" {
      file "private/calls.csv"
      period 2026-Q3
      touchpoint "Topic" {
        \(line)
      }
      answer csat "Q1" scale 1..5
    }

    """
  }

  /// Lines in the block of the touchpoint `form`.
  static func touchpoint(_ lines: String) -> String {
    """
    journey open-account "Opening an account" {
      phase apply "Apply" {
        touchpoint form "Fills in the form" {
          \(lines)
        }
      }
    }

    """
  }

  /// Lines in the block of the journey `open-account`.
  static func journey(_ lines: String) -> String {
    """
    journey open-account "Opening an account" {
      \(lines)
    }

    """
  }
}
