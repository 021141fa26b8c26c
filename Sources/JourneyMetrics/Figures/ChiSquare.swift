/// The chance that a chi-square value with so many degrees of freedom is above `value`.
///
/// Source: Q(ν/2, x/2), the regularised upper incomplete gamma function: its power series below the middle (DLMF 8.7.1),
/// its continued fraction above (DLMF 8.9.2), by Lentz's method.
package func chiSquareTail(above value: Double, degrees: Double) -> Double {
  guard degrees > 0, value > 0 else { return 1 }
  guard value.isFinite else { return 0 }
  let (a, x) = (degrees / 2, value / 2)
  let front = exponential(a * logarithm(x) - x - logGamma(a))
  if x < a + 1 {
    var term = 1 / a
    var sum = term
    var k = a
    while term > sum * 1e-17 {
      k += 1
      term *= x / k
      sum += term
    }
    return max(0, 1 - front * sum)
  }
  var b = x + 1 - a
  var c = 1e300
  var d = 1 / b
  var fraction = d
  for step in 1...100_000 {
    let k = Double(step)
    let numerator = k * (a - k)
    b += 2
    d = 1 / (b + numerator * d)
    c = b + numerator / c
    fraction *= c * d
    if abs(c * d - 1) < 1e-16 { break }
  }
  return min(1, front * fraction)
}
