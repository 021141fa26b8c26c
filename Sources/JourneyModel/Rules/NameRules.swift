internal import JourneySource

extension Rule {
  static let duplicateName = Rule(
    "duplicate-name", .error, "Two things of one kind have the same name.",
    why: """
      A name means one thing, so that an arrow, an answer or an action can refer to it. Each touchpoint, phase and goal
      needs its own name within its journey. Each journey and feedback needs its own name within the workspace.

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
      Channels, departments, personas, segments and KPIs may be declared in several files. So a folder works alone and
      within a larger one. But the same name must mean the same thing, and two titles say that it does not. This is also
      true of entries and exits.

      Write the same title in both places, or leave it out in one place. If they are two things, give one of them
      another name.
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
    "reserved-name", .error, "A name is a word that already means something else.",
    why: """
      In a flow, `entry`, `exit` and `and` are words of the language, so nothing in a journey can have such a name. And
      a journey cannot be named `index`, because that is the page that lists all journeys.

      Pick another name. The title may be any text.
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
    "look-alike-name", .error, "Two names look the same but are different.",
    why: """
      The Cyrillic `о` and the Latin `o` look the same, but names with them are different. Mostly somebody typed on a
      keyboard in another layout. Now and then somebody means to mislead.

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
    "ambiguous-title", .error, "A reference names a title that several things have.",
    why: """
      You may refer to a thing by its title in quotes if only one thing has that title. Here several have it, so Waymark
      cannot know which one you mean.

      Refer to it by its name. If it has no name, give it one.
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
    "earlier-name-taken", .error, "An earlier name belongs to two touchpoints.",
    why: """
      `was` lets old answers find a touchpoint by its earlier name. If that name is still in use, or two touchpoints
      have it, Waymark cannot know where the answers belong.

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

  static let unknownEdition = Rule(
    "unknown-edition", .error, "The files are written in an edition of the language that this program does not read.",
    why: """
      An edition says what the words of the language mean. This program reads edition 1. Another edition may mean
      something else by the same words, so reading it as edition 1 could show what you did not write.

      Install a Waymark that reads your edition.
      """,
    example: "workspace \"Northwind Bank\" {\n  edition 2\n}\n",
    instead: "workspace \"Northwind Bank\" {\n  edition 1\n}\n")

  static let languageNotSpoken = Rule(
    "language-not-spoken", .note, "The workspace's texts are in a language in which Waymark has no words of its own.",
    why: """
      Names of lanes, figures and sentences of the review are Waymark's own words. They are in English, or in German with
      `language de`. Your texts stay as they are. In languages that are written from right to left the map is mirrored.

      Keep the line. Maps and pages say which text is in which language, so that screen readers read both right.
      """,
    example: """
      workspace "Café du Coin" {
        language fr
      }

      """,
    instead: """
      workspace "Corner Coffee" {
        language en
      }

      """)

  static let secondWorkspace = Rule(
    "second-workspace", .error, "The files below a folder have more than one `workspace`.",
    why: """
      The `workspace` lines are for all files below the folder, so there can be only one. Waymark uses the first one, by
      the paths of the files, and ignores the others.

      Put all lines in one place. A folder that you also check alone does not need its own.
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
