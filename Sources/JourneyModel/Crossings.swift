// What an arrow of a flow crosses.
extension Journey {
  /// Whether the arrow goes back: to a touchpoint at or before its source, in written order.
  package func isRetrace(_ arrow: Arrow) -> Bool {
    guard case .touchpoint(let from) = arrow.from, case .touchpoint(let to) = arrow.to else { return false }
    return to <= from
  }

  /// The owners on both sides, where both are known and differ.
  package func handOff(_ arrow: Arrow) -> (from: Department.ID, to: Department.ID)? {
    guard case .touchpoint(let from) = arrow.from, case .touchpoint(let to) = arrow.to,
      let giving = self[from].owner, let taking = self[to].owner, giving != taking
    else { return nil }
    return (giving, taking)
  }

  /// Whether customers must change the channel along the arrow: both touchpoints have channels, and share none.
  package func isChannelSwitch(_ arrow: Arrow) -> Bool {
    guard case .touchpoint(let from) = arrow.from, case .touchpoint(let to) = arrow.to,
      !self[from].channels.isEmpty, !self[to].channels.isEmpty
    else { return false }
    return !self[from].channels.contains(where: self[to].channels.contains)
  }
}
