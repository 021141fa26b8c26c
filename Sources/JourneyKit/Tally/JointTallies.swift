internal import JourneyFeedback
internal import JourneyMetrics
internal import JourneyModel
internal import JourneySource

/// Joint tallies: beside the tally of a feedback with key drivers.
extension FeedbackSources {
  /// What the joint tally is to hold, with all that it holds of other periods; nil where there is nothing to write.
  func joint(_ counted: FeedbackResult, of feedback: Feedback, beside written: WrittenTally?) -> Diagnosed<OutputFile?>
  {
    guard feedback.questions.contains(where: \.hasDrivers), let written, let tally = written.file else {
      return Diagnosed(nil)
    }
    let folder = Path.folder(of: tally.path)
    var before = JointTally()
    var diagnostics: [Diagnostic] = []
    for name in [feedback.name] + feedback.earlierNames {
      let one = WorkspaceFiles.joint(at: Path.join(folder, Self.jointTally(of: name)), of: feedback)
      diagnostics += one.diagnostics
      before = before.merged(with: one.value ?? JointTally())
    }
    // What cannot be read is not written over.
    guard diagnostics.isEmpty else { return Diagnosed(nil, diagnostics) }
    let periods = Set(written.counted)
    let unchanged = periods.subtracting(written.replaced.map(\.period)).subtracting(written.regrouped)
    let joint = before.replacing(with: counted.joint, counted: periods, unchanged: unchanged)
    guard !joint.isEmpty || !before.isEmpty else { return Diagnosed(nil) }
    return Diagnosed(OutputFile(path: Path.join(folder, Self.jointTally(of: feedback.name)), bytes: joint.bytes))
  }

  static func jointTally(of feedback: String) -> String { feedback + WorkspaceFiles.jointSuffix }
}

extension WorkspaceFiles {
  static let jointSuffix = ".joint.csv"

  typealias JointReader = (_ bytes: [UInt8], _ path: String, _ span: Span) -> Diagnosed<JointTally>

  /// The joint tallies of all feedbacks that have key drivers: read when a review asks for them, and not before.
  func joints(of workspace: Workspace) -> Diagnosed<JointTally> { joints(of: workspace, JointTally.read) }

  /// What maps need of them. What cannot be read of it is said where all of it is read.
  func crossingPairs(of workspace: Workspace) -> JointTally { joints(of: workspace, JointTally.readCrossings).value }

  private func joints(of workspace: Workspace, _ read: JointReader) -> Diagnosed<JointTally> {
    var result = JointTally()
    var diagnostics: [Diagnostic] = []
    for feedback in workspace.feedbacks where feedback.questions.contains(where: \.hasDrivers) {
      for name in [feedback.name] + feedback.earlierNames {
        let one = joint(named: FeedbackSources.jointTally(of: name), of: feedback, read)
        diagnostics += one.diagnostics
        result = result.merged(with: one.value ?? JointTally())
      }
    }
    return Diagnosed(result, diagnostics)
  }

  private func joint(named name: String, of feedback: Feedback, _ read: JointReader) -> Diagnosed<JointTally?> {
    if let origin = origins[Int(feedback.declaredIn.index)] {
      return Self.joint(at: Path.join(Path.folder(of: origin), name), of: feedback, read)
    }
    guard let index = files.indices.first(where: { roles[$0] == .joint && Path.name(of: files[$0].path) == name })
    else { return Diagnosed(nil) }
    let joint = read(files[index].bytes, files[index].path, feedback.span)
    return Diagnosed(joint.value, joint.diagnostics)
  }

  /// Nil where there is none.
  static func joint(
    at path: String, of feedback: Feedback, _ read: JointReader = JointTally.read
  ) -> Diagnosed<JointTally?> {
    do throws(System.Failure) {
      let joint = read(try System.read(path, limit: Limits.file), path, feedback.span)
      return Diagnosed(joint.value, joint.diagnostics)
    } catch .isMissing {
      return Diagnosed(nil)
    } catch {
      return Diagnosed(nil, [.jointTallyUnreadable(path, "cannot be read (\(error.reason))", at: feedback.span)])
    }
  }
}
