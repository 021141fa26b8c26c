extension Deck {
  /// Sizes go with the window's width, so that a slide is the same on every projector: of 1280 pixels the title is 36, and
  /// nothing is under 15. The review's pictures have sizes in pixels, so they are zoomed.
  static let style = """
    html{scroll-snap-type:y mandatory}
    .slide{width:100%;min-height:100vh;padding:3.2vh 3.75vw 1.8vh;display:flex;flex-direction:column;scroll-snap-align:start;font-size:max(1rem,1.6vw)}
    .slide h1{margin:0 0 .15em;font-size:max(1.5rem,2.8125vw);font-weight:700;line-height:1.15}
    .content{flex:1;min-height:0;display:flex;flex-direction:column}
    .slide nav{display:flex;gap:2em;justify-content:space-between;align-items:center;color:var(--muted);font-size:max(.95rem,1.2vw);padding-top:.4em}
    .slide nav .on{text-align:end}
    .slide nav :is(.back,.on){min-width:5em}
    .dots{display:flex;gap:.4em}
    .dots i{width:.5em;height:.5em;border-radius:50%;border:1px solid var(--muted)}
    .dots .now{background:var(--muted)}
    .lead{color:var(--muted);margin:0 0 .4em;font-size:max(.95rem,1.4vw)}
    .head{display:flex;flex-wrap:wrap;gap:.4em 2.5em;align-items:center;margin:0 0 .6em}
    .findings{flex:1 1 24em;margin:0;padding-inline-start:.6em;border-inline-start:.2em solid var(--muted);font-size:1.1em;font-weight:600;line-height:1.25}
    .findings span,.total span,.total strong{display:block}
    .total{margin:0;max-width:10em;font-size:max(.95rem,1.2vw);color:var(--muted);line-height:1.3}
    .total strong{font-size:1.9em;line-height:1.15;color:var(--ink)}
    .total i{font-style:normal}
    .big{font-size:1.4em;font-weight:600;margin:.4em 0;line-height:1.3}
    .content .candidates{columns:2;column-gap:3em;margin:.5em 0;padding-inline-start:1.2em;font-size:1.5em}
    .candidates li,.slide ul li{margin:.3em 0;break-inside:avoid}
    .picture{flex:1;min-height:0}
    .picture svg{display:block;width:100%;height:100%}
    .content>ul{margin:.3em 0;font-size:1.15em}
    .slide .dash :is(p,li){font-size:.85rem}
    .slide .dash ul:not(.key,.open){list-style:disc;padding-inline-start:1.2em}
    .slide .dash :is(.facts,thead th,.tile,.rank,.key li,.value){font-size:.8rem}
    .slide .dash table{font-size:.95rem}
    .slide .dash .beside{border:0;padding:0;margin:0}
    .slide .dash .chart{width:100%;height:auto;max-height:23.5rem}
    .slide .dash :is(th,td,caption){text-align:start;overflow-wrap:break-word}
    .slide .dash :is(.arrows,.outcomes){width:100%;zoom:1.15}
    .slide .dash :is(.arrows,.outcomes) :is(th,td){padding-block:.45rem}
    .slide .dash .beside{grid-template-columns:minmax(0,1.5fr) minmax(0,1fr)}
    .l1{--mark:var(--level-1)}
    .l2{--mark:var(--level-2)}
    .l3{--mark:var(--level-3)}
    .l4{--mark:var(--level-4)}
    .l5{--mark:var(--level-5)}
    .findings[class*=" l"]{border-color:var(--mark)}
    @media (min-width:1200px){.slide .dash{zoom:1.35}}
    @media (min-width:1600px){.slide .dash{zoom:1.7}}
    @media (min-width:1900px){.slide .dash{zoom:2}}
    @media (min-width:2500px){.slide .dash{zoom:2.7}}
    @media (min-width:3800px){.slide .dash{zoom:4}}
    @media screen{.content{overflow-x:auto}}
    @media screen and (min-aspect-ratio:4/3){.slide{height:100vh}}
    @page{size:338.67mm 190.5mm;margin:0}
    @media print{.slide{height:190.5mm;min-height:0;overflow:hidden;break-after:page;padding:6mm 12.7mm 4mm;font-size:15.4pt}.slide h1{font-size:27pt}.content{overflow:hidden}.slide:last-of-type{break-after:auto}.slide a{display:none}.slide .dash{zoom:1.35}}

    """
}
