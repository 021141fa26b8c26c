package import JourneyModel

/// One page for a persona: where they come by, how that is thought to feel, and what hurts.
package struct PersonaCard: Sendable {
  package let persona: Persona.ID
  /// The touchpoints that they meet, in the order of the journeys.
  package internal(set) var touchpoints: [TouchpointReference] = []
  /// The team's assumption of how it feels.
  package internal(set) var feelings: [(spot: TouchpointReference, feeling: Feeling)] = []
  package internal(set) var needs: [(spot: TouchpointReference, need: Voice)] = []
  package internal(set) var pains: [(spot: TouchpointReference, pain: Remark)] = []
  /// How many more touchpoints they meet than are here.
  package internal(set) var more = 0
}

extension Review {
  /// The page of one persona, made when asked for: all of them could hold every touchpoint once for each persona.
  ///
  /// Only of the journeys of today. A persona meets what is for everyone in the journeys that name them, and what is for them or their segment in any.
  ///
  /// - Parameter most: of how many touchpoints it is, the first; the others are counted.
  package func card(of persona: Persona.ID, most: Int = .max) -> PersonaCard {
    let segment = workspace[persona].segment
    var card = PersonaCard(persona: persona)
    for (number, journey) in workspace.journeys.enumerated() where !journey.isPlanned && workspace.isListed(journey) {
      let isNamed = journey.personas.contains(persona)
      for (place, touchpoint) in journey.touchpoints.enumerated() {
        let audience = touchpoint.audience
        guard audience.isEveryone ? isNamed : audience.names(persona, segment) else { continue }
        guard card.touchpoints.count < most else {
          card.more += 1
          continue
        }
        let spot = TouchpointReference(Journey.ID(number), Touchpoint.ID(place))
        func concerns(_ audience: Audience) -> Bool { audience.isEveryone || audience.names(persona, segment) }
        card.touchpoints.append(spot)
        card.feelings += touchpoint.feels.filter { concerns($0.audience) }.map { (spot, $0) }
        card.needs += touchpoint.needs.filter { concerns($0.audience) }.map { (spot, $0) }
        card.pains += touchpoint.pains.filter { concerns($0.audience) }.map { (spot, $0) }
      }
    }
    return card
  }
}

extension Audience {
  fileprivate func names(_ persona: Persona.ID, _ segment: Segment.ID?) -> Bool {
    personas.contains(persona) || segment.map(segments.contains) == true
  }
}
