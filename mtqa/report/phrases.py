"""The words of the interface, in English and Romanian."""

from __future__ import annotations

from collections.abc import Iterable

from mtqa.config import Config
from mtqa.model import Ui

_PHRASES: dict[str, tuple[str, str]] = {
    "line": ("line", "rând"),
    "severity": ("severity", "gravitate"),
    "category": ("category", "categorie"),
    "text": ("text", "text"),
    "suggestion": ("suggestion", "propunere"),
    "reason": ("reason", "motiv"),
    "delete": ("(delete)", "(se șterge)"),
    "quality": ("quality", "calitate"),
    "words": ("words", "cuvinte"),
    "word": ("word", "cuvânt"),
    "issues": ("issues", "probleme"),
    "issue": ("issue", "problemă"),
    "pass": ("PASS", "ACCEPTAT"),
    "fail": ("FAIL", "RESPINS"),
    "clean": ("no issues found", "nicio problemă găsită"),
    "articles": ("articles", "articole"),
    "article": ("article", "articol"),
    "known": ("known", "cunoscute"),
    "silenced": ("suppressed", "ignorate"),
    "error": ("error", "eroare"),
    "profile": ("profile", "profil"),
    "confidence": ("confidence", "încredere"),
    "left out": ("left out", "omise"),
    "failed": ("failed", "respinse"),
    "neutral": ("neutral", "neutră"),
    "minor": ("minor", "minoră"),
    "major": ("major", "majoră"),
    "critical": ("critical", "critică"),
    "name": ("name", "nume"),
    "untranslated": ("untranslated", "netradus"),
    "mistranslation": ("mistranslation", "traducere greșită"),
    "omission": ("omission", "omisiune"),
    "addition": ("addition", "adaos"),
    "number": ("number", "cifre"),
    "garbled": ("garbled", "neinteligibil"),
    "grammar": ("grammar", "gramatică"),
    "spelling": ("spelling", "ortografie"),
    "punctuation": ("punctuation", "punctuație"),
    "spacing": ("spacing", "spațiere"),
    "casing": ("casing", "majuscule"),
    "boilerplate": ("boilerplate", "elemente de pagină"),
}


def say(key: str, ui: Ui) -> str:
    """The phrase for ``key`` in the language of the interface."""
    english, romanian = _PHRASES[key]
    return romanian if ui == "ro" else english


def count(number: int, key: str, ui: Ui) -> str:
    """``number`` with its noun: "1 issue", "22 issues", "22 de probleme"."""
    noun = say(key if number == 1 else f"{key}s", ui)
    linked = ui == "ro" and (number == 0 or number % 100 == 0 or number % 100 >= 20) and number
    return f"{number} de {noun}" if linked else f"{number} {noun}"


def severe(number: int, severity: str, ui: Ui) -> str:
    """A severity as so many issues are called: "5 critice" beside "1 critică"."""
    return _SEVERAL[severity] if ui == "ro" and number != 1 else say(severity, ui)


_SEVERAL = {"neutral": "neutre", "minor": "minore", "major": "majore", "critical": "critice"}


def decimal(value: float, ui: Ui, places: int = 1) -> str:
    """A figure with the comma that Romanian has."""
    figure = f"{value:.{places}f}"
    return figure.replace(".", ",") if ui == "ro" else figure


def shown_from(config: Config) -> str:
    """How much a report shows, for its header: ``profile balanced``, and the confidence asked for
    where that takes the place of the profile's threshold."""
    said = f"{say('profile', config.ui)} {config.profile}"
    given = config.checks.min_confidence
    if given is None:
        return said
    figure = f"{given:g}".replace(".", "," if config.ui == "ro" else ".")
    return f"{said}, {say('confidence', config.ui)} ≥ {figure}"


#: What is said once below a report in which the model's score stands.
_QE = (
    "qe: how good mtqa's own model finds the translation, 0 to 100 as people judge it; compare it "
    "between systems, not as a verdict on one article",
    "qe: cât de bună găsește traducerea modelul mtqa, de la 0 la 100, pe scara judecății umane; "
    "este pentru comparații între sisteme, nu un verdict asupra unui articol",
)


def explained(scores: Iterable[str], ui: Ui) -> str:
    """What the scores of a report mean, where that is not known everywhere; "" if it is."""
    return _QE[ui == "ro"] if "qe" in set(scores) else ""


#: How metrics are written; others as they are called.
_METRICS = {"bleu": "BLEU", "chrf": "chrF++", "ter": "TER"}


def called(metric: str) -> str:
    """The name of a metric as its authors write it."""
    return _METRICS.get(metric, metric)
