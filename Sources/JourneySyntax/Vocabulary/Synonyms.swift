/// Words that people type for the language's own, from other tools and from talking about journeys.
enum Synonyms {
  /// In an order, so that the nearest of several is always the same.
  static let names = table.keys.sorted()

  /// The first of the keywords that the place knows is offered.
  static let table: [String: [Keyword]] = [
    "stage": [.phase], "section": [.phase], "chapter": [.phase], "step": [.touchpoint], "task": [.touchpoint, .action],
    "moment": [.touchpoint, .momentOfTruth], "contact": [.touchpoint], "interaction": [.touchpoint],
    "team": [.department, .owner], "dept": [.department, .owner], "department": [.owner],
    "division": [.department, .owner],
    "unit": [.department, .owner], "responsible": [.owner], "accountable": [.owner], "by": [.owner],
    "who": [.owner, .persona],
    "medium": [.channel], "via": [.channel], "device": [.channel],
    "emotion": [.feels], "emotions": [.feels], "feeling": [.feels], "mood": [.feels], "feel": [.feels],
    "sentiment": [.feels], "satisfaction": [.feels], "thought": [.thinks], "thoughts": [.thinks], "thinking": [.thinks],
    "doing": [.does], "deed": [.does], "activity": [.does], "behaviour": [.does], "behavior": [.does],
    "picture": [.image], "photo": [.image], "portrait": [.image], "screenshot": [.image], "remark": [.note],
    "scope": [.note], "memo": [.note], "label": [.tag], "labels": [.tag], "tags": [.tag], "keyword": [.tag],
    "painpoint": [.pain], "pain-point": [.pain], "problem": [.pain], "issue": [.pain], "frustration": [.pain],
    "opportunity": [.idea], "suggestion": [.idea], "improvement": [.idea, .action], "solution": [.idea, .action],
    "says": [.voice, .quote], "comment": [.voice, .quote], "verbatim": [.voice, .quote],
    "user": [.persona], "actor": [.persona], "customer": [.persona], "audience": [.segment, .persona],
    "group": [.segment], "cohort": [.segment], "helper": [.with], "helpers": [.with], "supports": [.with, .support],
    "mot": [.momentOfTruth], "weight": [.importance], "priority": [.importance], "duration": [.takes], "time": [.takes],
    "frontoffice": [.frontstage], "front-office": [.frontstage], "backoffice": [.backstage],
    "back-office": [.backstage],
    "process": [.support, .backstage], "tool": [.system], "software": [.system],
    "alias": [.was], "formerly": [.was], "previously": [.was], "same-as": [.repeats], "copy-of": [.repeats],
    "sub-journey": [.opens], "url": [.link], "href": [.link], "see": [.link],
    "map": [.journey], "story": [.journey], "scenario": [.journey], "objective": [.goal], "outcome": [.goal],
    "measure": [.target, .kpi, .answer], "metric": [.target, .kpi, .answer], "score": [.target, .answer],
    "path": [.flow], "paths": [.flow], "steps": [.flow, .touchpoint], "arrows": [.flow], "linear": [.asWritten],
    "survey": [.feedback], "data": [.feedback, .file], "source": [.feedback, .file], "export": [.feedback, .file],
    "csv": [.file], "xlsx": [.file], "workbook": [.file], "worksheet": [.sheet], "tab": [.sheet],
    "path-to": [.file], "question": [.answer], "ask": [.answer], "asks": [.answer], "rating": [.answer, .scale],
    "column": [.answer, .touchpoint], "filter": [.where],
    "if": [.where], "when": [.where], "skip": [.ignore], "suppress": [.ignore], "disable": [.ignore],
    "missing": [.blank], "empty": [.blank], "range": [.scale],
    "about": [.of], "at": [.of], "on": [.scale], "for": [.persona], "timezone": [.zone], "tz": [.zone],
    "respondent": [.one], "month": [.period],
    "percent": [.share], "probability": [.share], "delay": [.wait], "after": [.wait],
    "todo": [.action], "measures": [.action], "deadline": [.due, .by], "until": [.by, .due], "end": [.finished],
    "lang": [.language], "locale": [.language], "threshold": [.hideBelow, .floor], "minimum": [.floor, .hideBelow],
    "value": [.record], "result": [.record], "touchpoints": [.touchpoint], "phases": [.phase],
  ]

  /// The start of the line that says in a place what people say there with a word of another place.
  static func instead(of keyword: Keyword, in place: GrammarContext) -> String? {
    switch (place, keyword) {
    case (.persona, .goal), (.persona, .pain), (.touchpoint, .goal): "need"
    case (.persona, .voice), (.persona, .thinks): "quote"
    case (.touchpoint, .quote): "voice customer"
    case (.journey, .group): "part-of"
    case (.goal, .from): "record"
    case (.journey, .thinks): "quote"
    case (.file, .owner): "department"
    default: nil
    }
  }

  /// What people call a planned version of a journey, inside of it.
  static let versions: Set<String> = [
    "future", "to-be", "tobe", "planned", "version", "variant", "vision",
  ]

  /// The first of the choices that people mean by a word.
  static func choice(_ word: String, among choices: [String]) -> String? {
    (meant[word] ?? []).first(where: choices.contains)
  }

  /// What people say for the words that some facts choose from.
  private static let meant: [String: [String]] = [
    "to-be": ["future"], "tobe": ["future"], "target": ["future"], "planned": ["future"], "vision": ["future"],
    "new": ["future"], "ideal": ["future"], "as-is": ["current"], "asis": ["current"], "now": ["current"],
    "today": ["current"], "existing": ["current"], "present": ["current"], "live": ["current"],
    "todo": ["planned"], "to-do": ["planned"], "open": ["planned"], "backlog": ["planned"], "idea": ["planned"],
    "in-progress": ["doing"], "wip": ["doing"], "started": ["doing"], "ongoing": ["doing"], "active": ["doing"],
    "finished": ["done"], "closed": ["done"], "complete": ["done"], "completed": ["done"], "cancelled": ["dropped"],
    "canceled": ["dropped"], "rejected": ["dropped"], "stopped": ["dropped"],
    "ces": ["effort"], "ease": ["effort"], "satisfaction": ["csat"], "rating": ["csat"], "stars": ["csat"],
    "recommend": ["nps"], "recommendation": ["nps"], "loyalty": ["nps"], "time": ["resolution", "duration"],
    "ttr": ["resolution"], "mttr": ["resolution"], "first-contact": ["fcr"],
    "research": ["interview"], "staff": ["employee"], "agent": ["employee"],
    "user": ["customer"], "client": ["customer"], "data": ["analytics"], "guess": ["assumption"],
    "percent": ["share"], "percentage": ["share"], "number": ["count"], "euro": ["money"], "dollar": ["money"],
    "more": ["higher"], "up": ["higher"], "less": ["lower"], "down": ["lower"],
    "second": ["seconds"], "sec": ["seconds"], "s": ["seconds"], "minute": ["minutes"], "min": ["minutes"],
    "m": ["minutes"], "hour": ["hours"], "h": ["hours"], "day": ["days"], "d": ["days"], "week": ["weeks"],
    "w": ["weeks"],
  ]
}
