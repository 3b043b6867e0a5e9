"""Names, judged by grammar and by the article as its own witness; no list of names is needed."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from mtqa.checks.base import Check, Message, View
from mtqa.knowledge import people, places, romanian
from mtqa.knowledge.handmade import rows, word_set
from mtqa.languages.ro.letters import HYPHENS, LOWER, UPPER
from mtqa.languages.ro.name_index import Mention, NameIndex
from mtqa.languages.ro.names import same_name
from mtqa.languages.ro.orthography import Orthography, strip_marks
from mtqa.languages.ro.transliteration import spelling_key, strip_accents
from mtqa.model import Issue

_NAME = rf"[{UPPER}][{LOWER}]+(?:[{HYPHENS}][{UPPER}]?[{LOWER}]+)*"


@lru_cache(maxsize=1)
def _parts() -> dict[str, tuple[str, str]]:
    """Words for kin and titles: whether ``kin`` or ``title``, and the part of a foreign name that
    they translate."""
    return {row["romanian"]: (row["kind"], row["english"]) for row in rows("translated-parts")}


def _is_title(word: str) -> bool:
    return _parts()[word][0] == "title"


@lru_cache(maxsize=1)
def _between_names() -> re.Pattern[str]:
    """Such a word between two names."""
    return re.compile(
        rf"(?<![\w{HYPHENS}])(?P<first>{_NAME}(?: {_NAME}){{0,3}})(?P<comma>,?) "
        rf"(?P<word>{'|'.join(_parts())}) "
        rf"(?P<last>{_NAME})(?![\w])(?P<next>.{{0,14}})"
    )


class Kinship(Check):
    """A part of a name translated as a kinship word or title: "Choe, fiul Hui" for "Choe Son Hui".

    Romanian says "X, fiul lui Y" or "X, fiul Mariei": a kinship word between two names without
    ``lui`` or a genitive is what is left of a name that was translated.
    """

    name = "names.kinship"
    category = "name"
    severity = "critical"
    confidence = 0.93

    _GENITIVE = re.compile(r"(?:ei|ăi|ii|ului|lui|ilor|elor|țe)$")

    def find(self, view: View) -> Iterator[Issue]:
        if not any(word in view.target.text for word in _parts()):
            return
        for match in _between_names().finditer(view.target.text):
            if not self._is_translated(match, view.target.text):
                continue
            word = match["word"]
            # "Actorul Jaden, fiul Park": the name begins after the common noun
            first = match["first"].split(" ")
            while len(first) > 1 and first[0].lower() in romanian():
                led_in = first.pop(0).lower() in self._LEADS_IN
                if led_in and _is_title(word):
                    first = []
            if not first:
                continue
            start = match.end("first") - len(" ".join(first))
            whole = f"{' '.join(first)} {_parts()[word][1]} {match['last']}"
            message = Message(
                f"“{word}” stands between two names without a genitive: part of a name was "
                f"translated; probably “{whole}”.",
                f"„{word}” stă între două nume fără genitiv: o parte a numelui a fost tradusă; "
                f"probabil „{whole}”.",
            )
            yield self.issue(
                view,
                start,
                match.end("last"),
                message,
                whole,
                severity="major" if _is_title(word) else "critical",
                confidence=0.6 if _is_title(word) else self.confidence,
            )

    #: What stands before a name that ends an opening phrase: "Potrivit Reuters, prințul Harry".
    _LEADS_IN = frozenset(
        "lui de la din în pe cu potrivit conform după lângă alături contra pentru despre fără "
        "către spre asupra împotriva prin sub peste între ca și sau a al ai ale".split()
    )

    def _is_ordinary(self, first: str) -> bool:
        """Whether what stands before the comma is no person: a common word or a place."""
        return first.split()[-1].lower() in romanian() or any(map(places().is_place, first.split()))

    def _is_translated(self, match: re.Match[str], text: str) -> bool:
        first = match["first"]
        if self._GENITIVE.search(match["last"]) or self._is_ordinary(first):
            return False  # "fiul Mariei"; "Înspăimântați, regele Ludovic și …"
        before = text[max(0, match.start() - 30) : match.start()].split()
        start = max(text.rfind(mark, 0, match.start()) for mark in ".!?\n") + 1
        opening = _is_title(match["word"]) or text[start : match.start()].count(" ") <= 3
        if opening and before and before[-1].lower() in self._LEADS_IN:
            return False
        if _is_title(match["word"]) and (" " in match["last"] or self._GENITIVE.search(first)):
            return False
        following = match["next"]
        if re.match(rf"(?:,| și| sau) (?:{'|'.join(_parts())}|{_NAME})|,? și ", following):
            return False  # a list of relatives: "soția Melania, fiul Barron și …"
        if re.match(rf" {_NAME}", following):
            return False  # "George W. Bush, fiul George Herbert": a full name of its own
        if not match["comma"]:
            # "Popescu fiul Ion" is rare but Romanian; only a short foreign syllable is telling
            return not _is_title(match["word"]) and len(match["last"]) <= 4
        return before[-1:] not in (["soția"], ["soțul"], ["fiica"], ["fiul"], ["fratele"], ["sora"])


class RivalSpellings(Check):
    """One name in two spellings within the article: "Serghei Lavrov" and "Sergey Lavrov".

    The rarer spelling is marked. Case forms (Moscova, Moscovei) and different people who share a
    first name are left alone.
    """

    name = "names.rival"
    category = "name"
    severity = "minor"
    confidence = 0.8

    _SHORTEST = 6

    def find(self, view: View) -> Iterator[Issue]:
        index = view.names
        if len(index.inside) < 2:
            return
        groups: dict[str, set[str]] = defaultdict(set)
        for form in index.inside:
            if len(form) >= 4 and not form.isupper():
                groups[spelling_key(form)].add(form)
        for forms in groups.values():
            if len(forms) > 1:
                yield from self._judge(view, index, forms)

    def _judge(self, view: View, index: NameIndex, forms: set[str]) -> Iterator[Issue]:
        mentions = sorted(m for form in forms for m in index.by_form[form])
        best = min(
            forms,
            key=lambda form: (-_marks(form), -index.counts[form], index.by_form[form][0].start),
        )
        company = {spelling_key(word) for word in index.company(best)}
        for mention in mentions:
            if not self._is_rival(view, index, mention, best, company):
                continue
            message = Message(
                f"Elsewhere in this article the name is spelt “{best}”.",
                f"În restul articolului numele este scris „{best}”.",
            )
            yield self.issue(view, mention.start, mention.end, message, best)

    def _is_rival(
        self, view: View, index: NameIndex, mention: Mention, best: str, company: set[str]
    ) -> bool:
        form = mention.text
        if form.casefold() == best.casefold() or index.is_common(form) or index.is_common(best):
            return False
        if _differ_in_ending(form, best):
            return False  # Coreei and Coreii, Casa and Casei
        if strip_accents(form) == strip_accents(best):
            # Galápagos and Galapagos are both right; Razvan for Răzvan is a slip, unless the
            # paragraph is typed without diacritics throughout
            beside = {spelling_key(word) for word in (mention.before, mention.after) if word}
            return (
                strip_marks(form) == strip_marks(best)
                and (not beside or bool(beside & company))
                and self._is_marked(view, mention, best)
            )
        if {spelling_key(word) for word in (mention.before, mention.after) if word} & company:
            return True
        shared = set(people().with_part(form)) & set(people().with_part(best))
        if people().is_part(form) and people().is_part(best) and not shared:
            return False  # George and Gheorghe are two men
        alone = not mention.before and not mention.after
        return alone and len(form) >= self._SHORTEST and form[0] == best[0]

    def _is_marked(self, view: View, mention: Mention, best: str) -> bool:
        text = view.target.text
        start = text.rfind("\n", 0, mention.start) + 1
        end = text.find("\n", mention.end)
        paragraph = Orthography.of(text[start : end if end >= 0 else len(text)])
        return _marks(best) > 0 and not paragraph.bare


_ENDINGS = frozenset(["", *"a ă e i ea ei ii iei ie o elor ilor ul ului".split()])


def _differ_in_ending(one: str, other: str) -> bool:
    """Whether two forms differ in a Romanian case ending only."""
    shared = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    shared = min(len(one), len(other)) if shared is None else shared
    return one[shared:] in _ENDINGS and other[shared:] in _ENDINGS


def _marks(form: str) -> int:
    """Number of Romanian letters with a mark."""
    return sum(a != b for a, b in zip(form, strip_marks(form), strict=True))


class NearMiss(Check):
    """A name that differs by one letter from a name that the article uses again and again.

    "Bovenschule" once, "Bovenschulte" three times: the article is its own witness.
    """

    name = "names.near-miss"
    category = "name"
    severity = "major"
    confidence = 0.8

    _SHORTEST = 7
    _OFTEN = 3

    def find(self, view: View) -> Iterator[Issue]:
        index = view.names
        known = [
            form
            for form, count in index.counts.items()
            if count >= self._OFTEN and len(form) >= self._SHORTEST - 1
        ]
        if not known:
            return
        for mention in index.mentions:
            if mention.initial or len(mention.text) < self._SHORTEST - 1:
                continue
            if index.counts[mention.text] == 1:
                yield from self._judge(view, index, mention, known)

    def _judge(
        self, view: View, index: NameIndex, mention: Mention, known: list[str]
    ) -> Iterator[Issue]:
        from rapidfuzz.distance import OSA

        form = mention.text
        for name in known:
            if form == f"{name}s":
                continue  # a foreign genitive; names.genitive has it
            if (
                name[0] != form[0]
                or abs(len(name) - len(form)) > 1
                or max(len(name), len(form)) < self._SHORTEST
            ):
                continue
            if len(name) == len(form) < self._SHORTEST + 1 and sorted(name) != sorted(form):
                continue  # one letter for another in a short name: Irlanda, Islanda
            if mention.after or form.lower() in romanian() or people().is_part(form):
                continue  # another person's name, or no name at all
            if _differ_in_ending(form, name) or OSA.distance(form, name, score_cutoff=1) > 1:
                continue
            if same_name(form, name) or index.is_common(form) or index.is_common(name):
                continue
            if mention.before and mention.before not in index.company(name):
                continue
            message = Message(
                f"Differs by one letter from “{name}”, the name used elsewhere in the article.",
                f"Diferă cu o literă de „{name}”, numele folosit în restul articolului.",
            )
            yield self.issue(view, mention.start, mention.end, message, name)
            return


class ForeignGenitive(Check):
    """A German or English genitive -s on a name: "Pyongyangs", "Trump's".

    The article is its own witness: the same name without the -s stands elsewhere in it.
    """

    name = "names.genitive"
    category = "name"
    severity = "minor"
    confidence = 0.9

    _POSSESSIVE = re.compile(rf"(?<![\w{HYPHENS}])({_NAME})[’'´`]s(?![\w])(?! [{UPPER}])")
    #: What stands before a genitive: a noun with its article, ``și``, ``al``.
    _BEFORE = re.compile(rf"(?:[{LOWER}]{{2,}}) $")

    def find(self, view: View) -> Iterator[Issue]:
        index = view.names
        text = view.target.text
        for match in self._POSSESSIVE.finditer(text):
            if match[1] in index.counts and match[1].lower() not in word_set("names-in-s", "firm"):
                yield self._issue(view, *match.span(), match[1])
        for mention in index.mentions:
            form = mention.text
            base = form[:-1]
            if not form.endswith("s") or len(base) < 4 or base not in index.counts:
                continue
            if self._is_genitive(index, mention, base, text):
                yield self._issue(view, mention.start, mention.end, base)

    def _is_genitive(self, index: NameIndex, mention: Mention, base: str, text: str) -> bool:
        if mention.initial or mention.before or mention.after:
            return False  # "Serena Williams", "Williams Racing": a name of its own
        if index.inside[base] < 2 and index.counts[base] < 2:
            return False
        if index.counts[mention.text] > 1 or index.is_common(base):
            return False
        if base.lower() in word_set("names-in-s", "given"):
            return False  # Peter Roberts, the Oscars
        if people().is_part(mention.text):
            return False  # Marcos, Martins, Andreas
        return self._BEFORE.search(text[max(0, mention.start - 24) : mention.start]) is not None

    def _issue(self, view: View, start: int, end: int, base: str) -> Issue:
        genitive = _genitive(base)
        message = Message(
            f"Foreign genitive -s on the name “{base}”; Romanian says “{genitive}”.",
            f"Genitiv străin în -s la numele „{base}”; în română „{genitive}”.",
        )
        return self.issue(view, start, end, message, genitive)


def _genitive(name: str) -> str:
    """The Romanian genitive of a foreign name: an ending for a place, ``lui`` for a person."""
    if not places().is_place(name):
        return f"lui {name}"
    if name.endswith("a"):
        return name[:-1] + "ei"
    return name + ("lui" if name[-1] in "ou" else "ului")


CHECKS = (Kinship, RivalSpellings, NearMiss, ForeignGenitive)
