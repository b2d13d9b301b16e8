// The page's frame. What comes from documents stands in two braces, which escape it;
// three hold what the program itself makes: pictures, and the cells of matrices, which are thousands.

enum PageTemplate {
  static let html = """
    <!DOCTYPE html>
    <html lang="en"><head><meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src '{{{digest}}}'; img-src data:">
    <link rel="icon" href="data:,">
    <title>Positions report</title>
    <style>{{{style}}}</style></head><body>
    <a class="skip" href="#heat">Skip to the matrix</a>
    <header><h1>Who stands where</h1>
    <div class="lead">{{#summary}}<p>{{line}}</p>
    {{/summary}}</div>
    <nav aria-label="Contents"><a href="#heat">Positions</a> <a href="#components">Components</a> <a href="#agreement">Agreement</a> <a href="#time">Time</a> <a href="#map">Map</a> <a href="#pairs">Pairs</a> <a href="#trust">Trust</a></nav></header>
    <main>
    <section aria-labelledby="heat"><h2 id="heat">Positions: actor by issue</h2>
    <p>Net position: (for − against) / all statements. An empty cell is silence. Choose a cell to read its sentences; arrow keys move between cells. {{hiddenActors}}</p>
    <p class="legend"><span class="against" style="--d:1;--s:.9">−1</span><span class="against" style="--d:.5;--s:.9">−.5</span><span class="even">0</span><span class="for" style="--d:.5;--s:.9">.5</span><span class="for" style="--d:1;--s:.9">1</span> against … for, sure&emsp;<span class="against" style="--d:1;--s:.2">−1</span><span class="for" style="--d:1;--s:.2">1</span> unsure: few documents, or documents that differ&emsp;<i>italic</i>: no proposition, shows who speaks</p>
    <div class="scroll" tabindex="0" role="region" aria-label="Matrix of actors and issues"><table class="grid"><caption>Net position of actors (rows) on issues (columns)</caption><thead><tr><th scope="col">Actor</th>{{#issues}}<th scope="col" class="{{kind}}" title="{{proposition}}"><span>{{code}}</span></th>{{/issues}}</tr></thead>
    <tbody>{{#rows}}<tr><th scope="row" title="{{full}}">{{actor}}</th>{{{cells}}}</tr>
    {{/rows}}</tbody></table></div>
    <p class="note">{{leftOut}}</p></section>
    <section aria-labelledby="components"><h2 id="components">Principles, norms, rules, procedures</h2>
    <p>Of the passages in which an actor holds a position, how many state a principle, a norm, a rule, a procedure; to the right their number.</p>
    <div class="scroll picture grid" tabindex="0" role="region" aria-label="Components by actor">{{{bars}}}</div></section>
    <section aria-labelledby="agreement"><h2 id="agreement">Agreement: actor by actor</h2>
    <p>From −1 (always opposed) to 1 (always together) over the issues that both speak on ({{measure}}); the deepest colour is the highest value here. Actors are ordered so that blocs stand together. Empty: no shared issue.</p>
    <div class="scroll" tabindex="0" role="region" aria-label="Matrix of agreement"><table class="grid"><caption>Agreement of actors</caption><thead><tr><th scope="col">Actor</th>{{#agreementHead}}<th scope="col" class="actor" title="{{full}}"><span>{{code}}</span></th>{{/agreementHead}}</tr></thead>
    <tbody>{{#agreement}}<tr><th scope="row" title="{{full}}">{{actor}}</th>{{{cells}}}</tr>
    {{/agreement}}</tbody></table></div></section>
    <section aria-labelledby="time"><h2 id="time">Over time</h2>
    {{#hasTimeline}}<p>Statements by year on the issues most spoken of: the number is how many, the colour where they stand, pale where they come from few documents.</p>
    <div class="scroll" tabindex="0" role="region" aria-label="Positions by year"><table class="grid time"><caption>Statements and positions by year</caption><thead><tr><th scope="col">Actor</th>{{#years}}<th scope="col">{{year}}</th>{{/years}}</tr></thead>
    {{#groups}}<tbody><tr><th scope="rowgroup" colspan="{{span}}" class="group" title="{{proposition}}"><span>{{issue}}</span></th></tr>
    {{#rows}}<tr><th scope="row" title="{{full}}">{{actor}}</th>{{{cells}}}</tr>
    {{/rows}}</tbody>{{/groups}}</table></div>{{/hasTimeline}}{{^hasTimeline}}<p>No document with a position has a date.</p>{{/hasTimeline}}</section>
    <section aria-labelledby="map"><h2 id="map">Map of positions</h2>
    <p>Actors who say the same in the same proportions stand close together; the centre is what all have in common. Triangles lie beyond the frame. Correspondence analysis of statements for and against, by issue.</p>
    <div class="scroll picture">{{{map}}}</div></section>
    <section aria-labelledby="pairs"><h2 id="pairs">Pairs, issue by issue</h2>
    <p>“agree” and “differ” only where both have two statements and the interval of the gap says so; the other pairs are in <code>dyads.csv</code>.</p>
    {{#dyads}}<details{{#open}} open{{/open}}><summary><b>{{a}}</b> and <b>{{b}}</b> <small>{{counts}}</small></summary><div class="scroll"><table class="pairs"><caption>{{full}} and {{other}}</caption><thead><tr><th scope="col">Issue</th><th scope="col">Verdict</th><th scope="col">{{a}}</th><th scope="col">{{b}}</th><th scope="col">Gap (95 %)</th><th scope="col">Joint</th><th scope="col">Mechanisms</th></tr></thead>
    <tbody>{{#rows}}<tr><th scope="row" title="{{proposition}}">{{issue}}</th><td class="verdict {{kind}}">{{verdict}}</td>{{{first}}}{{{second}}}<td>{{gap}}</td><td>{{joint}}</td><td>{{mechanisms}}</td></tr>
    {{/rows}}</tbody></table></div></details>
    {{/dyads}}{{^dyads}}<p>No two actors with positions.</p>{{/dyads}}</section>
    <section aria-labelledby="trust"><h2 id="trust">How far to trust it</h2><ul>{{#warnings}}<li>{{line}}</li>{{/warnings}}</ul></section>
    </main>
    <aside id="sentences" role="dialog" aria-label="Sentences behind the chosen cell" tabindex="-1" hidden></aside>
    <script type="application/json" id="data">{{{sentences}}}</script>
    <script>{{{script}}}</script>
    </body></html>

    """
}
