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
    "written",
    "write-hint",
    "still-open",
    "alike-none",
    "alike-made",
    "moved",
    "assigned-to",
    "assigned-nobody",
    "event-type",
    *(f"reason-{name}" for name in ("correct", "name", "term", "quotation", "style", "other")),
)

_DESK: dict[str, tuple[str, str]] = {
    # the frame
    "desk": ("Review desk", "Revizie"),
    "help": ("Keyboard shortcuts", "Scurtături de la tastatură"),
    "cancel": ("Cancel", "Renunță"),
    "save": ("Save", "Salvează"),
    "you-are": ("You sign as {0}; click to change", "Semnați ca {0}; apăsați pentru a schimba"),
    "your-name": ("Your name, for colleagues", "Numele dumneavoastră, pentru colegi"),
    "progress": ("{0} of {1} issues decided", "probleme rezolvate: {0} din {1}"),
    "exports": ("Exports", "Exporturi"),
    # the queue
    "queue": ("Articles", "Articole"),
    "to-review": ("{0} to review", "{0} de revizuit"),
    "one-to-review": ("One article to review", "Un articol de revizuit"),
    "all-done": ("Everything is reviewed", "Totul este revizuit"),
    "queue-facts": ("{0} done, {1} without issues", "încheiate: {0}, fără probleme: {1}"),
    "status": ("Status", "Stare"),
    "status-todo": ("to review", "de revizuit"),
    "status-new": ("untouched", "neatins"),
    "status-begun": ("begun", "început"),
    "status-done": ("done", "gata"),
    "status-clean": ("no issues", "fără probleme"),
    "status-all": ("all", "toate"),
    "feed": ("Feed", "Flux"),
    "filter": ("Filter", "Filtrează"),
    "no-match": ("No article matches.", "Niciun articol nu corespunde."),
    "nothing-left": ("Nothing left to review.", "Nu a mai rămas nimic de revizuit."),
    "show-all": ("Show all articles", "Arată toate articolele"),
    "page": ("Page {0} of {1}", "Pagina {0} din {1}"),
    "newer": ("Previous page", "Pagina anterioară"),
    "older": ("Next page", "Pagina următoare"),
    "quality": ("quality {0}", "calitate {0}"),
    "gold": (
        "Gold data of finished articles (JSONL)",
        "Date de referință din articolele încheiate (JSONL)",
    ),
    "names-file": ("Accepted names (CSV)", "Nume acceptate (CSV)"),
    "terms-file": ("Accepted terms (CSV)", "Termeni acceptați (CSV)"),
    # the article
    "left": ("{0} left", "rămase: {0}"),
    "none-left": ("all decided", "toate rezolvate"),
    "clean-article": (
        "No check found anything here. Mark what was missed, or put the article away.",
        "Nicio verificare nu a găsit nimic aici. Marcați ce s-a omis sau încheiați articolul.",
    ),
    "earlier": (
        "{0} decided in an earlier version of the text",
        "rezolvate într-o versiune anterioară a textului: {0}",
    ),
    "no-suggestion": ("There is no suggestion; edit it instead", "Nu există propunere; corectați"),
    "delete": ("(delete)", "(se șterge)"),
    "your-mark": ("marked by an editor", "marcat de un redactor"),
    "confidence": ("confidence {0} %", "încredere {0} %"),
    "actions": ("Decide", "Decizie"),
    "accept": ("Confirm error", "Confirmă eroarea"),
    "dismiss": ("Dismiss", "Respinge"),
    "apply": ("Apply suggestion", "Aplică propunerea"),
    "edit": ("Edit", "Corectează"),
    "gloss": ("Glossary", "Glosar"),
    "comment": ("Comment", "Comentariu"),
    "undo": ("Undo", "Anulează"),
    "missed": ("Add missed", "Eroare omisă"),
    "diff": ("Corrected text", "Text corectat"),
    "recheck": ("Check again", "Verifică din nou"),
    "finish": ("Done", "Gata"),
    "resume": ("Reopen", "Redeschide"),
    "accepted": ("Confirmed, not corrected", "Confirmată, necorectată"),
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
    "missed-title": ("A missed error", "O eroare omisă"),
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
    "written": ("Saved and checked", "Salvat și verificat"),
    "write-hint": (
        "You are writing in the text: it is saved and checked as you pause. Esc leaves",
        "Scrieți în text: se salvează și se verifică la fiecare pauză. Esc iese",
    ),
    "text-box": ("The translation, to be written in", "Traducerea, de scris în ea"),
    "write": ("Write in the text", "Scrie în text"),
    "move": ("Other words", "Alte cuvinte"),
    "moved": ("The issue marks other words now", "Problema marchează acum alte cuvinte"),
    "alike": ("All like this", "Toate ca aceasta"),
    "alike-title": ("All like this one", "Toate ca aceasta"),
    "alike-how": (
        "The decision made here, or the suggestion, for every undecided issue with the same words.",
        "Decizia de aici sau propunerea, pentru fiecare problemă nerezolvată cu aceleași cuvinte.",
    ),
    "alike-here": ("In this article ({0})", "În acest articol ({0})"),
    "alike-everywhere": ("In all articles ({0})", "În toate articolele ({0})"),
    "alike-none": ("No other issue is like this one", "Nicio altă problemă nu este ca aceasta"),
    "alike-made": ("Decided: {0}, left out: {1}", "Rezolvate: {0}, omise: {1}"),
    "open-title": ("Put the article away?", "Încheiați articolul?"),
    "still-open": (
        "Undecided issues: {0}. They stay as they are in the text.",
        "Probleme nerezolvate: {0}. Rămân în text așa cum sunt.",
    ),
    "put-away": ("Put it away", "Încheie"),
    "uncorrected": (
        "Confirmed as errors, but not corrected in this text: {0}",
        "Confirmate ca erori, dar necorectate în acest text: {0}",
    ),
    "before": ("Decided before", "Decizii anterioare"),
    "times": ("×{0}", "×{0}"),
    "choose-one": ("or", "sau"),
    "history": ("History", "Istoric"),
    "no-history": ("Nothing has happened to it yet.", "Încă nu s-a întâmplat nimic."),
    "sort": ("Order", "Ordine"),
    "sort-severity": ("the worst first", "cele mai grave întâi"),
    "sort-quality": ("lowest quality first", "cea mai slabă calitate întâi"),
    "sort-age": ("oldest first", "cele mai vechi întâi"),
    "sort-feed": ("by feed", "după flux"),
    "sort-assigned": ("by editor", "după redactor"),
    "assigned": ("Editor", "Redactor"),
    "assign": ("Assign", "Atribuie"),
    "assign-title": ("Who takes this article?", "Cine preia articolul?"),
    "assigned-to": ("Assigned to {0}", "Atribuit: {0}"),
    "assigned-nobody": ("Assigned to nobody", "Neatribuit"),
    "event-accept": ("confirmed", "confirmată"),
    "event-dismiss": ("dismissed", "respinsă"),
    "event-glossary": ("into the glossary", "trecută în glosar"),
    "event-apply": ("suggestion applied", "propunere aplicată"),
    "event-edit": ("corrected", "corectată"),
    "event-reopen": ("taken up again", "redeschisă"),
    "event-comment": ("comment", "comentariu"),
    "event-add": ("missed error added", "eroare omisă adăugată"),
    "event-undo": ("undone", "anulată"),
    "event-move": ("other words marked", "alte cuvinte marcate"),
    "event-type": ("written in the text", "scris în text"),
    "event-recheck": ("checked again", "verificat din nou"),
    "event-finish": ("put away", "încheiat"),
    "event-resume": ("taken up again", "redeschis"),
    "event-assign": ("assigned", "atribuit"),
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
        "Programul nu răspunde. Ce s-a confirmat este în siguranță; aceasta nu s-a salvat. "
        "Încercați din nou.",
    ),
    "session-over": (
        "The desk was restarted; open the address that it printed.",
        "Programul a fost repornit; deschideți adresa pe care a afișat-o.",
    ),
    "rechecking": ("Checking the corrected text …", "Se verifică textul corectat …"),
    "rechecked": ("Checked again", "Verificat din nou"),
    # the diff
    "changes": ("Changes", "Modificări"),
    "no-changes": ("No corrections yet.", "Încă nicio corectură."),
    "back-to-article": ("Back to the article", "Înapoi la articol"),
    "export-text": ("Text", "Text"),
    "export-html": ("HTML", "HTML"),
    "export-gold": ("Gold JSONL", "Date de referință (JSONL)"),
    "copy": ("Copy the corrected text", "Copiază textul corectat"),
    # help
    "key-next": ("next, previous issue", "problema următoare, anterioară"),
    "key-accept": (
        "confirm: it is an error, for others to correct",
        "confirmă: este o eroare, de corectat de altcineva",
    ),
    "key-dismiss": ("dismiss, then 1–6 for the reason", "respinge, apoi 1–6 pentru motiv"),
    "key-apply": ("apply the suggestion", "aplică propunerea"),
    "key-edit": ("edit: your own correction", "corectează cu textul dumneavoastră"),
    "key-gloss": ("dismiss and put into the glossary", "respinge și trece în glosar"),
    "key-comment": ("comment", "comentariu"),
    "key-undo": ("undo", "anulează"),
    "key-missed": ("mark a missed error", "marchează o eroare omisă"),
    "key-diff": ("corrected text, as a diff", "textul corectat, cu modificări"),
    "key-recheck": ("check the corrected text again", "verifică din nou textul corectat"),
    "key-write": ("write in the translation, at the issue", "scrie în traducere, la problemă"),
    "key-move": (
        "mark other words: ← → and Shift, Enter",
        "marchează alte cuvinte: ← →, Shift, Enter",
    ),
    "key-alike": ("decide all like this one", "rezolvă toate problemele la fel"),
    "key-choice": ("apply the first, second … correction", "aplică prima, a doua … corectură"),
    "key-history": ("history of the article", "istoricul articolului"),
    "key-take": ("assign the article", "atribuie articolul"),
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
