"""What the tagger dictionary says of a word form, in words instead of ten-letter codes.

The codes are those of LanguageTool's Romanian dictionary: part of speech, gender, number, person,
case, article, subtype, mood, tense and auxiliary, one character each, ``0`` for "does not apply".
"""

from __future__ import annotations

from dataclasses import dataclass

_POS = {
    "S": "noun", "A": "adjective", "V": "verb", "D": "determiner", "N": "pronoun",
    "M": "numeral", "G": "adverb", "P": "preposition", "C": "conjunction", "F": "particle",
    "I": "interjection",
}  # fmt: skip
_CASE = {"a": "direct", "g": "oblique", "v": "vocative"}
_MOOD = {
    "i": "indicative", "c": "subjunctive", "m": "imperative", "o": "conditional",
    "f": "infinitive", "g": "gerund", "p": "participle",
}  # fmt: skip
_DETERMINER = {
    "d": "demonstrative", "t": "article", "h": "indefinite", "p": "intensifier", "s": "possessive",
    "m": "numeral", "a": "article",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Analysis:
    """One reading of a word form.

    Every property is ``""`` (or 0, or None) where the feature does not apply or is not given.
    """

    lemma: str
    tag: str

    @property
    def pos(self) -> str:
        """noun, adjective, verb, determiner, pronoun, numeral, adverb, preposition, conjunction,
        particle (``să``, the infinitive's ``a``), interjection or ``other``; the possessive
        article ``al, a, ai, ale`` is an ``article``."""
        if self.tag[0] == "P" and self.tag[6] == "p":
            return "article"
        return _POS.get(self.tag[0], "other")

    @property
    def gender(self) -> str:
        """``m``, ``f`` or ``n``; adjectives have no ``n`` (neuter agrees as m in the singular,
        f in the plural)."""
        return self.tag[1] if self.tag[1] in "mfn" else ""

    @property
    def number(self) -> str:
        """``s`` or ``p``."""
        return self.tag[2] if self.tag[2] in "sp" else ""

    @property
    def person(self) -> int:
        """1, 2 or 3 for finite verbs, pronouns and possessives; 0 elsewhere."""
        applies = self.tag[0] in "NDV" and self.tag[3] in "123" and self.mood != "participle"
        return int(self.tag[3]) if applies else 0

    @property
    def case(self) -> str:
        """direct (nominative and accusative), oblique (genitive and dative) or vocative."""
        return _CASE.get(self.tag[4], "")

    @property
    def definite(self) -> bool | None:
        """Whether the enclitic article is on the form: ``omul`` True, ``om`` False."""
        return {"a": True, "n": False}.get(self.tag[5])

    @property
    def proper(self) -> bool:
        """A proper noun."""
        return self.tag[0] == "S" and self.tag[6] == "p"

    @property
    def kind(self) -> str:
        """Of a determiner: demonstrative, article, indefinite, intensifier, possessive, numeral."""
        return _DETERMINER.get(self.tag[6], "") if self.tag[0] == "D" else ""

    @property
    def mood(self) -> str:
        """indicative, subjunctive, imperative, conditional, infinitive, gerund or participle."""
        return _MOOD.get(self.tag[7], "") if self.tag[0] == "V" else ""

    @property
    def auxiliary(self) -> bool:
        """A form of ``a fi``, or of ``a avea`` or ``a vrea`` used as an auxiliary."""
        return self.tag[0] == "V" and self.tag[9] in "favb"


#: Foreign currencies with one form for both numbers (DOOM3: "doi euro"); the dictionary has the
#: singular only.
_INVARIABLE = frozenset(("euro", "won", "rand", "peso"))


def with_plural(form: str, analyses: tuple[Analysis, ...]) -> tuple[Analysis, ...]:
    """Add the plural of nouns that do not change in it."""
    if form not in _INVARIABLE:
        return analyses
    extra = tuple(Analysis(a.lemma, f"{a.tag[:2]}p{a.tag[3:]}") for a in analyses)
    return analyses + tuple(a for a in extra if a not in analyses)


def with_feminine_oblique(analyses: tuple[Analysis, ...]) -> tuple[Analysis, ...]:
    """Add the reading that the dictionary leaves out.

    Without the article a feminine noun, adjective or participle has one form for the plural and
    for the singular genitive and dative (``unei case frumoase``, ``două case frumoase``); the
    dictionary lists the plural only.
    """
    extra = tuple(
        Analysis(a.lemma, f"{a.tag[0]}fs{a.tag[3]}gn{a.tag[6:]}")
        for a in analyses
        if (a.tag[:3] in ("Sfp", "Afp") and a.tag[4:6] == "an") or a.tag[:3] == "Vfp"
    )
    return analyses + tuple(a for a in extra if a not in analyses)
