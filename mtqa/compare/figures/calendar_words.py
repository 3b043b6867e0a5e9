"""Months, weekdays and parts of the day in nine languages: stems and endings (2026, CC0).

Forms are without diacritics (Cyrillic as it is); ``+`` ends a stem that takes any ending.
"""

from __future__ import annotations

#: January to December.
MONTHS: dict[str, str] = {
    "en": "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|"
    "september sept sep|october oct|november nov|december dec",
    "de": "januar janner jan|februar feb|marz|april apr|mai|juni|juli|august aug|september sept "
    "sep|oktober okt|november nov|dezember dez",
    "fr": "janvier janv|fevrier fevr|mars|avril avr|mai|juin|juillet juil|aout|septembre sept|"
    "octobre oct|novembre nov|decembre dec",
    "es": "enero ene|febrero feb|marzo|abril abr|mayo|junio jun|julio jul|agosto ago|septiembre "
    "setiembre sept sep|octubre oct|noviembre nov|diciembre dic",
    "it": "gennaio gen|febbraio feb|marzo|aprile apr|maggio|giugno|luglio|agosto|settembre sett|"
    "ottobre ott|novembre nov|dicembre dic",
    "hu": "januar+ jan|februar+ febr|marcius+ marc|aprilis+ apr|majus+ maj|junius+ jun|julius+ "
    "jul|augusztus+ aug|szeptember+ szept|oktober+ okt|november+ nov|december+ dec",
    "ru": "январ+|феврал+|март марта марте марту мартом мартовск+|апрел+|май мая мае маю маем "
    "майск+|июнь июня июне июню июньск+|июль июля июле июлю июльск+|август августа августе "
    "августу августовск+|сентябр+|октябр+|ноябр+|декабр+",
    "uk": "січень січня січні січнем|лютий лютого лютому|березень березня березні березнем|квітень "
    "квітня квітні|травень травня травні|червень червня червні|липень липня липні|серпень серпня "
    "серпні|вересень вересня вересні|жовтень жовтня жовтні|листопад листопада листопаді|грудень "
    "грудня грудні",
    "ro": "ianuarie ian|februarie feb|martie|aprilie apr|mai|iunie|iulie|august aug|septembrie "
    "sept|octombrie oct|noiembrie noi nov|decembrie dec",
}
#: Monday to Sunday.
WEEKDAYS: dict[str, str] = {
    "en": "monday mondays mon|tuesday tuesdays tues|wednesday wednesdays|thursday thursdays thurs|"
    "friday fridays|saturday saturdays|sunday sundays",
    "de": "montag+|dienstag+|mittwoch+|donnerstag+|freitag+|samstag+ sonnabend+|sonntag+",
    "fr": "lundi lundis|mardi mardis|mercredi mercredis|jeudi jeudis|vendredi vendredis|samedi "
    "samedis|dimanche dimanches",
    "es": "lunes|martes|miercoles|jueves|viernes|sabado sabados|domingo domingos",
    "it": "lunedi|martedi|mercoledi|giovedi|venerdi|sabato sabati|domenica domeniche",
    "hu": "hetfo+|kedd+|szerda+ szerdan|csutortok+|pentek+|szombat+|vasarnap+",
    "ru": "понедельник+|вторник+|среду среды средам|четверг+|пятниц+|суббот+ субботн+|воскресень+ "
    "воскресн+",
    "uk": "понеділ+|вівтор+|середу середи серед|четвер четверга четвергом|п'ятниц+|субот+|неділ+ "
    "недільн+",
    "ro": "luni lunea|marti martea|miercuri miercurea|joi joia|vineri vinerea vinerii|sambata "
    "sambetei simbata|duminica duminicii",
}
#: Words that put an hour of the clock before noon (0) or after it (12).
DAYPARTS: dict[str, str] = {
    "en": "am a.m|pm p.m",
    "de": "morgens vormittags|nachmittags abends",
    "fr": "matin|soir",
    "es": "manana madrugada|tarde noche",
    "it": "mattino mattina|pomeriggio sera",
    "hu": "delelott reggel hajnali hajnalban|delutan este",
    "ru": "утра|вечера дня",
    "uk": "ранку|вечора дня",
    "ro": "dimineata dimineții am a.m|seara dupa-amiaza amiaza pranz pm p.m seara",
}
#: Forms that are another word more often, so that a month or weekday must be shown by its company.
DOUBTFUL: dict[str, frozenset[str]] = {
    "en": frozenset("may march mar sun sat mon jan dec jun sep".split()),
    "fr": frozenset(["mars", "mai"]),
    "ro": frozenset("mai luni noi dec nov ian oct apr feb aug".split()),
    "it": frozenset(["gen", "nov", "dic"]),
    "es": frozenset("ago dic oct nov abr ene".split()),
    "hu": frozenset("nov dec okt apr jan".split()),
    "ru": frozenset(["среды"]),
    "uk": frozenset(["середи", "серед", "листопада"]),
}
