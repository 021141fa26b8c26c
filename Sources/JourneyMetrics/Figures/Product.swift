/// The 95 % interval of the product of two independent estimates, neither below 0, from the intervals of both.
///
/// Each bound lies as far from the product as its variance says when a distance to the bound of a factor stands for z
/// standard errors. Sources: the variance of a product by Goodman, JASA 55 (1960) 708–713; bounds for standard errors by
/// Zou and Donner, Statistics in Medicine 27 (2008) 1693–1702.
package func productInterval(
  _ a: (value: Double, interval: Interval), times b: (value: Double, interval: Interval)
) -> Interval {
  let product = a.value * b.value
  func distance(_ x: Double, _ y: Double) -> Double {
    let (ofA, ofB, ofBoth) = (x * b.value, y * a.value, x * y / z95)
    return (ofA * ofA + ofB * ofB + ofBoth * ofBoth).squareRoot()
  }
  let low = product - distance(a.value - a.interval.lowerBound, b.value - b.interval.lowerBound)
  return max(0, low)...product + distance(a.interval.upperBound - a.value, b.interval.upperBound - b.value)
}
