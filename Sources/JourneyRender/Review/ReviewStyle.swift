extension Theme {
  /// What the page of a review adds to the style of pages.
  var reviewStyle: String { pageStyle + chartStyle + Self.reviewLayout + DriversPicture.style }

  private static let reviewLayout = """
    .review h1{font-size:1.35rem;margin:.25rem 0}
    .review h2{border-top:2px solid var(--rule);padding-top:.75rem;margin:1rem 0 .25rem}
    .review .sheet>h2{display:inline-block;border:0;margin-inline-end:1rem}
    .review .sheet>h2+.facts{display:inline}
    .review h3{margin:1.5rem 0 .5rem}
    .weakest{list-style:none;margin:0;padding:0;display:grid;gap:1rem}
    .weakest>li{background:var(--chip);border-radius:.75rem;padding:1rem 1.25rem}
    .weakest h4{margin:0;font-size:1.1rem;display:flex;gap:1rem;justify-content:space-between;flex-wrap:wrap}
    .weakest p,.twins p{max-width:none}
    .review th.number{overflow-wrap:normal}
    .burden{font-weight:600}
    .level{display:inline-block;border:1px solid currentColor;border-radius:1rem;padding:0 .6rem;margin-inline-end:.4rem;font-size:.875rem;font-weight:600}
    .plain{list-style:none;margin:0;padding:0}
    .plain>li{padding:.35rem 0;border-top:1px solid var(--rule)}
    .plain>li:first-child{border-top:0}
    .better::before{content:"▲ "}
    .worse::before{content:"▼ "}
    .review .matrix :is(td,th[scope=col]){text-align:center;min-width:3rem}
    .grid td{width:18%;min-width:7rem;height:3.5rem;border:1px solid var(--rule);padding:.4rem}
    .grid th{border:0}
    .review section.page{padding:0}
    .twins{display:grid;gap:0 2rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,24rem),1fr))}
    @media print{
    .review{font-size:9.5pt}
    .weakest>li,.card{break-inside:avoid;border:1px solid var(--rule)}
    @page{size:A4 landscape;margin:10mm}
    .review{zoom:.78}
    .twins{grid-template-columns:1fr 1fr}
    .review .sheet{break-before:page}
    .review main>.sheet:first-child{break-before:auto}
    .review h2,.review h3,.review h3+.facts{break-after:avoid}
    .review .matrix,.twins>div{break-inside:avoid}
    .review .table{overflow:visible}
    }

    """
}
