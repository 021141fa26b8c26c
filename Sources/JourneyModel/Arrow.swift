package import JourneySource

/// An edge of the flow.
package struct Arrow: Sendable {
  package struct HandOff: Sendable, Equatable {
    package let from: Department.ID
    package let to: Department.ID
  }

  package enum End: Hashable, Sendable {
    case touchpoint(Touchpoint.ID)
    case entry(Int)
    case exit(Int)
  }

  package let from: End
  package let to: End
  package var label: String?
  /// Of those who leave the source: 0…1.
  package var share: Double?
  package var wait: Durations?
  package var audience = Audience()
  /// Arrows with the same number are all taken (`a -> b and c`); nil: an alternative to its siblings.
  package var together: Int?
  /// False where only the written order made it.
  package let isWritten: Bool
  /// Whether it leads to a touchpoint at or before its source, in written order.
  package var goesBack = false
  /// The owners on both sides, where both are known and differ.
  package var handOff: HandOff?
  /// Whether customers must change the channel along it: both touchpoints have channels, and share none.
  package var switchesChannel = false
  package let span: Span

  /// Whether customers cross something along it.
  package var isCrossing: Bool { handOff != nil || switchesChannel || goesBack }

  package init(from: End, to: End, isWritten: Bool, span: Span) {
    self.from = from
    self.to = to
    self.isWritten = isWritten
    self.span = span
  }
}

extension Journey {
  /// Says of every arrow what it crosses, once its touchpoints' owners and channels are known.
  package mutating func settleArrows() {
    for index in arrows.indices {
      guard case .touchpoint(let from) = arrows[index].from, case .touchpoint(let to) = arrows[index].to else {
        continue
      }
      arrows[index].goesBack = to <= from
      if let giving = self[from].owner, let taking = self[to].owner, giving != taking {
        arrows[index].handOff = Arrow.HandOff(from: giving, to: taking)
      }
      arrows[index].switchesChannel =
        !self[from].channels.isEmpty && !self[to].channels.isEmpty
        && !self[from].channels.contains(where: self[to].channels.contains)
    }
  }
}
