/// Every word that can begin a line, or a fact on a line. What it takes, and where it may stand, says the vocabulary.
package enum Keyword: String, Sendable, CaseIterable {
  // Things
  case workspace, department, channel, persona, segment, kpi, group, journey, feedback
  case goal, phase, flow, action, touchpoint
  // Facts of a workspace
  case edition, language
  case hideBelow = "hide-below"
  case currentFor = "current-for"
  case target, floor, weigh, severity
  // Facts of people and measures
  case quote, need, unit, better
  // Facts of a journey and a touchpoint
  case note, draft, reviewed, view
  case partOf = "part-of"
  case owner, from, state, volume, link, with, was, importance, frontstage, backstage, support, system
  case momentOfTruth = "moment-of-truth"
  case futureOf = "future-of"
  case feels, thinks, does, pain, idea, voice, evidence, optional, aside, takes, opens, repeats, lane, tag, image
  // Facts of a goal and an action
  case by, record, `for`, fixes, expects, impact, effort, status, due, finished
  case toldCustomers = "told-customers"
  // Facts of a flow
  case asWritten = "as-written"
  case share, wait
  // Facts of a feedback
  case file, sheet, period, weight, cluster, one, date, zone, format, decimal, answer, of, scale, good, unused, blank,
    ignore
  case `where`, `in`
  case higherIsEasier = "higher-is-easier"
  case lowerIsEasier = "lower-is-easier"
  case withDrivers = "with-drivers"
}
