"""A ``nu`` of a good translation that answers to no negation of its source.

A litotes ("nu sunt bani puțini" for "plenty"), "să nu" after a verb of checking or fearing ("mă tem
să nu plouă"), and "nimic mai bun", which is the best there is.
"""

from __future__ import annotations

from mtqa.compare.meaning.keyed_words import Words

#: So many words before and after the ``nu`` are looked at.
_SCOPE = 5
#: What a litotes denies, and the verb that it denies it by.
_SMALL = ("puțin", "neglijabil", "neînsemnat", "lipsi", "departe", "rar")
_BEING = frozenset("e este sunt era erau fi sînt".split())
#: "Să nu" after these is what one wants to rule out.
_CHECKING = ("verific", "tem", "team", "teme", "temut", "grij", "atent", "risc", "păz", "fer")
_NOTHING = frozenset("nimic nimeni nicio niciun niciunul niciuna".split())


def denies_nothing(words: Words, index: int) -> bool:
    """Whether the ``nu`` at `index` may stand in a translation of an affirmation."""
    lower = [word.text.lower() for word in words]
    after = lower[index + 1 : index + 1 + _SCOPE]
    if after[:1] and after[0] in _BEING and any(word.startswith(_SMALL) for word in after):
        return True
    before = lower[max(0, index - _SCOPE) : index]
    if before[-1:] == ["să"] and any(word.startswith(_CHECKING) for word in before):
        return True
    places = [i for i, word in enumerate(after) if word in _NOTHING]
    return any("mai" in after[i + 1 : i + 4] for i in places)
