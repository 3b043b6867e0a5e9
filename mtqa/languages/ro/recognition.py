"""Is this Romanian? Judged by function words, which no text of a language does without.

That is quick, and sure of nearly every Romanian text. Where it is not, the lexicon says how many of
the words are Romanian, and where that is not even half, py3langid (Lui and Baldwin 2012,
"langid.py: an off-the-shelf language identification tool") which language the text is in; its model
is loaded only then. Texts of a dozen words, and those that are hardly more than names and figures,
are given the benefit of the doubt.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

_WORDS = {
    "ro": "și şi si în este sunt fost din pentru mai că să nu care cu pe ai ale lui unei unui fi "
    "după dupa această acest aceasta prin până sau când cand va vor ar fără fara către "
    "catre între intre despre însă insa sa ca o al cea cel cele cei săi sale avea are au "
    "unde nici doar foarte dar sunt mai cei ci",
    "en": "the of and to is was that with for by from are were this has have been will would which "
    "their not but they his her said at on it as be",
    "de": "der die das und ist nicht mit den dem des ein eine einer von auf für sich auch wird im "
    "zum zur nach bei wurde haben sind aus als dass",
    "fr": "les des est une dans du qui que pour par sur avec pas sont cette été plus ont aux mais "
    "leur ses ces être il elle et",
    "es": "el los las una por con para del que fue más como está han sus pero según este ha y "
    "también desde sobre cuando",
    "it": "il gli della di che è una per con del sono nel alla dei anche più ha come dal questo "
    "delle stato nella essere",
    "pt": "os uma não para com por foi mais dos das são pelo pela ao seu sua também está nos em",
    "hu": "az és hogy nem egy volt meg ez azt már csak is vagy el mint még szerint után lesz",
    "pl": "się nie jest na że do przez był dla jak po ale czy oraz są od jego także został",
    "nl": "het een van en dat niet zijn op te voor met heeft ook werd aan door naar om bij",
    "tr": "ve bir bu için ile olarak daha çok olan gibi kadar sonra ise değil olduğunu",
    "ca": "els les amb per és dels ha més aquest també són seva aquesta pel una que dues",
    "hr": "je na su koji što nije iz ali kako za bio od koja biti će te nakon prema također",
    "cs": "je na že pro jako ale byl která také jsou bylo podle nebo když jeho po ve při",
    "sv": "och att det är som på för av med den har inte ett till från också var",
    "da": "og af til det er på som ikke med for den har blev også fra ved efter",
    "sq": "të dhe në për një është me nga që ka janë ishte",
}
_NAMES = {
    "la": ("Latin", "latină"),
    "en": ("English", "engleză"),
    "de": ("German", "germană"),
    "fr": ("French", "franceză"),
    "es": ("Spanish", "spaniolă"),
    "it": ("Italian", "italiană"),
    "pt": ("Portuguese", "portugheză"),
    "hu": ("Hungarian", "maghiară"),
    "pl": ("Polish", "poloneză"),
    "nl": ("Dutch", "neerlandeză"),
    "tr": ("Turkish", "turcă"),
    "ca": ("Catalan", "catalană"),
    "hr": ("Croatian or Serbian", "croată sau sârbă"),
    "cs": ("Czech or Slovak", "cehă sau slovacă"),
    "sv": ("Swedish", "suedeză"),
    "da": ("Danish or Norwegian", "daneză sau norvegiană"),
    "sq": ("Albanian", "albaneză"),
    # no function words here: told by the script, or by who knows the source
    "ru": ("Russian", "rusă"),
    "uk": ("Ukrainian", "ucraineană"),
    "bg": ("Bulgarian", "bulgară"),
    "el": ("Greek", "greacă"),
    "he": ("Hebrew", "ebraică"),
    "ar": ("Arabic", "arabă"),
    "zh": ("Chinese", "chineză"),
    "ja": ("Japanese", "japoneză"),
    "ko": ("Korean", "coreeană"),
    "ka": ("Georgian", "georgiană"),
    "hy": ("Armenian", "armeană"),
    "gl": ("Galician", "galiciană"),
    "oc": ("Occitan", "occitană"),
    "sk": ("Slovak", "slovacă"),
    "sl": ("Slovenian", "slovenă"),
    "bs": ("Bosnian", "bosniacă"),
    "sr": ("Serbian", "sârbă"),
    "nb": ("Norwegian", "norvegiană"),
    "no": ("Norwegian", "norvegiană"),
    "fi": ("Finnish", "finlandeză"),
    "et": ("Estonian", "estonă"),
    "lt": ("Lithuanian", "lituaniană"),
    "lv": ("Latvian", "letonă"),
    "eu": ("Basque", "bască"),
    "eo": ("Esperanto", "esperanto"),
    "mt": ("Maltese", "malteză"),
    "is": ("Icelandic", "islandeză"),
    "vi": ("Vietnamese", "vietnameză"),
    "id": ("Indonesian", "indoneziană"),
}
_SETS = {language: frozenset(words.split()) for language, words in _WORDS.items()}
_TOKEN = re.compile(r"[^\W\d_]+")
_NON_LATIN = re.compile(r"[\u0370-\u052f\u0530-\u1fff\u3040-\ud7af]")
#: Too few words to judge.
_ENOUGH = 12
#: Too few words in lower case, three letters or more: a list of names.
_PROSE = 6
_WORDS_READ = 400
_SAMPLE = 20_000


class Language(NamedTuple):
    """The verdict on a text.

    Attributes:
        romanian: it is Romanian, or too short to tell.
        guess: what it looks like instead, in English, "" if nothing fits.
    """

    romanian: bool
    guess: str


def language_name(code: str) -> tuple[str, str] | None:
    """What a language is called in English and in Romanian, if it is one of those known here."""
    return _NAMES.get(code)


def function_words(words: Iterable[str], different: int = 1) -> str:
    """ISO 639-1 code of the language whose function words are by far the most frequent among the
    words; empty if they are rare, fewer different ones than that, or Romanian.

    >>> function_words("the talks will go on, said the minister".split())
    'en'
    """
    lower = [word.lower() for word in words]
    counts = {code: sum(word in known for word in lower) for code, known in _SETS.items()}
    own = counts.pop("ro")
    best = max(counts, key=lambda code: counts[code])
    enough = counts[best] >= max(2, 2 * own) and counts[best] >= 0.08 * len(lower)
    return best if enough and len(_SETS[best].intersection(lower)) >= different else ""


def identify(text: str) -> Language:
    """Whether ``text`` (its first 20,000 characters) is Romanian."""
    sample = text[:_SAMPLE]
    words = [word.lower() for word in _TOKEN.findall(sample)]
    letters = sum(len(word) for word in words)
    if len(_NON_LATIN.findall(sample)) > max(letters / 2, _ENOUGH):
        return Language(False, "a text in another script")
    if len(words) < _ENOUGH:
        return Language(True, "")
    first = _by_function_words(words)
    if first is not None and (first.romanian or first.guess):
        return first
    found = _by_letters(sample)
    return found or first or Language(True, "")


def _by_function_words(words: Sequence[str]) -> Language | None:
    """The verdict of the function words; ``None`` where they leave a doubt."""
    counts = {language: sum(w in known for w in words) for language, known in _SETS.items()}
    own = counts.pop("ro")
    other = max(counts, key=lambda language: counts[language])
    if own >= 2 * counts[other] + 2 and own >= 0.12 * len(words):
        return Language(True, "")
    if counts[other] > 1.3 * own + 2 and counts[other] >= 0.1 * len(words):
        return Language(False, _NAMES[other][0])
    if own < 0.04 * len(words) and len(words) >= 3 * _ENOUGH:
        return Language(False, "")
    return None


def _by_letters(sample: str) -> Language | None:
    """The verdict of an identifier of languages on prose of which hardly half the words are
    Romanian; ``None`` on anything else."""
    prose = [word for word in _TOKEN.findall(sample) if len(word) > 2 and word[0].islower()]
    if len(prose) < _PROSE:
        return None
    if _known(prose[:_WORDS_READ]) >= 0.5:
        return Language(True, "")
    import py3langid

    code = py3langid.classify(sample)[0]
    if code == "ro":
        return Language(True, "")
    return Language(False, _NAMES.get(code, ("", ""))[0])


def _known(words: Sequence[str]) -> float:
    """The share of words that are Romanian, with their diacritics or without."""
    from mtqa.knowledge import romanian

    lexicon = romanian()
    return sum(word in lexicon or bool(lexicon.folded(word)) for word in words) / len(words)
