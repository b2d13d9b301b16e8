// The page's frame: markup, style and the few lines of script that list a cell's sentences.

enum PageTemplate {
  static let html = """
    <!DOCTYPE html>
    <html lang="en"><head><meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:">
    <link rel="icon" href="data:,">
    <title>Positions report</title>
    <style>{{{style}}}</style></head><body>
    <header><h1>Positions report</h1>
    {{#summary}}<p>{{line}}</p>
    {{/summary}}</header>
    <main>
    <section aria-labelledby="heat"><h2 id="heat">Who stands where</h2>
    <p>Net position from −1 (against, orange) to 1 (for, blue). The surer, the stronger the colour; an empty cell is silence. Choose a cell to read its sentences. {{hiddenActors}}</p>
    <div class="scroll"><table class="heat"><caption>Net position of actors on issues</caption><thead><tr><th scope="col">Actor</th>{{#issues}}<th scope="col" class="issue"><span>{{code}}</span></th>{{/issues}}</tr></thead>
    <tbody>{{#rows}}<tr><th scope="row">{{actor}}</th>{{#cells}}<td>{{#spoken}}<button type="button" class="{{class}}" style="--a:{{alpha}}" data-actor="{{actor}}" data-issue="{{issue}}" aria-label="{{label}}" title="{{label}}">{{net}}</button>{{/spoken}}</td>{{/cells}}</tr>
    {{/rows}}</tbody></table></div>
    <div id="sentences" role="region" aria-live="polite" aria-label="Sentences behind the chosen cell" tabindex="-1"><p>{{leftOut}}</p></div></section>
    <section><h2>Principles, norms, rules, procedures</h2>{{{bars}}}</section>
    <section><h2>Who agrees with whom</h2><p>Ordered so that blocs stand together; empty: no shared issue.</p>
    <div class="scroll"><table class="heat"><caption>Agreement of actors</caption><thead><tr><th scope="col">Actor</th>{{#agreementHead}}<th scope="col" class="issue"><span>{{code}}</span></th>{{/agreementHead}}</tr></thead>
    <tbody>{{#agreement}}<tr><th scope="row">{{actor}}</th>{{#cells}}<td>{{#spoken}}<span class="{{class}}" style="--a:{{alpha}}" title="{{label}}">{{value}}</span>{{/spoken}}</td>{{/cells}}</tr>
    {{/agreement}}</tbody></table></div></section>
    <section><h2>Over time</h2>{{{timeline}}}</section>
    <section><h2>Map of positions</h2>{{{map}}}</section>
    <section><h2>Pairs, issue by issue</h2>
    {{#dyads}}<details><summary>{{a}} and {{b}}</summary><div class="scroll"><table><thead><tr><th scope="col">Issue</th><th scope="col">{{a}}: net (statements)</th><th scope="col">{{b}}: net (statements)</th><th scope="col">Verdict</th><th scope="col">Joint</th><th scope="col">Mechanisms</th></tr></thead>
    <tbody>{{#rows}}<tr><th scope="row">{{issue}}</th><td>{{first}}</td><td>{{second}}</td><td>{{verdict}}</td><td>{{joint}}</td><td>{{mechanisms}}</td></tr>
    {{/rows}}</tbody></table></div></details>
    {{/dyads}}</section>
    <section><h2>How far to trust it</h2><ul>{{#warnings}}<li>{{line}}</li>{{/warnings}}</ul></section>
    </main>
    <script type="application/json" id="data">{{{sentences}}}</script>
    <script>{{{script}}}</script>
    </body></html>

    """

  static let style = """
    :root{color-scheme:light dark;--fg:#1b1b1b;--bg:#fff;--line:#bbb;--for:0,90,170;--against:200,95,0;--even:120,120,120}
    @media(prefers-color-scheme:dark){:root{--fg:#eee;--bg:#161616;--line:#555;--for:70,150,240;--against:240,140,40}}
    body{font:16px/1.5 system-ui,sans-serif;color:var(--fg);background:var(--bg);margin:0 auto;max-width:75rem;padding:1rem}
    h2{margin-top:2.5rem}.scroll{overflow-x:auto}table{border-collapse:collapse;font-size:.85rem}
    caption{text-align:left;padding:.3rem 0}td,th{border:1px solid var(--line);padding:.15rem .4rem;text-align:left;overflow-wrap:anywhere}
    .heat td{padding:0;white-space:nowrap;min-width:2.9rem;height:1.7rem}.heat th{overflow-wrap:normal}.heat th[scope=row]{position:sticky;left:0;background:var(--bg);white-space:nowrap}
    .issue{vertical-align:bottom;height:10rem}.issue span{writing-mode:vertical-rl;transform:rotate(180deg);white-space:nowrap}
    .heat button,.heat td>span{display:block;width:100%;min-height:1.7rem;border:0;font:inherit;color:inherit;text-align:center}
    .heat button{cursor:pointer}.heat button:focus-visible{outline:3px solid currentColor;outline-offset:-3px}
    .for{background:rgba(var(--for),calc(var(--a)*.6))}.against{background:rgba(var(--against),calc(var(--a)*.7))}.even{background:rgba(var(--even),.3)}
    #sentences{margin-top:1rem;border-left:4px solid var(--line);padding-left:1rem}mark{background:#ffe27a;color:#111}
    blockquote{margin:.6rem 0;overflow-wrap:anywhere}cite{font-size:.85rem;display:block}
    svg{max-width:45rem;width:100%;display:block;font-size:12px}svg text{fill:var(--fg)}.axis{stroke:var(--line);fill:none}
    @media print{body{max-width:none}details>*{display:block}button{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
    """

  static let script = """
    (function(){
    var data=JSON.parse(document.getElementById('data').textContent),box=document.getElementById('sentences');
    function add(parent,name,text){var e=document.createElement(name);if(text!==undefined)e.textContent=text;parent.appendChild(e);return e}
    document.addEventListener('click',function(event){
    var b=event.target.closest('button[data-issue]');if(!b)return;
    var key=b.dataset.actor+'|'+b.dataset.issue,list=data[key]||[];
    box.replaceChildren();add(box,'h3',b.getAttribute('aria-label'));
    if(!list.length)add(box,'p','No sentences of this cell are in the page; normtag why shows them.');
    list.forEach(function(s){var q=add(box,'blockquote'),p=add(q,'p');
    p.appendChild(document.createTextNode(s[5]));if(s[6])add(p,'mark',s[6]);p.appendChild(document.createTextNode(s[7]));
    add(q,'cite',[s[1]||s[0],s[2],s[3],s[4]].filter(Boolean).join(' · '))});
    box.focus({preventScroll:true});box.scrollIntoView({block:'nearest'})});
    document.addEventListener('keydown',function(event){
    var b=event.target.closest&&event.target.closest('.heat button');if(!b)return;
    var d={ArrowLeft:[0,-1],ArrowRight:[0,1],ArrowUp:[-1,0],ArrowDown:[1,0]}[event.key];if(!d)return;
    event.preventDefault();var td=b.parentNode,tr=td.parentNode,rows=tr.parentNode.rows,r=tr.sectionRowIndex,c=td.cellIndex;
    for(;;){r+=d[0];c+=d[1];if(!rows[r]||!rows[r].cells[c])return;var n=rows[r].cells[c].querySelector('button');if(n){n.focus();return}}});
    })();
    """
}
