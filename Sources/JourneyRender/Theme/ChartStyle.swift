internal import JourneyLayout

extension Theme {
  /// What the drawings of the review and the index add to the style of pages; colours come from its variables.
  var chartStyle: String {
    """
    :root{\(tileVariables(dark: false))}
    @media screen and (prefers-color-scheme:dark){:root{\(tileVariables(dark: true))}}
    \(Self.marksStyle)
    \(Self.dashboardLayout)
    """
  }

  /// The grounds of figures and the ink on each: `--tile-1`, `--on-1` and so on; what is fixed has those of the theme.
  private func tileVariables(dark: Bool) -> String {
    let grounds = (1...5).map { level in
      let tile = tile(of: level, dark: dark)
      return "--tile-\(level):\(tile.ground);--on-\(level):\(tile.ink)"
    }
    let roles = [ColourRole.target, .track, .grid, .phaseA, .phaseB, .idea, .pain, .action].map {
      "--\($0.rawValue):\(color($0, dark: dark))"
    }
    return (grounds + roles).joined(separator: ";")
  }

  /// The marks of charts: shapes with a meaning, each with a form of its own beside its colour.
  private static let marksStyle = """
    .marks,.chart{display:block;overflow:visible;max-width:none;font-family:inherit}
    [dir=rtl] .marks{transform:scaleX(-1)}
    .chart text{fill:var(--ink);font-kerning:none;font-variant-ligatures:none}
    .chart .caption{fill:var(--muted)}
    .chart .caption,.chart .note{font-size:12px}
    .chart .tileNote,.chart .tile-note{font-size:12px;font-weight:600}
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
    .marks .first-three{fill:var(--pain)}
    .chart .quick{fill:var(--idea)}
    :is(.marks,.chart) .track{fill:var(--track)}
    .marks .part-csat{fill:var(--level-1)}
    .marks .part-effort{fill:color-mix(in srgb,var(--level-1) 70%,var(--paper))}
    .marks .part-resolution{fill:color-mix(in srgb,var(--level-1) 45%,var(--paper))}
    .marks .part-fcr{fill:var(--muted)}
    .marks .part-nps{fill:var(--ink)}
    @media (forced-colors:active){
    .chart text{fill:CanvasText}
    :is(.marks,.chart) :is(path,circle,rect){stroke:CanvasText}
    :is(.marks,.chart) :is(.l1,.l2,.l3,.l4,.l5,.plain,.ink,.sure){fill:CanvasText}
    :is(.marks,.chart) :is(.span,.way,.grid,.axis,.leader,.moved,.course,.reach,.target){fill:none}
    :is(.marks,.chart) :is(.before,.leaves,.unsure,.planned,.few,.first-three,.quick,.track){fill:Canvas}
    .marks [class^=part]{fill:Canvas}
    .dash .tile{border:1px solid CanvasText}
    }
    """

