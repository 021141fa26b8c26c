/// How programs read numbers: a point, no grouping, a hyphen for minus.
enum Decimals {
  /// `-0.03`, `0.576`, `12`; nil where it is not finite or too large to be exact.
  static func text(_ value: Double, places: Int) -> String? {
    var scale = 1.0
    for _ in 0..<max(0, places) { scale *= 10 }
    guard value.isFinite, value.magnitude * scale < 0x1p53 else { return nil }
    let units = Int((value.magnitude * scale).rounded())
    let sign = value < 0 && units != 0 ? "-" : ""
    let whole = String(units / Int(scale))
    var fraction = String(units % Int(scale))
    fraction = String(repeating: "0", count: max(0, places - fraction.count)) + fraction
    while fraction.hasSuffix("0") { fraction.removeLast() }
    return fraction.isEmpty || places == 0 ? sign + whole : "\(sign)\(whole).\(fraction)"
  }
}
