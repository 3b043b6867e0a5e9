"""Common words of English, and what its words are like (own compilation, 2026, CC0)."""

RANK = 1
NAME = ("English", "engleză")
FREQUENT = "the of and to in that is was for on with as at by it from be this have are not which he"
TELLING = (
    "the of and to is was that with for by from are were this has have been will would which "
    "their not but they his her said at on it as be"
)
ABBREVIATIONS = (
    "mr mrs ms dr prof st sr jr vs no gen lt col sgt capt rev hon inc ltd co corp dept est approx "
    "jan feb mar apr jun jul aug sep sept oct nov dec"
)
GRAMMAR = """
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
    will with within without would wouldn yes yet you your yours percent cent said say
    says
"""
AUXILIARIES = (
    "has have had will would can could may might must should did does do also then now later "
    "already again finally just to is are was were be been recently"
)
#: The subject and verb of an attribution.
_PRONOUN = r"(?:he|she|they|it|who)"
_VERB = (
    r"(?:said|says|told|tells|added|adds|stated|states|claimed|claims|explained|announced|"
    r"insisted|argued|admitted|warned|reported|noted|wrote|declared|confirmed|replied|continued|"
    r"recalled|commented|remarked|concluded|predicted|suggested|joked|acknowledged)"
)
_NAME = r"(?:(?:the |a |an |his |her |their )?(?:[\w'’.-]+ ){0,5}?[\w'’.-]+)"
ATTRIBUTION = (
    rf"[,”\"“’'] ?(?:{_PRONOUN} (?:also |later |then |further )?{_VERB}|"
    rf"{_VERB} {_NAME}|[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){{0,9}} {_VERB})"
    r"(?=[.,;:]|$| (?:in|on|at|to|after|during|last|Monday|Tuesday|Wednesday|Thursday|Friday|"
    r"Saturday|Sunday)\b)"
    r"|\b[Aa]ccording to (?!which|whom)[^,.;:!?”\"]{3,60}"
)
SAYING = (
    r"(?i)\b(?:sa(?:y|id|ys|ying)|tell|told|add|stat|claim|expla|announc|insist|argu|admit|warn|"
    r"report|not(?:e|ed|ing)|wr(?:ite|ote|iting)|declar|confirm|accord|repl|continu|recall|comment|"
    r"remark|conclud|predict|suggest|describ|believ|think|thought|ask|call|speak|spoke|"
    r"mention|reveal|urge|show|find|found|agree|talk|tweet|cit|testif|statement)"
)
LEFTOVER = 3.0
LISTED = True
POSSESSIVE = True
CLAUSES = (
    "and|but|or|who|which|that|where|when|while|because|after|before|although|"
    "despite|according to|without"
)
