"""Short words that lost or gained a hyphen or an i: "sa întors", "pentru al vedea", "vor fii"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from mtqa.checks.base import Message, View
from mtqa.checks.wordwise import WordCheck
from mtqa.languages.ro.agreement import PLURAL, Profile, WordList, profile
from mtqa.model import Issue

#: What may stand between an auxiliary and its verb.
_BETWEEN = frozenset("mai și tot cam prea încă".split())


def _verb(text: WordList, index: int) -> int:
    """The index of the verb after the auxiliary at `index`, adverbs skipped; -1 if none is near."""
    after = index + 1
    while text.spaced(after) and text.lower(after) in _BETWEEN:
        after += 1
    fits = after < len(text) and text.spaced(after) and text[after].common
    return after if fits and not text.hyphenated(after) else -1


def _is_participle(word: str, seen: Profile) -> bool:
    """Whether the form is the participle of the perfect: masculine singular (întors)."""
    return "participle" in seen.moods and word.endswith(("t", "s"))


class MissingHyphen(WordCheck):
    """A pronoun and an auxiliary written as one word: "sa întors" for "s-a întors".

    Heard from the participle or infinitive that follows, which no other reading of the word allows;
    where the word can be something else (la scăldat, bun sau stricat), only what stands before it
    decides.
    """

    name = "spelling.clitic-hyphen"
    category = "spelling"
    confidence = 0.93

    _PERFECT: ClassVar[dict[str, str]] = {
        "sa": "s-a", "ia": "i-a", "iau": "i-au", "la": "l-a", "lau": "l-au", "lam": "l-am",
        "va": "v-a", "na": "n-a", "nam": "n-am", "nau": "n-au", "nai": "n-ai", "mia": "mi-a",
        "nea": "ne-a", "neam": "ne-am", "leam": "le-am", "leau": "le-au", "iam": "i-am",
        "sau": "s-au", "mam": "m-am", "miau": "mi-au", "teai": "te-ai", "vau": "v-au",
    }  # fmt: skip
    _CONDITIONAL: ClassVar[dict[str, str]] = {
        "sar": "s-ar", "lar": "l-ar", "near": "ne-ar", "lear": "le-ar", "mar": "m-ar",
        "miar": "mi-ar", "naș": "n-aș",
    }  # fmt: skip
    #: Before these no preposition, no noun and no "or" stands.
    _VERBAL = frozenset("că care nu cine dacă unde cum când nici".split())

    def search(self, view: View, text: WordList) -> Iterator[Issue]:
        for index in text.at(self._PERFECT):
            verb = _verb(text, index)
            if verb > 0 and self._is_perfect(text, index, verb):
                yield self._report(view, text, index, self._PERFECT, verb)
        for index in text.at(self._CONDITIONAL):
            verb = _verb(text, index)
            if verb > 0 and "infinitive" in text[verb].profile.moods and self._is_free(text, index):
                yield self._report(view, text, index, self._CONDITIONAL, verb)

    def _is_perfect(self, text: WordList, index: int, verb: int) -> bool:
        """Whether the word and the participle after it can only be a perfect."""
        lower, seen = text[index].lower, text[verb].profile
        if not _is_participle(text[verb].lower, seen) or not self._is_free(text, index):
            return False
        if lower in ("la", "nea"):
            person = text.lower(verb + 1) == "pe"
            return text.lower(index - 1) in self._VERBAL and (not seen.noun or person)
        if lower == "neam":
            return index == 0 or text.lower(index - 1) in self._VERBAL | {".", "„", "și", "dar"}
        if lower == "ia":
            return not seen.noun
        if lower == "sau":
            before = text[index - 1].profile if index else None
            return bool(before and before.articled and before.noun & PLURAL)
        if lower == "sa":  # viața sa neașteptat de lungă
            return "adverb" not in seen.pos and not text[verb].lower.startswith("ne")
        return text[verb].lower != "rămas" or lower != "iau"

    @staticmethod
    def _is_free(text: WordList, index: int) -> bool:
        """Whether the word is written as words are: no name, no half of a compound."""
        word = text[index]
        if text.hyphenated(index) or (index and text[index - 1].end == word.start):
            return index > 0 and text[index - 1].text in '„“"«(' and not text.hyphenated(index)
        first = index == 0 or text[index - 1].text in ".!?:–—-„"
        return word.common or (word.text[1:].islower() and first) or (first and len(word.text) == 1)

    def _report(
        self, view: View, text: WordList, index: int, table: dict[str, str], verb: int
    ) -> Issue:
        word = text[index]
        right = table[word.lower]
        right = right.capitalize() if word.text[0].isupper() else right
        message = Message(
            f"Before “{text[verb].text}” stand a pronoun (or “nu”) and an auxiliary, joined by a "
            f"hyphen: “{right}”, not “{word.text}”.",
            f"Înainte de „{text[verb].text}” stau un pronume (sau „nu”) și un auxiliar, legate "
            f"prin cratimă: „{right}”, nu „{word.text}”.",
        )
        return self.issue(view, word.start, word.end, message, right)


class InfinitiveClitic(WordCheck):
    """The infinitive's "a" and a pronoun run together: "pentru al vedea" for "pentru a-l vedea"."""

    name = "spelling.clitic-infinitive"
    category = "spelling"
    confidence = 0.93

    _RIGHT: ClassVar[dict[str, str]] = {
        "al": "a-l", "ai": "a-i", "ale": "a le", "ași": "a-și", "aș": "a-și", "ați": "a-ți",
        "ami": "a-mi", "ao": "a o",
    }  # fmt: skip
    _BEFORE = frozenset("pentru fără spre de".split())
    #: After "de" these are a conditional of old: de ai ști.
    _CONDITIONAL = frozenset("ai aș ați".split())

    def search(self, view: View, text: WordList) -> Iterator[Issue]:
        for index in text.at(self._RIGHT):
            before, verb = text.lower(index - 1), index + 1
            if before not in self._BEFORE or not text.spaced(index) or not text.spaced(verb):
                continue
            word = text[index]
            if before == "de" and word.lower in self._CONDITIONAL:
                continue
            seen = text[verb].profile
            if "infinitive" not in seen.moods or seen.nominal or not text[verb].common:
                continue
            right = self._RIGHT[word.lower]
            message = Message(
                f"The pronoun leans on the infinitive's “a”: “{right}”, not “{word.text}”.",
                f"Pronumele se leagă de „a” al infinitivului: „{right}”, nu „{word.text}”.",
            )
            yield self.issue(view, word.start, word.end, message, right)


