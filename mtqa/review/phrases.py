"""The words of the desk in English and Romanian, beside those of the HTML report."""

from __future__ import annotations

from functools import lru_cache

from mtqa.model import Ui
from mtqa.report.html.phrases import words

#: Phrases that the page's script says as well.
_SPOKEN = (
    "accepted",
    "dismissed",
    "applied",
    "edited",
    "open",
    "glossed",
    "commented",
    "undone",
    "nothing-to-undo",
    "added",
    "all-decided",
    "no-suggestion",
    "conflict",
    "conflict-nobody",
    "changed-by",
    "offline",
    "session-over",
    "last-article",
    "first-article",
    "finished",
    "resumed",
    "rechecking",
    "rechecked",
    "delete",
    "elsewhere",
    "nothing-current",
    *(f"reason-{name}" for name in ("correct", "name", "term", "quotation", "style", "other")),
)

_DESK: dict[str, tuple[str, str]] = {
    # the frame
    "desk": ("Review desk", "Masa redacției"),
    "help": ("Keyboard shortcuts", "Taste"),
    "cancel": ("Cancel", "Renunță"),
    "save": ("Save", "Salvează"),
    "you-are": ("You sign as {0}; click to change", "Semnați ca {0}; apăsați pentru a schimba"),
    "your-name": ("Your name, for colleagues", "Numele dumneavoastră, pentru colegi"),
    "progress": ("{0} of {1} issues decided", "probleme rezolvate: {0} din {1}"),
    "exports": ("Exports", "Export"),
    # the queue
    "queue": ("Articles", "Articole"),
    "to-review": ("{0} to review", "{0} de verificat"),
    "one-to-review": ("One article to review", "Un articol de verificat"),
    "all-done": ("Everything is reviewed", "Totul este verificat"),
    "queue-facts": ("{0} done, {1} without issues", "{0} gata, {1} fără probleme"),
    "status": ("Status", "Stare"),
    "status-todo": ("to review", "de verificat"),
    "status-new": ("untouched", "neatins"),
    "status-begun": ("begun", "început"),
    "status-done": ("done", "gata"),
    "status-clean": ("no issues", "fără probleme"),
    "status-all": ("all", "toate"),
    "feed": ("Feed", "Flux"),
    "filter": ("Filter", "Filtrează"),
    "no-match": ("No article matches.", "Niciun articol nu corespunde."),
    "nothing-left": ("Nothing left to review.", "Nu a mai rămas nimic de verificat."),
    "show-all": ("Show all articles", "Arată toate articolele"),
    "page": ("Page {0} of {1}", "Pagina {0} din {1}"),
    "newer": ("Previous page", "Pagina anterioară"),
    "older": ("Next page", "Pagina următoare"),
    "quality": ("quality {0}", "calitate {0}"),
    "gold": ("Gold data of finished articles (JSONL)", "Date gold din articolele gata (JSONL)"),
    "names-file": ("Accepted names (CSV)", "Nume acceptate (CSV)"),
    "terms-file": ("Accepted terms (CSV)", "Termeni acceptați (CSV)"),
    # the article
    "left": ("{0} left", "{0} rămase"),
    "none-left": ("all decided", "toate rezolvate"),
    "clean-article": (
        "No check found anything here. Mark what was missed, or put the article away.",
        "Nicio verificare nu a găsit ceva aici. Marcați ce a scăpat sau încheiați articolul.",
    ),
    "earlier": (
        "{0} decided in an earlier version of the text",
        "{0} rezolvate într-o versiune anterioară a textului",
    ),
    "no-suggestion": ("There is no suggestion; edit it instead", "Nu există propunere; corectați"),
    "delete": ("(delete)", "(se șterge)"),
    "your-mark": ("marked by an editor", "marcat de un redactor"),
    "confidence": ("confidence {0} %", "încredere {0} %"),
    "actions": ("Decide", "Decizie"),
    "accept": ("Accept", "Acceptă"),
    "dismiss": ("Dismiss", "Respinge"),
    "apply": ("Apply", "Aplică"),
    "edit": ("Edit", "Corectează"),
    "gloss": ("Glossary", "Glosar"),
    "comment": ("Comment", "Comentariu"),
    "undo": ("Undo", "Anulează"),
    "missed": ("Add missed", "Adaugă eroare"),
    "diff": ("Corrected text", "Text corectat"),
    "recheck": ("Check again", "Verifică din nou"),
    "finish": ("Done", "Gata"),
    "resume": ("Reopen", "Redeschide"),
    "accepted": ("Accepted", "Acceptată"),
    "dismissed": ("Dismissed", "Respinsă"),
    "applied": ("Applied", "Aplicată"),
    "edited": ("Corrected", "Corectată"),
    "open": ("Undecided", "Nerezolvată"),
    "glossed": ("In the glossary", "În glosar"),
    "commented": ("Comment saved", "Comentariu salvat"),
    "undone": ("Undone", "Anulat"),
    "nothing-to-undo": ("Nothing to undo", "Nu este nimic de anulat"),
    "added": ("Added", "Adăugată"),
    "elsewhere": ("in another window", "în altă fereastră"),
    "all-decided": (
        "All decided. Enter opens the next article.",
        "Toate rezolvate. Enter deschide articolul următor.",
    ),
    "finished": ("Done. Enter opens the next article.", "Gata. Enter deschide articolul următor."),
    "resumed": ("Open again", "Redeschis"),
    "nothing-current": ("Choose an issue first", "Alegeți întâi o problemă"),
    "why": ("Why is it no error?", "De ce nu este o eroare?"),
    "reason-correct": ("correct as it stands", "corect așa cum este"),
    "reason-name": ("the name is right", "numele este corect"),
    "reason-term": ("a term we use", "termen pe care îl folosim"),
    "reason-quotation": ("a quotation", "citat"),
    "reason-style": ("a matter of taste", "chestiune de stil"),
    "reason-other": ("another reason", "alt motiv"),
    "edit-title": ("Correct it", "Corectați"),
    "comment-title": ("Comment", "Comentariu"),
    "missed-title": ("A missed error", "O eroare scăpată"),
    "stands": ("In the text", "În text"),
    "correction": ("Correction", "Corectură"),
    "correction-missed": (
        "Correction (leave as it is if unknown)",
        "Corectură (lăsați neschimbat dacă nu se știe)",
    ),
    "remark": ("Comment", "Comentariu"),
    "mark-hint": (
        "← → move, with Shift select words, Enter marks, Esc leaves",
        "← → mută, cu Shift selectează cuvinte, Enter marchează, Esc iese",
    ),
    # two editors
    "conflict": (
        "{0} was faster: {1}. Nothing was overwritten; decide anew if you disagree.",
        "Între timp {0} a decis: {1}. Nimic nu a fost suprascris; decideți din nou dacă nu "
        "sunteți de acord.",
    ),
    "conflict-nobody": (
        "The article has changed meanwhile; here it is as it stands now.",
        "Articolul s-a schimbat între timp; iată-l așa cum este acum.",
    ),
    "changed-by": ("{0}: {1}", "{0}: {1}"),
    "offline": (
        "The desk does not answer. What was confirmed is safe; this was not saved. Try again.",
        "Masa nu răspunde. Ce s-a confirmat este în siguranță; aceasta nu s-a salvat. Încercați "
        "din nou.",
    ),
    "session-over": (
        "The desk was restarted; open the address that it printed.",
        "Masa a fost repornită; deschideți adresa pe care a afișat-o.",
    ),
    "rechecking": ("Checking the corrected text …", "Se verifică textul corectat …"),
    "rechecked": ("Checked again", "Verificat din nou"),
    # the diff
    "changes": ("Changes", "Modificări"),
    "no-changes": ("No corrections yet.", "Încă nicio corectură."),
    "back-to-article": ("Back to the article", "Înapoi la articol"),
    "export-text": ("Text", "Text"),
    "export-html": ("HTML", "HTML"),
    "export-gold": ("Gold JSONL", "Gold JSONL"),
    "copy": ("Copy the corrected text", "Copiază textul corectat"),
    # help
    "key-next": ("next, previous issue", "problema următoare, anterioară"),
    "key-accept": ("accept: it is an error", "acceptă: este o eroare"),
    "key-dismiss": ("dismiss, then 1–6 for the reason", "respinge, apoi 1–6 pentru motiv"),
    "key-apply": ("apply the suggestion", "aplică propunerea"),
    "key-edit": ("edit: your own correction", "corectează cu textul dumneavoastră"),
    "key-gloss": ("dismiss and put into the glossary", "respinge și trece în glosar"),
    "key-comment": ("comment", "comentariu"),
    "key-undo": ("undo", "anulează"),
    "key-missed": ("mark a missed error", "marchează o eroare scăpată"),
    "key-diff": ("corrected text, as a diff", "textul corectat, cu modificări"),
    "key-recheck": ("check the corrected text again", "verifică din nou textul corectat"),
    "key-finish": ("put the article away as done", "încheie articolul"),
    "key-open": (
        "open; after the last issue: next article",
        "deschide; la final: articolul următor",
    ),
    "key-back": ("back", "înapoi"),
    "saved-note": (
        "Every decision is on disk before it is shown as made.",
        "Fiecare decizie este pe disc înainte de a fi arătată.",
    ),
}


def word(key: str, ui: Ui, *values: object) -> str:
    """One phrase, with ``values`` in the places of {0}, {1} …"""
    phrase = _both(key)[ui == "ro"]
    return phrase.format(*values) if values else phrase


def spoken(ui: Ui) -> dict[str, str]:
    """The phrases that the page's script needs."""
    return {key: _both(key)[ui == "ro"] for key in _SPOKEN}


def _both(key: str) -> tuple[str, str]:
    return _DESK.get(key) or _shared()[key]


@lru_cache(maxsize=1)
def _shared() -> dict[str, tuple[str, str]]:
    """What the HTML report says as well."""
    return words()
