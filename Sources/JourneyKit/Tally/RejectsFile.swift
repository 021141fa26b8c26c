internal import JourneyFeedback
internal import JourneySource
internal import JourneyWords
internal import Synchronization

/// The rows that were left out, for the analyst alone: CSV with the reason, the file, the line and the column in front.
///
/// It holds what customers wrote, so it is readable by its owner only, and never lies in a git work tree.
final class RejectsFile: Sendable {
  private struct RejectsState: ~Copyable {
    var draft: Draft?
    var pending: [UInt8] = []
    var failure: System.Failure?

    mutating func flush() {
      guard failure == nil else { return }
      do throws(System.Failure) {
        try draft?.write(pending)
      } catch {
        failure = error
      }
      pending.removeAll(keepingCapacity: true)
    }
  }

  private let path: String
  private let words: Words
  private let state: Mutex<RejectsState>

  private static let head = "reason,file,line,column\n"

  /// - Parameter words: in which the reasons are told.
  init(_ path: String, _ words: Words) throws(WaymarkError) {
    self.path = path
    self.words = words
    guard path != "-" else {
      throw WaymarkError(
        "skipped rows are personal data, so they must go to a file", help: "name one, such as --rejects ~/rejects.csv")
    }
    let folder = Path.folder(of: path)
    if let tree = GitIgnore.workTree(above: folder) {
      throw WaymarkError(
        "\"\(path)\" is inside the git work tree \"\(tree)\", but skipped rows are personal data",
        help: "name a file outside it, such as --rejects ~/rejects.csv")
    }
    guard !path.hasSuffix(".tally.csv") else {
      throw WaymarkError("\"\(path)\" is the name of a tally, not of skipped rows", help: "name another file")
    }
    if let status = try? System.status(of: path, followingLinks: false), status.kind != .file {
      throw WaymarkError("cannot write \"\(path)\": it is not a file", help: "name a new file")
    }
    if let start = try? System.start(of: path, Self.head.utf8.count), !start.isEmpty,
      !start.elementsEqual(Self.head.utf8)
    {
      throw WaymarkError(
        "\"\(path)\" already exists, and has something other than skipped rows in it", help: "name a new file")
    }
    do throws(System.Failure) {
      let draft = try Draft(of: path, permissions: 0o600)
      state = Mutex(RejectsState(draft: draft, pending: Array(Self.head.utf8)))
    } catch {
      throw WaymarkError(error, writing: path)
    }
  }

  /// Adds a row; one that cannot be written is told at the end.
  func add(_ reject: Reject) {
    let front = [
      reject.reason.spoken(in: words), reject.place.path, String(reject.place.line), reject.place.column ?? "",
    ]
    let cells = front.map { SpreadsheetCell($0) } + reject.cells.map { SpreadsheetCell($0, keepsNumbers: true) }
    let line = cells.map(\.text).joined(separator: ",") + "\n"
    state.withLock { state in
      state.pending += line.utf8
      if state.pending.count > 1 << 16 { state.flush() }
    }
  }

  /// Gives the file its name.
  func finish() throws(WaymarkError) {
    let failure: System.Failure? = state.withLock { state in
      state.flush()
      if state.failure != nil { return state.failure }
      guard let draft = state.draft.take() else { return nil }
      do throws(System.Failure) {
        try draft.finish(flushing: true)
        return nil
      } catch {
        return error
      }
    }
    if let failure { throw WaymarkError(failure, writing: path) }
  }
}
