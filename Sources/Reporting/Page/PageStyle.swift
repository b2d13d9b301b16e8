// The page's looks: light and dark, wide and narrow, screen and paper.

enum PageStyle {
  /// Cells: `--d` is how far a position goes (lightness), `--s` how sure it is (saturation). Blue and
  /// orange stay apart for every kind of colour blindness; the minus sign tells them apart in grey.
  static let css = """
    :root{color-scheme:light dark;--fg:#1a1c1f;--soft:#5a6068;--bg:#fff;--card:#fff;--line:#d5d9de;--accent:#0a5ea8;--base:97%;--span:-39%;--shadow:0 -6px 30px rgba(0,0,0,.18)}
    @media(prefers-color-scheme:dark){:root{--fg:#e8eaed;--soft:#a3aab3;--bg:#14171a;--card:#1d2125;--line:#3a4048;--accent:#7cb8f2;--base:17%;--span:24%;--shadow:0 -6px 30px rgba(0,0,0,.7)}}
    *{box-sizing:border-box}html{scroll-behavior:smooth;-webkit-text-size-adjust:100%}
    @media(prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
    body{font:16px/1.5 system-ui,-apple-system,"Segoe UI",sans-serif;color:var(--fg);background:var(--bg);margin:0 auto;max-width:80rem;padding:1rem 1.25rem 3rem}
    h1{font-size:2rem;line-height:1.2;margin:.6rem 0 .8rem}h2{font-size:1.3rem;margin:2.6rem 0 .4rem;scroll-margin-top:3.2rem}
    p{margin:.5rem 0;max-width:48rem}.note,small,caption{color:var(--soft)}a{color:var(--accent)}
    .lead{border-left:4px solid var(--accent);padding-left:1rem}
    .skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:.5rem;background:var(--card);padding:.3rem .6rem;z-index:9}
    nav{position:sticky;top:0;background:var(--bg);padding:.5rem 0;margin-top:1rem;display:flex;flex-wrap:wrap;gap:.2rem 1rem;border-bottom:1px solid var(--line);z-index:3}
    .scroll{overflow-x:auto;max-width:100%}table{border-collapse:separate;border-spacing:0;font-size:.85rem}caption{text-align:left;padding:.3rem 0}
    .grid td,.grid th{padding:0}.grid td{min-width:2.1rem;height:1.75rem;border:1px solid var(--bg)}.grid tbody tr:nth-child(2n) td{background:color-mix(in srgb,var(--line) 22%,transparent)}
    .grid th{font-weight:600;text-align:left;white-space:nowrap}.grid th[scope=row],.grid th[scope=col]:first-child{position:sticky;left:0;background:var(--bg);padding-right:.6rem;z-index:1}
    .grid thead th{vertical-align:bottom}.issue,.actor{height:9.5rem;font-weight:500}.actor{height:4rem}.issue span,.actor span{writing-mode:vertical-rl;transform:rotate(180deg);white-space:nowrap;padding:.2rem 0}.issue.undirected span{font-style:italic}
    td.self{background:repeating-linear-gradient(45deg,transparent 0 3px,var(--line) 3px 4px)!important}
    .grid button{display:block;width:100%;height:1.75rem;padding:0 .15rem;border:0;border-radius:2px;font:inherit;font-variant-numeric:tabular-nums;color:inherit;text-align:center;cursor:pointer}
    .for{background:hsl(210 calc(var(--s)*100%) calc(var(--base) + var(--span)*var(--d)))}.against{background:hsl(27 calc(var(--s)*100%) calc(var(--base) + var(--span)*var(--d)))}.even{background:color-mix(in srgb,var(--line) 75%,transparent)}
    button:focus-visible,.hit:focus-visible,summary:focus-visible,.scroll:focus-visible{outline:3px solid var(--accent);outline-offset:1px}.grid button:hover{box-shadow:inset 0 0 0 2px var(--fg)}
    .chosen,.grid button.chosen{box-shadow:inset 0 0 0 3px var(--fg)}.hit{cursor:pointer}.hit:hover rect,.hit.chosen rect{stroke:var(--fg);stroke-width:2}
    .legend{font-size:.85rem;color:var(--soft);max-width:none}.legend span{display:inline-block;min-width:2.1rem;padding:.1rem .3rem;text-align:center;color:var(--fg)}
    .time thead th{font-weight:400;font-size:.75rem;text-align:center;color:var(--soft);padding:0 .1rem}.time .group{padding:.9rem 0 .15rem;border-bottom:1px solid var(--line)}.group span{position:sticky;left:0}
    .picture svg{display:block;width:100%;max-width:48rem;min-width:24rem;height:auto;font-size:12.5px}svg text{fill:var(--fg)}svg .name{font-weight:600}svg .light{fill:#fff;font-size:11px}svg .dark{fill:#111;font-size:11px}.axis{stroke:var(--line);fill:none}
    .pairs th,.pairs td{padding:.25rem .6rem;border-bottom:1px solid var(--line);text-align:left;vertical-align:top}.pairs thead th{white-space:nowrap}.pairs tbody th{font-weight:500}.pairs button{font:inherit;color:var(--accent);background:none;border:0;padding:0;cursor:pointer;text-decoration:underline;white-space:nowrap}
    .verdict{white-space:nowrap;color:var(--soft)}.verdict.differ,.verdict.agree{color:var(--fg);font-weight:600}.verdict.differ:before{content:"≠ "}.verdict.agree:before{content:"= "}.silent{color:var(--soft)}
    details{border:1px solid var(--line);border-radius:6px;margin:.5rem 0;padding:0 .8rem}summary{cursor:pointer;padding:.55rem 0}li{margin:.35rem 0;max-width:48rem}
    #sentences{position:fixed;left:0;right:0;bottom:0;max-height:46vh;overflow:auto;background:var(--card);border-top:1px solid var(--line);box-shadow:var(--shadow);padding:.6rem max(1.25rem,calc(50vw - 38rem)) 1.2rem;z-index:5}
    #sentences:focus{outline:none}#sentences header{display:flex;gap:1rem;align-items:start;position:sticky;top:-.6rem;background:var(--card);padding:.5rem 0;margin-bottom:.2rem}#sentences h3{font-size:1rem;margin:0;flex:1}
    #sentences .close{font:inherit;border:1px solid var(--line);border-radius:4px;background:none;color:inherit;padding:.15rem .7rem;cursor:pointer}#sentences code{overflow-wrap:anywhere}
    blockquote{margin:.7rem 0;padding-left:.9rem;border-left:3px solid var(--line);overflow-wrap:anywhere}blockquote p{max-width:60rem;margin:0}cite{font-size:.82rem;font-style:normal;color:var(--soft);display:block}
    mark{color:inherit;padding:0 .1em;border-radius:2px;background:rgba(240,200,60,.4);border-bottom:2px solid #c79a00}mark.holder{background:rgba(150,110,210,.26);border-color:#8a5fc7}mark.issue{background:rgba(0,158,115,.22);border-color:#009e73}mark.stance{background:rgba(213,94,0,.22);border-color:#d55e00}
    .opened main{padding-bottom:46vh}.grid button,.hit{scroll-margin-bottom:48vh}
    @media(max-width:40rem){body{padding:.6rem .8rem 3rem}nav{position:static}h1{font-size:1.6rem}#sentences{max-height:58vh}.opened main{padding-bottom:58vh}}
    @media print{body{max-width:none;font-size:10pt}nav,.skip,#sentences{display:none}.scroll{overflow:visible}table{font-size:7pt}.grid td{min-width:0;height:auto}.grid button{height:auto}button,span,rect,circle{-webkit-print-color-adjust:exact;print-color-adjust:exact}section,tr,blockquote{break-inside:avoid-page}section{break-inside:auto}.picture svg{max-width:15cm}}
    """
}
