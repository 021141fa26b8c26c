internal import JourneySource

extension Rule {
  static let duplicateName = Rule(
    "duplicate-name", .error, "Two things of one kind have the same name.",
    why: """
      A name stands for one thing, so that an arrow, an answer or an action can point at it. Touchpoints, phases and
      goals need names of their own within their journey; journeys and feedbacks within the whole workspace.

      Give one of the two another name. If it is the same step a second time, write `repeats` and the first one's name.
      """,
    example: """
      journey coffee "Buying a coffee" {
        phase inside "Inside" {
          touchpoint queue "Queues to order"
          touchpoint queue "Queues to collect"
        }
      }

      """,
    instead: """
      journey coffee "Buying a coffee" {
        phase inside "Inside" {
          touchpoint queue "Queues to order"
          touchpoint collect "Queues to collect"
        }
      }

      """)

  static let differentTitle = Rule(
    "different-title", .error, "A name is declared twice, with two titles.",
    why: """
      Channels, departments, personas, segments and KPIs may be declared in several files, so that a folder works alone
      and within a larger one. But then they must mean the same, and two titles say that they do not. Entries and exits
      of one name are one as well.

      Write the same title in both places, or leave it out in one, or give one of the two another name.
      """,
    example: """
      channel web "Web site"
      channel web "Web shop"

      journey coffee "Buying a coffee" {
        phase before "Before" {
          touchpoint menu "Reads the menu" channel web
        }
      }

      """,
    instead: """
      channel web "Web site"
      channel shop "Web shop"

      journey coffee "Buying a coffee" {
        phase before "Before" {
          touchpoint menu "Reads the menu" channel web, shop
        }
      }

      """)

  static let nameCase = Rule(
    "name-case", .error, "Two names differ only in capitals.",
    why: """
      `Form` and `form` read the same aloud, and on some disks they are the same file. Sooner or later somebody means one
      and gets the other.

      Rename one of the two.
      """,
    example: """
      journey coffee "Buying a coffee" {
        phase inside "Inside" {
          touchpoint order "Orders"
          touchpoint Order "Orders again"
        }
      }

      """,
    instead: """
      journey coffee "Buying a coffee" {
        phase inside "Inside" {
          touchpoint order "Orders"
          touchpoint order-again "Orders again"
        }
      }

      """)

  static let reservedName = Rule(
    "reserved-name", .error, "A name that means something else already.",
    why: """
      In a flow `entry`, `exit` and `and` are words of the language, so nothing in a journey can be called so. And a
      journey cannot be named `index`, because that is the page that lists all journeys.

      Pick another name; the title may say what it likes.
      """,
    example: """
      journey coffee "Buying a coffee" {
        phase after "After" {
          touchpoint exit "Walks out"
        }
      }

      """,
    instead: """
      journey coffee "Buying a coffee" {
        phase after "After" {
          touchpoint leave "Walks out"
        }
      }

      """)

  static let lookAlike = Rule(
    "look-alike-name", .error, "Two names look the same and are different.",
    why: """
      The Cyrillic `о` and the Latin `o` look the same, but names that hold them are different. Mostly that is a
      keyboard left in another layout; now and then somebody means to mislead.

      Type both names again in one alphabet, or rename one of the two.
      """,
    example: """
      journey coffee "Buying a coffee" {
        phase inside "Inside" {
          touchpoint cop "Meets a constable"
          touchpoint сор "Throws something away"
        }
      }

      """,
    instead: """
      journey coffee "Buying a coffee" {
        phase inside "Inside" {
          touchpoint cop "Meets a constable"
          touchpoint litter "Throws something away"
        }
      }

      """)

  static let ambiguousTitle = Rule(
    "ambiguous-title", .error, "A reference by title, where several have that title.",
    why: """
      You may refer to a thing by its title in quotes, as long as only one has it. Here several do, and nothing says
      which is meant.

      Refer to it by its name; give it one where it has none.
      """,
    example: """
      journey coffee "Buying a coffee" {
        phase inside "Inside" {
          touchpoint order "Waits"
          touchpoint collect "Waits"
          touchpoint drink "Drinks"
        }
        flow {
          order -> collect -> drink
          "Waits" -> exit "Too long"
        }
      }

      """,
    instead: """
      journey coffee "Buying a coffee" {
        phase inside "Inside" {
          touchpoint order "Waits"
          touchpoint collect "Waits"
          touchpoint drink "Drinks"
        }
        flow {
          order -> collect -> drink
          order -> exit "Too long"
        }
      }

      """)

  static let earlierNameTaken = Rule(
    "earlier-name-taken", .error, "An earlier name that leads to two touchpoints.",
    why: """
      `was` lets old answers find a touchpoint by the name it had. If that name is still in use, or two touchpoints claim
      it, Waymark cannot know whose answers they are.

      Keep the earlier name at one touchpoint. Where one touchpoint became two, leave the old name with the one that the
      old question was really about.
      """,
    example: """
      journey coffee "Buying a coffee" {
        phase inside "Inside" {
          touchpoint order "Orders" was counter
          touchpoint pay "Pays" was counter
        }
      }

      """,
    instead: """
      journey coffee "Buying a coffee" {
        phase inside "Inside" {
          touchpoint order "Orders" was counter
          touchpoint pay "Pays"
        }
      }

      """)

  static let languageNotSpoken = Rule(
    "language-not-spoken", .note, "The workspace's texts are in a language in which Waymark has no words of its own.",
    why: """
      Names of lanes, figures and sentences of the review are Waymark's own words, and they are in English. Your texts
      stay as they are. In languages that are written from right to left the map is mirrored.

      Keep the line. Maps and pages say which text is in which language, so that screen readers read both right.
      """,
    example: """
      workspace "Eckcafé" {
        language de
      }

      """,
    instead: """
      workspace "Corner Coffee" {
        language en
      }

      """)

  static let secondWorkspace = Rule(
    "second-workspace", .error, "More than one `workspace` in the files below a folder.",
    why: """
      The `workspace` lines hold for all files below the folder, so there can be one only. The first one, by the paths of
      the files, holds; the others are passed over.

      Put all of its lines in one place. A folder that you also check alone can do without.
      """,
    example: """
      workspace "Corner Coffee" {
        language en
      }

      workspace "Corner Coffee and Sons" {
        language en
      }

      """,
    instead: """
      workspace "Corner Coffee" {
        language en
      }

      """)
}
