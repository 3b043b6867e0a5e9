"""The words that stand before a noun and agree with it, and their other forms.

Facts of grammar (Gramatica de bază a limbii române, 2010, chapters on articles and determiners),
tabulated by hand.
"""

from __future__ import annotations

from mtqa.languages.ro.agreement import ADJECTIVAL, cells

_DIRECT, _OBLIQUE, _BOTH = ("direct",), ("oblique",), ("direct", "oblique")
#: One row a word: case; masculine singular, feminine singular, masculine and feminine plural.
_ROWS = """
direct  un o - -
oblique unui unei - -
direct  acest această acești aceste
oblique acestui acestei acestor acestor
direct  acel acea acei acele
oblique acelui acelei acelor acelor
direct  același aceeași aceiași aceleași
oblique aceluiași aceleiași acelorași acelorași
direct  alt altă alți alte
oblique altui altei altor altor
direct  niciun nicio - -
oblique niciunui niciunei - -
direct  vreun vreo - -
oblique vreunui vreunei - -
direct  primul prima primii primele
oblique primului primei primilor primelor
direct  ultimul ultima ultimii ultimele
oblique ultimului ultimei ultimilor ultimelor
direct  următorul următoarea următorii următoarele
both    - - câțiva câteva
both    - - mulți multe
both    - - puțini puține
both    - - ambii ambele
both    - - amândoi amândouă
both    - - doi două
both    - - unii unele
both    - - atâția atâtea
"""
_CELLS = (("m", "s"), ("f", "s"), ("m", "p"), ("f", "p"))


def _tables() -> tuple[dict[str, int], dict[str, tuple[str, ...]]]:
    masks: dict[str, int] = {}
    series: dict[str, tuple[str, ...]] = {}
    for row in _ROWS.strip().splitlines():
        case, *forms = row.split()
        within = cells(cases=_BOTH if case == "both" else (case,))
        for form, cell in zip(forms, _CELLS, strict=True):
            if form != "-":
                masks[form] = masks.get(form, 0) | ADJECTIVAL[cell] & within
                series.setdefault(form, tuple(forms))
    return masks, series


#: Form to the cells of the nouns it goes with.
CELLS, _SERIES = _tables()
#: Determiners that never stand alone, so that what follows is no verb.
BOUND = frozenset(
    """
        un unui unei acest această acestui acestei acestor niciun nicio niciunui
        niciunei vreun vreo același
    """.split()
)
#: Determiners after which the noun has no article (ambele cărțile: both do).
BARE_NOUN = frozenset(
    """
        un acest această acești aceste acel acea acei acele niciun vreun câțiva câteva
        mulți multe alt alți alte puțini puține
    """.split()
)


def other_form(determiner: str, noun: int) -> str | None:
    """The form of the determiner that agrees with a noun of these cells, in the same case.

    Returns None if it has none (``un`` has no plural) or if the noun leaves a choice.

    >>> other_form("un", cells("f", "s", ("direct",)))
    'o'
    """
    case = CELLS[determiner]
    fitting = {
        form
        for form in _SERIES[determiner]
        if form != "-" and CELLS[form] & noun and _same_case(CELLS[form], case)
    }
    return fitting.pop() if len(fitting) == 1 else None


def _same_case(one: int, other: int) -> bool:
    direct = cells(cases=_DIRECT)
    oblique = cells(cases=_OBLIQUE)
    return bool(one & direct) == bool(other & direct) and bool(one & oblique) == bool(
        other & oblique
    )
