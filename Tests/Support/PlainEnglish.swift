internal import Foundation

/// The words that a text for people does without, whatever it is: a page, a message, a label.
public enum PlainEnglish {
  /// Phrases that trials and reviews of the texts found hard to understand, and what to write in their place. Each is a
  /// whole word or more, and has no innocent reading in a text about journeys.
  private static let phrases: [(phrase: String, instead: String)] = [
    ("such as is", "say what it is"), ("(?:is|was|be) none", "is not, there is no"), ("anew", "again, new"),
    ("(?:is|are|was|were) told", "is reported, a finding says so"),
    ("told (?:from|apart)", "beyond chance, distinguish"),
    ("so many of so many", "a count of all"), ("mend(?:s|ed|ing)?", "fix"), ("blind spots?", "not measured"),
    ("weakest", "lowest score, top priority"), ("without saying", "is not needed"), ("ways? out", "how to fix it"),
    ("stands?(?! (?:in for|out))", "is"), ("lies", "is"), ("behind(?! the scenes)", "after"),
    ("whose they are", "say who"), ("met by", "reached by"), ("retraces?", "loop, goes back"),
    ("nobody owns nobody", "say who does what"), ("so it is with", "the same holds for"), ("it is for \\w+ to", "must"),
    ("of whoever", "of the person who"), ("(?:is|are) overdue", "open after its due date"),
  ]

  /// What is hard in a text, each with what to write in its place.
  public static func hardPhrases(in text: String) -> [String] {
    phrases.compactMap { phrase, instead in
      let range = text.range(of: "(?<![\\w-])(?:\(phrase))(?![\\w-])", options: [.regularExpression, .caseInsensitive])
      return range.map { "\"\(text[$0])\": write \"\(instead)\"" }
    }
  }
}
