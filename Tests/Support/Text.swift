/// Journeys for the tests.
public enum Text {
  public static let clean = """
    journey coffee "Buying a coffee" {
      phase before "Before" {
        touchpoint sign "Sees the sign" channel street owner shop
        touchpoint queue "Queues" channel shop owner shop feels -1
      }
    }

    """
  public static let broken = clean.replacing("phase before \"Before\"", with: "phase before \"Before")
  public static let unknown =
    "channel web \"Web\"\n" + clean.replacing("street", with: "wbe").replacing("channel shop", with: "channel web")
  public static let untidy = clean.replacing("  touchpoint", with: "touchpoint   ")
}
