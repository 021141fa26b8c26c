/// The two-sided 95 % point of the normal distribution.
package let z95 = 1.959963984540054

/// The chance that a standard normal value lies outside ±z.
///
/// Source: erfc(|z| ÷ √2): the series of erf below 1.5, Laplace's continued fraction of erfc above.
package func normalTails(_ z: Double) -> Double {
  let x = abs(z) / 2.0.squareRoot()
  guard x < 27 else { return 0 }
  let scale = exponential(-x * x) / 1.772453850905516
  if x < 1.5 {
    var term = x
    var sum = x
    var k = 1.0
    while term > sum * 1e-17 {
      term *= 2 * x * x / (2 * k + 1)
      sum += term
      k += 1
    }
    return 1 - 2 * scale * sum
  }
  var fraction = x
  for k in stride(from: 80.0, through: 1, by: -1) { fraction = x + k / 2 / fraction }
  return scale / fraction
}

/// The share of the standard normal distribution below z.
package func normalShare(below z: Double) -> Double {
  z < 0 ? normalTails(z) / 2 : 1 - normalTails(z) / 2
}

/// The z below which the share `p` (0…1, without the ends) of the standard normal distribution lies.
package func normalQuantile(_ p: Double) -> Double {
  let tails = 2 * min(p, 1 - p)
  let z = lastPoint(from: 0, to: 40) { normalTails($0) > tails }
  return p < 0.5 ? -z : z
}
