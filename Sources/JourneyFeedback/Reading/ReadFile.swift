internal import Dispatch
internal import JourneySource
internal import Synchronization

/// What a file came to, and where the stretches of it that threads read truly start.
struct FileReading: Sendable {
  var total: ChunkCounts
  var starts: [Int]
}

/// Reads one file on several threads.
///
/// It is cut in stretches. A thread guesses where the first row of its stretch starts: at a line's start from where rows
/// have as many cells as the header. When the stretch before it has been read, it is known where that row truly starts;
/// where the guess was wrong, within a quoted text of many lines, the stretch is read again. So the result is that of
/// one thread reading all.
func readFile(
  _ task: ReadingTask, threads: Int, starts known: [Int]? = nil,
  reject: (@Sendable (ChunkCounts.Rejected) -> Void)? = nil
) throws(ExportProblem) -> FileReading {
  let start = task.layout.start
  guard task.opened.isSeekable, threads > 1 else {
    var task = task
    task.rejectAtOnce = reject
    return FileReading(total: try task.read(from: start, until: .max).part, starts: [start])
  }
  let size = task.opened.file.source.count - start
  let count = max(1, (size + task.sizes.stretch - 1) / task.sizes.stretch)
  let stretches = Stretches(task, count: count, known: known, reject: reject)
  DispatchQueue.concurrentPerform(iterations: min(threads, count)) { _ in stretches.work() }
  return try stretches.result()
}

/// The stretches of a file, read by several threads and put together in order.
final class Stretches: Sendable {
  private struct ReadState {
    var next = 0
    /// Read, but those before them are not yet.
    var waiting: [Int: (guess: Int?, part: ChunkCounts, end: Int)] = [:]
    var total: ChunkCounts
    var starts: [Int] = []
    /// Where the next stretch to be added truly starts.
    var trueStart: Int
    var problem: ExportProblem?
  }

  private let task: ReadingTask
  private let count: Int
  private let known: [Int]?
  private let reject: (@Sendable (ChunkCounts.Rejected) -> Void)?
  private let taken = Atomic(0)
  private let state: Mutex<ReadState>

  init(_ task: ReadingTask, count: Int, known: [Int]?, reject: (@Sendable (ChunkCounts.Rejected) -> Void)?) {
    self.task = task
    self.count = count
    self.known = known
    self.reject = reject
    state = Mutex(ReadState(total: ChunkCounts(isWeighted: task.plan.weight != nil), trueStart: task.layout.start))
  }

  func result() throws(ExportProblem) -> FileReading {
    let (reading, problem) = state.withLock { (FileReading(total: $0.total, starts: $0.starts), $0.problem) }
    if let problem { throw problem }
    return reading
  }

  /// Where a stretch starts if rows do not matter; the last has no limit.
  private func boundary(_ index: Int) -> Int {
    index >= count ? .max : task.layout.start + index * task.sizes.stretch
  }

  func work() {
    while true {
      let index = taken.wrappingAdd(1, ordering: .relaxed).oldValue
      guard index < count, state.withLock({ $0.problem == nil }) else { return }
      do throws(ExportProblem) {
        if let guess = try start(of: index) {
          let (part, end) = try task.read(from: guess, until: boundary(index + 1))
          try add(index, guess, part, end)
        } else {
          try add(index, nil, ChunkCounts(isWeighted: false), 0)
        }
      } catch {
        state.withLock { $0.problem = error }
      }
    }
  }

  /// Known, or guessed.
  private func start(of index: Int) throws(ExportProblem) -> Int? {
    if let known, known.indices.contains(index) { return known[index] }
    return index == 0 ? task.layout.start : try guessRowStart(task, at: boundary(index))
  }

  /// Adds a stretch, and those that waited for it.
  private func add(_ index: Int, _ guess: Int?, _ part: ChunkCounts, _ end: Int) throws(ExportProblem) {
    let problem: ExportProblem? = state.withLock { state in
      state.waiting[index] = (guess, part, end)
      do throws(ExportProblem) {
        while let next = state.waiting.removeValue(forKey: state.next) {
          try add(next, to: &state)
        }
        return nil
      } catch {
        return error
      }
    }
    if let problem { throw problem }
  }

  private func add(_ read: (guess: Int?, part: ChunkCounts, end: Int), to state: inout ReadState) throws(ExportProblem)
  {
    var (part, end) = (read.part, read.end)
    if read.guess != state.trueStart {
      (part, end) = try task.read(from: state.trueStart, until: boundary(state.next + 1))
    }
    for var rejected in part.rejected {
      rejected.line += state.total.lines
      reject?(rejected)
    }
    state.starts.append(state.trueStart)
    state.trueStart = end
    state.total.append(part)
    state.next += 1
  }
}

/// Where a row probably starts, at or behind an offset; nil where nothing near looks like one.
private func guessRowStart(_ task: ReadingTask, at offset: Int) throws(ExportProblem) -> Int? {
  let form = task.plan.form
  var bytes = [UInt8](repeating: 0, count: 1 << 16)
  let stream = try task.opened.stream(from: offset - 1)
  let count = try stream.fill(&bytes, 0..<bytes.count)
  var index = 0
  var ends: [UInt32] = []
  for _ in 0..<64 {
    guard let newline = bytes[index..<count].firstIndex(of: form.newline) else { return nil }
    let start = newline + 1
    var row = start
    var rows = 0
    var isLikely = true
    while isLikely, rows < 4, row < count {
      ends.removeAll(keepingCapacity: true)
      switch readSlowly(bytes.span, from: row, to: count, form, ends: &ends) {
      case .whole(let next):
        isLikely = form.isJSON || ends.count == task.plan.columns
        row = next
        rows += 1
      case .broken: isLikely = false
      case .open: row = count
      }
    }
    if isLikely, rows > 0 || start >= count { return offset - 1 + start }
    index = start
  }
  return nil
}
