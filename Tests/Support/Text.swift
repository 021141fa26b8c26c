/// Journeys for the tests.
public enum Text {
  /// No finding.
  public static let clean = """
    journey coffee "Buying a coffee" {
      phase before "Before" {
        touchpoint sign "Sees the sign" channel street owner shop
        touchpoint queue "Queues" channel shop owner shop feels -1
      }
    }

    """
  /// A text without its closing quote.
  public static let broken = clean.replacing("phase before \"Before\"", with: "phase before \"Before")
  /// A channel that is not declared.
  public static let unknown =
    "channel web \"Web\"\n" + clean.replacing("street", with: "wbe").replacing("channel shop", with: "channel web")
  /// Not in the one style.
  public static let untidy = clean.replacing("  touchpoint", with: "touchpoint   ")
}
