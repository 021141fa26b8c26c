extension Theme {
  /// How the pictures of a review and of the index are laid out: from 320 pixels to paper.
  static let dashboardLayout = """
    .review .dash h3{margin:0 0 .1rem;font-size:1.05rem}
    .dash p,.dash li{margin:0;font-size:.8rem;line-height:1.35;max-width:none}
    .dash .headline{font-size:1.25rem;line-height:1.3;font-weight:700;margin:.25rem 0 0}
    .dash .name{font-weight:700}
    .dash .under{color:var(--muted);margin-bottom:.35rem}
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
    .dash .facts{unicode-bidi:plaintext}
    .dash :is(.ticks span,.tile,.value){direction:ltr;unicode-bidi:isolate}
    .dash i{font-style:normal;font-weight:600;white-space:nowrap}
    .dash .plot{overflow-x:auto;margin-top:.4rem}
    .dash table{font-size:.8rem;line-height:1.2}
    .dash :is(th,td){min-width:0;max-width:none;padding-block:.05rem;padding-inline:0 .75rem;vertical-align:middle}
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
    .dash .amount svg{display:inline-block;vertical-align:middle;margin:0 .4rem 0 0}
    [dir=rtl] .dash .amount svg{margin:0 .4rem}
    .dash .ranks{white-space:nowrap}
    .dash td.ranks svg{display:inline-block;vertical-align:middle}
    .dash .rank{display:inline-block;min-width:1.35rem;line-height:1.35rem;text-align:center;border:1.5px solid var(--ink);border-radius:1rem;margin-inline-end:.4rem;font-weight:700;font-size:.75rem}
    .dash .rank.sure{background:var(--ink);color:var(--paper)}
    .dash thead .ranks .ticks{margin-inline-start:1.75rem;padding-inline:5px}
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
    .dash thead .ranks .ticks{display:none}
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

  /// What the index adds.
  static let indexLayout = """
    .workspace h1{font-size:1.35rem;margin:.25rem 0}
    .workspace .counts{color:var(--muted);max-width:none;margin:0}
    .dash .strip{display:grid;gap:.25rem 1.5rem;grid-template-columns:minmax(0,1fr);border-top:1px solid var(--rule);padding:.6rem 0}
    @media (min-width:75rem){.dash .strip{grid-template-columns:14.5rem minmax(0,43.75rem) minmax(0,1fr)}}
    .dash .strip .plot{margin:0}
    .dash .strip h3{font-size:1rem;margin:0}
    .dash .strip .total strong{font-size:1.35rem}
    .dash .strip ol{list-style:none;margin:0;padding:0}
    .dash .strip ol>li{display:flex;gap:.4rem;align-items:center;margin-bottom:.2rem}
    .dash .strip ol>li>a{flex:1;min-width:0;overflow-wrap:anywhere}
    .dash .goals>li{display:grid;grid-template-columns:minmax(0,1fr) 52px 3.2rem;gap:.4rem;align-items:center;font-size:.75rem}
    .dash .goals strong{text-align:end}
    .dash .goals em{font-style:normal;color:var(--muted)}
    .dash .total .facts{display:block}
    .dash .period{border:1px solid var(--card-line);border-radius:.3rem;padding:0 .3rem;margin-inline-start:.3rem;white-space:nowrap}
    .dash .small{padding:.3rem 0}
    .dash .small h3{font-size:.875rem}
    .dash .small .total strong{font-size:.875rem}
    .dash .all-journeys{display:grid;gap:1rem 2.5rem;grid-template-columns:minmax(0,1fr)}
    @media (min-width:75rem){.dash .all-journeys{grid-template-columns:minmax(0,1.45fr) minmax(0,1fr)}}
    .workspace .dash h2{margin:.75rem 0 .1rem;font-size:1.05rem}
    .dash .blind{display:flex;flex-wrap:wrap;gap:.25rem .75rem}
    .dash .blind li{display:flex;gap:.4rem;align-items:center;border:1px dashed var(--card-line);border-radius:1rem;padding:.1rem .6rem}
    @media print{
    @page{size:A4 landscape;margin:10mm}
    .workspace{zoom:.78}
    .dash .strip{grid-template-columns:14.5rem 43.75rem minmax(0,1fr);break-inside:avoid}
    }

    """
}
