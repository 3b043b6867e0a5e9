"""Words of grammar, which a translation may render by anything or nothing, by language."""

from __future__ import annotations

from mtqa.knowledge import foreign_words

#: Own compilation; forms in lower case.
_WORDS = {
    "en": """
        a about above across after again against all almost along already also although
        always am among an and another any anyone anything are aren around as at away back
        be because been before behind being below between both but by came can cannot come
        comes could couldn did didn do does doesn doing done down during each either else
        enough etc even ever every everyone everything for from further gave get gets
        getting give go goes going gone got had hadn has hasn have haven having he her here
        hers herself him himself his how however i if in including indeed instead into is
        isn it its itself just keep kind know least less let like little ll lot made make
        makes many may maybe me mean might mine more most much must my myself near never no
        nor not nothing now of off often on once one ones only onto or other others our ours
        out over own part per perhaps put quite rather re really s same see seem seemed
        seems set several shall she should shouldn since so some someone something sometimes
        soon still such t take taken than that the their theirs them themselves then there
        these they thing things this those though through throughout thus till to together
        too took toward towards under until up upon us ve very via was wasn way we well went
        were weren what whatever when where whether which while who whole whom whose why
        will with within without would wouldn yes yet you your yours percent cent said say says
    """,
    "de": """
        aber all alle allem allen aller alles als also am an andere anderem anderen anderer
        anderes auch auf aus bei beim bereits bin bis bist bleibt bringen da dabei dadurch
        dafür dagegen daher damit danach daran darauf darin darum darunter das dass davon
        davor dazu dein dem den denen denn dennoch der deren des deshalb dessen die dies
        diese diesem diesen dieser dieses doch dort du durch dürfen ein eine einem einen
        einer eines einige einigen er erst es etwa etwas euch eure für gab ganz gar geben
        gegen gehen geht gemacht genau gerade gewesen gibt ging habe haben hat hatte hatten
        hätte hätten hier hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer ihres im
        immer in indem ins irgend ist ja je jede jedem jeden jeder jedes jedoch jene kam
        kann kaum kein keine keinem keinen keiner können könnte könnten kommen kommt konnte
        konnten lassen ließ machen macht mal man manche mehr mein meine meinen meiner meist
        mich mir mit möchte mögen müssen muss musste mussten nach nachdem neben nicht nichts
        nie noch nun nur ob obwohl oder ohne schon sehr sei seien sein seine seinem seinen
        seiner seines seit seitdem selbst sich sie sind so sobald sogar solche solchen soll
        sollen sollte sollten sondern sonst soweit sowie sowohl statt stets tun über um und
        uns unser unsere unserem unseren unserer unter viel viele vielen vom von vor wann
        war waren warum was wegen weil weiter welche welchem welchen welcher welches wenig
        wenige wenn wer werde werden wie wieder will wir wird wirklich wo wobei wohl wollen
        wollte worden wurde wurden während würde würden zu zum zur zwar zwischen ab beide
        beiden daraus ebenfalls einmal entweder falls infolge jetzt mittels nämlich
        überhaupt weder wohin woher zudem allerdings außerdem bevor dann darüber fast
        gegenüber gekommen getan heraus hinaus insbesondere jemand jemanden nimmt niemand
        sodass uhr vorbei weiterhin zufolge zusammen zuerst zurzeit weniger guten dich dir
        hab hast bald bisher bzw damals darf deine deswegen dran drauf ebenso eher eins
        genauso gern gerne geworden gehabt gegangen gilt hingegen immerhin inzwischen
        irgendwann irgendwie irgendwo jeweils mindestens mittlerweile niemals nix nochmal
        offenbar raus seid selber siehe solange somit sowas trotzdem tut unbedingt usw wem
        wen wenigstens wiederum wieso wirst zugleich zuhause zuletzt zumindest zunächst
        zuvor überall allzu anhand ansonsten anscheinend anstatt beides bislang dahin
        daneben daraufhin demnach derart desto diejenigen dieselbe diesmal durchs fürs
        entgegen entlang euer ggf hierbei hierfür hiermit hierzu hinein hinterher höchstens
        jedenfalls jemals jemandem jener keinerlei manchen meistens nachher nahezu nebenbei
        ohnehin oftmals samt scheinbar sofern solch sonstige sowieso umso vgl vielmehr voran
        voraus weitgehend weshalb wodurch wofür womit woran worauf wovon wozu zumal prozent
        wäre wären aufgrund einschließlich bezüglich könne lässt ließen möglicherweise
    """,
    "ro": """
        a abia ai aia aici al ale alt alta altă alte altele altfel alții altora altul am
        anume apoi ar are aș așa asemenea asta astea astfel asupra at atare atât atâta
        atâția atunci au avea avem aveți având avut aveau azi ba bine ca că căci când capăt
        care cărei căreia cărora căror cărui căruia cât câte câteva către câți câtva ce cea
        ceea cei cel cele celei celor ceilalți celălalt celui ceva chiar ci cine cineva cu
        cui cum cumva da dacă dar dat dată datorită de deasupra deci decât deja deși despre
        din dincolo dintr dintre doar după e ea ei el ele era erau este eu face fac facă
        făcut fără fi fie fiecare fiecărui fiind fim fiu foarte fost fosta fostă foști i iar
        iau îi îl îmi în încă încât înspre însă însuși înainte între întru într își îți la
        le li lor lui lângă mai mâine mă mare mea mei mele mereu meu mi mie mine mod mulți
        mult multă multe n ne nici niciun nicio niște noastră noastre noi nostru noștri nou
        nu o oare odată ori orice oricare oricând oricum până pe pentru peste plus poate pot
        precum prea prin printr printre pur putea puteau putem putut s sa să săi sale sau
        său se seama și sieși sine spre sub sunt suntem sus șa șansa ta tale tău te ție tine
        toată toate tocmai tot totul totuși toți tu un una unde unei unele uneia unii uneori
        unor unora unu unui unul va vă văd veți vei voastră vom vor voi vostru vrea vreo
        vreun acea aceasta această aceea acei aceia acel acela acele acelea acelei acelui
        acestui acestei acestor acelor acest acesta acestea acești aceștia aceste acum ăla
        ăsta circa cam iată fața afară jos adică aproape atâtea aceluia acestuia acestora
        cauza cauză faptul faptului deoarece întrucât jurul respectiv urma privința cadrul
        timp timpul parte partea lucru lucruri fel felul privind conform potrivit împotriva
        inclusiv aproximativ există trebuie trebui puțin privește față vedere urmare urmă
        afla sută procente procent numai
    """,
}
_TABLES = {code: frozenset(text.split()) for code, text in _WORDS.items()}
#: Zipf frequency from which a word of a language without a table counts as one of grammar.
_GRAMMAR = 5.5
_SHORTEST = 4


def is_grammar(word: str, language: str) -> bool:
    """Whether the word (in any case) carries grammar rather than content."""
    lower = word.lower()
    table = _TABLES.get(language)
    if table is not None:
        return lower in table or len(lower) < 2
    return len(lower) < _SHORTEST or foreign_words().strength(lower, language) >= _GRAMMAR