  private static let dashboardLayout = """
    .review .dash h3{margin:0 0 .1rem;font-size:1.05rem}
    .dash p,.dash li{margin:0;font-size:.8rem;max-width:none}
    .dash .headline{font-size:1.25rem;font-weight:700;margin:.25rem 0 0}
    .dash .name{font-weight:700}
    .dash .under{color:var(--muted);margin-bottom:.75rem}
    .dash>.part,.dash .beside{border-top:2px solid var(--rule);padding-top:.6rem;margin-top:.6rem}
    .dash .beside{display:grid;gap:1rem 2rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,21rem),1fr))}
    @media (min-width:75rem){.dash .found{grid-template-columns:20rem minmax(0,1.1fr) minmax(0,1fr)}}
    @media (min-width:75rem){.dash .done{grid-template-columns:minmax(0,1.6fr) 21rem minmax(0,1fr)}}
    .dash .part{min-width:0}
    .dash ul{list-style:none;margin:0;padding:0}
    .dash .strip{display:grid;gap:.75rem 1.5rem;grid-template-columns:repeat(auto-fill,minmax(min(100%,11.5rem),1fr))}
    .dash .strip strong{font-size:1.05rem}
    .dash .chips>li{display:flex;gap:.4rem;align-items:center;border:1px solid var(--card-line);border-radius:1rem;padding:.1rem .6rem;margin-top:.25rem}
    .dash .facts{color:var(--muted);font-size:.75rem;font-weight:400}
    .dash i{font-style:normal;font-weight:600;white-space:nowrap}
    .dash .plot{overflow-x:auto;margin-top:.4rem}
    .dash table{font-size:.8rem;line-height:1.3}
    .dash :is(th,td){min-width:0;max-width:none;padding-block:.15rem;padding-inline:0 .75rem;vertical-align:middle}
    .dash thead th{font-size:.75rem;vertical-align:bottom;border-top:0}
    .dash tbody th .facts,.dash td .facts,.dash tbody th>span{display:block}
    .dash tbody th{font-weight:600}
    .dash :is(td,th).number{white-space:nowrap}
    .dash .ticks{display:flex;justify-content:space-between;font-weight:400;padding-inline:4px}
    .dash .value{font-weight:700;font-size:.9rem;white-space:nowrap}
    .dash td.value{font-size:.8rem}
    .priorities{width:100%}
    .priorities tbody th{min-width:13rem}
    .priorities tbody th .marks{display:inline-block;vertical-align:baseline;margin-inline-start:.4rem}
    .dash .amount{white-space:nowrap}
    .dash .amount svg{display:inline-block;vertical-align:middle;margin-inline-end:.5rem}
    .dash .ranks{white-space:nowrap}
    .dash td.ranks svg{display:inline-block;vertical-align:middle}
    .dash .rank{display:inline-block;min-width:1.35rem;line-height:1.35rem;text-align:center;border:1.5px solid var(--ink);border-radius:1rem;margin-inline-end:.4rem;font-weight:700;font-size:.75rem}
    .dash .rank.sure{background:var(--ink);color:var(--paper)}
    .dash thead .ranks .ticks{margin-inline-start:1.75rem;width:116px;padding-inline:5px}
    .dash .tile{display:flex;justify-content:space-between;gap:.4rem;border-radius:.3rem;padding:.15rem .45rem;font-weight:700;white-space:nowrap;min-width:3.4rem}
    .dash .tile.l1{background:var(--tile-1);color:var(--on-1)}
    .dash .tile.l2{background:var(--tile-2);color:var(--on-2)}
    .dash .tile.l3{background:var(--tile-3);color:var(--on-3)}
    .dash .tile.l4{background:var(--tile-4);color:var(--on-4)}
    .dash .tile.l5{background:var(--tile-5);color:var(--on-5)}
    .dash .tile.plain{background:var(--track)}
    .dash .tile.few{background:none;color:var(--ink);border:1.5px dashed var(--card-line)}
    .dash .tile.unknown{border:1px dashed var(--card-line);color:var(--muted);font-weight:400}
    .heat .tile{display:block;text-align:center;white-space:normal;min-width:0}
    .heat .tile :is(span,strong){display:block;font-size:.7rem;font-weight:400}
    .heat{width:100%}
    .dash .heat :is(th,td){padding:.1rem;border:0;font-size:.7rem}
    .dash .heat .tile{padding:.1rem .2rem}
    .dash .key{display:flex;flex-wrap:wrap;gap:.15rem 1rem;margin-top:.3rem}
    .dash .key li{display:flex;gap:.3rem;align-items:center;color:var(--muted);font-size:.75rem}
    .dash .open>li{background:var(--action);border-radius:.4rem;padding:.35rem .6rem;margin-top:.35rem}
    .dash .open strong,.dash .open .facts{display:block}
    .dash .open .missing{background:none;border:1.5px dashed var(--level-1);font-weight:600}
    .dash .open .late{background:var(--pain)}
    .hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
    .all{margin-top:1rem}
    .all>summary{cursor:pointer;font-weight:600;min-height:1.5rem}
    .all>summary h2{display:inline;border:0;padding:0;font-size:1rem}
    @media (max-width:40rem){
    .dash td.ranks .marks{width:60px}
    .dash thead .ranks .ticks{width:60px;visibility:hidden}
    .priorities tbody th{min-width:9rem}
    .dash .arrows tbody th{min-width:8rem}
    .dash .outcomes tbody th{min-width:8rem}
    }
    @media print{
    .dash .plot{overflow:visible}
    .dash .beside:is(.found,.done){grid-template-columns:repeat(3,1fr)}
    .dash .part{break-inside:avoid}
    .marks,.chart,.dash .tile,.dash .rank{print-color-adjust:exact;-webkit-print-color-adjust:exact}
    }

    """
}
