extension Theme {
  /// The cards of the touchpoints; with the script, one of them beside the map.
  static let details = """
    .details{display:grid;gap:1rem;grid-template-columns:repeat(auto-fill,minmax(min(100%,22rem),1fr));padding:0 1.5rem;align-items:start}
    .page~main .details{margin:0 -1.5rem}
    .details h2{grid-column:1/-1;margin-bottom:0}
    .details article{border:1px solid var(--rule);border-radius:.75rem;padding:1rem 1.25rem;font-size:.875rem;content-visibility:auto;contain-intrinsic-size:auto 24rem}
    .details h3{font-size:1.15rem;line-height:1.3}
    .details h4{margin:1rem 0 .25rem;font-size:.875rem}
    .details ul{margin:0;padding-left:1.1rem}
    .details dl{display:grid;grid-template-columns:auto 1fr;gap:.15rem 1rem;margin:.25rem 0}
    .details dt,.where,.more,.none,.change{color:var(--muted)}
    .details dd{margin:0}
    .details .where{margin:0;font-size:.8125rem}
    .details b{font-size:1.25rem;margin-right:.25rem}
    .history{width:100%;font-size:.8125rem;margin:.25rem 0}
    .history caption{font-size:.8125rem;font-weight:400;color:var(--muted);padding:.25rem 0}
    .history th,.history td{border:0;padding:.1rem .6rem .1rem 0;min-width:0;font-weight:400;white-space:nowrap}
    .history td:nth-child(2){width:99%}
    .axis{display:block;position:relative;height:.75rem;min-width:4rem;background:linear-gradient(var(--rule),var(--rule)) 0 50%/100% 1px no-repeat}
    .axis::before{content:"";position:absolute;top:calc(50% - 2px);height:4px;left:var(--from);width:calc(var(--to) - var(--from));background:var(--curve);border-radius:2px}
    .axis::after{content:"";position:absolute;top:calc(50% - 4px);left:calc(var(--at) - 4px);width:8px;height:8px;border-radius:50%;background:var(--path)}
    .spread{list-style:none;display:flex;gap:3px;align-items:flex-end;height:4.5rem;margin:.25rem 0 0;padding:0}
    .spread li{flex:1;min-width:0;text-align:center;font-size:.75rem}
    .spread li::after{content:"";display:block;height:calc(var(--high)*.45/1%*1px);min-height:1px;background:var(--curve);border-radius:2px 2px 0 0}
    @media print{.details{display:none}}
    """

