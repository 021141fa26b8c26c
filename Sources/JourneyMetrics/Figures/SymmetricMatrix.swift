/// A symmetric matrix, such as one of correlations.
package struct SymmetricMatrix: Sendable, Equatable {
  package let size: Int
  private var values: [Double]

  /// Zero everywhere but on the diagonal.
  package init(size: Int, diagonal: Double) {
    self.size = size
    values = Array(repeating: 0, count: size * size)
    for index in 0..<size { self[index, index] = diagonal }
  }

  package subscript(row: Int, column: Int) -> Double {
    get { values[row * size + column] }
    set {
      values[row * size + column] = newValue
      values[column * size + row] = newValue
    }
  }

  /// M = P·D·Pᵀ: the eigenvalues D, and the vectors P, each beside its value.
  package struct Spectrum: Sendable {
    package fileprivate(set) var values: [Double]
    package fileprivate(set) var vectors: [[Double]]

    /// The matrix of the same vectors with other values.
    package func matrix(_ value: (Double) -> Double) -> SymmetricMatrix {
      let size = values.count
      var result = SymmetricMatrix(size: size, diagonal: 0)
      for (own, vector) in zip(values.map(value), vectors) {
        for row in 0..<size {
          for column in 0...row { result[row, column] += own * vector[row] * vector[column] }
        }
      }
      return result
    }
  }

  /// Source: Jacobi, Crelle 30 (1846) 51–94: turns away one element off the diagonal after the other, row by row. So every
  /// machine does the same steps, of + − × ÷ √ alone.
  package var spectrum: Spectrum {
    var matrix = self
    var vectors = (0..<size).map { row in (0..<size).map { $0 == row ? 1.0 : 0.0 } }
    for _ in 0..<64 {
      var off = 0.0
      for row in 0..<size { for column in 0..<row { off += matrix[row, column] * matrix[row, column] } }
      if off < 1e-28 { break }
      for first in 0..<size {
        for second in first + 1..<max(size, first + 1) { matrix.turn(first, second, &vectors) }
      }
    }
    return Spectrum(values: (0..<size).map { matrix[$0, $0] }, vectors: vectors)
  }

  /// Makes one element off the diagonal zero.
  private mutating func turn(_ first: Int, _ second: Int, _ vectors: inout [[Double]]) {
    let off = self[first, second]
    guard abs(off) > 1e-300 else { return }
    let slope = (self[second, second] - self[first, first]) / (2 * off)
    let tangent = (slope < 0 ? -1 : 1) / (abs(slope) + (slope * slope + 1).squareRoot())
    let cosine = 1 / (tangent * tangent + 1).squareRoot()
    let sine = tangent * cosine
    let (one, other) = (self[first, first] - tangent * off, self[second, second] + tangent * off)
    for index in 0..<size where index != first && index != second {
      let (a, b) = (self[index, first], self[index, second])
      self[index, first] = cosine * a - sine * b
      self[index, second] = sine * a + cosine * b
    }
    (self[first, first], self[second, second], self[first, second]) = (one, other, 0)
    for index in 0..<size {
      let (a, b) = (vectors[first][index], vectors[second][index])
      vectors[first][index] = cosine * a - sine * b
      vectors[second][index] = sine * a + cosine * b
    }
  }

  /// The nearest matrix of correlations whose eigenvalues are `least` or more: correlations of which each is of other
  /// people need not fit together.
  ///
  /// Source: Higham, IMA Journal of Numerical Analysis 22 (2002) 329–343: projects in turn to such matrices and to those
  /// with ones on the diagonal, with Dykstra's correction.
  package func nearestCorrelation(least: Double) -> SymmetricMatrix {
    var (result, correction) = (self, SymmetricMatrix(size: size, diagonal: 0))
    for _ in 0..<200 {
      var moved = result
      for row in 0..<size { for column in 0...row { moved[row, column] -= correction[row, column] } }
      let spectrum = moved.spectrum
      let projected = spectrum.matrix { max($0, least) }
      if spectrum.values.allSatisfy({ $0 >= least * (1 - 1e-6) }) { break }
      for row in 0..<size {
        for column in 0...row {
          correction[row, column] = projected[row, column] - moved[row, column]
          result[row, column] = row == column ? 1 : projected[row, column]
        }
      }
    }
    return result
  }
}
