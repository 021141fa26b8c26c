// Logarithm, exponential and what follows from them, of + − × ÷ alone: the C library's differ in the last bit from
// one machine to the next, and a map must have the same bytes on all of them.

private let ln2High = 0x1.62e42fee00000p-1
private let ln2Low = 0x1.a39ef35793c76p-33

/// 1 ÷ 25, 1 ÷ 23 … 1: of artanh's power series, the highest power first.
private let artanh = stride(from: 25, through: 1, by: -2).map { 1 / Double($0) }

/// The natural logarithm, to about 1e-16 of its value; −∞ at zero and below.
///
/// Source: ln m = 2·artanh((m − 1) ÷ (m + 1)) for the significand m between √½ and √2, as its power series.
package func logarithm(_ x: Double) -> Double {
  guard x > 0 else { return -.infinity }
  guard x.isFinite else { return x }
  var significand = x.significand
  var exponent = Double(x.exponent)
  if significand > 1.4142135623730951 {
    significand /= 2
    exponent += 1
  }
  let s = (significand - 1) / (significand + 1)
  let square = s * s
  var sum = 0.0
  for coefficient in artanh { sum = sum * square + coefficient }
  return exponent * ln2High + (2 * s * sum + exponent * ln2Low)
}

/// eˣ, to about 1e-16 of its value.
///
/// Source: x = k·ln 2 + r, and the power series of eʳ for |r| ≤ ½·ln 2.
package func exponential(_ x: Double) -> Double {
  guard x < 710 else { return x.isNaN ? x : .infinity }
  guard x > -745 else { return 0 }
  let k = (x / 0.6931471805599453).rounded()
  let r = (x - k * ln2High) - k * ln2Low
  var sum = 1.0
  for term in stride(from: 17.0, through: 1, by: -1) { sum = 1 + sum * r / term }
  return Double(sign: .plus, exponent: Int(k), significand: sum)
}

/// ln Γ(x) for x > 0.
///
/// Source: Stirling's series from x = 15 on, Γ(x + 1) = x·Γ(x) below.
func logGamma(_ x: Double) -> Double {
  var x = x
  var product = 1.0
  while x < 15 {
    product *= x
    x += 1
  }
  let i = 1 / (x * x)
  let series =
    (1.0 / 12 - i * (1.0 / 360 - i * (1.0 / 1260 - i * (1.0 / 1680 - i * (1.0 / 1188 - i * 691.0 / 360360))))) / x
  return (x - 0.5) * logarithm(x) - x + 0.9189385332046728 + series - logarithm(product)
}

/// The last point of `low…high` at which `holds` is true, where it is true up to a point and false from there on.
func lastPoint(from low: Double, to high: Double, where holds: (Double) -> Bool) -> Double {
  var (low, high) = (low, high)
  while true {
    let middle = low + (high - low) / 2
    guard low < middle, middle < high else { return low }
    if holds(middle) { low = middle } else { high = middle }
  }
}
