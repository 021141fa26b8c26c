package import JourneyModel

/// A touchpoint of one of the workspace's journeys.
package struct TouchpointReference: Hashable, Sendable {
  package let journey: Journey.ID
  package let touchpoint: Touchpoint.ID

  package init(_ journey: Journey.ID, _ touchpoint: Touchpoint.ID) {
    self.journey = journey
    self.touchpoint = touchpoint
  }
}
