// The page's script: a chosen cell lists its sentences, arrow keys move between cells. Text of
// documents only ever becomes text nodes. The page's policy lets this script run and no other.

internal import Text

enum PageScript {
  /// The script's digest for the Content-Security-Policy.
  static let digest = "sha256-" + SHA256.base64(Array(javaScript.utf8))

  static let javaScript = """
    (function(){'use strict';
    var data=JSON.parse(document.getElementById('data').textContent),box=document.getElementById('sentences'),chosen=null,limit=60;
    function add(parent,name,text,kind){var e=document.createElement(name);if(text!==undefined)e.textContent=text;if(kind)e.className=kind;parent.appendChild(e);return e}
    function number(e,name){var v=e.getAttribute('data-'+name);return v===null?null:+v}
    function issuesOf(a){var s={};document.querySelectorAll('button[data-a="'+a+'"][data-i]:not([data-y])').forEach(function(b){s[b.getAttribute('data-i')]=1});return s}
    function finder(e){
    var a=number(e,'a'),b=number(e,'b'),i=number(e,'i'),k=number(e,'k'),y=e.getAttribute('data-y'),one,two;
    if(b!==null){one=issuesOf(a);two=issuesOf(b)}
    var years=y?y.split('-').map(Number):null;
    return function(s){
    if(k!==null&&s[3]!==k)return false;
    if(years){var d=parseInt(data.documents[s[0]][2],10);if(!(d>=years[0]&&d<=years[1]))return false}
    for(var n=0;n<s[6].length;n+=3){var who=s[6][n],what=s[6][n+1];
    if(b!==null){if((who===a||who===b)&&one[what]&&two[what])return true}
    else if(who===a&&(i===null||what===i))return true}
    return false}}
    function marked(parent,s){
    var letters=Array.from(s[4]),at=0;
    for(var n=0;n<s[5].length;n+=3){var from=s[5][n],to=s[5][n+1],code=data.codes[s[5][n+2]];
    if(from<at)continue;
    parent.appendChild(document.createTextNode(letters.slice(at,from).join('')));
    var kind=code.indexOf(':')>0?code.split(':')[0]:'component';
    add(parent,'mark',letters.slice(from,to).join(''),kind).title=code.replace(/:/g,' ').replace(/,/g,', ');at=to}
    parent.appendChild(document.createTextNode(letters.slice(at).join('')))}
    function quote(s){
    var q=add(box,'blockquote'),d=data.documents[s[0]],said=[];marked(add(q,'p'),s);
    for(var n=0;n<s[6].length;n+=3){var stance=data.stances[s[6][n+2]];
    said.push(data.actors[s[6][n]][0]+' '+(stance==='support'?'for':stance==='oppose'?'against':'on')+' '+data.issues[s[6][n+1]])}
    add(q,'cite',said.join('; ')+' · '+data.components[s[3]]);
    add(q,'cite',[d[1],d[2],data.sections[s[1]],d[0]+'#'+s[2]].filter(Boolean).join(' · '))}
    function show(e){
    if(chosen)chosen.classList.remove('chosen');chosen=e;e.classList.add('chosen');
    var label=e.getAttribute('aria-label'),found=data.sentences.filter(finder(e)),all=number(e,'n'),b=number(e,'b');
    box.replaceChildren();box.hidden=false;box.scrollTop=0;document.body.classList.add('opened');
    var head=add(box,'header');add(head,'h3',label);
    var close=add(head,'button','Close','close');close.type='button';close.addEventListener('click',hide);
    var rest=all!==null&&found.length<all;
    var line=add(box,'p',found.length?found.length+(all!==null&&rest?' of '+all:'')+(found.length===1?' sentence. ':' sentences. '):'No sentence of this cell is in the page. ','note');
    if(b===null&&(rest||!found.length)){line.appendChild(document.createTextNode('All of them: '));
    add(line,'code','normtag why DIR --actor '+data.actors[number(e,'a')][0]+(number(e,'i')!==null?' --issue '+data.issues[number(e,'i')]:'')+(number(e,'k')!==null?' --component '+data.components[number(e,'k')]:''))}
    if(found.length){var legend=add(box,'p','Marked: ','note');[['holder','who'],['issue','issue'],['stance','stance'],['component','component']].forEach(function(m){add(legend,'mark',m[1],m[0]);legend.appendChild(document.createTextNode(' '))})}
    found.slice(0,limit).forEach(quote);
    if(found.length>limit)add(box,'p',(found.length-limit)+' more are in the page; choose a narrower cell to see them.','note');
    box.focus({preventScroll:true});e.scrollIntoView({block:'nearest',inline:'nearest'})}
    function hide(){box.hidden=true;document.body.classList.remove('opened');if(chosen){chosen.classList.remove('chosen');chosen.focus();chosen=null}}
    function cell(target){return target.closest?target.closest('[data-a]'):null}
    document.addEventListener('click',function(event){var e=cell(event.target);if(e)show(e)});
    function move(e,key){
    var grid=e.closest('.grid');if(!grid)return null;
    var r=number(e,'r'),c=number(e,'c'),best=null,least=Infinity;
    grid.querySelectorAll('[data-r]').forEach(function(o){
    var dr=number(o,'r')-r,dc=number(o,'c')-c,d;
    if(key==='ArrowRight'&&dr===0&&dc>0)d=dc;else if(key==='ArrowLeft'&&dr===0&&dc<0)d=-dc;
    else if(key==='ArrowDown'&&dr>0)d=dr*100+Math.abs(dc);else if(key==='ArrowUp'&&dr<0)d=-dr*100+Math.abs(dc);
    else if(key==='Home'&&dr===0)d=number(o,'c');else if(key==='End'&&dr===0)d=1000-number(o,'c');
    if(d!==undefined&&d<least){least=d;best=o}});
    return best}
    document.addEventListener('keydown',function(event){
    if(event.key==='Escape'&&!box.hidden){hide();return}
    var e=cell(event.target);if(!e||e.getAttribute('data-r')===null)return;
    if(e.tagName!=='BUTTON'&&(event.key==='Enter'||event.key===' ')){event.preventDefault();show(e);return}
    var next=move(e,event.key);if(!next)return;
    event.preventDefault();e.tabIndex=-1;next.tabIndex=0;next.focus()});
    document.querySelectorAll('.grid').forEach(function(grid){grid.querySelectorAll('[data-r]').forEach(function(e,n){e.setAttribute('tabindex',n?'-1':'0')})});
    document.querySelectorAll('button[data-r]').forEach(function(e){e.title=e.getAttribute('aria-label')});
    addEventListener('beforeprint',function(){document.querySelectorAll('details').forEach(function(d){d.open=true})});
    })();
    """
}
