package import JourneySource

extension Rule {
  /// The findings about what a workspace means, by code.
  package static let modelCatalog: [Rule] = [
    names, unknowns, figures, flows, feedbacks, checks, [emptyFile, unsafeLink],
  ].flatMap { $0 }.sorted { $0.code < $1.code }

  private static let names: [Rule] = [
    duplicateName, differentTitle, nameCase, reservedName, lookAlike, ambiguousTitle, earlierNameTaken,
    secondWorkspace, languageNotSpoken, unknownEdition,
  ]

  private static let unknowns: [Rule] = [
    unknownDepartment, unknownChannel, unknownPersona, unknownSegment, unknownKPI, unknownJourney, unknownTouchpoint,
    unknownGoal, unknownGroup, unknownLane, unknownRemark, unknownView,
  ]

  private static let figures: [Rule] = [
    outOfRange, noEffect, floorAboveTarget, wrongUnit, targetDirection, incompleteKPI, goalWithoutKPI, badRecord,
    duplicateRecord,
  ]

  private static let flows: [Rule] = [
    wrongEnd, severalArrows, sharesAboveAll, repeatedArrow, foreignTouchpoint, refersToItself, repeatsElsewhere,
    tooLarge,
  ]

  private static let feedbacks: [Rule] = [
    fileOutside, incompleteFeedback, missingScale, badScale, missingGood, badGood, badDecimal, missingDirection,
    missingUnit, missingSubject, mixedSubject,
    wrongRow, askedTwice, wrongDrivers,
  ]

  private static let checks: [Rule] = [
    unreachableTouchpoint, deadEnd, noWayIn, noWayOut, missingOwner, noOwners, defaultTarget, emptyJourney, emptyPhase,
    unnamedTouchpoint, repeatedFeeling, incompleteAction, unusedDeclaration, mapTooWide,
  ]
}
