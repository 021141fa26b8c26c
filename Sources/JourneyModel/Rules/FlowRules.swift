internal import JourneySource

extension Rule {
  static let wrongEnd = Rule(
    "wrong-end", .error, "An arrow leads to an entry, or leaves an exit.",
    why: """
      Customers come from an entry and leave at an exit. So nothing leads to an entry, and nothing comes after an exit.

      Begin a line with `entry`, end it with `exit`. A customer who comes back later comes in by an entry.
      """,
    example: """
      journey coffee "Buying a coffee" {
        phase inside "Inside" {
          touchpoint order "Orders"
          touchpoint pay "Pays"
        }
        flow {
          order -> pay -> entry
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
          entry -> order -> pay
        }
      }

      """)

  static let severalArrows = Rule(
    "several-arrows", .error, "A label, share, wait or persona is on a line with several arrows.",
    why: """
      `share 20%` belongs to one arrow. On a line such as `a -> b -> c`, nobody can know which one is meant.

      Write that arrow on its own line, and write each arrow only once.
      """,
    example: """
      journey coffee "Buying a coffee" {
        phase inside "Inside" {
          touchpoint queue "Queues"
          touchpoint order "Orders"
          touchpoint pay "Pays"
        }
        flow {
          queue -> order -> pay share 80%
        }
      }

      """,
    instead: """
      journey coffee "Buying a coffee" {
        phase inside "Inside" {
          touchpoint queue "Queues"
          touchpoint order "Orders"
          touchpoint pay "Pays"
        }
        flow {
          queue -> order
          order -> pay share 80%
        }
      }

      """)

  static let sharesAboveAll = Rule(
    "shares-above-all", .error, "The shares of customers who leave one touchpoint add up to more than 100 %.",
    why: """
      A share counts the people who leave the source, and each person leaves by one arrow. Together the shares are at
      most 100 %. If they are less, the rest takes the arrows without a share. Arrows of one persona add up with those
      of everyone, not with those of another persona.

      Correct the shares. Perhaps they count all customers who enter the journey. Then divide each by the share of
      customers who get so far.
      """,
    example: """
      journey coffee "Buying a coffee" {
        phase inside "Inside" {
          touchpoint queue "Queues"
          touchpoint order "Orders"
        }
        flow {
          queue -> order share 80%
          queue -> exit "Gives up" share 30%
        }
      }

      """,
    instead: """
      journey coffee "Buying a coffee" {
        phase inside "Inside" {
          touchpoint queue "Queues"
          touchpoint order "Orders"
        }
        flow {
          queue -> order share 80%
          queue -> exit "Gives up" share 20%
        }
      }

      """)

  static let repeatedArrow = Rule(
    "repeated-arrow", .warning, "The same arrow is written twice.",
    why: """
      Two arrows between the same touchpoints with the same label (or without one) are one arrow on the map. The second
      says nothing new, and its share, wait or persona is lost.

      Delete one of the two. If they really are two ways, give each a label of its own.
      """,
    example: """
      journey coffee "Buying a coffee" {
        phase inside "Inside" {
          touchpoint order "Orders"
          touchpoint pay "Pays"
        }
        flow {
          order -> pay
          order -> pay
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
          order -> pay : "in cash"
          order -> pay : "by card"
        }
      }

      """)

  static let foreignTouchpoint = Rule(
    "foreign-touchpoint", .error, "A flow leads to a touchpoint of another journey.",
    why: """
      A flow stays within its journey, so that each map can be read alone.

      Where customers go on in another journey, write `opens` and its name at the touchpoint where they change over.
      """,
    example: """
      journey coffee "Buying a coffee" {
        phase inside "Inside" {
          touchpoint order "Orders"
          touchpoint pay "Pays"
        }
        flow {
          order -> pay -> card/form
        }
      }

      journey card "Getting a loyalty card" {
        phase inside "Inside" {
          touchpoint form "Fills in the form"
        }
      }

      """,
    instead: """
      journey coffee "Buying a coffee" {
        phase inside "Inside" {
          touchpoint order "Orders"
          touchpoint pay "Pays" opens card
        }
        flow {
          order -> pay
        }
      }

      journey card "Getting a loyalty card" {
        phase inside "Inside" {
          touchpoint form "Fills in the form"
        }
      }

      """)

  static let refersToItself = Rule(
    "refers-to-itself", .error, "A journey or touchpoint opens, repeats or succeeds itself.",
    why: """
      `opens` leads to another journey, `repeats` to another touchpoint, `future-of` to the journey of today. A thing
      that refers to itself, alone or in a ring, says nothing.

      Name the other one. A customer who goes back is an arrow in the flow.
      """,
    example: """
      journey coffee "Buying a coffee" {
        phase inside "Inside" {
          touchpoint order "Orders" opens coffee
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
          as-written
          pay -> order : "wants another"
        }
      }

      """)

  static let repeatsElsewhere = Rule(
    "repeats-elsewhere", .error, "A touchpoint repeats something that is not a touchpoint of its journey.",
    why: """
      `repeats` draws a second card with the scores of the first, and ranks both once. That works within one journey
      only, and with a touchpoint, not a phase.

      Name a touchpoint of this journey.
      """,
    example: """
      journey coffee "Buying a coffee" {
        phase inside "Inside" {
          touchpoint order "Orders"
          touchpoint again "Orders again" repeats inside
        }
      }

      """,
    instead: """
      journey coffee "Buying a coffee" {
        phase inside "Inside" {
          touchpoint order "Orders"
          touchpoint again "Orders again" repeats order
        }
      }

      """)

  static let tooLarge = Rule(
    "too-large", .error, "A workspace has more arrows than Waymark takes.",
    why: """
      The limit is 400,000 arrows. Nobody reads such a map, and most likely a program went wrong and made the file.
      Waymark keeps the first arrows and skips the rest.

      Name a folder with fewer journeys.
      """,
    example: "",
    instead: "")
}
