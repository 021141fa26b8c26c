extension Theme {
  /// A journey's page on a phone: the map would be cut off there, so the table becomes the journey, from top to bottom, and the
  /// tools a bar at the foot of the screen.
  static let phone = """
    .beads,.hand{display:none}
    @media screen and (max-width:40rem){
    .journey header.page{padding-bottom:.75rem}
    .journey .figures{display:grid;grid-template-columns:1fr 1fr;gap:.5rem}
    .journey .figures li{max-width:none}
    .journey .figures>.finding{grid-column:1/-1;min-height:60px;padding:.5rem .75rem;border-radius:.4rem;background:var(--chip)}
    .journey .figures>.finding:is(.l1,.l2){background:var(--pain)}
    .journey .figures :is(.chip-label,li:not(.finding) .caption){white-space:normal;text-align:start}
    .journey .figures li:not(.rest) span{display:block}
    .journey .figures li:not(.rest){display:block}
    .rest[class]{grid-column:1/-1}
    .rest summary{min-height:44px;line-height:44px}
    .rest ul{position:static;width:auto}
    .beads{display:flex;flex-wrap:wrap;gap:2px;margin:.5rem 0 1rem;max-width:none}
    .beads span{display:contents}
    .beads i{flex:1 1 1.5rem;max-width:3rem;font-size:.75rem;font-style:normal;font-weight:600;line-height:2.2rem;text-align:center;border-radius:.25rem;background:var(--track)}
    .beads span+span i:first-child{margin-inline-start:4px}
    .beads .bare{background:none;font-weight:400;box-shadow:inset 0 0 0 1px var(--card-line);color:var(--muted)}
    .live :is(.map,.overview){visibility:hidden;height:0;margin:0;overflow:hidden}
    .live.presenting .map{visibility:visible;height:auto}
    .live .table{margin:0 -1.5rem;padding:0;overflow:visible}
    .live .table :is(table,tbody,caption){display:block}
    .live .table :is(thead,td){display:none}
    .live .table caption{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}
    .live .table :is(th,td){border:0;padding:0;min-width:0;max-width:none}
    .live .table th[scope=rowgroup]{display:block;padding:.5rem 1.5rem;font-weight:700}
    .live .table tr:not([hidden]):has(>[scope=row]>a){display:grid;grid-template-columns:2.25rem auto 1fr auto;column-gap:.4rem;align-items:center;align-content:center;position:relative;min-height:58px;padding:.4rem 1.5rem;border-bottom:1px solid var(--rule)}
    .live .table [scope=row]{grid-area:1/2/2/4;font-size:1rem}
    .live .table [scope=row] a{color:inherit;text-decoration:none}
    .live .table [scope=row] a::after{content:"";position:absolute;inset:0}
    .live .table [data-sides]::after{content:attr(data-sides);display:block;font-size:.8125rem;font-weight:400}
    .live .table td:is(.o,.r){display:block;grid-row:2;color:var(--muted);font-size:.8125rem}
    .live .table .o{grid-column:2}
    .live .table .r{grid-column:3}
    .live .table .r:not(:empty)::before{content:var(--reach)}
    .live .table .r span{display:none}
    .live .table tr[data-tile]::after{content:attr(data-tile);grid-area:1/4/3/5;min-width:4rem;max-width:7rem;padding:.35rem .4rem;border-radius:.4rem;background:var(--track);font-weight:700;text-align:center}
    .live .table tr[data-tile].bare::after{background:none;border:1px dashed var(--card-line);color:var(--muted);font-weight:400;font-size:.8125rem}
    .live .table tr:has(>[scope=row]>a)::before{content:attr(data-rank);grid-area:1/1/3/2;justify-self:center;width:1rem;line-height:1rem;height:1rem;border:2px solid var(--card-line);border-radius:50%;background:var(--paper);text-align:center;font-size:.75rem;font-weight:700;z-index:1}
    .live .table tr[data-rank]:has(>[scope=row]>a)::before{width:1.6rem;height:1.6rem;line-height:1.5rem;border-color:var(--ink)}
    .live .table tr:is(.hand,:has(>[scope=row]>a)){background:linear-gradient(var(--rule),var(--rule)) 2.55rem 0/2px 100% no-repeat}
    [dir=rtl].live .table tr:is(.hand,:has(>[scope=row]>a)){background-position:calc(100% - 2.55rem) 0}
    .live .table .hand{display:block;padding:.5rem 1.5rem .25rem 4.5rem;color:var(--muted);font-size:.8125rem}
    [dir=rtl].live .table .hand{padding:.5rem 4.5rem .25rem 1.5rem}
    .live .table .hand td{display:block}
    .live .table tr:not(:has(a),.hand)>:is([scope=row],td){display:block;padding:.25rem 1.5rem}
    .live .table .hand.l1{color:var(--level-1);font-weight:600}
    .live .table:has([hidden]) .hand{display:none}
    .controls:not([hidden]){position:fixed;inset:auto 0 0;margin:0;padding:.4rem .75rem;border-block:1px solid var(--card-line)}
    .controls:not([hidden]){display:flex;flex-direction:column-reverse}
    .controls .bar{flex-wrap:wrap}
    .controls :is(input[type=search],select,button){height:44px}
    .controls .find{flex:1 1 6rem}
    .controls .buttons{flex-wrap:nowrap}
    .controls .buttons>:not([data-do=fold],[popovertarget=share],#share){display:none}
    .controls .fold{order:-1}
    .menu[popover]{inset:auto .5rem 4.5rem;position-area:none;width:auto;margin:0}
    .said{margin:0 0 .4rem}
    .live body{padding-bottom:64px}
    .live .details{bottom:0;z-index:6;max-height:75vh}
    .live :is(.close,.step){width:44px;height:44px}
    .live .after{inset-inline-end:3.75rem}
    .live .before{inset-inline-end:6.75rem}
    .live :is(.details h3,.where){padding-inline-end:9rem}
    }
    @media screen and (max-width:40rem) and (forced-colors:active){.beads i,.live .table tr[data-tile]::after{border:1px solid CanvasText}}

    """
}
