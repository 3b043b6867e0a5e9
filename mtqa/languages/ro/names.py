"""How Romanian inflects a name: the forms of a name, and the names a form may come from.

Masculine and foreign feminine names take ``lui`` in front (lui Lavrov); names in -a inflect
(Moscova, Moscovei); names that end in a consonant take the article, after a hyphen when the final
letter is not pronounced (Kievul, Bruxelles-ului, Pyongyangului).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from mtqa.common.memory import NAMES, WORDS

_VOWELS = "aăâeiîouyáéíóúàèìòùäëïöüőű"

#: Endings of the Romanian noun on a foreign name, joined directly or by a hyphen.
_ARTICLES = ("ul", "ului", "ule", "uri", "urile", "urilor", "ii", "iilor")
_AFTER_VOWEL = ("l", "lui")
#: Case endings of names in -a/-ia and what the base form ends in.
_FEMININE = (("ei", "a"), ("ăi", "a"), ("ii", "ia"), ("iei", "ia"), ("ei", "ea"), ("cei", "ca"))
_STEM_CHANGES = (("chii", "ca"), ("gii", "ga"), ("găi", "ga"), ("căi", "ca"), ("ței", "ța"))


@lru_cache(maxsize=NAMES)
def case_forms(name: str) -> frozenset[str]:
    """The forms Romanian news gives one word of a name, the name itself included.

    >>> sorted(case_forms("Moscova"))
    ['Moscova', 'Moscovei', 'Moscovo', 'Moscovă']
    >>> "Bruxelles-ului" in case_forms("Bruxelles")
    True
    """
    forms = {name}
    last = name[-1:].lower()
    if not last.isalpha() or len(name) < 2:
        return frozenset(forms)
    if last == "a":
        forms |= _feminine_forms(name)
    elif last == "e":
        forms |= {name[:-1] + "ei", name + "i", name + "a"}
    if last not in "aă":
        forms |= {f"{name}-{ending}" for ending in (*_ARTICLES, *_AFTER_VOWEL)}
    if last not in _VOWELS:
        forms |= {name + ending for ending in _ARTICLES}
    elif last in "ou":
        forms |= {name + ending for ending in _AFTER_VOWEL}
    elif last in "iy":
        forms |= {name + ending for ending in ("ul", "ului")}
    return frozenset(forms)


def _feminine_forms(name: str) -> set[str]:
    """The case forms of a name in -a: Maria, Mariei; Olga, Olgăi; Veronica, Veronicăi."""
    stem = name[:-1]
    forms = {stem + "ei", stem + "ă", stem + "o"}
    if stem.endswith("i"):
        forms |= {stem + "ei", stem + "i"}
    if stem.endswith(("c", "g")):
        forms |= {stem + "ăi", stem + "hii"}
    if stem.endswith("e"):
        forms |= {stem[:-1] + "ei", stem + "i"}
    return forms


@lru_cache(maxsize=WORDS)
def base_forms(form: str) -> frozenset[str]:
    """The names that ``form`` may be an inflected form of, ``form`` itself included.

    >>> sorted(base_forms("Kievului"))
    ['Kiev', 'Kievul', 'Kievului']
    """
    return frozenset(_bases(form))


def _bases(form: str) -> Iterator[str]:
    yield form
    head, hyphen, ending = form.rpartition("-")
    if hyphen and ending in (*_ARTICLES, *_AFTER_VOWEL):
        yield head
    for ending in _ARTICLES:
        if form.endswith(ending) and len(form) - len(ending) >= 3:
            yield form[: -len(ending)]
            if ending == "ului":
                yield form[:-2]
    for ending, base in (*_FEMININE, *_STEM_CHANGES):
        if form.endswith(ending) and len(form) - len(ending) >= 2:
            yield form[: -len(ending)] + base
    for ending in _AFTER_VOWEL:
        stem = form[: -len(ending)]
        if form.endswith(ending) and len(stem) >= 3 and stem[-1] in "ouei":
            yield stem


def same_name(one: str, other: str) -> bool:
    """Whether two forms can be cases of one name."""
    return one == other or not base_forms(one).isdisjoint(base_forms(other))
