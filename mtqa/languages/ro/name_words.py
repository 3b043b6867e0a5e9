"""Words that German and English surnames are made of, with their Romanian senses.

A machine that takes ``Manuel Neuer`` for words writes ``Manuel Mai nou``: the table tells which
Romanian word a part of a name may have been turned into. The English table holds only what the
English-Romanian lexicon may lack: everyday renderings of surnames. Compiled by hand, 2026, CC0.
"""

from __future__ import annotations

from functools import lru_cache

_GERMAN = """
abend:seară adler:vultur,acvilă alt:bătrân,vechi altmann:bătrân apfel:măr arm:braț,sărac
arzt:medic,doctor bach:pârâu bauer:țăran,fermier baum:copac,pom baumann:constructor becker:brutar
berg:munte bergmann:miner bischof:episcop blatt:foaie,frunză blau:albastru blum:floare
blume:floare bock:țap boden:sol,pământ braun:maro,brun breit:lat brot:pâine bruder:frate
brunnen:fântână brücke:pod buch:carte buche:fag bunt:colorat burg:cetate busch:tufiș bäcker:brutar
bär:urs dach:acoperiș dick:gros dietrich:șperaclu ding:lucru dorf:sat dorn:spin,ghimpe durst:sete
eber:mistreț eck:colț ehrlich:cinstit,onest eiche:stejar eis:gheață eisen:fier engel:înger
ente:rață erbe:moștenitor,moștenire ernst:serios esel:măgar eule:bufniță fahrer:șofer falk:șoim
falke:șoim feder:pană feld:câmp fels:stâncă fest:sărbătoare,ferm feuer:foc fink:cinteză
fisch:pește fischer:pescar fleisch:carne fleischer:măcelar flick:cârpi,petic fluss:râu
frank:sincer frei:liber freitag:vineri freund:prieten fried:pace frieden:pace frisch:proaspăt
froh:bucuros,vesel fromm:evlavios,pios frost:ger fröhlich:vesel,voios früh:devreme,timpuriu
fuchs:vulpe fürst:prinț,principe gans:gâscă garten:grădină gast:oaspete gerber:tăbăcar
gericht:instanță,tribunal glas:sticlă glaser:geamgiu glück:noroc,fericire gold:aur gott:dumnezeu
graf:conte grau:gri grob:grosolan gross:mare groß:mare grün:verde gut:bun gärtner:grădinar
haar:păr haas:iepure hahn:cocoș hammer:ciocan hand:mână hart:dur,tare hase:iepure
haupt:cap,principal haus:casă hecht:știucă heide:păgân held:erou hell:luminos herbst:toamnă
herr:domn,domnul herrmann:domn herz:inimă herzog:duce himmel:cer hirsch:cerb hirt:păstor
hoch:înalt,ridicat hof:curte hoffmann:curtean holz:lemn holzer:lemnar horn:corn huber:fermier
huhn:găină,pui hund:câine hut:pălărie igel:arici jahr:an jung:tânăr junge:băiat jäger:vânător
kahn:barcă,luntre kaiser:împărat kalb:vițel kalt:rece kamp:luptă kampf:luptă
kaufmann:comerciant,negustor kehl:gât kehrer:măturător keller:pivniță,beci kellner:ospătar
kern:nucleu,sâmbure kind:copil kirche:biserică kirsch:cireașă klar:clar klein:mic klinge:lamă
klug:deștept,inteligent knecht:slugă,servitor knie:genunchi koch:bucătar kohl:varză kopf:cap
korn:grâu,cereale kraft:putere,forță krank:bolnav kranz:coroană,cununa kraus:creț krause:creț
krebs:rac,cancer kreuz:cruce krieg:război krieger:războinic kroll:creț kroos:mare krug:ulcior
krüger:olar kugel:bilă,glonț kuh:vacă kunst:artă kurz:scurt könig:rege kühn:îndrăzneț,cutezător
künstler:artist lahm:șchiop,olog lamm:miel land:țară,teren lang:lung lange:lung,lungă laub:frunziș
lauter:curat,zgomotos lehmann:vasal lehrer:profesor,învățător leicht:ușor leiter:șef,scară
licht:lumină lieb:drag,dragă lieber:drag,dragă linde:tei linder:tei lindner:tei link:stâng
links:stânga loch:gaură luft:aer lustig:vesel,amuzant löwe:leu mai:mai maier:vătaf,administrator
maler:pictor mann:bărbat,om markt:piață maurer:zidar maus:șoarece meer:mare mehl:făină
meister:maestru,campion mensch:om messer:cuțit metzger:măcelar meyer:vătaf,administrator mohr:maur
mond:lună montag:luni moos:mușchi morgen:mâine,dimineață mund:gură mut:curaj mutter:mamă
müller:morar nacht:noapte nagel:cui,unghie nass:ud neu:nou neumann:nou nord:nord nuss:nucă
ober:sus,superior ochs:bou ohr:ureche ost:est papst:papă pfeffer:piper pfeifer:fluierar
pfeil:săgeată pferd:cal platz:loc,piață pohl:polonez probst:stareț rabe:corb rad:roată,bicicletă
rasch:rapid,iute rat:sfat,consiliu rau:aspru regen:ploaie reich:bogat,imperiu rein:pur,curat
reis:orez reiter:călăreț rest:rest richter:judecător riese:uriaș,gigant ring:inel ritter:cavaler
rock:fustă rohr:țeavă rose:trandafir rot:roșu roth:roșu ruhe:liniște rund:rotund sack:sac saft:suc
salz:sare sand:nisip sander:nisipar sauer:acru schaf:oaie scharf:ascuțit,iute schatz:comoară
schein:aparență,bancnotă schenk:cârciumar scherer:frizer schick:elegant schiff:navă,corabie
schild:scut schlag:lovitură schlange:șarpe schlecht:rău schloss:castel,lacăt schlosser:lăcătuș
schmid:fierar schmidt:fierar schmitt:fierar schmitz:fierar schnee:zăpadă schneider:croitor
schnell:rapid,repede schreiber:scrib,scriitor schreiner:tâmplar schröder:croitor schuh:pantof
schulte:primar schulz:primar schulze:primar schumacher:cizmar schuster:cizmar,pantofar
schwamm:burete schwan:lebădă schwarz:negru schwein:porc schwer:greu schäfer:păstor,cioban
schön:frumos schütz:arcaș,trăgător schütze:arcaș,trăgător see:lac,mare seemann:marinar
seiler:frânghier sichel:seceră sieg:victorie silber:argint sommer:vară sonne:soare
sonntag:duminică specht:ciocănitoare spiegel:oglindă spitz:ascuțit sport:sport sprecher:vorbitor
stab:baston stadt:oraș stahl:oțel stamm:trunchi,trib stark:puternic,tare stein:piatră stern:stea
still:liniștit,tăcut stock:băț stolz:mândru storch:barză strauss:struț,buchet strauß:struț,buchet
sturm:furtună,atac süß:dulce tag:zi tal:vale tanne:brad taube:porumbel teich:iaz teller:farfurie
teufel:diavol,drac tief:adânc tisch:masă tod:moarte tor:poartă,gol traum:vis treu:credincios
trommel:tobă turm:turn uhr:ceas vater:tată vogel:pasăre vogler:păsărar vogt:vătaf voll:plin
voss:vulpe wach:treaz wagen:mașină,car wagner:rotar wahl:alegere,alegeri wald:pădure
walter:conducător warm:cald wasser:apă weber:țesător weg:drum,cale weide:pășune,salcie wein:vin
weise:înțelept,mod weiss:alb weiß:alb welt:lume wenig:puțin werk:operă,uzină werner:apărător
west:vest wind:vânt winkler:colț winter:iarnă wirt:gazdă,hangiu wirth:gazdă,hangiu
wirtz:gazdă,hangiu wolf:lup wolff:lup wolke:nor wunder:minune,miracol wurst:cârnat wächter:paznic
würfel:zar zahn:dinte zander:șalău zeit:timp,vreme zeitung:ziar ziegler:cărămidar
ziel:țintă,scop,obiectiv zimmer:cameră zimmermann:dulgher,tâmplar zucker:zahăr zug:tren
zweig:ramură,creangă
"""
_ENGLISH = """
archer:arcaș ash:frasin,cenușă baker:brutar ball:minge,bal banks:bănci,maluri
barber:frizer,bărbier barker:lătrător bean:fasole,bob bear:urs bell:clopot berry:bacă,boabă
best:bun,cel bird:pasăre bishop:episcop black:negru bloom:floare blunt:tocit,direct
bond:legătură,obligațiune book:carte boot:gheată,cizmă bowman:arcaș branch:ramură
brand:marcă bridges:poduri bright:strălucitor,luminos brook:pârâu brooks:pâraie brown:maro,brun
buck:cerb,dolar bull:taur burns:arsuri,arde bush:tufiș,tufă,boschet butcher:măcelar
butler:majordom cage:cușcă cannon:tun carpenter:tâmplar,dulgher carter:căruțaș
cash:numerar castle:castel chambers:camere chance:șansă chandler:lumânărar
chase:goană,urmărire,vânătoare church:biserică clay:lut,argilă clear:clar coal:cărbune
cook:bucătar,găti cooper:dogar cotton:bumbac court:curte,instanță cox:cârmaci craft:meșteșug
crane:macara,cocor cross:cruce crow:cioară,corb cruise:croazieră cruz:cruce dale:vale day:zi
dean:decan dear:drag deer:căprioară,cerb diamond:diamant dove:porumbel downs:coborâșuri
drake:rățoi draper:postăvar driver:șofer,sofer duke:duce early:devreme,timpuriu
east:est edge:margine,muchie english:engleză,englez farmer:fermier farrow:purcei fields:câmpuri
finch:cinteză fish:pește fisher:pescar flint:cremene flood:inundație,potop flowers:flori
fly:muscă,zbura foot:picior,laba ford:vad forest:pădure foster:adoptiv fountain:fântână
fowler:păsărar fox:vulpe frost:îngheț,ger gardener:grădinar gates:porți
glass:sticlă,pahar glover:mănușar gold:aur golden:auriu good:bun goodman:bun grace:grație
grant:subvenție,bursă,grant graves:morminte gray:gri green:verde grey:gri grove:crâng,livadă
gunn:armă,pistol hall:sală,hol hammond:ciocan hand:mână hardy:rezistent hart:cerb,inimă
harvest:recoltă hawk:șoim,uliu hayes:fân head:cap heath:landă hill:deal hills:dealuri
holiday:vacanță,sărbătoare holland:olanda holly:ilice hood:glugă hook:cârlig hope:speranță
hopper:pâlnie house:casă hunt:vânătoare hunter:vânător hurt:rănit,durere idle:inactiv jolly:vesel
judge:judecător key:cheie keys:chei kidd:copil king:rege kings:regi kitchen:bucătărie
knight:cavaler lake:lac lamb:miel lane:bandă,alee law:lege,drept lawless:fărădelege leaf:frunză
leech:lipitoare light:lumină little:mic,puțin lock:încuietoare,lacăt long:lung lord:lord,domn
love:dragoste,iubire lowe:scăzut major:major march:martie,marș marsh:mlaștină marshall:mareșal
mason:zidar may:mai meadows:pajiști mercer:negustor mercy:milă miles:mile mill:moară miller:morar
mills:mori moon:lună moore:mai,mlaștină moss:mușchi mountain:munte nail:cui,unghie nash:scrâșnit
nell:clopot newman:nou nightingale:privighetoare noble:nobil north:nord
nutter:nebun oaks:stejari page:pagină pain:durere palmer:palmier paradise:paradis park:parc
parks:parcuri peacock:păun penny:bănuț perry:rachiu pike:știucă pitt:groapă,carieră pole:stâlp,pol
pond:iaz pope:papă post:post,stâlp potter:olar powell:putere power:putere price:preț prince:prinț
proud:mândru queen:regină quick:rapid,repede rain:ploaie read:citit reed:trestie,stuf rice:orez
rich:bogat rivers:râuri roads:drumuri rock:stâncă,rocă rose:trandafir,roz
rowling:rostogolire,vâslit rush:grabă,goană salt:sare sands:nisipuri seal:focă,sigiliu
sharp:ascuțit shaw:crâng shepherd:cioban,păstor short:scurt silver:argint,argintiu singer:cântăreț
skinner:jupuitor small:mic smart:inteligent,deștept smith:fierar snow:zăpadă,ninsoare
sparks:scântei spears:sulițe spring:primăvară,izvor star:stea stark:rigid,sumbru steel:oțel
sterling:liră stiller:liniștit stone:piatră stones:pietre story:poveste strange:ciudat,straniu
streep:dungă strong:puternic summers:veri swift:rapid,iute tailor:croitor taylor:croitor
thorne:spin,ghimpe tower:turn town:oraș travers:traversat trump:atu,trâmbiță turner:strungar
underwood:subarboret wade:vad walker:mergător,plimbăreț wall:zid,perete walls:ziduri
ward:secție,pază warren:vizuină waters:ape watt:watt way:cale,drum weaver:țesător webb:pânză,web
weir:baraj,zăgaz wells:fântâni,puțuri west:vest wheeler:rotar white:alb wild:sălbatic
wilde:sălbatic winter:iarnă wise:înțelept wolf:lup wolfe:lup wonder:minune wood:lemn,pădure
woods:păduri,pădure woodward:pădurar worth:valoare,merită wright:meșter,corect young:tânăr
"""
_ENDINGS = ("er", "en", "es", "e", "s", "n")


@lru_cache(maxsize=2)
def _words(table: str) -> dict[str, tuple[str, ...]]:
    pairs = (entry.partition(":") for entry in table.split())
    return {word: tuple(senses.split(",")) for word, _, senses in pairs}


def english_senses(part: str) -> tuple[str, ...]:
    """The Romanian words that a part of an English name may be mistaken for.

    >>> english_senses("Bush")
    ('tufiș', 'tufă', 'boschet')
    """
    return _words(_ENGLISH).get(part.lower(), ())


def german_senses(part: str) -> tuple[str, ...]:
    """The Romanian lemmas that a part of a German name may be mistaken for.

    >>> german_senses("Neuer")
    ('nou',)
    >>> german_senses("Kleine")
    ('mic',)
    """
    lower, table = part.lower(), _words(_GERMAN)
    if lower in table:
        return table[lower]
    for ending in _ENDINGS:
        stem = lower[: -len(ending)]
        if lower.endswith(ending) and len(stem) > 2 and stem in table:
            return table[stem]
    return ()
