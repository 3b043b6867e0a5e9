"""Names of history and scripture that Romanian has in a form of its own. By hand, 2026, CC0."""

from __future__ import annotations

from functools import lru_cache

#: Foreign form (English first), then the Romanian ones.
_NAMES = """
Abraham Avraam,Abraham|Eve Eva|Aeschylus Eschil
Aesop Esop|Alexander Alexandru|Anthony Antonie,Anton|Archimedes Arhimede
Aristophanes Aristofan|Aristotle Aristotel|Athena Atena|Augustine Augustin|Augustus August
Bacchus Bahus|Bartholomew Bartolomeu|Benedict Benedict|Buddha Buda,Buddha|Caesar Cezar
Charlemagne Carol|Charles Carol,Charles|Christ Hristos,Cristos|Christopher Cristofor
Cleopatra Cleopatra|Clovis Clovis|Columbus Columb|Confucius Confucius|Constantine Constantin
Copernicus Copernic|Cyrus Cirus|Darius Darius|Demosthenes Demostene|Diocletian Dioclețian
Elizabeth Elisabeta,Elizabeth|Epicurus Epicur|Euclid Euclid|Euripides Euripide|Francis Francisc
Frederick Frederic|Genghis Ginghis|George Gheorghe,George|Gregory Grigore|Hadrian Hadrian
Hannibal Hanibal|Henry Henric|Heraclitus Heraclit|Herodotus Herodot|Hippocrates Hipocrate
Homer Homer|Horace Horațiu|Isaiah Isaia|James Iacob,James,Iacov|Jesus Isus,Iisus
Joan Ioana|John Ioan,Ion|Joseph Iosif|Judas Iuda|Julius Iulius,Iuliu|Justinian Iustinian
Leonardo Leonardo|Livy Titus|Louis Ludovic|Luke Luca|Luther Luther|Magellan Magellan
Mark Marcu,Marc|Mary Maria|Matthew Matei|Mehmed Mahomed|Michael Mihail,Mihai
Michelangelo Michelangelo|Mohammed Mahomed|Moses Moise|Muhammad Mahomed|Nero Nero
Nicholas Nicolae|Noah Noe|Octavian Octavian|Odysseus Ulise,Odiseu|Ovid Ovidiu|Paul Pavel,Paul
Pericles Pericle|Peter Petru,Petre|Philip Filip|Plato Platon|Pliny Pliniu|Plutarch Plutarh
Pompey Pompei|Ptolemy Ptolemeu|Pythagoras Pitagora|Richard Richard|Saladin Saladin
Saul Saul|Seneca Seneca|Socrates Socrate|Solomon Solomon|Sophocles Sofocle|Spartacus Spartacus
Stephen Ștefan|Strabo Strabon|Suleiman Soliman|Tacitus Tacit|Thales Thales|Theodosius Teodosie
Thomas Toma|Thucydides Tucidide|Tiberius Tiberiu|Trajan Traian|Virgil Vergiliu|Vespasian Vespasian
Victoria Victoria|William Wilhelm|Xenophon Xenofon|Xerxes Xerxe|Zarathustra Zarathustra|Zeus Zeus
Jehovah Iehova|Yahweh Iahve|Satan Satana|Santa Moș|Easter Paști,Paște,Pascal
Christmas Crăciun|Ramadan Ramadan|Pope Papa,papă|Virgin Fecioara
"""
#: Of these no Romanian paper keeps the foreign form, whoever bears it.
_ALWAYS = frozenset("Strabo Plato Pliny Plutarch Herodotus Thucydides Pythagoras Euripides "
                    "Sophocles Aristophanes Aeschylus Archimedes Copernicus Heraclitus Ptolemy "
                    "Xenophon Aristotle Tacitus Trajan Diocletian".split())  # fmt: skip


@lru_cache(maxsize=1)
def _table() -> dict[str, tuple[str, ...]]:
    entries = "|".join(_NAMES.split("\n")).split("|")
    pairs = (entry.rsplit(" ", 1) for entry in entries if entry.strip())
    return {foreign.strip(): tuple(forms.split(",")) for foreign, forms in pairs}


def historical(word: str) -> tuple[str, ...]:
    """The Romanian forms that the foreign name may have; empty where none is listed.

    >>> historical("Plato")
    ('Platon',)
    """
    return _table().get(word, ())


def must_change(word: str) -> str | None:
    """The Romanian form of a name that never stays foreign, ``None`` for all others."""
    return historical(word)[0] if word in _ALWAYS else None
