"""Common words of German, and what its words are like (own compilation, 2026, CC0)."""

RANK = 2
NAME = ("German", "germană")
FREQUENT = "der die und den von das mit des im dem nicht ein eine auch auf als sich wird ist zu sie"
TELLING = (
    "der die das und ist nicht mit den dem des ein eine einer von auf für sich auch wird im zum "
    "zur nach bei wurde haben sind aus als dass"
)
ABBREVIATIONS = (
    "dr prof st bzw ca evtl ggf inkl nr str usw vgl z b u a d h o ä hr fr mio mrd abs art bd"
)
BEFORE_ORDINALS = "am der den dem vom bis zum im des die das"
GRAMMAR = """
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
"""
AUXILIARIES = "hat haben hatte wird würde kann soll will"
ATTRIBUTION = (
    r"[,”\"“’'] ?(?:sagte|sagt|erklärte|erklärt|betonte|fügte|teilte|berichtete|meinte|so|"
    r"schrieb|warnte|bestätigte|ergänzte|hieß es)(?: [\w.'’-]+){0,6}?(?: hinzu| mit)?"
    r"(?=[.,;:]|$)"
    r"|\b(?:[Ll]aut|[Nn]ach Angaben|[Gg]emäß) [^,.;:!?”\"]{3,60}"
)
SAYING = (
    r"(?i)\b(?:sag|erklär|beton|füg|teil|bericht|mein|so |schr[ie]|warn|bestätig|ergänz|heißt|"
    r"hieß|laut|angaben|gemäß|zufolge|nach |kündig|behaupt|erzähl|nann|nenn|spr[aei]ch|äußer|"
    r"gab|geb)"
)
LEFTOVER = 3.5
HANGING = 2
LISTED = True
COMPOUNDS = True
CAPITAL_NOUNS = True
ENDINGS = ("ern", "en", "em", "er", "es", "e", "n", "s")
CLAUSES = "und|aber|oder|wo|wenn|weil|nachdem|bevor|obwohl|trotz|laut|ohne"
