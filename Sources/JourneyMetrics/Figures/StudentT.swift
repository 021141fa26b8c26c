/// The chance that Student's t with so many degrees of freedom (any real number above 0) lies outside ±t.
///
/// Source: I(ν ÷ (ν + t²); ν/2, ½), the regularised incomplete beta function.
package func studentTails(_ t: Double, degrees: Double) -> Double {
  let square = t * t
  return incompleteBeta(degrees / (degrees + square), square / (degrees + square), degrees / 2, 0.5)
}

/// The t outside ± which the share `alpha` of Student's distribution lies: 2.0096 for 0.05 at 49 degrees of freedom.
///
/// Source: Fisher and Cornish's expansion in 1/ν around the normal point (Abramowitz and Stegun 26.7.5), right to the
/// last digits from 1,000 degrees of freedom on; below that mended by Newton's steps; below three by bisection.
package func studentPoint(_ alpha: Double, degrees: Double) -> Double {
  let z = alpha == 0.05 ? z95 : normalQuantile(1 - alpha / 2)
  if degrees < 3 {
    var high = 2.0
    while high < 1e150, studentTails(high, degrees: degrees) > alpha { high *= 2 }
    return lastPoint(from: 0, to: high) { studentTails($0, degrees: degrees) > alpha }
  }
  let q = z * z
  let first = (q + 1) * z / 4
  let second = ((5 * q + 16) * q + 3) * z / 96
  let third = (((3 * q + 19) * q + 17) * q - 15) * z / 384
  let fourth = ((((79 * q + 776) * q + 1482) * q - 1920) * q - 945) * z / 92160
  var t = z + (first + (second + (third + fourth / degrees) / degrees) / degrees) / degrees
  if degrees >= 1000 { return t }
  let constant = logGamma((degrees + 1) / 2) - logGamma(degrees / 2) - logarithm(degrees * .pi) / 2
  for _ in 0..<20 {
    let density = exponential(constant - (degrees + 1) / 2 * logarithm(1 + t * t / degrees))
    let step = (studentTails(t, degrees: degrees) - alpha) / (2 * density)
    t += step
    if abs(step) < 1e-10 * t { break }
  }
  return t
}

/// I(x; a, b), with y = 1 − x given beside it so that neither loses its digits.
///
/// Source: the continued fraction DLMF 8.17.22, by Lentz's method, on the side where it converges fast.
func incompleteBeta(_ x: Double, _ y: Double, _ a: Double, _ b: Double) -> Double {
  guard x > 0 else { return 0 }
  guard y > 0 else { return 1 }
  if x > (a + 1) / (a + b + 2) { return 1 - incompleteBetaFraction(y, x, b, a) }
  return incompleteBetaFraction(x, y, a, b)
}

private func incompleteBetaFraction(_ x: Double, _ y: Double, _ a: Double, _ b: Double) -> Double {
  let front = exponential(
    a * logarithm(x) + b * logarithm(y) + logGamma(a + b) - logGamma(a) - logGamma(b) - logarithm(a))
  func kept(_ value: Double) -> Double { abs(value) < 1e-300 ? 1e-300 : value }
  var c = 1.0
  var d = 1 / kept(1 - (a + b) * x / (a + 1))
  var fraction = d
  for step in 1...100_000 {
    let m = Double(step)
    let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / kept(1 + even * d)
    c = kept(1 + even / c)
    fraction *= c * d
    let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / kept(1 + odd * d)
    c = kept(1 + odd / c)
    fraction *= c * d
    if abs(c * d - 1) < 1e-16 { break }
  }
  return front * fraction
}
