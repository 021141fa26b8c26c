internal import Foundation

/// A journey with a feedback, and what its tally says: `date,q` an answer, `q` on a scale of five.
public enum Survey {
  /// The workspace: a journey of one touchpoint, and its feedback with `facts` added.
  public static func journey(file: String = "private/*.csv", _ facts: String = "", name: String = "survey") -> String {
    """
    journey help "Help" {
      phase ask "Ask" {
        touchpoint form "Asks" channel web owner service
      }
    }
    feedback \(name) "Survey" {
      file "\(file)"
      date "date"
      answer csat "q" of help/form scale 1..5
      \(facts)
    }

    """
  }

  /// The header of a tally file.
  public static let head = "journey,touchpoint,metric,scale,period,segment,feedback,answer,count,weight,weight2\n"

  /// One row of a tally file.
  public static func row(
    _ period: String, _ answer: String, _ count: Int, feedback: String = "survey", segment: String = ""
  ) -> String {
    "help,form,csat,1..5,\(period),\(segment),\(feedback),\(answer),\(count),,\n"
  }
}

extension Scratch {
  /// With a workspace `w`, of that journey and its export, `private/x.csv`, with one answer.
  public static func ofSurvey() throws -> Scratch {
    let scratch = try Scratch()
    try scratch.declareSurvey()
    try scratch.write("date,q\n2026-04-03,5\n", to: "w/private/x.csv")
    return scratch
  }

  /// Writes the workspace again, with `facts` added to its feedback.
  public func declareSurvey(_ facts: String = "", file: String = "private/x.csv") throws {
    try write(Survey.journey(file: file, facts), to: "w/help.journey")
  }
}

/// The figures of an audit by what stands in front of them.
public struct Figures {
  private var figures: [(name: String, value: Int)] = []

  /// Reads the figures of a printed audit.
  public init(_ audit: String) {
    for line in audit.split(separator: "\n") {
      guard let digit = line.firstIndex(where: \.isNumber) else { continue }
      let name = line[..<digit].trimmingCharacters(in: .whitespaces)
      let digits = line[digit...].prefix { $0 != " " }.filter(\.isNumber)
      figures.append((name, Int(digits) ?? -1))
    }
  }

  /// The first of that name, or the one behind so many others.
  public subscript(name: String, skipping: Int = 0) -> Int {
    figures.filter { $0.name == name }.dropFirst(skipping).first?.value ?? -1
  }
}
