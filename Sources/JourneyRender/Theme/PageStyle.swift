extension Theme {
  /// The style sheet of pages: the map's figure, the tables and cards around it; from 320 pixels to paper.
  var pageStyle: String {
    """

    :root{color-scheme:light dark;\(variables(dark: false));\(tileVariables(dark: false))}
    @media screen and (prefers-color-scheme:dark){:root{\(variables(dark: true));\(tileVariables(dark: true))}}
    \(layout)
    \(details)
    \(Self.controls)
    \(Self.arranged)
    \(Self.phone)
    """
  }

  /// The levels' colours, beside the words and never in them: some are too pale to be read.
  var levels: String {
    (1...5).map {
      ".beads .l\($0),.live .table .l\($0)[data-tile]::after{background:var(--tile-\($0));color:var(--on-\($0))}"
        + ".live .table .l\($0)[data-tile]:not([data-rank])::before{background:var(--level-\($0));border-color:var(--paper)}"
    }.joined(separator: "\n")
      + (1...5).map { ".figures li:has(.l\($0)),.details .l\($0){border-color:var(--level-\($0))}" }.joined(
        separator: "\n")
  }

  private func variables(dark: Bool) -> String {
    [
      ColourRole.paper, .ink, .muted, .rule, .chip, .owner, .cardLine, .path, .curve, .level1, .level2, .level3,
      .level4,
      .level5,
    ]
    .map { "--\($0.rawValue):\(color($0, dark: dark))" }.joined(separator: ";")
  }

  private var layout: String {
    """
    *{box-sizing:border-box}
    html{-webkit-text-size-adjust:100%;scroll-padding:1rem}
    body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.5 \(fontFamily)}
    a{color:var(--path)}
    a:focus-visible,[tabindex]:focus-visible{outline:3px solid var(--owner);outline-offset:2px}
    .skip{position:absolute;inset-inline-start:-99rem}
    .skip:focus{inset-inline-start:1rem;top:1rem;background:var(--paper);padding:.5rem 1rem}
    .page,main{max-width:100%;padding:0 1.5rem}
    .logo{display:block;height:2.5rem;max-width:min(100%,16rem);margin-top:1rem;object-fit:contain}
    .page nav{display:inline-block;padding-top:1rem;font-size:.9rem}
    .page nav a{display:inline-block;min-height:1.5rem;margin-inline-end:1rem}
    h1{margin:.5rem 0 .25rem;font-size:1.75rem;line-height:1.2}
    h2{margin:2rem 0 .75rem;font-size:1.25rem}
    h3{margin:0 0 .5rem;font-size:1.05rem}
    p{margin:.35rem 0;max-width:70ch}
    h1,h2,h3,h4,p,li{overflow-wrap:anywhere}
    td :is(p,li){overflow-wrap:inherit}
    h1,h2,h3,h4,p,li,th,td,caption,summary{unicode-bidi:plaintext;text-align:left}
    [dir=rtl] :is(h1,h2,h3,h4,p,li,th,td,caption,summary){text-align:right}
    a,q,.figure,.where{unicode-bidi:plaintext}
    .scope,.facts,.where,.status,.state{color:var(--muted)}
    .takeaway{font-weight:600}
    .map,.table{margin:1rem -1.5rem;overflow-x:auto}
    .table{padding:0 1.5rem;margin-bottom:2.5rem}
    .map svg{display:block;max-width:none;height:auto}
    .overview{margin:0 -1.5rem;overflow-x:auto}
    .plan{margin:0 -1.5rem;padding:0 1.5rem;overflow-x:auto;border-bottom:1px solid var(--rule)}
    .overview svg{display:block;width:100%;min-width:80rem;max-width:110rem;height:auto}
    .overview a{text-decoration:none}
    .overview a:hover text{text-decoration:underline}
    table{border-collapse:collapse;font-size:.875rem;line-height:1.4}
    caption{font-weight:600;font-size:1.25rem;padding:.5rem 0 .75rem}
    th,td{vertical-align:top;padding-block:.5rem;padding-inline:0 .9rem;border-top:1px solid var(--rule);min-width:8rem;max-width:20rem;overflow-wrap:break-word}
    thead th{border-top:0;color:var(--muted);vertical-align:bottom}
    th[scope=rowgroup]{background:var(--chip);padding-inline-start:.5rem;max-width:none}
    td p{margin:0 0 .25rem}
    td.number,th.number{text-align:right;min-width:3rem}
    [dir=rtl] :is(td,th).number{text-align:left}
    .workspace caption{font-weight:400;font-size:1rem;color:var(--muted)}
    .cards{list-style:none;margin:0;padding:0;display:grid;gap:1rem;grid-template-columns:repeat(auto-fill,minmax(min(100%,20rem),1fr))}
    .card{background:var(--chip);border-radius:.75rem;padding:1rem 1.25rem}
    .group{grid-column:1/-1}
    .portraits{display:flex;gap:.5rem;margin:0}
    .portraits img{width:3rem;height:3rem;border-radius:50%;object-fit:cover}
    .card ul{margin:.5rem 0 0;padding-inline-start:1.1rem}
    .figure{font-weight:600;margin:0 .25rem}
    .page:last-child,footer.page{color:var(--muted);font-size:.875rem;padding-bottom:2rem}
    @media (forced-colors:active){.card{border:1px solid CanvasText}}
    @media print{
    @page{size:portrait;margin:12mm}
    body{font-size:10pt}
    .skip,.page nav{display:none}
    .page,main{padding:0}
    .map{overflow:visible;margin:0;padding:0}
    .map svg{width:100%;height:auto}
    table{font-size:7.5pt}
    th,td{min-width:0;padding-block:2pt;padding-inline:0 6pt}
    .workspace table{font-size:10pt}
    tr,.card{break-inside:avoid}
    }

    """
  }
}
