package import JourneyModel

/// From which department to which customers are passed on, and how often.
package struct HandOffMatrix: Sendable, Equatable {
  package struct Cell: Sendable, Equatable {
    /// How many arrows.
    package internal(set) var count = 0
    /// The sum of the shares written on them, each of those who leave its own touchpoint; nil where none is written.
    package internal(set) var share: Double?
    /// How many of the arrows have no share written.
    package internal(set) var withoutShare = 0
  }

  /// Those that give or take, in declared order: the rows and the columns.
  package let departments: [Department.ID]
  /// A row for each that gives, a column for each that takes; nobody hands on to itself.
  package private(set) var cells: [[Cell]]

  package init(_ crossings: [Crossing]) {
    let pairs = crossings.compactMap { crossing in crossing.departments.map { ($0, crossing.share) } }
    let departments = Set(pairs.flatMap { [$0.0.giving, $0.0.taking] }).sorted()
    self.departments = departments
    cells = departments.map { _ in departments.map { _ in Cell() } }
    let places = Dictionary(uniqueKeysWithValues: departments.enumerated().map { ($1, $0) })
    for (pair, share) in pairs {
      guard let row = places[pair.giving], let column = places[pair.taking] else { continue }
      cells[row][column].count += 1
      if let share {
        cells[row][column].share = (cells[row][column].share ?? 0) + share
      } else {
        cells[row][column].withoutShare += 1
      }
    }
  }

  package subscript(giving: Department.ID, taking: Department.ID) -> Cell {
    guard let row = departments.firstIndex(of: giving), let column = departments.firstIndex(of: taking) else {
      return Cell()
    }
    return cells[row][column]
  }
}
