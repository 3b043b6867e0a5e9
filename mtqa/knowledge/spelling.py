"""Spelling norms a word list must see through: marks stripped, cedillas, the î of before 1993."""

from __future__ import annotations

from itertools import product

_CEDILLA = str.maketrans("şţŞŢ", "șțȘȚ")
_FOLD = str.maketrans("ăâîșțşţĂÂÎȘȚŞŢ", "aaiststAAISTST")
#: What each plain letter may stand for in text typed without diacritics.
UNFOLD = {"a": "aăâ", "i": "iî", "s": "sș", "t": "tț", "A": "AĂÂ", "I": "IÎ", "S": "SȘ", "T": "TȚ"}
_SUNT = {"sînt": "sunt", "sîntem": "suntem", "sînteți": "sunteți"}


def comma(form: str) -> str:
    """`form` with ș, ț in place of the legacy ş, ţ; same length."""
    return form.translate(_CEDILLA)


def without_marks(form: str) -> str:
    """`form` without the Romanian marks; same length: ``fără`` gives ``fara``."""
    return form.translate(_FOLD)


def modern(form: str) -> tuple[str, ...]:
    """Spellings under today's norm of a form in the norm before 1993: ``cînd`` gives ``când``.

    Inside a word î became â, except after a prefix (``neînsemnat``), which a list of prefixes
    cannot tell for sure: every choice of the inner î is returned, most changed first. Empty when
    the form has no inner î.
    """
    lower = form.lower()
    if lower in _SUNT:
        return (_SUNT[lower],)
    inner = [i for i, char in enumerate(form) if char == "î" and 0 < i < len(form) - 1]
    if not inner or len(inner) > 3:
        return ()
    spellings = []
    for choice in product("âî", repeat=len(inner)):
        letters = list(form)
        for index, char in zip(inner, choice, strict=True):
            letters[index] = char
        spellings.append("".join(letters))
    return tuple(s for s in spellings if s != form)
