"""Page furniture left in the article: comment counters, share rows, cookie and newsletter lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtqa.checks.base import Check, Message, View
from mtqa.checks.layout.markup import is_from_source
from mtqa.model import Issue

_NUMBER = r"(?:\(?\d[\d.,]*\)?|\[\d+\])"

#: "Kommentare (0)", "12 comentarii", "Comments: 3" in the languages feeds are translated from.
_COMMENT_WORDS = (
    r"comentarii|comentariu|comments?|kommentare?|leserkommentare|commentaires?|comentarios?|"
    r"commenti|commento|hozzászólás(?:ok)?|komment(?:ek)?|комментари(?:и|ев|й|я)|коментар(?:ів|і|и)?|"
    r"reacties|kommentarer|komentarze|коментари|comentários?|răspunsuri|replies|antworten"
)
_NETWORKS = r"facebook|twitter|whatsapp|linkedin|telegram|pinterest|instagram|reddit|messenger|e-?mail|x|bluesky|tiktok|viber|threads|copy link|print"
_SHARE_VERBS = (
    r"share|tweet|teilen|partager|compartir|condividi|megosztás|поделиться|поділитися|distribuie|"
    r"distribuiți|trimite|partajează|partajați|follow us|urmărește-ne|urmăriți-ne|folgen sie uns|"
    r"suivez-nous|síguenos|seguici"
)

#: A whole line that is one of these is furniture. Each pattern must match the line from end to end.
_LINES = [
    rf"(?:{_COMMENT_WORDS})\s*:?\s*{_NUMBER}",
    rf"{_NUMBER}\s*(?:{_COMMENT_WORDS})",
    r"(?:niciun comentariu|fără comentarii|comments|comentarii|kommentare|commentaires|no comments(?: yet)?|"
    r"aucun commentaire|keine kommentare|szólj hozzá!?|комментировать|комментарии|коментарі|"
    r"leave a reply|lasă un răspuns|lăsați un răspuns|log in to comment|like \d+|\d+ likes?)",
    r"(?:auf (?:facebook|twitter|x|whatsapp) teilen|artikel teilen|share this(?: article| story| post)?|"
    r"distribuie (?:acest |acum |)(?:articol|știrea|pe)(?:ul)?.{0,20}|partager cet article|megosztom|megosztás)",
    r"(?:subscribe|abonează-te|aboneaza-te|abonați-vă|jetzt abonnieren|s'abonner|abonnez-vous|suscríbete|"
    r"подписаться|підписатися|newsletter(?: abonnieren)?|feliratkozás)!?",
    r"(?:articole similare|articole recomandate|vezi și|related(?: articles| stories)?|mehr zum thema|"
    r"das könnte sie auch interessieren|olvassa el ezt is|lire aussi|lea también|recommended|recomandări)",
    r"\d+ min(?:ute)? (?:read|de citit|lesezeit)|timp de citire:? .{1,20}|lesezeit:? .{1,20}",
    r"(?:ultima actualizare|last updated|actualizat|zuletzt aktualisiert|dernière mise à jour)\s*:?\s*.{4,40}\d{4}.{0,12}",
    r"(?:alle|tout|todo|acceptă|accept)\s*(?:akzeptieren|accepter|aceptar|toate|all)",
    rf"(?:{_SHARE_VERBS})(?:\s+(?:on|pe|auf|sur|en|su|via|prin|în|в))?\s*:?(?:[\s,|/·•]*(?:{_NETWORKS}))*",
    rf"(?:{_NETWORKS})(?:\s*[|/·•]\s*(?:{_NETWORKS}))+|(?:(?:{_NETWORKS})\s+){{2,}}(?:{_NETWORKS})",
    r"(?:lasă|lăsați|adaugă|adăugați|scrie|scrieți) (?:un )?comentariu(?:l tău)?!?",
    r"(?:leave|post|add|write) a comment|kommentar (?:schreiben|verfassen|hinterlassen)|laisser un commentaire|deja un comentario|lascia un commento",
    r"(?:read more|continue reading|weiterlesen|mehr lesen|lire (?:la suite|plus)|leer más|leggi (?:anche|tutto)|"
    r"citește mai (?:mult|departe)|citiți mai (?:mult|departe)|află mai multe|continuă să citești|mehr zum thema|mehr dazu|"
    r"lesen sie auch|read also|also read|à lire aussi|lea también|читайте также|читайте також|olvassa el)"
    r"(?:\s*[:»›>…].*|\.{3})?",
    r"(?:advertisement|publicitate|werbung|anzeige|publicité|publicidad|pubblicità|hirdetés|реклама|sponsored(?: content)?|conținut sponsorizat)",
    r"(?:skip to (?:main )?content|salt la conținut|zum inhalt springen|back to top|înapoi sus|nach oben)",
    r"(?:all rights reserved|toate drepturile rezervate|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|tutti i diritti riservati)\.?",
    r"(?:©|\(c\))\s.{0,80}|copyright\s(?:©|\(c\)|\d).{0,80}",
    r"(?:tags?|etichete|schlagwörter|etiquetas|mots[- ]clés)\s*:\s*[^,.]{1,40}(?:,[^,.]{1,40}){1,8}",
    r"(?:last updated|updated|published|publicat|actualizat|stand|aktualisiert)\s*:\s*[\d.:/ ,\-–apmuhr]+",
    r"(?:print|tipărește|drucken|imprimer|imprimir|stampa)(?: (?:this )?(?:page|article|pagina|articolul|seite|artikel))?",
    r"(?:image|photo|bild|foto|getty) ?(?:caption|source|credit|quelle)[: ].{0,100}",
    r"image (?:source|caption),? .{0,100}",
]
#: A line that contains one of these, whatever stands around it, is furniture if it is short.
_PHRASES = [
    r"(?:folosim|folosește|utilizăm|utilizează|utilizarea) (?:de )?(?:module )?cookie(?:-uri|s)?",
    r"(?:we|this (?:web)?site|our (?:web)?site) uses? cookies",
    r"(?:accept|acceptă|acceptați|akzeptieren|accepter|aceptar|accetta)(?: (?:all|toate|alle|tous les|todas las|tutti i))? cookie",
    r"cookie[- ](?:policy|settings|einstellungen|richtlinie)|politica (?:de|privind) cookie|setări(?:le)? cookie",
    r"diese (?:web)?(?:seite|site) verwendet cookies|nous utilisons des cookies|utilizamos cookies|"
    r"utilizziamo (?:i )?cookie|используем файлы cookie|sütiket használ|folosim cookies|wir verwenden cookies|ce site utilise des cookies|este sitio (?:web )?utiliza cookies|questo sito utilizza (?:i )?cookie",
    r"(?:abonează-te|abonați-vă|înscrie-te|înscrieți-vă|subscribe|sign up|jetzt abonnieren|abonnieren sie|abonnez-vous|inscrivez-vous|suscríbete|iscriviti)\b.{0,40}(?:newsletter|buletin|canal|youtube|infolettre|boletín)",
    r"(?:subscribe|sign up|log in|register|abonează-te|conectează-te|autentifică-te|jetzt anmelden) (?:now|today|here|acum|aici|to (?:read|continue)|pentru a (?:citi|continua))",
    r"(?:click|tap|apasă|apăsați|klicken sie) (?:here|aici|hier)\b",
    r"(?:urmărește-ne|urmăriți-ne|follow us|folgen sie uns|suivez-nous|síguenos|seguici) (?:și )?(?:on|pe|auf|sur|en|su)\b",
    r"(?:descarcă|descărcați|download|laden sie) .{0,20}(?:aplicația|our app|the app|die app)\b",
    r"your browser does not support|browserul (?:dumneavoastră|tău) nu suportă|ihr browser unterstützt",
    r"(?:enable|activează|activați|aktivieren sie) javascript",
]
#: One of these stands in every line that a phrase can match; cheap to look for.
_KEYS = (
    "cookie", "newsletter", "buletin", "canal", "youtube", "infolettre", "boletín", "subscribe",
    "sign up", "log in", "register", "abon", "conectează", "autentifică", "anmelden", "click", "tap ",
    "sütiket", "hírlevél", "apasă", "apăsați", "klicken", "urmăr", "follow us", "folgen sie", "suivez", "síguenos",
    "seguici", "descarcă", "descărcați", "download", "laden sie", "browser", "javascript",
)  # fmt: skip


class Furniture(Check):
    """A line of page furniture: comment counter, share row, cookie notice, subscription call.

    Comment counters, share rows, "read more", advertising labels, copyright and cookie lines in
    Romanian, English, German, French, Spanish, Italian, Hungarian, Russian and Ukrainian.
    """

    name = "boilerplate.line"
    category = "boilerplate"
    confidence = 0.95

    _LONGEST = 160
    _WHOLE = re.compile("|".join(f"(?:{line})" for line in _LINES), re.IGNORECASE)
    _PART = re.compile("|".join(f"(?:{phrase})" for phrase in _PHRASES), re.IGNORECASE)
    _LETTERS = re.compile(r"[^\W\d_]{3}|[©xX]")

    def find(self, view: View) -> Iterator[Issue]:
        for line in view.target.lines:
            if len(line.text) > self._LONGEST:
                continue
            body = line.text.strip(" \t|·•-–—>»")
            if not self._LETTERS.search(body) or not self._matches(body):
                continue
            if self._is_prose(body):
                continue
            message = Message(
                "Page furniture left in the article.", "Rest din pagina web rămas în articol."
            )
            yield self.issue(view, line.start, line.end, message, "")

    def _matches(self, body: str) -> bool:
        # prose ends in a full stop and is long; the patterns are tried on what is left
        if (len(body) < 60 or body[-1] not in '.!?”"') and self._WHOLE.fullmatch(body):
            return True
        lower = body.lower()
        return any(key in lower for key in _KEYS) and self._PART.search(body) is not None

    def _is_prose(self, body: str) -> bool:
        """Whether the phrase stands in a full sentence of the article about cookies or newsletters."""
        if ": " in body and not body.lower().startswith(
            ("tags", "etichete", "read", "cit", "last")
        ):
            return self._WHOLE.fullmatch(body) is None  # a headline about it
        return body.count(" ") > 16 or ("„" in body and body.endswith((".", "”")))


class Tags(Check):
    """A mark-up tag or template placeholder left in the text: "<br>", "</p>", "{{title}}"."""

    name = "boilerplate.markup"
    category = "boilerplate"
    severity = "major"
    confidence = 0.97

    _TAG = re.compile(
        r"</?(?:a|abbr|article|aside|b|blockquote|br|button|code|dd|div|dl|dt|em|figcaption|figure|font|"
        r"footer|form|h[1-6]|header|hr|i|iframe|img|input|label|li|link|main|meta|nav|ol|option|p|pre|q|"
        r"script|section|select|small|source|span|strong|style|sub|sup|svg|table|tbody|td|th|thead|time|tr|"
        r"u|ul|video)(?:\s[^<>\n]{0,300})?/?>|<!--[^\n]{0,200}?-->|\{\{[^{}\n]{1,60}\}\}|\{%[^%\n]{1,60}%\}"
        r"|\$\{[\w.]{1,40}\}|\[/?(?:b|i|u|url|img|quote|caption|embed)(?:=[^\]\n]{0,100})?\]",
        re.IGNORECASE,
    )

    def find(self, view: View) -> Iterator[Issue]:
        text = view.target.text
        if not any(mark in text for mark in "<{["):
            return
        for match in self._TAG.finditer(text):
            if is_from_source(view, *match.span()):
                continue
            message = Message("Mark-up left in the text.", "Marcaj rămas în text.")
            yield self.issue(view, *match.span(), message, "")


CHECKS = (Furniture, Tags)
