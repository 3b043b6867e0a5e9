"""German words that German surnames, clubs and newspapers are made of, with their Romanian senses.

A machine that takes ``Manuel Neuer`` for words writes ``Manuel Mai nou``: the table tells which
Romanian word a part of a name may have been turned into. English name words need no table, for
the English-Romanian lexicon has them. Compiled by hand, 2026, CC0.
"""

from __future__ import annotations

from functools import lru_cache

_TABLE = """
abend:seară adler:vultur,acvilă alt:bătrân,vechi altmann:bătrân apfel:măr arm:braț,sărac arzt:medic,doctor
bach:pârâu bär:urs bäcker:brutar baum:copac,pom bauer:țăran,fermier baumann:constructor becker:brutar
berg:munte bergmann:miner bischof:episcop blatt:foaie,frunză blau:albastru blume:floare blum:floare
bock:țap boden:sol,pământ braun:maro,brun breit:lat brot:pâine bruder:frate brücke:pod brunnen:fântână
buch:carte buche:fag bunt:colorat burg:cetate busch:tufiș dach:acoperiș dick:gros dietrich:șperaclu
ding:lucru dorn:spin,ghimpe dorf:sat durst:sete eber:mistreț eck:colț ehrlich:cinstit,onest eiche:stejar
eis:gheață eisen:fier engel:înger ente:rață erbe:moștenitor,moștenire ernst:serios esel:măgar eule:bufniță
fahrer:șofer falke:șoim falk:șoim feder:pană feld:câmp fels:stâncă fest:sărbătoare,ferm feuer:foc fink:cinteză
fisch:pește fischer:pescar fleischer:măcelar fleisch:carne flick:cârpi,petic fluss:râu frank:sincer
frei:liber freitag:vineri freund:prieten frieden:pace fried:pace frisch:proaspăt fröhlich:vesel,voios
froh:bucuros,vesel fromm:evlavios,pios frost:ger früh:devreme,timpuriu fuchs:vulpe fürst:prinț,principe
gans:gâscă garten:grădină gärtner:grădinar gast:oaspete gerber:tăbăcar gericht:instanță,tribunal
glas:sticlă glaser:geamgiu glück:noroc,fericire gold:aur gott:dumnezeu graf:conte grau:gri grob:grosolan
groß:mare gross:mare grün:verde gut:bun haar:păr haas:iepure hahn:cocoș haupt:cap,principal hammer:ciocan
hand:mână hart:dur,tare hase:iepure haus:casă hecht:știucă heide:păgân held:erou hell:luminos herbst:toamnă
herr:domn,domnul herrmann:domn herz:inimă herzog:duce himmel:cer hirsch:cerb hirt:păstor hoch:înalt,ridicat
hof:curte hoffmann:curtean holz:lemn holzer:lemnar horn:corn huber:fermier huhn:găină,pui hund:câine hut:pălărie
igel:arici jäger:vânător jahr:an jung:tânăr junge:băiat kahn:barcă,luntre kaiser:împărat kalb:vițel kalt:rece
kamp:luptă kampf:luptă kaufmann:comerciant,negustor kehl:gât kehrer:măturător keller:pivniță,beci kellner:ospătar
kern:nucleu,sâmbure kind:copil kirche:biserică kirsch:cireașă klar:clar klein:mic klinge:lamă
klug:deștept,inteligent knecht:slugă,servitor knie:genunchi koch:bucătar kohl:varză könig:rege kopf:cap korn:grâu,cereale
kraft:putere,forță krank:bolnav kranz:coroană,cununa kraus:creț krause:creț krebs:rac,cancer kreuz:cruce krieg:război
krieger:războinic kroll:creț kroos:mare krug:ulcior krüger:olar kugel:bilă,glonț kuh:vacă kühn:îndrăzneț,cutezător kunst:artă
künstler:artist kurz:scurt lahm:șchiop,olog lamm:miel land:țară,teren lang:lung lange:lung,lungă laub:frunziș lauter:curat,zgomotos
lehmann:vasal lehrer:profesor,învățător leicht:ușor leiter:șef,scară licht:lumină lieb:drag,dragă lieber:drag,dragă linde:tei
linder:tei lindner:tei link:stâng links:stânga loch:gaură löwe:leu luft:aer lustig:vesel,amuzant maier:vătaf,administrator mai:mai
maler:pictor mann:bărbat,om markt:piață maurer:zidar maus:șoarece meer:mare mehl:făină meister:maestru,campion mensch:om messer:cuțit
metzger:măcelar meyer:vătaf,administrator mohr:maur mond:lună montag:luni moos:mușchi morgen:mâine,dimineață müller:morar mund:gură
mut:curaj mutter:mamă nacht:noapte nagel:cui,unghie nass:ud neu:nou neumann:nou nord:nord nuss:nucă ober:sus,superior ochs:bou
ohr:ureche ost:est papst:papă pfeffer:piper pfeifer:fluierar pfeil:săgeată pferd:cal platz:loc,piață pohl:polonez probst:stareț
rabe:corb rad:roată,bicicletă rasch:rapid,iute rat:sfat,consiliu rau:aspru regen:ploaie reich:bogat,imperiu rein:pur,curat
reis:orez reiter:călăreț rest:rest richter:judecător riese:uriaș,gigant ring:inel ritter:cavaler rock:fustă rohr:țeavă rose:trandafir
rot:roșu roth:roșu ruhe:liniște rund:rotund sack:sac saft:suc salz:sare sand:nisip sander:nisipar sauer:acru schäfer:păstor,cioban
schaf:oaie scharf:ascuțit,iute schatz:comoară schein:aparență,bancnotă schenk:cârciumar scherer:frizer schick:elegant
schiff:navă,corabie schild:scut schlag:lovitură schlange:șarpe schlecht:rău schlosser:lăcătuș schloss:castel,lacăt schmid:fierar
schmidt:fierar schmitt:fierar schmitz:fierar schnee:zăpadă schneider:croitor schnell:rapid,repede schön:frumos schreiber:scrib,scriitor
schreiner:tâmplar schröder:croitor schuh:pantof schulz:primar schulze:primar schulte:primar schumacher:cizmar schuster:cizmar,pantofar
schütz:arcaș,trăgător schütze:arcaș,trăgător schwamm:burete schwan:lebădă schwarz:negru schwein:porc schwer:greu seemann:marinar
see:lac,mare seiler:frânghier sichel:seceră sieg:victorie silber:argint sommer:vară sonne:soare sonntag:duminică specht:ciocănitoare
spiegel:oglindă spitz:ascuțit sport:sport sprecher:vorbitor stab:baston stadt:oraș stahl:oțel stamm:trunchi,trib stark:puternic,tare
stein:piatră stern:stea still:liniștit,tăcut stock:băț stolz:mândru storch:barză strauß:struț,buchet strauss:struț,buchet
sturm:furtună,atac süß:dulce tag:zi tal:vale tanne:brad taube:porumbel teich:iaz teller:farfurie teufel:diavol,drac
tief:adânc tisch:masă tod:moarte tor:poartă,gol traum:vis treu:credincios trommel:tobă turm:turn uhr:ceas vater:tată vogel:pasăre
vogt:vătaf voll:plin vogler:păsărar voss:vulpe wach:treaz wächter:paznic wagen:mașină,car wagner:rotar wahl:alegere,alegeri wald:pădure
walter:conducător warm:cald wasser:apă weber:țesător weg:drum,cale weide:pășune,salcie wein:vin weise:înțelept,mod weiß:alb weiss:alb
welt:lume wenig:puțin werk:operă,uzină werner:apărător west:vest wind:vânt winter:iarnă winkler:colț wirt:gazdă,hangiu wirth:gazdă,hangiu wirtz:gazdă,hangiu
wolf:lup wolff:lup wolke:nor wunder:minune,miracol wurst:cârnat würfel:zar zahn:dinte zander:șalău zeit:timp,vreme zeitung:ziar
ziegler:cărămidar ziel:țintă,scop,obiectiv zimmer:cameră zimmermann:dulgher,tâmplar zucker:zahăr zug:tren zweig:ramură,creangă
"""
_ENDINGS = ("er", "en", "es", "e", "s", "n")


@lru_cache(maxsize=1)
def _words() -> dict[str, tuple[str, ...]]:
    pairs = (entry.partition(":") for entry in _TABLE.split())
    return {word: tuple(senses.split(",")) for word, _, senses in pairs}


def german_senses(part: str) -> tuple[str, ...]:
    """The Romanian lemmas that a part of a German name may be mistaken for.

    >>> german_senses("Neuer")
    ('nou',)
    >>> german_senses("Kleine")
    ('mic',)
    """
    lower, table = part.lower(), _words()
    if lower in table:
        return table[lower]
    for ending in _ENDINGS:
        stem = lower[: -len(ending)]
        if lower.endswith(ending) and len(stem) > 2 and stem in table:
            return table[stem]
    return ()
