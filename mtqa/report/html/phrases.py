"""The words of the page in English and Romanian, beside those that every report shares.

``{0}`` and ``{1}`` are filled in by the script.
"""

from __future__ import annotations

from mtqa.model import CATEGORIES, SEVERITIES, Ui
from mtqa.report.phrases import say

_SHARED = (
    *(SEVERITIES + CATEGORIES),
    *("article", "articles", "word", "words", "issue", "issues"),
)

_PAGE: dict[str, tuple[str, str]] = {
    # the frame
    "report": ("Translation quality report", "Raport de calitate a traducerii"),
    "skip": ("Skip to the content", "Salt la conținut"),
    "language": ("Language of the interface", "Limba interfeței"),
    "theme": ("Dark or light", "Întunecat sau luminos"),
    "help": ("Help and keyboard shortcuts", "Ajutor și scurtături"),
    "made-with": ("Made with mtqa {0}", "Generat cu mtqa {0}"),
    "no-script": (
        "This page sorts, filters and highlights with a script, and your browser runs none; "
        "the issues stand below as a plain table.",
        "Această pagină sortează, filtrează și evidențiază cu ajutorul unui script, iar browserul "
        "dumneavoastră nu rulează niciunul; problemele se află mai jos, într-un tabel simplu.",
    ),
    "no-script-large": (
        "This report needs a browser that runs scripts; the same run as a plain table is what "
        "mtqa check prints without --format html.",
        "Acest raport are nevoie de un browser care rulează scripturi; aceeași verificare ca tabel "
        "simplu este ceea ce tipărește mtqa check fără --format html.",
    ),
    # the overview
    "all-pass": ("Everything passes", "Toate articolele sunt acceptate"),
    "all-fail": ("Everything fails", "Toate articolele sunt respinse"),
    "one-passes": ("The article passes", "Articolul este acceptat"),
    "one-fails": ("The article fails", "Articolul este respins"),
    "some-fail": ("{0} of {1} fail", "{0} din {1} respinse"),
    "nothing": ("No articles in this run", "Niciun articol în această verificare"),
    "quality": ("Quality", "Calitate"),
    "gate": (
        "An article passes from quality {0} on, with at most {1} critical issues.",
        "Un articol este acceptat de la calitatea {0} în sus, cu cel mult {1} probleme critice.",
    ),
    "gate-none": (
        "An article passes from quality {0} on, with no critical issue.",
        "Un articol este acceptat de la calitatea {0} în sus, fără probleme critice.",
    ),
    "profile": ("profile {0}", "profil {0}"),
    "profile-means": (
        "Shown are issues of confidence {0} or more.",
        "Apar problemele cu încrederea de cel puțin {0}.",
    ),
    "gate-line": ("gate {0}", "prag {0}"),
    "quality-chart": ("Quality of the articles", "Calitatea articolelor"),
    "category-chart": ("Issues by category", "Probleme pe categorii"),
    "no-issues": ("No issues found.", "Nicio problemă găsită."),
    "search": ("Search", "Căutare"),
    "search-articles": ("words, name or path", "cuvinte, nume sau cale"),
    "verdict": ("Verdict", "Verdict"),
    "category": ("Category", "Categorie"),
    "severity": ("Severity", "Gravitate"),
    "any": ("any", "oricare"),
    "passes": ("passes", "acceptat"),
    "fails": ("fails", "respins"),
    "clear": ("Clear filters", "Șterge filtrele"),
    "shown": ("{0} of {1}", "{0} din {1}"),
    "more": ("Show more", "Arată mai multe"),
    "no-match": ("No article matches the filters.", "Niciun articol nu corespunde filtrelor."),
    "column-article": ("Article", "Articol"),
    "column-issues": ("Issues", "Probleme"),
    "column-words": ("Words", "Cuvinte"),
    "sorted": ("Sorted by {0}", "Sortat după {0}"),
    # the article
    "back": ("All articles", "Toate articolele"),
    "previous-article": ("Previous article", "Articolul anterior"),
    "next-article": ("Next article", "Articolul următor"),
    "previous-issue": ("Previous issue", "Problema anterioară"),
    "next-issue": ("Next issue", "Problema următoare"),
    "source": ("Source", "Sursă"),
    "translation": ("Translation", "Traducere"),
    "show-source": ("Show the source", "Arată sursa"),
    "hide-source": ("Hide the source", "Ascunde sursa"),
    "untranslated-row": ("not in the translation", "lipsește din traducere"),
    "no-counterpart": ("not in the source", "nu apare în sursă"),
    "filter": ("Filter", "Filtru"),
    "search-issues": ("text, reason or check", "text, motiv sau verificare"),
    "no-issue-matches": (
        "No issue matches the filters.",
        "Nicio problemă nu corespunde filtrelor.",
    ),
    "suggestion": ("Suggestion", "Propunere"),
    "unknown": ("no suggestion", "fără propunere"),
    "remove": ("delete it", "se șterge"),
    "source-says": ("In the source", "În sursă"),
    "check": ("Check", "Verificare"),
    "confidence": ("Confidence", "Încredere"),
    "mqm": ("MQM", "MQM"),
    "related": ("Also found here", "Găsite tot aici"),
    "link": ("Link to this issue", "Legătură la această problemă"),
    "copy": ("Copy", "Copiază"),
    "copied": ("Copied", "Copiat"),
    "qe-means": (
        "mtqa's own model: how good it finds the translation, 0 to 100 as people judge it. Compare "
        "it between systems; it is no verdict on one article.",
        "Modelul mtqa: cât de bună găsește traducerea, de la 0 la 100, pe scara judecății umane. "
        "Este pentru comparații între sisteme, nu un verdict asupra unui articol.",
    ),
    "last-issue": (
        "That was the last issue; n opens the next article.",
        "Aceasta a fost ultima problemă; n deschide articolul următor.",
    ),
    "first-issue": ("This is the first issue.", "Aceasta este prima problemă."),
    "last-article": ("That was the last article.", "Acesta a fost ultimul articol."),
    "first-article": ("This is the first article.", "Acesta este primul articol."),
    # help
    "close": ("Close", "Închide"),
    "key-next": ("next issue; in the overview, next article", "problema sau rândul următor"),
    "key-previous": ("previous issue or article", "problema sau rândul anterior"),
    "key-articles": ("next, previous article", "articolul următor, anterior"),
    "key-open": ("open the article", "deschide articolul"),
    "key-back": ("back to the overview", "înapoi la toate articolele"),
    "key-filter": ("filter", "filtrează"),
    "key-search": ("search", "caută"),
    "key-source": ("show or hide the source", "arată sau ascunde sursa"),
    "key-language": ("English or Romanian", "engleză sau română"),
    "key-theme": ("dark or light", "întunecat sau luminos"),
    "key-help": ("this help", "acest ajutor"),
    "shortcuts": ("Single-key shortcuts are on", "Scurtăturile de o tastă sunt active"),
    "severities": ("Severities", "Gravități"),
    "neutral-means": ("weighs nothing", "nu contează la calitate; pondere 0"),
    "minor-means": (
        "a slip the reader gets over; weighs 1",
        "o scăpare peste care cititorul trece; pondere 1",
    ),
    "major-means": (
        "disturbs or misleads; weighs 5",
        "deranjează sau induce în eroare; pondere 5",
    ),
    "critical-means": (
        "must not be published; weighs 25",
        "nu se poate publica; pondere 25",
    ),
    "quality-means": (
        "Quality is 100 × (1 − sum of weights / words).",
        "Calitatea este 100 × (1 − suma ponderilor / cuvinte).",
    ),
}


def words() -> dict[str, tuple[str, str]]:
    """Every phrase the script uses, by key: English, Romanian."""
    shared = {key: (say(key, "en"), say(key, "ro")) for key in _SHARED}
    return shared | _PAGE


def word(key: str, ui: Ui) -> str:
    """One phrase of the page."""
    return _PAGE[key][ui == "ro"]
