"""Nationality adjectives and names of languages, which Romanian writes in lower case.

Hand-made stems with their paradigm; DOOM 3 gives the rule. Adjectives that are also common
surnames or first names (Rusu, Neamțu, Roman, Franc) are left out.
"""

from __future__ import annotations

from functools import lru_cache

#: Stem and paradigm: ``ean`` = american, americană, americani, americane, and the articled forms.
_EAN = """
afgan african albanez algerian american amerindian angolez asiatic australian bahamez bolivian
bosniac bosniac brazilian britanic camerunez canadian canarian caraibian columbian congolez coreean
costarican cubanez ecuadorian egiptean estonian etiopian european filipinez finlandez ghanez
guatemalez haitian hondurian indonezian iordanian irakian iranian irlandez islandez israelian
italian jamaican kenyan kuweitian laoțian leton libanez liberian libian lituanian luxemburghez
macedonean malgaș malian maltez marocan mauritan mexican mongol namibian nepalez neozeelandez
nicaraguan nigerian norvegian olandez panamez pakistanez palestinian paraguayan peruan polonez
portughez rwandez salvadorian saudit scandinav senegalez singaporez sirian sloven somalez
sud-african sudanez sud-coreean nord-coreean sud-american nord-american suedez taiwanez tanzanian
thailandez tibetan togolez tunisian ucrainean ugandez uruguayan venezuelean vietnamez yemenit
zambian zimbabwean austriac slovac elvețian kosovar muntenegrean georgian armean azer kazah uzbec
""".split()
_IRREGULAR = """
rus rusă ruși ruse rusesc rusească rusești rusul rusului rușii rușilor rusoaică
francez franceză francezi franceze francezul francezului francezii francezilor franțuzesc
englez engleză englezi engleze englezul englezii englezilor englezesc
german germană germani germane germanul germanului germanii germanilor
spaniol spaniolă spanioli spaniole spaniolul spaniolii spaniolilor
grec greacă greci grecești grecii grecilor grecesc
turc turcă turci turce turcești turcesc turcii turcilor
chinez chineză chinezi chineze chinezii chinezilor chinezesc
japonez japoneză japonezi japoneze japonezii japonezilor
indian indiană indieni indiene indienii indienilor
maghiar maghiară maghiari maghiare maghiarii maghiarilor
bulgar bulgară bulgari bulgare bulgarii bulgarilor
sârb sârbă sârbi sârbe sârbii sârbilor sârbesc
croat croată croați croate croații croaților
ceh cehă cehi cehe cehii cehilor
belgian belgiană belgieni belgiene belgienii belgienilor
danez daneză danezi daneze danezii danezilor
român română români române românul românului românii românilor românesc românească românești
moldovean moldoveni moldovenii moldovenesc moldovenească moldovenești
""".split()


def _paradigm(word: str) -> set[str]:
    """The forms of a nationality adjective: masculine and feminine, singular and plural."""
    if word.endswith("ez"):
        stem = word
        forms = {word + ending for ending in ("", "ă", "i", "e")}
    elif word.endswith("ean"):
        stem = word[:-2] + "en"
        forms = {word, word[:-3] + "eană", stem + "i", stem + "e"}
    elif word.endswith("ian"):
        stem = word[:-2] + "en"
        forms = {word, word + "ă", stem + "i", stem + "e"}
    elif word.endswith(("c", "s")):
        stem = word
        forms = {word + ending for ending in ("", "ă", "i", "e")}
    else:
        stem = word
        forms = {word + ending for ending in ("", "ă", "i", "e")}
    return forms | {stem + "ii", stem + "ilor", word + "ul", word + "ului", word + "ii"}


@lru_cache(maxsize=1)
def nationality_forms() -> frozenset[str]:
    """Every form, in lower case, with comma-below letters."""
    forms = set(_IRREGULAR)
    for word in _EAN:
        forms |= _paradigm(word)
    return frozenset(forms)