class DoubleI(WordCheck):
    """A second i on an infinitive, or one missing: "vor fii", "a știi", "să fi atent"."""

    name = "spelling.double-i"
    category = "spelling"
    confidence = 0.93

    _BEFORE = frozenset(
        "voi vei va vom veți vor aș ai ar am ați a poate putea pot putem puteți nu".split()
    )
    #: These are no auxiliaries where a noun may follow: ai fii noștri, a fii săi.
    _DOUBTFUL = frozenset("ai am a nu".split())
    _KIN = frozenset("săi lui ei lor mei tăi noștri voștri".split())

    def search(self, view: View, text: WordList) -> Iterator[Issue]:
        for index in range(1, len(text)):
            word = text[index]
            if word.lower.endswith("ii") and word.common and text.spaced(index):
                yield from self._second(view, text, index)
            elif word.lower == "fi" and text.lower(index - 1) == "să" and text.spaced(index):
                yield from self._missing(view, text, index)

    def _second(self, view: View, text: WordList, index: int) -> Iterator[Issue]:
        """A form in -ii where the infinitive in -i belongs."""
        word, before = text[index], index - 1
        while before and text.lower(before) in _BETWEEN:
            before -= 1
        helper = text.lower(before)
        right = word.lower[:-1]
        if helper not in self._BEFORE or "infinitive" not in profile(right).moods:
            return
        if word.profile.moods.isdisjoint(("indicative", "subjunctive")):
            return
        if helper == "nu" and (right != "fi" or text.lower(before - 1) == "să"):
            return
        if word.profile.nominal and helper in self._DOUBTFUL:
            if right != "fi":
                return  # locuitori ai mării, ai ochii mari
            kin = text.lower(index + 1) in self._KIN
            owner = index + 1 < len(text) and text[index + 1].text[0].isupper()
            if kin or owner or index + 1 >= len(text) or not text.spaced(index + 1):
                return
        message = Message(
            f"After “{helper}” stands the infinitive with one i: “{right}”, not “{word.text}”.",
            f"După „{helper}” stă infinitivul, cu un singur i: „{right}”, nu „{word.text}”.",
        )
        yield self.issue(view, word.start, word.end, message, right)

    def _missing(self, view: View, text: WordList, index: int) -> Iterator[Issue]:
        """Să fi without a participle: "să fi atent" for "să fii atent"."""
        after = index + 1
        if not text.spaced(after) or not text[after].common:
            return
        seen = text[after].profile
        if not seen.adjective or not seen.pos <= _DESCRIBING:
            return
        message = Message(
            "“Să fi” wants a participle; the subjunctive of “a fi” is “să fii” (you) or “să fie”.",
            "„Să fi” cere un participiu; conjunctivul lui „a fi” este „să fii” (tu) sau „să fie”.",
        )
        yield self.issue(view, text[index].start, text[index].end, message, "fii")


class SplitAdverb(WordCheck):
    """A fixed adverb with a lost hyphen or word: "de a lungul", "încă odată", "cea ce"."""

    name = "spelling.fixed-adverb"
    category = "spelling"
    confidence = 0.93

    _AFTER_DEA = frozenset(
        "lungul latul dreptul binelea valma pururi curmezișul rostogolul gata întregul".split()
    )

    def search(self, view: View, text: WordList) -> Iterator[Issue]:
        for index in text.at(self._AFTER_DEA):
            joined = text.lower(index - 1) == "dea"
            if index and text.spaced(index) and joined:
                yield self._report(view, text, index - 1, index, f"de-a {text[index].text}")
            elif (text.lower(index - 2), text.lower(index - 1)) == ("de", "a"):
                yield self._report(view, text, index - 2, index, f"de-a {text[index].text}")
        for index in text.at(("odată",)):
            if text.spaced(index) and text.lower(index - 1) == "încă":
                yield self._report(view, text, index - 1, index, "încă o dată")
        for index in text.at(("cea",)):
            if text.spaced(index + 1) and text.lower(index + 1) == "ce":
                yield self._report(view, text, index, index + 1, "ceea ce")

    def _report(self, view: View, text: WordList, first: int, last: int, right: str) -> Issue:
        start, end = text[first].start, text[last].end
        if text[first].text[0].isupper():
            right = right[0].upper() + right[1:]
        written = view.target.text[start:end]
        message = Message(
            f"Written “{right}”, not “{written}”.", f"Se scrie „{right}”, nu „{written}”."
        )
        return self.issue(view, start, end, message, right)


_DESCRIBING = frozenset(("adjective", "adverb", "noun"))


CHECKS = (MissingHyphen, InfinitiveClitic, DoubleI, SplitAdverb)
