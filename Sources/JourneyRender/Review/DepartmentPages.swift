package import JourneyModel
package import JourneyReview
internal import JourneySource

extension Review {
  /// The file name of a department's page; nil where there are too many, or a journey has that name.
  package func pageName(of department: Department.ID) -> String? {
    guard departments.count <= Limits.departmentPages, departments.contains(where: { $0.department == department })
    else { return nil }
    let name = "department-\(workspace[department].name)"
    return workspace.journeys.contains { $0.name == name } ? nil : "\(name).html"
  }
}
