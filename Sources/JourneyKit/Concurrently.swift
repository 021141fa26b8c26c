internal import Dispatch
internal import Synchronization

/// Maps many values on all cores; the results stand in the order of the values, whatever finished first.
///
/// Little is mapped where it is: starting a thread costs more than parsing a file.
///
/// - Parameter cost: how much work all values are together; a thread is worth 32, which is as many files of usual size.
func mapConcurrently<Value: Sendable, Result: Sendable>(
  _ values: ArraySlice<Value>, costing cost: Int? = nil, _ transform: @Sendable (Value) -> Result
) -> [Result] {
  let runs = min(8, values.count, (cost ?? values.count) / 32)
  guard runs > 1 else { return values.map(transform) }
  let results = Mutex<[[Result]]>(Array(repeating: [], count: runs))
  DispatchQueue.concurrentPerform(iterations: runs) { run in
    let range = (values.startIndex + values.count * run / runs)..<(values.startIndex + values.count * (run + 1) / runs)
    let made = values[range].map(transform)
    results.withLock { $0[run] = made }
  }
  return results.withLock { $0.flatMap(\.self) }
}