  /// The tools that the script brings, and the page with them.
  static let controls = """
    .controls{position:sticky;top:0;z-index:5;margin:0 -1.5rem;padding:.5rem 1.5rem .25rem;background:var(--paper);border-bottom:1px solid var(--rule);font-size:.875rem}
    .controls[hidden]{display:none}
    .bar,.fold,.buttons,.zoom,.said,.stage{display:flex;flex-wrap:wrap;gap:.5rem;align-items:flex-end}
    .field span{display:block;font-size:.75rem;line-height:1.2;color:var(--muted);margin:0 0 .15rem .1rem}
    .field select{max-width:11rem}
    .find input{width:13rem}
    .controls input[type=search],.controls select,.controls button,.controls summary{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--card-line);border-radius:.4rem;height:2.1rem;padding:0 .6rem;cursor:pointer}
    .controls input[type=search]{cursor:text}
    .controls button:hover,.controls summary:hover,.controls select:hover{background:var(--chip)}
    .controls :focus-visible,.details :focus-visible{outline:3px solid var(--owner);outline-offset:1px}
    .controls summary{display:flex;align-items:center;list-style:none}
    .controls summary::-webkit-details-marker{display:none}
    .controls summary::after{content:"";width:.4rem;height:.4rem;margin:-.2rem 0 0 .5rem;border:solid;border-width:0 1.5px 1.5px 0;transform:rotate(45deg)}
    .buttons{margin-left:auto}
    .menu{position:relative}
    .menu div{position:absolute;right:0;z-index:6;margin-top:.3rem;min-width:14rem;max-height:70vh;overflow:auto;padding:.5rem;background:var(--paper);border:1px solid var(--card-line);border-radius:.5rem;box-shadow:0 .5rem 2rem #0003}
    .menu fieldset{border:0;margin:0;padding:0}
    .menu legend{padding:.25rem .5rem;color:var(--muted)}
    .menu label,.menu div button{display:flex;gap:.6rem;align-items:center;width:100%;min-height:2rem;padding:.1rem .5rem;border:0;border-radius:.3rem;text-align:left;cursor:pointer}
    .menu label:hover{background:var(--chip)}
    .menu input{width:1.1rem;height:1.1rem;margin:0}
    .zoom{gap:0}
    .zoom button{border-radius:0;margin-left:-1px;min-width:2.1rem}
    .zoom button:first-child{border-radius:.4rem 0 0 .4rem}
    .zoom button:last-child{border-radius:0 .4rem .4rem 0}
    .said{min-height:1.5rem;margin:.15rem 0 0;color:var(--muted);align-items:center;max-width:none}
    .said button{height:1.6rem}
    [data-do=fold],.stage{display:none}
    .live{scroll-padding:calc(var(--bar,0px) + 1rem) 1rem 1rem}
    .live header.page{display:grid;grid-template-columns:minmax(20rem,1fr) auto;column-gap:2rem;align-items:start}
    .live header.page>*{grid-column:1}
    .live header.page .chips{grid-column:2;grid-row:1/span 5;display:flex;flex-wrap:wrap;gap:.5rem;justify-content:flex-end;padding-top:1rem;max-width:46rem}
    .live .map{margin-top:0;margin-bottom:0;cursor:grab;user-select:none;scroll-padding-left:calc(var(--gutter,0px) + 1rem)}
    .live .map.pulled{cursor:grabbing}
    .sheet{position:relative;width:max-content;min-width:100%}
    .names{position:sticky;left:0;width:0;height:0;z-index:2;pointer-events:none}
    .names svg,.frozen svg{position:absolute;top:0;left:0}
    .map:not(.moved) .names{visibility:hidden}
    .frozen{position:sticky;top:var(--bar,0px);height:0;z-index:3}
    .frozen div{position:relative;overflow:hidden;background:var(--paper);border-bottom:1px solid var(--card-line)}
    .frozen[hidden]{display:none}
    .live .details{display:block;position:fixed;z-index:4;top:var(--bar,0px);right:0;bottom:0;width:25rem;margin:0!important;padding:0;overflow:auto;background:var(--paper);border-left:1px solid var(--card-line)}
    .live .details:not(.open),.live .details h2,.live .details article[hidden]{display:none}
    .live .details article{border:0;border-radius:0;content-visibility:visible;padding:1.25rem}
    .live .details .close{position:absolute;top:.75rem;right:.75rem;width:2rem;height:2rem;font:inherit;font-size:1.25rem;line-height:1;color:inherit;background:none;border:1px solid transparent;border-radius:.4rem;cursor:pointer}
    .live .details .close:hover{background:var(--chip)}
    .live .details h3,.live .where{padding-right:2rem}
    @media screen and (min-width:60rem){.chosen .view,.chosen .table{margin-right:25rem}}
    @media screen and (max-width:60rem),screen and (max-height:30rem){
    .controls,.frozen{position:static}
    .frozen,.names{display:none}
    [data-do=fold]{display:block}
    .controls:not(.unfolded) .fold{display:none}
    .fold .field,.fold select,.find,.find input{width:100%;max-width:none}
    .fold{width:100%;display:grid;grid-template-columns:repeat(auto-fit,minmax(9rem,1fr))}
    .buttons{margin-left:0}
    .live header.page{display:block}
    .live header.page .chips{justify-content:flex-start}
    .live .details{top:auto;left:0;width:auto;max-height:60vh;border-left:0;border-top:1px solid var(--card-line);box-shadow:0 -.5rem 2rem #0003}
    }
    .presenting :is(header.page,footer.page,.table,.actions,.bar,.said,.skip){display:none}
    .presenting .stage{display:flex;align-items:center;justify-content:space-between}
    .presenting .stage p{margin:0;font-size:1.25rem;font-weight:600;max-width:none;flex:1;text-align:center}
    .presenting .names{visibility:visible!important;display:block}
    @media print{.controls,.frozen,.names,.close{display:none!important}}
    @media (prefers-reduced-motion:no-preference){.live,.live .map{scroll-behavior:smooth}}
    """
}
