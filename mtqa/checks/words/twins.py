"""Words that are easily written for one another: the candidates for a place.

By kind: ``marks``, the same letters with other marks (*sa*, *să*; *fata*, *față*); ``hyphen``, a
clitic group written together or a word written as one (*sa*, *s-a*); ``i``, one *i* more or less at
the end (*fi*, *fii*; *copii*, *copiii*).
"""

from __future__ import annotations

from functools import lru_cache

from mtqa.common.memory import WORDS
from mtqa.knowledge import romanian

#: Groups of a clitic and a short word, whose letters together are another Romanian word or look
#: like one: the clitics of DOOM 3 before the forms of "a avea" and before "o", "un", "și", "le".
_CLITICS = "s i l m n c d ne te le v ți mi și ni vi li într dintr printr de ce".split()
_HOSTS = "a au am ai ați o un îi și le l i ar aș ăsta asta apoi afară așa".split()


@lru_cache(maxsize=1)
def _groups() -> dict[str, tuple[str, ...]]:
    """Clitic groups by their letters written together."""
    found: dict[str, list[str]] = {}
    for clitic in _CLITICS:
        for host in _HOSTS:
            found.setdefault(clitic + host, []).append(f"{clitic}-{host}")
    return {joined: tuple(groups) for joined, groups in found.items()}


@lru_cache(maxsize=WORDS)
def by_marks(form: str) -> tuple[str, ...]:
    """The words with the same letters and other marks; frequent ones first, without the form."""
    words = romanian()
    found = [word for word in words.folded(form) if word != form and word.islower()]
    return tuple(found)


def by_hyphen(form: str) -> tuple[str, ...]:
    """The clitic groups for a word, or the word for a clitic group."""
    if "-" in form:
        joined = form.replace("-", "")
        return (joined,) if joined in romanian() and form in _groups().get(joined, ()) else ()
    return _groups().get(form, ())


def by_i(form: str) -> tuple[str, ...]:
    """The forms with one *i* more or less at the end."""
    if not form.endswith("i"):
        return ()
    words = romanian()
    return tuple(
        other for other in (form + "i", form[:-1]) if other.endswith("i") and other in words
    )


def twins(form: str) -> tuple[str, ...]:
    """What may stand in the place of a word of the dictionary by a mark, a hyphen or an *i*."""
    return tuple(dict.fromkeys((*by_marks(form), *by_hyphen(form), *by_i(form))))
