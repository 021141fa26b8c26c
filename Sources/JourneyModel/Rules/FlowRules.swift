internal import JourneySource

extension Rule {
  static let wrongEnd = Rule(
    "wrong-end", .error, "An arrow that leads to an entry, or leaves an exit.",
    why: """
      An entry is where customers come from, an exit where they leave: nothing leads to the one, and nothing comes after
      the other.

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
    "several-arrows", .error, "A label, share, wait or persona on a line with several arrows.",
    why: """
      `share 20%` is of one arrow. On a line such as `a -> b -> c` nobody can tell which one is meant.

      Write that arrow on a line of its own: it does not matter that it also stands in a longer one elsewhere, as long as
      each arrow is written once.
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
    "shares-above-all", .error, "The shares of those who leave one touchpoint add up to more than 100 %.",
    why: """
      A share is of the people who leave the source, and each leaves by one arrow. Together the shares are at most 100 %;
      less is fine, the rest takes the arrows without a share. Arrows of one persona add up with those of everyone, not
      with those of another persona.

      Mend the shares. Were they taken of all who enter the journey? Then divide each by the share that gets so far.
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
      Two arrows between the same touchpoints with the same label (or none) are one arrow on the map; the second says
      nothing new, and what it adds is lost.

      Delete one of the two. If they are two ways indeed, say by a label what tells them apart.
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
    "refers-to-itself", .error, "A journey or touchpoint that opens, repeats or succeeds itself.",
    why: """
      `opens` leads to another journey, `repeats` to another touchpoint, `future-of` to the journey of today. Pointing at
      oneself, alone or in a ring, says nothing.

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
    "repeats-elsewhere", .error, "A touchpoint repeats something that is no touchpoint of its journey.",
    why: """
      `repeats` draws a second card with the scores of the first, ranked once. That works within one journey only, and
      with a touchpoint, not a phase.

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
    "too-large", .error, "A workspace with more arrows than Waymark takes.",
    why: """
      The limit is 400,000 arrows. Nobody reads such a map, and a file like that was most likely made by a program that
      went wrong. Waymark keeps the first ones and leaves out the rest.

      Point Waymark at a folder with fewer journeys.
      """,
    example: "",
    instead: "")
}
