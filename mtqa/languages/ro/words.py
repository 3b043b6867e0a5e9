"""Common words of Romanian, and what its words are like (own compilation, 2026, CC0)."""

RANK = 0
NAME = ("Romanian", "română")
FREQUENT = "și în de la pe cu nu un o să este care din pentru mai au fost lui sa ca prin dar"
TELLING = (
    "și şi si în este sunt fost din pentru mai că să nu care cu pe ai ale lui unei unui fi după "
    "dupa această acest aceasta prin până sau când cand va vor ar fără fara către catre între "
    "intre despre însă insa sa ca o al cea cel cele cei săi sale avea are au unde nici doar "
    "foarte dar sunt mai cei ci"
)
ABBREVIATIONS = "dl dna pct nr art alin"
GRAMMAR = """
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
"""
CLAUSES = (
    "și|dar|iar|însă|sau|care|unde|când|dacă|după ce|pentru că|deoarece|fără|"
    "în timp ce|deși|în ciuda|potrivit|conform|despre"
)
