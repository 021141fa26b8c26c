internal import JourneySource
internal import JourneySyntax

extension Resolution {
  /// Key drivers are of an answer about a journey, and are other answers of the same feedback about its touchpoints.
  mutating func reportDrivers(of feedback: Feedback) {
    for question in feedback.questions where question.hasDrivers {
      guard question.metric == .csat || question.metric == .nps else {
        report(.wrongDrivers(question, "key drivers are of csat or nps", "delete with-drivers"))
        continue
      }
      guard let journey = question.drivenJourney else {
        report(
          .wrongDrivers(
            question, "key drivers are of an answer about a journey",
            "move with-drivers to the answer that is about the journey as a whole"))
        continue
      }
      let drivers = feedback.questions.count { $0.mayDrive(journey) }
      if (question.scale?.count ?? 0) > Feedback.Question.mostAnswers || drivers < 2 {
        report(
          .wrongDrivers(
            question,
            "key drivers need two answers or more about parts of the journey, on scales of at most 11 answers",
            "add answers about its touchpoints to this feedback, each with \"of\", or delete with-drivers"))
      } else if drivers > Limits.drivers {
        report(
          .wrongDrivers(
            question,
            "this feedback has \(drivers) answers about parts of the journey; for key drivers at most \(Limits.drivers)",
            "split the feedback, or delete with-drivers"))
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func wrongDrivers(_ question: Feedback.Question, _ message: String, _ help: String) -> Self {
    .init(.wrongDrivers, at: question.span, message, help: help)
  }
}
