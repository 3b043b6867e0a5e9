"""The calque table as its own specification: each entry hears its example, not its near miss."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

import pytest

from mtqa.errors import ConfigError
from mtqa.romanian.calque_patterns import Vocabulary, compile_pattern, fold
from mtqa.romanian.calques import SEVERITIES, Calque, CalqueTable, default_table, find_calques
from mtqa.romanian.paradigms import paradigm
from mtqa.romanian.tokens import tokens

DATA = Path(os.environ.get("MTQA_DATA", "../shared/data"))
TABLE = default_table()


def words(text: str) -> list[str]:
    return [token.text for token in tokens(text)]


def ids(text: str, **options) -> list[str]:
    return [hit.calque.id for hit in find_calques(words(text), **options)]


def marked(text: str) -> list[tuple[str, str | None]]:
    split = words(text)
    return [(" ".join(split[h.start : h.end]), h.suggestion) for h in find_calques(split)]


def table(*rows: dict[str, object], sets: dict[str, str] | None = None) -> CalqueTable:
    """A little table of its own; fields that do not matter to the test are filled in."""
    filled = {"origin": "x", "romanian": "y", "severity": "minor", "example": "", "ok": ""}
    lemmas = {
        "face": paradigm("verb fac faci face facem faceți fac facă face făcea făcu făcut făcând"),
        "avea": paradigm("verb am ai are avem aveți au aibă avea avea avu avut având"),
    }
    entries = [Calque(**{"id": str(number), **filled, **row}) for number, row in enumerate(rows)]
    return CalqueTable(entries, Vocabulary(lemmas, sets or {}), {"sport": "meci* gol"})


@pytest.mark.parametrize("entry", TABLE.entries, ids=lambda entry: entry.id)
def test_entry_hears_its_example_and_not_its_near_miss(entry):
    assert ids(entry.example) == [entry.id]
    assert ids(entry.ok) == []


def test_table_is_complete_and_well_formed():
    assert len(TABLE.entries) >= 280
    for entry in TABLE.entries:
        assert entry.severity in SEVERITIES
        assert entry.origin and entry.romanian and entry.example and entry.ok, entry.id
        assert entry.example != entry.ok
    assert all(n == 1 for n in Counter(e.example for e in TABLE.entries).values())


def test_replacements_can_be_written_for_their_own_examples():
    for entry in TABLE.entries:
        if entry.replace:
            (hit,) = find_calques(words(entry.example))
            assert hit.suggestion, entry.id
            assert "<" not in hit.suggestion and "{" not in hit.suggestion


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Uzinele merg în jurul ceasului.", [("în jurul ceasului", "non-stop")]),
        ("În jurul ceasului, uzina merge.", [("În jurul ceasului", "Non-stop")]),
        ("Planul făcea sens în 1990.", [("făcea sens", "avea sens")]),
        ("Nu cred că va face sens.", [("face sens", "avea sens")]),
        ("Vrem ca planul să facă sens.", [("facă sens", "aibă sens")]),
        ("Asta nu face prea mult sens.", [("face prea mult sens", "are prea mult sens")]),
        ("Au făcut o altă decizie ieri.", [("făcut o altă decizie", "luat o altă decizie")]),
        ("El face aceste decizii.", [("face aceste decizii", "ia aceste decizii")]),
        (
            "Potrivit vorbitorului Ministerului Rus de Externe, nu.",
            [("vorbitorului", "purtătorului de cuvânt")],
        ),
        ("Vorbitoarea guvernului a negat.", [("Vorbitoarea", "Purtătoarea de cuvânt")]),
        ("A văzut vorbitorii poliției.", [("vorbitorii", "purtătorii de cuvânt")]),
        ("Trimit gloanțe de artilerie.", [("gloanțe", "proiectile")]),
        ("Prețul gloanțelor de artilerie crește.", [("gloanțelor", "proiectilelor")]),
        ("S-au lansat recorduri de 728 de drone.", [("recorduri de", "un număr record de")]),
        ("Nu au plătit multă atenție.", [("plătit multă atenție", "acordat multă atenție")]),
    ],
)
def test_spans_and_inflected_suggestions(text, expected):
    assert marked(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Ne vedem în jurul ceasului din piață.",
        "Strada are sens unic.",
        "Numărul vorbitorilor de franceză crește.",
        "Luați loc, vă rog!",
        "Delegații au luat loc la masă.",
        "Guvernul a luat în considerare propunerea.",
        "A stabilit un record de 10 secunde.",
        "Poliția a găsit gloanțe de pistol.",
        "Scrisoarea purta antetul clubului.",
        "Echipa intră în forță în playoff, după meciul de marți.",
        "Comisia de apel a revenit asupra deciziei făcute publice.",
        "Liderul rupe tăcerea după proteste.",
        "Sunt pe fugă, a spus ministrul.",
    ],
)
def test_correct_romanian_stays_silent(text):
    assert ids(text) == []


def test_legacy_cedillas_and_missing_diacritics():
    assert ids("Fabricile merg în jurul ceasului, zi şi noapte, spune patronul.")
    assert ids("Au lovit cu gloanţe de artilerie oraşul.") == ["artillery-bullets"]
    bare = fold("Armata a tras mii de gloanțe de artilerie asupra portului")
    (hit,) = find_calques(words(bare))
    assert hit.calque.id == "artillery-bullets"
    assert ids(fold("Fabrica de armament lucrează de ieri în jurul ceasului")) == [
        "around-the-clock"
    ]


def test_words_with_hyphens_count_as_one():
    hits = find_calques(["Două", "alegeri", "-", "surpriză", ":", "Calea-Laptelui", "."])
    assert [(hit.start, hit.end) for hit in hits] == [(5, 6)]


def test_a_topic_comes_from_the_sentence_or_from_the_article():
    sentence = "Elful lui Nagelsmann a rezistat."
    assert ids(sentence) == []
    assert ids("Elful lui Nagelsmann a câștigat meciul.") == ["elf-eleven"]
    article = words("Meciul s-a terminat 2-0. Portarul a apărat penalty-ul. Scorul e corect.")
    assert "football" in TABLE.topics(article)
    assert ids(sentence, topics=TABLE.topics(article)) == ["elf-eleven"]
    assert TABLE.topics(words("Portarul blocului a plecat.")) == frozenset()


def test_a_lemmatizer_adds_forms_the_table_lacks():
    little = table({"pattern": "<face> sens"})
    assert little.find("Dacă aceasta ar făcutără sens".split()) == []
    found = little.find(
        "Dacă aceasta ar făcutără sens".split(),
        lemmas=lambda form: ["face"] if form == "făcutără" else [],
    )
    assert [(hit.start, hit.end) for hit in found] == [(3, 5)]


@pytest.mark.parametrize(
    ("row", "sentence", "spans"),
    [
        ({"pattern": "a {2} b"}, "a x y b", [(0, 4)]),
        ({"pattern": "a {2} b"}, "a x y z b", []),
        ({"pattern": "a {2} b"}, "a , b", []),
        ({"pattern": "a (x|y z)? b"}, "a y z b", [(0, 4)]),
        ({"pattern": "a (x|y z)? b"}, "a b", [(0, 2)]),
        ({"pattern": "a (x|y z)? b"}, "a y b", []),
        ({"pattern": "^ ana merge"}, "„ ana merge", [(1, 3)]),
        ({"pattern": "^ ana merge"}, "azi ana merge", []),
        ({"pattern": "[ana] merge $"}, "ana merge .", [(0, 1)]),
        ({"pattern": "[ana] merge $"}, "ana merge acasă", []),
        ({"pattern": "ana # (de)? mere"}, "ana 12.000 de mere", [(0, 4)]),
        ({"pattern": "ana # mere"}, "ana trei mere", [(0, 3)]),
        ({"pattern": "ana mer*"}, "ana merge", [(0, 2)]),
        ({"pattern": "ana @fruct"}, "ana pere", [(0, 2)]),
        ({"pattern": "ana merge", "unless": "pe*"}, "ana merge la perete", []),
        ({"pattern": "ana merge", "unless_after": "bine"}, "ana merge bine", []),
        ({"pattern": "ana merge", "unless_after": "bine"}, "ana merge la bine", [(0, 2)]),
        ({"pattern": "ana merge", "unless_before": "că"}, "că ana merge", []),
        ({"pattern": "ana merge", "needs": "sport"}, "ana merge la meciul", [(0, 2)]),
        ({"pattern": "ana merge", "needs": "sport"}, "ana merge la film", []),
        ({"pattern": "gol mare", "needs": "sport"}, "un gol mare", []),
    ],
)
def test_mini_language(row, sentence, spans):
    little = table(row, sets={"fruct": "mere pere"})
    assert [(hit.start, hit.end) for hit in little.find(sentence.split())] == spans


def test_of_overlapping_entries_the_longer_stays():
    little = table({"pattern": "ana merge"}, {"pattern": "merge pe jos"}, {"pattern": "jos"})
    found = little.find("ana merge pe jos".split())
    assert [(hit.calque.id, hit.start, hit.end) for hit in found] == [("1", 1, 4)]


@pytest.mark.parametrize(
    "pattern", ["<nimic> sens", "@nimic sens", "mer* {2} per*", "{3}", "a ) b", "ana ( b"]
)
def test_a_pattern_that_means_nothing_is_refused(pattern):
    with pytest.raises(ConfigError):
        compile_pattern(pattern, Vocabulary({}, {}))


@pytest.mark.parametrize(
    ("broken", "word"),
    [
        ('severity = "huge"', "severity"),
        ('severity = "minor"\ncolour = "red"', "colour"),
        ('severity = "minor"', "missing"),
    ],
)
def test_a_broken_table_names_the_entry(tmp_path, broken, word):
    path = tmp_path / "calques.toml"
    path.write_text(
        f'[topics]\n[sets]\n[lemmas]\n[[calque]]\nid = "one"\npattern = "ana merge"\n{broken}\n',
        encoding="utf-8",
    )
    with pytest.raises(ConfigError, match=rf"one.*{word}"):
        CalqueTable.load(path)


@pytest.mark.parametrize(
    ("spec", "slot", "form"),
    [
        ("esc plăt", "3sg", "plătește"),
        ("esc plăt", "subj", "plătească"),
        ("ez marc", "2sg", "marchezi"),
        ("ez concedi", "3sg", "concediază"),
        ("m ministru miniștri", "gdef.pl", "miniștrilor"),
        ("n glonț gloanțe", "def.pl", "gloanțele"),
        ("f secție secții", "gdef.sg", "secției"),
        ("f cameră camere", "gdef.sg", "camerei"),
        ("f stare stări", "def.sg", "starea"),
        ("f ploaie ploi", "gdef.sg", "ploii"),
        ("m om oameni + oameniu", "other0", "oameniu"),
        ("adj gratuit gratuită gratuiți gratuite", "f.def.sg", "gratuita"),
    ],
)
def test_paradigms(spec, slot, form):
    assert paradigm(spec)[slot] == form


@pytest.mark.parametrize("spec", ["verb fac faci", "frunză verde", "m om"])
def test_a_paradigm_that_means_nothing_is_refused(spec):
    with pytest.raises(ConfigError):
        paradigm(spec)


HUMAN = [
    "ntrex/ron.txt",
    *(f"mt-en-ro/{name}.ro" for name in ("flores-dev", "flores-test", "newstest2016-tail")),
    *(f"mlqe-pe-ro-en/{name}.src" for name in ("train", "dev", "test20")),
]


@pytest.mark.skipif(not (DATA / HUMAN[0]).exists(), reason="needs the corpora under MTQA_DATA")
def test_human_news_rings_less_than_once_in_two_thousand_sentences():
    sentences = [
        line
        for name in HUMAN
        if (DATA / name).exists()
        for line in (DATA / name).read_text(encoding="utf-8").splitlines()
    ]
    false_alarms = sum(len(find_calques(words(line))) for line in sentences)
    assert len(sentences) > 1000
    assert false_alarms * 2000 <= len(sentences)
