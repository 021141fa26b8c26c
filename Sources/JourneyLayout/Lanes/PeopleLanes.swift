internal import JourneyModel
internal import JourneyWords

private func joined(_ parts: [String?]) -> String? {
  let parts = parts.compactMap(\.self)
  return parts.isEmpty ? nil : joined(parts, by: " · ")
}

extension Subject {
  private func notes(_ make: (Touchpoint.ID) -> [NoteText]) -> [NoteText] {
    journey.touchpoints.indices.flatMap { make(Touchpoint.ID($0)) }
  }

  var thoughts: [NoteText] {
    notes { id in
      journey.touchpoints[id.value].thoughts.map {
        NoteText(
          touchpoint: id, look: .thought, text: words.quoted($0.text),
          detail: words.names(of: $0.audience, in: workspace),
          audience: $0.audience)
      }
    }
  }

  /// What customers do.
  var deeds: [NoteText] {
    notes { id in
      journey.touchpoints[id.value].deeds.map {
        NoteText(
          touchpoint: id, look: .plain, text: $0.text, detail: words.names(of: $0.audience, in: workspace),
          audience: $0.audience)
      }
    }
  }

  /// What a customer should know of a touchpoint beyond its name.
  var facts: [NoteText] {
    notes { id in
      let touchpoint = journey[id]
      let facts = words.facts(
        of: touchpoint, repeating: touchpoint.repeats.map { whole[$0].title }, in: workspace)
      return facts.isEmpty
        ? [] : [NoteText(touchpoint: id, look: .plain, text: JourneyWords.joined(facts, by: " · "))]
    }
  }

  /// The team's notes, those of the journey first.
  var teamNotes: [NoteText] {
    journey.notes.map { NoteText(touchpoint: nil, look: .plain, text: $0) }
      + notes { id in journey.touchpoints[id.value].notes.map { NoteText(touchpoint: id, look: .plain, text: $0) } }
  }

  /// What stands in a lane of the team's own.
  func texts(in lane: TeamLane.ID) -> [NoteText] {
    notes { id in
      journey.touchpoints[id.value].laneTexts.filter { $0.lane == lane }.map {
        NoteText(
          touchpoint: id, look: .plain, text: $0.text,
          detail: joined([
            $0.owner.map { "◆ \(workspace[$0].title)" }, $0.evidence?.spoken(in: words),
            words.names(of: $0.audience, in: workspace),
          ]), audience: $0.audience)
      }
    }
  }

  var needs: [NoteText] {
    notes { id in
      journey.touchpoints[id.value].needs.map {
        NoteText(
          touchpoint: id, look: .plain, text: $0.text, detail: words.names(of: $0.audience, in: workspace),
          audience: $0.audience)
      }
    }
  }

  /// The journey's own first, then the touchpoints'.
  var voices: [NoteText] {
    journey.quotes.map { voice($0, of: nil) }
      + notes { id in journey.touchpoints[id.value].voices.map { voice($0, of: id) } }
  }

  private func voice(_ voice: Voice, of touchpoint: Touchpoint.ID?) -> NoteText {
    let evidence = voice.evidence?.rawValue == voice.speaker.rawValue ? nil : voice.evidence?.spoken(in: words)
    return NoteText(
      touchpoint: touchpoint, look: .thought, text: words.quoted(voice.text),
      source: joined([voice.speaker.spoken(in: words), evidence]),
      detail: words.names(of: voice.audience, in: workspace),
      audience: voice.audience)
  }

  /// What the team put behind its feelings, in words.
  var feelingTexts: [NoteText] {
    notes { id in
      journey.touchpoints[id.value].feels.compactMap { feeling in
        feeling.text.map {
          NoteText(
            touchpoint: id, look: .plain, text: $0, detail: words.names(of: feeling.audience, in: workspace),
            audience: feeling.audience)
        }
      }
    }
  }

  /// Of a lane of texts that a poster may stack.
  func notes(in lane: MapLane) -> [NoteText] {
    switch lane {
    case .thinking: thoughts
    case .voices: voices
    case .pains: pains
    case .ideas: ideas
    case .backstage: steps(.backstage, look: .backstage)
    default: []
    }
  }

  var pains: [NoteText] { remarks({ journey.touchpoints[$0.value].pains }, look: .pain) }
  var ideas: [NoteText] { remarks({ journey.touchpoints[$0.value].ideas }, look: .idea) }

  private func remarks(_ remarks: (Touchpoint.ID) -> [Remark], look: PlacedNote.Look) -> [NoteText] {
    notes { id in
      remarks(id).map {
        NoteText(
          touchpoint: id, look: look, text: $0.text,
          source: $0.evidence.spoken(in: words), detail: words.names(of: $0.audience, in: workspace),
          audience: $0.audience)
      }
    }
  }

  /// What is done about the touchpoints, dropped actions left out, in the touchpoints' order.
  var actionNotes: [NoteText] {
    var byTouchpoint = Array(repeating: [NoteText](), count: journey.touchpoints.count)
    for (action, touchpoint) in actions where action.status != .dropped {
      let owner = action.owner.map { workspace[$0].title }
      let isDone = action.status == .done || action.status == .kept
      let date = isDone ? action.finished?.spoken(in: words) : action.due.map(words.due)
      let whose = words.names(of: action.audience, in: workspace)
      byTouchpoint[touchpoint.value].append(
        NoteText(
          touchpoint: touchpoint, look: isDone ? .done : .action, text: action.title,
          detail: joined([action.status.spoken(in: words), date, owner, whose]), audience: action.audience))
    }
    return byTouchpoint.flatMap(\.self)
  }

  /// The blueprint's steps of one kind; who does them is said where it is not the touchpoint's owner.
  func steps(_ lane: BlueprintLine.Lane, look: PlacedNote.Look) -> [NoteText] {
    notes { id in
      journey.touchpoints[id.value].blueprint.filter { $0.lane == lane }.map { line in
        let other =
          line.owner != journey.touchpoints[id.value].owner ? line.owner.map { "◆ \(workspace[$0].title)" } : nil
        return NoteText(
          touchpoint: id, look: look, text: line.text,
          detail: joined([other, words.names(of: line.audience, in: workspace)]),
          audience: line.audience)
      }
    }
  }
}
