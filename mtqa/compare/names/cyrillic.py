"""Cyrillic names in Latin letters: which word of a Romanian text, or of the lists, a name is.

Russian and Ukrainian write foreign names by ear (Кавано, Хьюстон) and inflect them (Трампом);
Romanian papers write foreign names as at home and Slavic ones in several ways (Zakharova,
Zaharova). The consonants survive all that: a name and a form meet under the key of their
consonants, a form is taken for the name only where the vowels are not too far off either.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property, lru_cache

from mtqa.common.memory import WORDS
from mtqa.compare.names.extract import Part, SourceName
from mtqa.compare.names.keys import is_cyrillic, romanised
from mtqa.compare.names.kinds import kind_of
from mtqa.compare.names.likeness import ENDINGS, relation
from mtqa.compare.names.slavic import sounds
from mtqa.compare.names.transcribe import is_slavic_surname, transcribed
from mtqa.knowledge import people, places
from mtqa.languages.ro.names import base_forms
from mtqa.languages.ro.transliteration import strip_accents

#: Case endings of Russian and Ukrainian names, longest first.
_ENDINGS = re.compile(
    r"(?:ями|ами|ого|его|ому|ему|ыми|ими|ової|евої|овой|ой|ою|ей|ею|ом|ем|єм|ым|им|ых|их|"
    r"ам|ям|ах|ях|ов|ів|ому|ові|еві|ую|ая|а|я|у|ю|е|є|ы|и|і|о)$"
)
_CYRILLIC = {
    "дж": "g", "кс": "k", "кг": "k", "тс": "s", "тц": "s", "дз": "s", "уэ": "v", "уо": "v",
    "уи": "v", "уі": "v", "уе": "v", "уа": "v",
    "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "ж": "s", "з": "s",
    "й": "", "к": "k", "л": "l", "м": "m", "н": "n", "п": "p", "р": "r", "с": "s", "т": "t",
    "ф": "v", "х": "h", "ц": "s", "ч": "s", "ш": "s", "щ": "s",
}  # fmt: skip
_LATIN = (
    (r"sch|tch|sh|tz|ts|cz|ch(?=[aeiou])|zh|ș|ț|c(?=[eiy])|z", "s"), (r"igh", ""),
    (r"gh(?=t|$|n)", ""), (r"aw|ow|ew", "o"), (r"ph|w|f", "v"), (r"kh", "h"), (r"th", "t"),
    (r"ck|qu|q|x|ch|c", "k"), (r"dg|dj|j", "g"), (r"(?<=.)h", ""), (r"mc", "mk"),
)  # fmt: skip
_LATIN_SOUNDS = tuple((re.compile(pattern), sound) for pattern, sound in _LATIN)
#: Letters as English spells them, the others as Romanian does.
_ENGLISH = {"ч": "ch", "ш": "sh", "х": "h", "ж": "j", "й": "y", "к": "c", "э": "a", "у": "oo"}
_SOUNDS = re.compile("|".join(_CYRILLIC))
#: Endings of adjectives, which are no names: Северной, Тихому.
ADJECTIVE = re.compile(r"(?:ый|ий|ой|ая|яя|ого|его|ому|ему|ую|ые|ие|ых|их|ний|ній|ська|ський)$")
#: What no Romanian ending is: -en, -sen, -ing, -ers.
_FOREIGN = re.compile(r"[aeios].*[^aeiouăâîy]$")
_VOWELS = re.compile(r"[^bvgdsklmnprth]")
_DOUBLED = re.compile(r"(.)\1+")
#: Letters of a Cyrillic word by which it tells what name it is: Чен is many names.
TELLING = 4
#: Likeness in per cent of the letters that a form of the same consonants must have.
_ALIKE = 45
#: Likeness from which a form is the name and no word that only shares its consonants.
_CLOSE = 50


@lru_cache(maxsize=WORDS)
def consonants(word: str) -> str:
    """The consonants of a word in classes that both scripts share.

    >>> consonants("Захарова") == consonants("Zakharova") == consonants("Zaharova")
    True
    """
    if is_cyrillic(word):
        plain = _SOUNDS.sub(lambda match: _CYRILLIC[match.group()], word.lower())
    else:
        plain = strip_accents(word.casefold().replace("ș", "s").replace("ț", "s"))
        for pattern, sound in _LATIN_SOUNDS:
            plain = pattern.sub(sound, plain)
    found = _VOWELS.sub("", plain)
    found = found[:1] + found[1:].replace("h", "")
    return _DOUBLED.sub(r"\1", found.replace("h", "g"))


@lru_cache(maxsize=WORDS)
def stems(word: str) -> tuple[str, ...]:
    """The Cyrillic word and what it may be without its case ending."""
    found = [word]
    if len(word) > 3:
        bare = _ENDINGS.sub("", word)
        if len(bare) > 2 and bare != word:
            found.append(bare)
    return tuple(found)


@lru_cache(maxsize=WORDS)
def same(word: str, form: str) -> bool:
    """Whether the Latin form may be the Cyrillic word, whatever its case.

    >>> same("Трампом", "Trump"), same("Захаровой", "Zakharova"), same("Обама", "Biden")
    (True, True, False)
    """
    bases = [(consonants(base), base) for base in base_forms(form)]
    return any(
        consonants(stem) == key and _alike(stem, base)
        for stem in stems(word)
        for key, base in bases
    )


def _alike(stem: str, base: str) -> bool:
    return len(consonants(stem)) > 3 or _likeness(stem, base) >= _ALIKE


@lru_cache(maxsize=WORDS)
def is_near(word: str, form: str) -> bool:
    """Whether the Latin form is near enough to the Cyrillic word to be another spelling of it."""
    from rapidfuzz.distance import OSA

    return any(
        OSA.distance(consonants(stem), consonants(base)) < 2 or _likeness(stem, base) >= _CLOSE
        for stem in stems(word)
        for base in base_forms(form)
    )


@lru_cache(maxsize=1)
def _listed() -> dict[str, tuple[str, ...]]:
    """Parts of listed people's names and places by their consonants."""
    table: dict[str, dict[str, None]] = {}
    for person in people():
        for part in person.name.split():
            table.setdefault(consonants(part), {})[part] = None
    for place in places():
        if " " not in place.name:
            table.setdefault(consonants(place.name), {})[place.name] = None
    return {key: tuple(forms) for key, forms in table.items()}


