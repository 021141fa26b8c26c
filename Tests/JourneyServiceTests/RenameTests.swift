import Foundation
import JourneyKit
import LanguageServer
import Support
import Testing

@testable import JourneyService

/// A new name is everywhere, and nothing that was counted under the old one is lost.
@Suite struct RenameTests {
  private static let journey = """
    journey apply "Applying" {
      phase one "One" {
        touchpoint form "Fills in" channel web owner digital # the long one
        touchpoint "Calls back" channel phone owner digital {
          repeats form
        }
        touchpoint sent "Sends" channel web owner digital was post, mail {
          feels +1
        }
      }
      flow {
        as-written
        form -> exit stop "gives up"
        "Calls back" -> form
        sent -> calls-back
        calls-back -> exit stop
      }
    }

    """
  private static let others = """
    channel web "Web"
    channel phone "Phone"
    department digital "Digital"
    action shorten "Shorten the form" {
      for apply/form
    }
    feedback survey "Survey" {
      file "private/survey.csv"
      date "Date"
      answer csat "Q1" of apply/form scale 1..5
      touchpoint "Topic" {
        "Form" is apply/form
      }
    }

    """
  private static let tally = """
    feedback,journey,touchpoint,metric,period,segment,answer,n

    """

  private static func renamed(_ mark: String, to name: String) throws -> (workspace: MarkedWorkspace, answer: JSONValue)
  {
    let marked = try MarkedWorkspace(
      ("apply.journey", journey.replacing(mark.replacing("‸", with: ""), with: mark, maxReplacements: 1)),
      ("others.journey", others))
    let answer = marked.client.answer("textDocument/rename", marked.with([("newName", .string(name))]))
    return (marked, answer)
  }

  private static func errors(_ files: [String: String]) -> [String] {
    let sources = WorkspaceFiles(files.sorted { $0.key < $1.key }.map { (path: $0.key, text: $0.value) })
    return Waymark.check(sources).all.filter { $0.severity == .error }.map(\.message)
  }

  @Test func `a touchpoint has its new name in all files, and was what it was`() throws {
    let (marked, answer) = try Self.renamed("touchpoint fo‸rm", to: "sheet")
    let files = try marked.applying(answer["result"])
    let text = try #require(files["apply.journey"])
    #expect(text.contains("touchpoint sheet \"Fills in\" channel web owner digital was form # the long one\n"))
    #expect(
      text.contains("repeats sheet\n") && text.contains("sheet -> exit stop")
        && text.contains("\"Calls back\" -> sheet"))
    let other = try #require(files["others.journey"])
    #expect(
      other.contains("for apply/sheet\n") && other.contains("of apply/sheet scale")
        && other.contains("is apply/sheet\n"))
    #expect(Self.errors(files) == [])
    #expect(answer["result"]["documentChanges"].array?.first?["textDocument"]["version"] == 1)
  }

  @Test func `a list of earlier names grows, and a name that comes back leaves it`() throws {
    let (marked, answer) = try Self.renamed("touchpoint se‸nt", to: "letter")
    #expect(try marked.applying(answer["result"])["apply.journey"]?.contains("was post, mail, sent {") == true)
    let (back, backAnswer) = try Self.renamed("touchpoint se‸nt", to: "mail")
    let files = try back.applying(backAnswer["result"])
    #expect(
      files["apply.journey"]?.contains("touchpoint mail \"Sends\" channel web owner digital was post, sent {") == true)
    #expect(Self.errors(files) == [])
  }

  @Test func `one without a name gets one, and was the name that was made of its title`() throws {
    for mark in ["touchpoint \"Cal‸ls back\"", "sent -> calls‸-back"] {
      let (marked, answer) = try Self.renamed(mark, to: "callback")
      let files = try marked.applying(answer["result"])
      let text = try #require(files["apply.journey"])
      #expect(text.contains("touchpoint callback \"Calls back\" channel phone owner digital was calls-back {"))
      #expect(text.contains("sent -> callback\n") && text.contains("\"Calls back\" -> form"), "titles stay")
      #expect(Self.errors(files) == [])
    }
  }

  @Test(arguments: [
    ("journey ap‸ply", "open", "journey open \"Applying\" was apply {", "for open/form"),
    ("phase o‸ne", "first", "phase first \"One\" was one {", ""),
    ("owner dig‸ital", "online", "owner online", "department online \"Digital\" was digital"),
    ("channel w‸eb", "site", "channel site", "channel site \"Web\" was web"),
    ("exit st‸op", "gone", "form -> exit gone \"gives up\"", ""),
  ])
  func `all that has a name can have another`(mark: String, name: String, own: String, other: String) throws {
    let (marked, answer) = try Self.renamed(mark, to: name)
    let files = try marked.applying(answer["result"])
    #expect(files["apply.journey"]?.contains(own) == true, "\(files["apply.journey"] ?? "")")
    #expect(other.isEmpty || files["others.journey"]?.contains(other) == true)
    #expect(Self.errors(files) == [])
  }

  @Test(arguments: [
    ("touchpoint fo‸rm", "sent", "there is already a touchpoint named \"sent\""),
    ("touchpoint fo‸rm", "one", "there is already a touchpoint"),
    ("touchpoint fo‸rm", "two words", "is not a name"), ("touchpoint fo‸rm", "", "is not a name"),
    ("touchpoint fo‸rm", "1st", "is not a name"),
    ("touchpoint fo‸rm", "exit", "in a flow \"exit\" means something else"),
    ("journey ap‸ply", "index", "is the name of another page"),
    ("touchpoint fo‸rm", "x{", "is not a name"), ("touchpoint fo‸rm", "\u{202E}x", "is not a name"),
    ("fee‸ls +1", "x", "no name here"),
  ])
  func `what would break is refused in words`(mark: String, name: String, message: String) throws {
    let (_, answer) = try Self.renamed(mark, to: name)
    #expect(answer["error"]["code"] == -32803)
    #expect(answer["error"]["message"].string?.contains(message) == true, "\(answer.text)")
  }

  @Test func `what can be renamed is said before`() throws {
    let marked = try MarkedWorkspace(("a.journey", "journey apply \"A\" {\n  flow { as-written }\n  owner le‸gal\n}\n"))
    #expect(marked.ask("prepareRename")["placeholder"] == "legal")
    let none = try MarkedWorkspace(("a.journey", "journey apply \"A\" {\n  ow‸ner legal\n}\n"))
    #expect(none.ask("prepareRename").isNull)
    let known = try MarkedWorkspace(
      ("a.journey", "journey apply \"A\" {\n  goal g \"G\" { kpi chu‸rn }\n}\n"))
    #expect(known.ask("prepareRename").isNull)
  }

  @Test func `the same name stays, and a decomposed one is the same`() throws {
    let marked = try MarkedWorkspace(("a.journey", "journey caf\u{E9}‸ \"A\" {}\n"))
    #expect(marked.ask("rename", [("newName", "cafe\u{301}")])["documentChanges"] == [])
  }
}
