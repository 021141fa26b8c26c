internal import JourneySource

/// The journey that the examples of findings on feedbacks are about.
let coffee = """

  journey coffee "Buying a coffee" {
    phase inside "Inside" {
      touchpoint order "Orders"
      touchpoint pay "Pays"
    }
  }

  """

extension Rule {
  static let fileOutside = Rule(
    "file-outside", .error, "A feedback's file is not below the workspace folder.",
    why: """
      A journey file may come from anybody who can open a pull request. So it must not make Waymark read other files of
      the machine that checks it. Paths are relative to the workspace, with forward slashes. Waymark refuses `..`,
      absolute paths, drive letters, addresses and encoded signs such as `%2e`.

      Put the export below the workspace folder and keep it out of git. Or say where the exports are on the command
      line: `waymark tally --data DIR`.
      """,
    example: """
      feedback after "After the visit" {
        file "../exports/after.csv"
        period 2026-Q3
        answer csat "Q1" of coffee scale 1..5
      }

      """ + coffee,
    instead: """
      feedback after "After the visit" {
        file "private/after.csv"
        period 2026-Q3
        answer csat "Q1" of coffee scale 1..5
      }

      """ + coffee)

  static let incompleteFeedback = Rule(
    "incomplete-feedback", .error, "A feedback has no file, no date or period, or no answers.",
    why: """
      To count answers, Waymark must know which file they are in, when they were given, and which columns have them.

      Add what is missing: `file "private/after.csv"`, `date "RecordedDate"`, `answer csat "Q1" scale 1..5`. Where all
      answers are of one period, write `period 2026-Q3` instead of the date.
      """,
    example: """
      feedback after "After the visit" {
        file "private/after.csv"
        answer csat "Q1" of coffee scale 1..5
      }

      """ + coffee,
    instead: """
      feedback after "After the visit" {
        file "private/after.csv"
        date "RecordedDate"
        answer csat "Q1" of coffee scale 1..5
      }

      """ + coffee)

  static let missingSubject = Rule(
    "missing-subject", .error, "An answer does not say what it is about.",
    why: """
      Every answer belongs somewhere: to a touchpoint, a phase, a journey or the whole workspace.

      Write `of coffee/order` after the column. Perhaps a column of the file says which touchpoint each row is about.
      Then name the column and what its cells mean: `touchpoint "Topic" { "Ordering" is coffee/order }`.
      """,
    example: """
      feedback after "After the visit" {
        file "private/after.csv"
        period 2026-Q3
        answer csat "Q1" scale 1..5
      }

      """ + coffee,
    instead: """
      feedback after "After the visit" {
        file "private/after.csv"
        period 2026-Q3
        answer csat "Q1" of coffee/order scale 1..5
      }

      """ + coffee)

  static let mixedSubject = Rule(
    "mixed-subject", .error,
    "One answer is about touchpoints of several journeys, or about a phase and something else.",
    why: """
      An answer about several touchpoints is one score that is drawn across them, so they must be on one map. A phase or
      a journey already means all its touchpoints.

      Write an answer line for each.
      """,
    example: """
      feedback after "After the visit" {
        file "private/after.csv"
        period 2026-Q3
        answer csat "Q1" of coffee/order, coffee scale 1..5
      }

      """ + coffee,
    instead: """
      feedback after "After the visit" {
        file "private/after.csv"
        period 2026-Q3
        answer csat "Q1" of coffee/order, coffee/pay scale 1..5
      }

      """ + coffee)

  static let badDecimal = Rule(
    "bad-decimal", .error, "The decimal sign is neither a comma nor a point.",
    why: """
      `1,250` is one and a quarter for some people and over a thousand for others.

      Write `decimal ","` where the comma comes before the decimals and a point groups thousands. Write `decimal "."`
      where it is the other way round.
      """,
    example: """
      feedback tickets "Help desk" {
        file "private/tickets.csv"
        period 2026-Q3
        decimal "comma"
        answer resolution "Minutes" of coffee/order in minutes
      }

      """ + coffee,
    instead: """
      feedback tickets "Help desk" {
        file "private/tickets.csv"
        period 2026-Q3
        decimal ","
        answer resolution "Minutes" of coffee/order in minutes
      }

      """ + coffee)

  static let wrongRow = Rule(
    "wrong-row", .error, "A row of a table says something that its table cannot mean, or says it twice.",
    why: """
      Rows translate the cells of an export. In a `touchpoint` table a cell is a touchpoint, in a `segment` table a
      segment. Below an answer it is a number of its scale (`yes` or `no` for fcr). It may be `ignored` everywhere. Each
      cell means one thing.

      Correct what is right of `is`, or delete the row that says it again.
      """,
    example: """
      feedback after "After the visit" {
        file "private/after.csv"
        period 2026-Q3
        answer csat "Q1" of coffee/order scale 1..5 {
          "Very satisfied" is 6
        }
      }

      """ + coffee,
    instead: """
      feedback after "After the visit" {
        file "private/after.csv"
        period 2026-Q3
        answer csat "Q1" of coffee/order scale 1..5 {
          "Very satisfied" is 5
        }
      }

      """ + coffee)

  static let askedTwice = Rule(
    "asked-twice", .error, "The same metric is counted twice for one touchpoint.",
    why: """
      In one feedback, both columns would be counted. In two feedbacks that read one file, the same column would be \
      counted twice. Each person's answer would count twice, and the score would look surer than it is.

      Keep the question that the touchpoint is judged by. Where the file has a row for each question, tell the rows \
      apart: `answer csat "Value" where "Question" is "SAT" …`.
      """,
    example: """
      feedback after "After the visit" {
        file "private/after.csv"
        period 2026-Q3
        answer csat "Q1" of coffee/order scale 1..5
        answer csat "Q2" of coffee/order scale 1..5
      }

      """ + coffee,
    instead: """
      feedback after "After the visit" {
        file "private/after.csv"
        period 2026-Q3
        answer csat "Q1" of coffee/order scale 1..5
        answer csat "Q2" of coffee/pay scale 1..5
      }

      """ + coffee)
}