@lru_cache(maxsize=1)
def _parts() -> frozenset[str]:
    return frozenset(form for forms in _listed().values() for form in forms)


class Latin:
    """The Latin forms of the Cyrillic names of one article.

    Args:
        words: the words of the Romanian text in reading order.
        language: of the source.
    """

    def __init__(self, words: Iterable[str], language: str = "ru") -> None:
        self._language = language
        self._words = Counter(word for word in words if word[:1].isupper() and len(word) > 2)
        self._forms: dict[str, str | None] = {}

    @cached_property
    def _witnesses(self) -> dict[str, list[tuple[int, str]]]:
        found: dict[str, list[tuple[int, str]]] = {}
        for word, count in self._words.items():
            for base in base_forms(word):
                found.setdefault(consonants(base), []).append((-count - 5 * (base == word), word))
        return {key: sorted(forms) for key, forms in found.items()}

    def form(self, word: str) -> str | None:
        """How the article, or else the lists, write the Cyrillic name; ``None`` if they do not."""
        # remembered here: a memory of the method would keep article after article
        if word not in self._forms:
            self._forms[word] = self._form(word)
        return self._forms[word]

    def _form(self, word: str) -> str | None:
        if not is_cyrillic(word):
            return word
        for stem in stems(word):
            for _, form in self._witnesses.get(consonants(stem), ()):
                if same(word, form):
                    return form
        for stem in stems(word):
            key = consonants(stem)
            listed = [form for form in _listed().get(key, ()) if same(word, form)]
            if len(key) > 2 and listed and not ADJECTIVE.search(word):
                return max(listed, key=lambda form: _likeness(stem, form))
        return None

    def is_slip(self, word: str, form: str) -> bool:
        """Whether a form that sounds like the name is a slip beside the form in steady use."""
        right = self.form(word)
        if right is None or right == form or is_cyrillic(right):
            return False
        steady = self._words[right] > 2 * self._words[form] or right in _parts()
        return steady and relation(right, form) is not None and form not in _parts()

    def name(self, name: SourceName) -> SourceName:
        """The name with the words in Latin letters that have a known form; its spans stay."""
        parts = tuple(self._part(part) for part in name.parts)
        if len(parts) == 2 and is_slavic_surname(*(part.text for part in name.parts)):
            parts = (parts[0], self._surname(name.parts[1], parts[1]))
        if parts == name.parts:
            return name
        text = " ".join(part.text for part in parts)
        return replace(name, text=text, parts=parts, kind=kind_of(text, parts))

    def _surname(self, part: Part, latin: Part) -> Part:
        """A Slavic surname, for which the lists' namesakes by the consonants alone will not do."""
        right = transcribed(part.text, self._language)
        alike = sounds(latin.text, "ro") == sounds(right, "ro")
        return latin if latin.text in self._words or alike else replace(part, text=right)

    def _part(self, part: Part) -> Part:
        return replace(part, text=self.form(part.text) or part.text)


def grown(word: str, form: str) -> str | None:
    """The Cyrillic name within a form that has grown a foreign ending, if it has.

    >>> grown("Надаль", "Nadalen"), grown("Трампа", "Trumps"), grown("Трампа", "Trump")
    ('Nadal', 'Trump', None)
    """
    if same(word, form):
        return None
    for cut in (1, 2, 3, 4):
        base, ending = form[:-cut].rstrip("'’-"), form[-cut:].lstrip("'’-")
        foreign = ending == "s" or (cut > 1 and _FOREIGN.match(ending))
        if len(base) > 3 and foreign and ending not in ENDINGS and same(word, base):
            close = max(_likeness(stem, base) for stem in stems(word))
            if close >= _CLOSE and close > max(_likeness(stem, form) for stem in stems(word)):
                return base
    return None


@lru_cache(maxsize=WORDS)
def _likeness(stem: str, form: str) -> float:
    """Likeness in per cent of a Cyrillic stem and a Latin form, as either ear would spell it."""
    from rapidfuzz.fuzz import ratio

    latin = strip_accents(form.casefold())
    heard = "".join(_ENGLISH.get(char, char) for char in stem.casefold())
    return max(ratio(romanised(stem).casefold(), latin), ratio(romanised(heard), latin))
