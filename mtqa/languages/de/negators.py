"""Words that negate in German (own compilation, 2026, CC0)."""

STRONG = (
    "nicht kein keine keinen keinem keiner keines keinerlei nie niemals niemand niemanden "
    "niemandem nichts nirgends weder keinesfalls keineswegs nein"
)
LOOSE = (
    "nicht nur|nicht zuletzt|nicht allein|nicht bloß|nicht einmal|nicht erst|nicht selten|nicht "
    "umsonst|nicht weit|nicht lange|nicht unbedingt|nicht ganz|nicht unerheblich|nicht "
    "unwesentlich|nicht genug|nicht ausreichend|nicht einfach|nicht leicht|nicht mehr lange|nicht "
    "alle|nicht jeder|nicht jede|nicht gerade|nicht schuldig|wenn nicht|ob nicht|oder nicht|warum "
    "nicht|bis nicht|nicht weniger|nicht mehr als|nicht sicher|nicht klar|kein wunder|kein "
    "anderer|keine frage|keine andere|keinen hehl|nichts anderes|nichts als|noch nie|wie nie|nie "
    "zuvor|nicht schlecht|nicht gut|kein problem|nicht wahr|nicht besonders|viel zu|jahrzehnten "
    "nicht|jahren nicht|lange nicht|nicht aus|nicht so lange"
)
WEAK = (
    "ohne kaum weniger nur erst bloß lediglich fehlen fehlt fehlte mangel mangelnd ablehnen lehnt "
    "lehnte abgelehnt verweigern verweigert weigern weigerte weigerten weigert vermeiden "
    "verhindern verhindert verbieten verboten verbot leugnen bestreiten bestritt dementieren "
    "unmöglich außer statt anstatt trotz falsch gegen sondern verlor verzichten verzichtet "
    "ausschließen ausgeschlossen ausbleiben vergessen scheitern scheiterte gescheitert verpassen "
    "verfehlen weg entgehen ungern ansonsten obwohl jemals irgend schwierig null aufhören stoppen "
    "ausgeschlossen fern leer tot trotzdem scheitert schwierige verzichte verzichteten fehlten "
    "lehnten verhinderte verhinderten untersagt untersagte stoppte gestoppt verlassen außerhalb "
    "hinaus mangel* widersetz* verweiger* verhinder* vermeid* verzicht* fehl* unklar* scheiter* "
    "negativ* minder* heraus* übersehen übersieht eingeschlossen* ausgeschlossen* zurück* "
    "abgewehrt* außer außerhalb deal entfernt fest"
)
PREFIXES = "un miss nicht"
SUFFIXES = "los lose losen loser frei freie"
NOT_NEGATIVE = "unabhängig unter unser univers unfall ungefähr union uns unit"
SURE = True
REACH = 0.35
AFTER = 0.5
