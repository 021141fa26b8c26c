internal import JourneyFeedback
internal import JourneyMetrics
internal import JourneyModel
internal import JourneyRender
internal import JourneyReview
package import JourneySource
internal import JourneySyntax

extension Rule {
  /// Every finding there is, ordered by code.
  package static let catalog: [Rule] =
    (syntaxCatalog + modelCatalog + metricsCatalog + feedbackCatalog + sqlCatalog + reviewCatalog + renderCatalog
    + exceptionCatalog + fileCatalog + exportCatalog + [reviewTooLarge, badImage])
    .sorted { $0.code < $1.code }
}
