package import JourneyModel

/// From which department to which customers are passed on, and how often.
///
/// Only cells with something in them are held: a workspace may have thousands of departments.
package struct HandOffMatrix: Sendable, Equatable {
  package struct MatrixCell: Sendable, Equatable {
    package let giving: Department.ID
    package let taking: Department.ID
    /// How many arrows.
    package fileprivate(set) var count = 0
    /// The sum of the shares written on them, each of those who leave its own touchpoint; nil where none is written.
    package fileprivate(set) var share: Double?
    /// How many of the arrows have no share written.
    package fileprivate(set) var withoutShare = 0
  }

  /// Those that give or take, in declared order: the rows and the columns.
  package let departments: [Department.ID]
  /// By row, then by column.
  package let cells: [MatrixCell]
  private let places: [DepartmentPair: Int]

  private struct DepartmentPair: Hashable {
    let giving: Department.ID
    let taking: Department.ID
  }

  package init(_ crossings: [Transition]) {
    var cells: [MatrixCell] = []
    var places: [DepartmentPair: Int] = [:]
    for crossing in crossings {
      guard let (giving, taking) = crossing.departments else { continue }
      let place = places[DepartmentPair(giving: giving, taking: taking)] ?? cells.count
      if place == cells.count {
        places[DepartmentPair(giving: giving, taking: taking)] = place
        cells.append(MatrixCell(giving: giving, taking: taking))
      }
      cells[place].count += 1
      if let share = crossing.share {
        cells[place].share = (cells[place].share ?? 0) + share
      } else {
        cells[place].withoutShare += 1
      }
    }
    cells.sort { ($0.giving, $0.taking) < ($1.giving, $1.taking) }
    self.cells = cells
    self.places = Dictionary(
      uniqueKeysWithValues: cells.enumerated().map { (DepartmentPair(giving: $1.giving, taking: $1.taking), $0) })
    departments = Set(cells.flatMap { [$0.giving, $0.taking] }).sorted()
  }

  /// Nil where nothing is handed on.
  package subscript(giving: Department.ID, taking: Department.ID) -> MatrixCell? {
    places[DepartmentPair(giving: giving, taking: taking)].map { cells[$0] }
  }
}
