/// The longest run of numbers that ascend, in place order: what keeps its order when everything else is moved.
///
/// Patience sorting, n·log n. Source: Fredman, On computing the length of longest increasing subsequences, Discrete
/// Mathematics 11 (1975) 29–35.
/// - Parameter values: no two the same.
/// - Returns: beside the values, whether each is part of the run.
package func longestCommonOrder(_ values: [Int]) -> [Bool] {
  var tails: [Int] = []
  var before = [Int](repeating: -1, count: values.count)
  for index in values.indices {
    var (low, high) = (0, tails.count)
    while low < high {
      let middle = (low + high) / 2
      if values[tails[middle]] < values[index] { low = middle + 1 } else { high = middle }
    }
    before[index] = low > 0 ? tails[low - 1] : -1
    if low == tails.count { tails.append(index) } else { tails[low] = index }
  }
  var kept = [Bool](repeating: false, count: values.count)
  var index = tails.last ?? -1
  while index >= 0 {
    kept[index] = true
    index = before[index]
  }
  return kept
}
