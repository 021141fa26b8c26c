internal import JourneySource

extension Rule {
  static let unknownView = Rule(
    "unknown-view", .error, "A `view` line chooses something that the page does not have.",
    why: """
      A view is what a page shows, kept under a name. After the name comes what follows the `#` in the page's address:
      pairs such as `department=bar`, joined by `&`. If a department, a channel or a phase has another name by now, the
      view would show everything.

      Choose it on the page again, and copy the end of the address.
      """,
    example: """
      journey coffee "Buying a coffee" {
        view "At the bar" "department=barr"
        phase inside "Inside" {
          touchpoint order "Orders" owner bar
        }
      }

      """,
    instead: """
      journey coffee "Buying a coffee" {
        view "At the bar" "department=bar"
        phase inside "Inside" {
          touchpoint order "Orders" owner bar
        }
      }

      """)
}
