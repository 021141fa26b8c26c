package import JourneySource

extension Rule {
  package static let jointTallyUnreadable = Rule(
    "joint-tally-unreadable", .warning, "A joint tally cannot be read, so there are no key drivers of it.",
    why: """
      Key drivers need the sums of every pair of questions. With some of them missing, or one of them twice, the others
      say something else. So nothing of the file is used.

      Count the exports again, or take the file from the last commit in which it was whole.
      """,
    example: "waymark review journeys # a merge left <<<<<<< in after-call.joint.csv\n",
    instead: "git checkout HEAD -- journeys/after-call.joint.csv\nwaymark review journeys\n")
}
