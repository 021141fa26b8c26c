extension Theme {
  /// The head of a journey's page, and the cards of its touchpoints.
  var details: String {
    """
    .journey header.page{display:grid;grid-template-columns:minmax(27.5rem,1fr) auto;column-gap:1.5rem;align-items:center;padding-bottom:.4rem}
    .journey header.page>*{grid-column:1}
    .journey header.page>nav{padding:.15rem 0 0;font-size:.75rem}
    .journey header.page>nav+nav{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}
    .journey h1{margin:0;font-size:1.3125rem}
    .journey header.page p{margin:.1rem 0;max-width:none;font-size:.75rem}
    .journey header.page .takeaway{font-size:.9375rem}
    .journey header.page>.figures{grid-column:2;grid-row:1/span 5}
    .figures{display:flex;gap:.35rem 1.1rem;list-style:none;margin:0;padding:.5rem 0 0}
    .figures li{display:grid;grid-template-columns:auto 1fr;column-gap:.6rem;align-content:start;font-size:.75rem;line-height:1.3;color:var(--muted);max-width:9rem;min-width:0}
    .figures .chip-label{grid-column:1/-1;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
    .figures .chip-value{grid-row:2/span 2;align-self:center;font-size:1.0625rem;font-weight:700;line-height:1.6;color:var(--ink);white-space:nowrap}
    .figures .finding{display:block;max-width:17.5rem;border-inline-start:3px solid var(--rule);padding-inline-start:.6rem}
    .finding span.caption,.finding span{display:block;text-align:start}
    .finding .tile-note{font-weight:700;color:var(--ink)}
    .finding:is(.l1,.l2) .tile-note{color:var(--level-1)}
    .figures .finding:is(.l1,.l2){border-color:var(--level-1)}
    .figures .finding.l5{border-color:var(--level-5)}
    .finding .finding{border:0;padding:0;font-size:.9375rem;font-weight:700;color:var(--ink)}
    .rest summary{min-height:1.5rem;cursor:pointer}
    .rest[class]{display:block;position:relative}
    .rest ul{position:absolute;z-index:6;inset-inline-end:0;display:grid;gap:.6rem;list-style:none;margin:.2rem 0 0;padding:.75rem 1rem;background:var(--paper);border:1px solid var(--card-line);border-radius:.6rem;box-shadow:0 .5rem 2rem #0003;width:max-content}
    :is(.figures span,.details :is(dt,dd),.find,.stage p){unicode-bidi:plaintext;text-align:left}
    [dir=rtl] :is(.figures span,.details :is(dt,dd),.find){text-align:right}
    .figures li:not(.finding) .caption{text-align:right}
    [dir=rtl] .figures li:not(.finding) .caption{text-align:left}
    .figures i{font-style:normal;font-size:.75rem;vertical-align:.15em}
    \(levels)
    .table{content-visibility:auto;contain-intrinsic-size:auto 60rem}
    .details{display:grid;gap:1rem;grid-template-columns:repeat(auto-fill,minmax(min(100%,22rem),1fr));align-items:start}
    .details h2{grid-column:1/-1;margin-bottom:0}
    .details article{border:1px solid var(--rule);border-radius:.75rem;padding:1rem 1.25rem;font-size:.875rem;content-visibility:auto;contain-intrinsic-size:auto 24rem}
    .details h3{font-size:1.15rem;line-height:1.3}
    .details h4{margin:1rem 0 .25rem;font-size:.875rem}
    .details ul{margin:0;padding-inline-start:1.1rem}
    .details dl{display:grid;grid-template-columns:auto 1fr;gap:.15rem 1rem;margin:.25rem 0}
    .details dt,.where,.more,.none,.change{color:var(--muted)}
    .details dd{margin:0;overflow-wrap:anywhere}
    .details .where{margin:0;font-size:.8125rem}
    .details b{font-size:1.25rem;margin-inline-end:.25rem;border-bottom:3px solid var(--paper)}
    .details p>a,footer.page :is(p,li)>a{display:inline-block;min-height:1.5rem}
    .history{list-style:none;display:grid;grid-template-columns:auto 1fr auto auto;column-gap:.6rem;margin:.4rem 0;padding:0!important;font-size:.8125rem}
    .history li{display:grid;grid-template-columns:subgrid;grid-column:1/-1;align-items:center;white-space:nowrap}
    .history li::before{content:"";grid-area:1/2;height:.5rem;direction:ltr;background:radial-gradient(circle closest-side,var(--path) 88%,#0000) calc(var(--a)*1%) 50%/9px 9px no-repeat,linear-gradient(var(--curve),var(--curve)) calc(var(--f)*100%/(100 - var(--t) + var(--f) + .01)) 50%/calc((var(--t) - var(--f))*1%) 3px no-repeat,linear-gradient(var(--rule),var(--rule)) 50%/100% 1px no-repeat}
    .history i{font-style:normal}
    .history i:first-child{grid-area:1/1}
    .spread{list-style:none;display:flex;flex-wrap:wrap;direction:ltr;gap:3px;align-items:flex-end;margin:.35rem 0 0;padding:0}
    .spread::before{content:var(--spread);flex:0 0 100%;color:var(--muted);font-size:.875rem;unicode-bidi:plaintext}
    .spread li{flex:1;min-width:0;text-align:center;font-size:.75rem}
    .spread li::after{content:"";display:block;height:calc(var(--h,100)*.48px);min-height:1px;background:var(--curve);border-radius:2px 2px 0 0}
    @media screen and (max-width:60rem){.journey header.page{display:block}.figures{flex-wrap:wrap}.figures .chip-label,.figures .chip-value{white-space:normal}}
    @media (forced-colors:active){
    .figures li{border:1px solid CanvasText}
    .history li::before{--path:CanvasText;--curve:CanvasText;--rule:GrayText;forced-color-adjust:none}
    .spread li::after{background:CanvasText;forced-color-adjust:none}
    }
    @media print{.details{display:block;break-before:page;columns:2;padding:0;zoom:.8}.details h2{column-span:all}.details article:not(.out){display:block;break-inside:avoid;content-visibility:visible;padding:.6rem .8rem;margin-bottom:.8rem}.journey .table,.overview,.out,.rest{display:none!important}.journey header.page{display:block}.figures{flex-wrap:wrap}.figures .chip-label{white-space:normal}.figures li{border:1px solid var(--rule)}}
    """
  }

  /// The tools over the map.
  static let controls = """
    .controls{position:sticky;top:0;z-index:5;margin:0 -1.5rem;padding:.3rem 1.5rem;background:var(--paper);border-block:1px solid var(--rule);font-size:.8125rem}
    .controls[hidden]{display:none}
    .bar,.fold,.buttons,.zoom,.stage{display:flex;flex-wrap:wrap;gap:.3rem;align-items:center}
    .bar,.fold{flex-wrap:nowrap}
    .fold{flex:1;min-width:0}
    .controls select{flex:0 1 auto;min-width:0;max-width:11rem;field-sizing:content}
    .controls select:has(option:not([value=""]):checked){background:var(--chip);border-color:var(--path);font-weight:600}
    .find{flex:0 1 6rem;min-width:0}
    .controls :is(input[type=search],select,button){font:inherit;color:inherit;background:var(--paper);border:1px solid var(--card-line);border-radius:.4rem;height:2.1rem;padding:0 .6rem;cursor:pointer;text-overflow:ellipsis;white-space:nowrap}
    .controls select{padding:0 .3rem}
    .controls input[type=search]{cursor:text}
    .controls :is(button,select):hover:enabled{background:var(--chip)}
    .controls button:disabled{color:var(--muted);border-style:dashed;cursor:default}
    .controls :focus-visible,.details :focus-visible{outline:3px solid var(--owner);outline-offset:1px}
    .buttons{flex-wrap:nowrap;margin-inline-start:auto}
    .opens:not([popovertarget=keys])::after{content:"";display:inline-block;width:.4rem;height:.4rem;margin-inline-start:.5rem;vertical-align:.2em;border:solid;border-width:0 1.5px 1.5px 0;transform:rotate(45deg)}
    .menu{inset:auto;position-area:bottom span-left;margin:.3rem 0;min-width:14rem;max-height:70vh;overflow:auto;padding:.5rem;color:inherit;background:var(--paper);border:1px solid var(--card-line);border-radius:.6rem;box-shadow:0 .5rem 2rem #0003;font-size:.875rem}
    [dir=rtl] .menu{position-area:bottom span-right}
    .menu fieldset{border:0;margin:0;padding:0}
    .menu legend{padding:.25rem .5rem;color:var(--muted)}
    .menu :is(label,button[data-do]){display:flex;gap:.6rem;align-items:center;width:100%;min-height:2rem;padding:.1rem .5rem;border:0;border-radius:.3rem;text-align:start;cursor:pointer}
    .menu>a{display:flex;align-items:center;min-height:2rem;padding:.1rem .5rem;border-radius:.3rem}
    .only .dim{display:none}
    [aria-pressed=true][data-do=only]{background:var(--chip);border-color:var(--path)}
    .menu :is(label,a):hover{background:var(--chip)}
    .menu input{width:1.1rem;height:1.1rem;margin:0;accent-color:var(--path)}
    .zoom{gap:0;flex-wrap:nowrap}
    .controls .zoom button{border-radius:0;margin-inline-start:-1px;min-width:2.1rem}
    .controls [data-do=actual]{min-width:3.6rem}
    .controls .zoom button:first-child{border-start-start-radius:.4rem;border-end-start-radius:.4rem}
    .controls .zoom button:last-child{border-start-end-radius:.4rem;border-end-end-radius:.4rem}
    .said{position:absolute;inset-inline-end:1.5rem;top:100%;display:flex;flex-wrap:wrap;align-items:center;gap:.25rem .75rem;max-width:min(100% - 3rem,60rem);margin:.4rem 0 0;padding:.25rem .75rem;background:var(--paper);border:1px solid var(--card-line);border-radius:.6rem;box-shadow:0 .25rem 1rem #0002}
    .sets{display:flex;gap:.3rem;padding:.25rem .5rem .5rem}
    .menu .sets button{width:auto;justify-content:center;border:1px solid var(--card-line)}
    .said:not(:has(span:not(:empty))):has([hidden]){position:absolute;opacity:0;pointer-events:none}
    [data-do=fold],.stage,.controls [hidden]{display:none}
    """

  /// The page as the script arranges it: names that stay, the chosen touchpoint at the side, the presentation.
  static let arranged = """
    .live{scroll-padding:calc(var(--tools) + 1rem) 0 2rem}
    .live .map{margin-block:.25rem 1rem;cursor:grab;user-select:none;scroll-padding-inline:calc(var(--gutter) + 1rem) 1rem}
    .live .map.pulled{cursor:grabbing}
    .map>.sheet{position:relative;width:max-content;min-width:100%}
    .names{position:sticky;inset-inline-start:0;width:0;height:0;z-index:2;pointer-events:none}
    :is(.names,.frozen) svg{position:absolute;top:0;left:0}
    [dir=rtl] :is(.names,.frozen) svg{left:auto;right:0}
    .map:not(.moved) .names{visibility:hidden}
    .frozen{position:sticky;top:var(--bar);height:var(--height);z-index:3;margin:0 -1.5rem calc(var(--height)*-1);overflow:clip;background:var(--paper);border-bottom:1px solid var(--card-line)}
    .frozen::before{content:"";position:absolute;z-index:1;inset-block:0;inset-inline-start:0;width:var(--gutter);background:var(--paper)}
    @media screen{
    .live .details{display:block;position:fixed;z-index:4;top:var(--bar);inset-inline-end:0;bottom:0;width:25rem;margin:0;padding:0;overflow:auto;background:var(--paper);border-inline-start:1px solid var(--card-line)}
    .live:not(.chosen) .details,.live .details article[hidden]{display:none}
    .live .details h2{position:absolute;clip-path:inset(50%);width:1px;height:1px;margin:0;overflow:hidden}
    .live .details article{border:0;border-radius:0;content-visibility:visible;padding:1.25rem}
    }
    .presenting h1{position:absolute;clip-path:inset(50%);width:1px;height:1px;margin:0;overflow:hidden}
    :is(.close,.step){display:none}
    .live :is(.close,.step){display:block;position:absolute;top:.75rem;inset-inline-end:.75rem;width:2rem;height:2rem;font:inherit;font-size:1.25rem;line-height:1;color:inherit;background:none;border:1px solid transparent;border-radius:.4rem;cursor:pointer}
    :is(.close,.step):hover{background:var(--chip)}
    .live .after{inset-inline-end:2.75rem}
    .live .before{inset-inline-end:4.75rem}
    .verdict{font-weight:600}
    .menu dl{display:grid;grid-template-columns:auto 1fr;gap:.3rem 1rem;margin:.25rem .5rem}
    .menu dd{margin:0}
    .menu kbd{font:inherit;font-weight:600}
    .live :is(.details h3,.where){padding-inline-end:2rem}
    .presenting :is(header.page>:not(h1),footer.page,.table,.actions,.bar,.said,.skip){display:none}
    .presenting .stage{display:flex;flex-wrap:nowrap;align-items:center}
    .controls .stage p{margin:0;font-size:1.25rem;font-weight:600;max-width:none;flex:1;text-align:center}
    .presenting .map .names{visibility:visible;margin-inline-start:calc(-1*var(--gutter))}
    .presenting .sheet{padding-inline-start:var(--gutter)}
    .presenting .frozen svg{margin-inline-start:var(--gutter)}
    @media screen and (min-width:60rem){.chosen :is(.frozen,.map,.table){margin-inline-end:23.5rem}.chosen .said{inset-inline-end:26rem}}
    @media screen and (max-width:75rem){
    .bar{flex-wrap:wrap}
    .fold{flex:1 0 100%;order:1;flex-wrap:wrap}
    }
    @media screen and (max-width:60rem),screen and (max-height:30rem){
    .controls{position:static}
    .live:not(.presenting) :is(.frozen,.names){display:none}
    [data-do=fold]{display:block}
    .controls:not(.unfolded) .fold{display:none}
    .live .map{scroll-padding-inline:1rem!important}
    .fold{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,9rem),1fr))}
    .find{flex:1 1 9rem}
    .said{position:static;margin:.4rem 0 0}
    .buttons{flex-wrap:wrap}
    }
    @media screen and (max-width:60rem){
    .live .details{top:auto!important;inset-inline-start:0;width:auto;max-height:55vh;border-inline-start:0;border-top:1px solid var(--card-line);box-shadow:0 -.5rem 2rem #0003}
    .live.chosen{scroll-padding-bottom:56vh}
    .chosen body{padding-bottom:55vh}
    }
    .tip{position:fixed;z-index:7;inset:var(--y) auto auto var(--x);translate:min(1rem,100vw - 100% - var(--x) - 1rem) min(1.25rem,100vh - 100% - var(--y) - .5rem);width:15rem;padding:.5rem .75rem;pointer-events:none;background:var(--paper);border:1px solid var(--card-line);border-radius:.5rem;box-shadow:0 .25rem 1rem #0003;font-size:.75rem}
    .tip[hidden],.live .plan[hidden]{display:none}
    .tip>*{display:block;margin:.15rem 0}
    .tip h3{font-size:.8125rem}
    .tip b{font-size:1rem}
    .tip ul{list-style:none;padding:0}
    .tip li:nth-child(n+2){display:none}
    .acts li::before{content:"⚑ ";color:var(--path)}
    .tip .pains li{border-inline-start:3px solid var(--level-2);padding-inline-start:.4rem}
    .strips,.too-wide{display:none}
    @media print{:root:not(.presenting) .too-wide,.strips:not(:empty){display:block}:root:not(.presenting) .sheet svg,.map:has(+.strips:not(:empty)){display:none}}
    @media print{.strips div{break-inside:avoid}.piece+.piece{margin-top:4mm}.piece div,.signs{display:flex}.strips svg{flex:none;height:auto}.strips .signs{flex-wrap:wrap;gap:2mm 6mm;padding-top:2mm}}
    @media print{.controls,.frozen,.names,.close,.step{display:none!important}.map>.sheet{width:auto;padding:0!important}}
    @media (prefers-reduced-motion:no-preference){.live,.live .map{scroll-behavior:smooth}}
    """
}
