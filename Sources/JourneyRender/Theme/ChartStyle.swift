internal import JourneyLayout

extension Theme {
  /// What the drawings of the review and the index add to the style of pages; colours come from its variables.
  var chartStyle: String {
    """
    \(Self.marksStyle)
    \(Self.dashboardLayout)
    """
  }

  /// The style of the index.
  var indexStyle: String { pageStyle + chartStyle + Self.indexLayout }

  /// The grounds of figures and the ink on each: `--tile-1`, `--on-1` and so on; what is fixed has those of the theme.
  func tileVariables(dark: Bool) -> String {
    let grounds = (1...5).map { level in
      let tile = tile(of: level, dark: dark)
      return "--tile-\(level):\(tile.ground);--on-\(level):\(tile.ink)"
    }
    let roles = [ColourRole.target, .track, .grid, .phaseA, .phaseB, .idea, .pain, .action, .feeling].map {
      "--\($0.rawValue):\(color($0, dark: dark))"
    }
    return (grounds + roles).joined(separator: ";")
  }

  /// The marks of charts: shapes with a meaning, each with a form of its own beside its colour.
  private static let marksStyle = """
    .marks,.chart{display:block;overflow:visible;max-width:none;font-family:inherit}
    [dir=rtl] .marks{transform:scaleX(-1)}
    .chart{direction:ltr}
    .chart text{font-size:12px;fill:var(--ink);font-kerning:none;font-variant-ligatures:none}
    .chart .caption{fill:var(--muted)}
    \(TextBlock.Anchor.rules.map { ".chart \($0)" }.joined(separator: "\n"))
    .chart .tileNote,.chart .tile-note{font-weight:600}
    .chart .value{font-size:13px;font-weight:700}
    :is(.marks,.chart) :is(.l1,.sp){fill:var(--level-1)}
    :is(.marks,.chart) .l2{fill:var(--level-2)}
    :is(.marks,.chart) .l3{fill:var(--level-3)}
    :is(.marks,.chart) .l4{fill:var(--level-4)}
    :is(.marks,.chart) .l5{fill:var(--level-5)}
    :is(.marks,.chart) .plain{fill:var(--muted)}
    :is(.marks,.chart) .ink{fill:var(--ink)}
    :is(.marks,.chart) :is(.span,.way,.reach,.course){fill:none;stroke:var(--muted)}
    :is(.marks,.chart) :is(.span,.reach){stroke-width:6;opacity:.45}
    .marks .reach{stroke:var(--level-1);stroke-width:8}
    :is(.marks,.chart) .way{stroke-width:1.3}
    :is(.marks,.chart) .way.clear{stroke-width:2.4}
    .marks .course{stroke-width:1.6}
    :is(.marks,.chart) :is(.span,.way).l1{stroke:var(--level-1)}
    :is(.marks,.chart) :is(.span,.way).l2{stroke:var(--level-2)}
    :is(.marks,.chart) :is(.span,.way).l3{stroke:var(--level-3)}
    :is(.marks,.chart) :is(.span,.way).l4{stroke:var(--level-4)}
    :is(.marks,.chart) :is(.span,.way).l5{stroke:var(--level-5)}
    :is(.marks,.chart) :is(.grid,.axis,.leader,.moved){fill:none;stroke:var(--rule)}
    .marks .axis,.chart .leader{stroke:var(--muted)}
    .chart .leader{stroke-width:.7}
    .marks .moved{stroke:var(--muted);stroke-width:1.6}
    :is(.marks,.chart) .target{fill:none;stroke:var(--target);stroke-width:2}
    .chart .target{stroke-dasharray:2 3}
    :is(.marks,.chart) :is(.before,.leaves,.unsure,.planned,.few){fill:var(--paper);stroke:var(--ink);stroke-width:1.4}
    .marks .before{stroke:var(--muted)}
    .marks .few{stroke-dasharray:2 2}
    .marks .sure{fill:var(--ink)}
    .marks :is(circle,rect).first{fill:var(--ink)}
    .marks :is(circle,rect).second{fill:var(--feeling)}
    .marks .span.first{stroke:var(--ink)}
    .marks .span.second{stroke:var(--feeling)}
    .marks .first-three{fill:var(--pain)}
    .chart .quick{fill:var(--idea)}
    :is(.marks,.chart) .track{fill:var(--track)}
    .chart .phase-a{fill:var(--phase-a)}
    .chart .phase-b{fill:var(--phase-b)}
    .chart :is(.unknown,.felt,.cell.few){fill:var(--paper);stroke:var(--muted);stroke-width:1.2;stroke-dasharray:3 2}
    .chart .cell.plain{fill:var(--track)}
    \((1...5).map { ".chart .cell.l\($0):not(.few){fill:var(--tile-\($0))}.chart .on-l\($0) text{fill:var(--on-\($0))}" }.joined(separator: "\n"))
    .chart .quiet text{fill:var(--muted)}
    .chart .unsure+.quiet text{fill:var(--ink)}
    .chart .sure{fill:var(--ink)}
    .chart .on-sure text{fill:var(--paper)}
    .marks .part-csat{fill:var(--level-1)}
    .marks .part-effort{fill:color-mix(in srgb,var(--level-1) 70%,var(--paper))}
    .marks .part-resolution{fill:color-mix(in srgb,var(--level-1) 45%,var(--paper))}
    .marks .part-fcr{fill:var(--muted)}
    .marks .part-nps{fill:var(--ink)}
    @media (forced-colors:active){
    .chart text{fill:CanvasText}
    :is(.marks,.chart) :is(path,circle,rect){stroke:CanvasText}
    :is(.marks,.chart) :is(.l1,.l2,.l3,.l4,.l5,.plain,.ink,.sure,.first,.second){fill:CanvasText}
    :is(.marks,.chart) :is(.span,.way,.grid,.axis,.leader,.moved,.course,.reach,.target){fill:none}
    :is(.marks,.chart) :is(.before,.leaves,.unsure,.planned,.few,.first-three,.quick,.track){fill:Canvas}
    .marks [class^=part]{fill:Canvas}
    .dash .tile{border:1px solid CanvasText}
    .chart :is(.cell,.phase-a,.phase-b,.unknown){fill:Canvas!important}
    .chart g text{fill:CanvasText!important}
    .chart .on-sure text{fill:Canvas!important}
    }
    """
}
