"""Grammar: each rule with what it hears and the near misses it must leave alone."""

from __future__ import annotations

import pytest

from mtqa.checks.base import Check
from mtqa.checks.grammar import agreement, case, government, nouns, numerals, predicate, verbs
from tests.checks.direct import fixes, marks


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A câștigat primul repriză fără emoții.", [("primul repriză", "prima repriză")]),
        ("Locuiesc într-un vechi casă de țară.", [("un vechi casă", None)]),
        ("Au fost găsite câțiva documente.", [("câțiva documente", "câteva documente")]),
        ("Doi persoane au fost rănite.", [("Doi persoane", "Două persoane")]),
        ("Ancheta vizează aceste ministru.", [("aceste ministru", "acest ministru")]),
        ("Cu o sejur la mare", [("o sejur", "un sejur")]),
        ("A primit o veste, un veche prietenă, acest oraș, câteva orașe.", [("un veche", None)]),
        ("O taxă de doi euro, alți doi rand și trei sute de peso.", []),
        # the feminine genitive looks like a plural, the neuter changes its gender in the plural
        ("Directorul unei companii, membrii unei familii, un oraș, două orașe.", []),
        ("Cele două state și cei doi președinți ai acestor țări.", []),
        # "o" may be the pronoun or the future, "primul" a pronoun, "a doua" an ordinal
        ("O a doua șansă. O să vină. Nu o mai vede. Primul a plecat.", []),
        ("Prima dată, un anume domn, o mie, un pic, un fel de.", []),
        ("Aceste site-uri și niște carne.", []),
        ("Un Maria Tănase și un „casă”.", []),
        ("Pe mulți vestea i-a surprins.", []),
    ],
)
def test_determiners(text: str, found: list[tuple[str, str | None]]) -> None:
    assert fixes(agreement.DeterminerAgreement, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Așteptăm prețuri scăzută de la minister.", ["prețuri scăzută"]),
        ("În anotimpul ploioasă plouă zilnic.", ["anotimpul ploioasă"]),
        ("Oamenii au nevoie de păsări verzi și de ape adânci.", []),
        ("Agenția de știri rusă a confirmat vestea.", []),
        ("Sunt de obicei pline.", []),
        ("Zonele fervent catolice votează altfel.", []),
        ("O masă sau un scaun așezate pe jos", []),
    ],
)
def test_adjectives(text: str, found: list[str]) -> None:
    assert marks(agreement.AdjectiveAgreement, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Este unul dintre echipele bune.", [("unul dintre", "una dintre")]),
        ("Una dintre orașele mari a fost lovită.", [("Una dintre", "Unul dintre")]),
        ("E unul din cele mai bune cărți.", [("unul din", "una din")]),
        ("Părerea unei dintre victime", [("unei dintre", "uneia dintre")]),
        ("Unul dintre orașele mari, una dintre țările mici, unul dintre cei doi.", []),
        ("Una dintre ele și unul din zece.", []),
    ],
)
def test_one_of(text: str, found: list[tuple[str, str]]) -> None:
    assert fixes(nouns.OneOf, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Elevii au fost chemată la spital.", ["Elevii au fost chemată"]),
        ("Ministrul a spus că legile este dure.", ["legile este"]),
        ("Femeia a fost condamnat la plată.", ["Femeia a fost condamnat"]),
        ("Autoritățile a evacuat satul.", ["Autoritățile a"]),
        ("Trupele rusești a înaintat.", ["Trupele rusești a"]),
        ("Măsurile guvernului va fi aplicate.", ["Măsurile guvernului va"]),
        (
            "Declarațiile a doi miniștri, actele a căror copie a fost dată, majoritatea a plecat.",
            [],
        ),
        ("Mama a fost medic, fata a fost martor.", []),
        ("Autoritățile au evacuat satul, iar guvernul va plăti.", []),
        ("Casa este frumoasă, iar copiii sunt veseli.", []),
        ("Majoritatea sunt mulțumiți. Restul au fost anulate.", []),
        ("Directorul școlii din comunele vecine a fost arestat.", []),
        ("Cometele ar fi putut lovi. Prețurile ar fi crescut.", []),
        ("Într-o populație sunt mulți.", []),
    ],
)
def test_predicates(text: str, found: list[str]) -> None:
    assert marks(predicate.PredicateAgreement, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Sancțiuni împotriva Rusia au fost votate.", [("împotriva Rusia", "împotriva Rusiei")]),
        ("În timpul război au murit mii de oameni.", [("timpul război", "timpul războiului")]),
        ("din cauza ploile", [("cauza ploile", "cauza ploilor")]),
        ("Împotriva Rusiei, asupra orașului, din cauza ploilor, în timpul unei vizite.", []),
        ("Din partea stângă, în baza navală, contra cronometru, meciul contra Steaua.", []),
        ("Un meci împotriva Steaua București, o ofensivă asupra a trei orașe.", []),
        ("Prin intermediul site-urilor", []),
    ],
)
def test_genitive_after_prepositions(text: str, found: list[tuple[str, str | None]]) -> None:
    assert fixes(government.GenitiveAfterPreposition, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Au venit mai multe trenurile.", [("mai multe trenurile", "mai multe trenuri")]),
        ("Este un orașul vechi și un centrul de comerț.",
         [("un orașul", "un oraș"), ("un centrul", "un centru")]),
        ("Mai multe trenuri. Multe dintre ele. Cele mai multe.", []),
        ("Ambele orașe, o perioada, două ideologii.", []),
    ],
)  # fmt: skip
def test_stray_articles(text: str, found: list[tuple[str, str]]) -> None:
    assert fixes(case.StrayArticle, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Au rămas trei etape în campionatul.", [("în campionatul", "în campionat")]),
        ("Au rămas trei etape în campionatul intern.", []),
        ("Le-a găsit în campionat. A venit cu trenul.", []),
        ("Înainte, în timpul, dar și după război. Pentru restul.", []),
        ("Interesul pentru tramvaiul, autobuzul și metroul capitalei", []),
    ],
)
def test_articles_after_prepositions(text: str, found: list[tuple[str, str]]) -> None:
    assert fixes(case.ArticleAfterPreposition, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mama lui Ioana a plecat.", [("lui Ioana", "Ioanei")]),
        ("Fratele lui Maria", [("lui Maria", "Mariei")]),
        ("Fratele lui Luca, cartea lui Toma, discursul lui Zaharova.", []),
        ("Discursul lui Melania Trump", []),
    ],
)
def test_lui_before_a_womans_name(text: str, found: list[tuple[str, str]]) -> None:
    assert fixes(case.FeminineName, text) == found


def test_possessive_articles() -> None:
    assert fixes(case.PossessiveArticle, "Vedem portrete al profesoarei.") == [
        ("portrete al profesoarei", "portrete ale profesoarei")
    ]
    assert marks(case.PossessiveArticle, "Liderii al opoziției au plecat.") == [
        "Liderii al opoziției"
    ]
    assert marks(case.PossessiveArticle, "O parte al orașului arde.") == ["parte al orașului"]
    assert marks(case.PossessiveArticle, "O parte a orașului arde. Lideri ai opoziției.") == []
    assert marks(case.PossessiveArticle, "Un director de vânzări al firmei a demisionat.") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Au murit 25 soldați.", [("25 soldați", "25 de soldați")]),
        ("Au murit 107 de soldați.", [("107 de soldați", "107 soldați")]),
        ("Au fugit 2.005 oameni, 120 de mii, 11.000 de oameni și 101 dalmațieni.", []),
        ("Costă 30 milioane de euro.", [("30 milioane", "30 de milioane")]),
        ("douăzeci soldați", [("douăzeci soldați", "douăzeci de soldați")]),
        ("La 120 km, 25 % dintre ei, 44 ani, 300 lei, 2,5 milioane, în 2020 soldații.", []),
        ("În 1990 state noi au apărut. Brigada 11 de infanterie a plecat.", []),
        ("scor 20-25 puncte (30 familii)", []),
    ],
)
def test_de_after_numerals(text: str, found: list[tuple[str, str]]) -> None:
    assert fixes(numerals.NumeralDe, text) == found


@pytest.mark.parametrize(
    ("check", "text", "found"),
    [
        (
            verbs.Subjunctive,
            "Vrea să merge acasă și să se răsturnă.",
            ["să merge", "să se răsturnă"],
        ),
        (verbs.Subjunctive, "Pare să fi plecat. Să nu se teamă. Să le facă. Să mai vină.", []),
        (verbs.Auxiliary, "Firma va trebuie să plătească.", ["va trebuie"]),
        (verbs.Auxiliary, "Martorii au spun altceva.", ["au spun"]),
        (verbs.Auxiliary, "Firma va trebui. Martorii au spus. A constat. Vor dispărea.", []),
        (verbs.Auxiliary, "Au copii. Nu se va face. Sistemul AI este nou.", []),
        (verbs.Infinitive, "A venit pentru a găsit martori.", ["pentru a găsit"]),
        (verbs.Infinitive, "Pentru a găsi, pentru a doua oară, fără a fi, pentru a nu cădea.", []),
    ],
)
def test_verbs(check: type[Check], text: str, found: list[str]) -> None:
    assert marks(check, text) == found


@pytest.mark.parametrize(
    ("check", "text", "found"),
    [
        (nouns.MissingGenitive, "Vorbesc despre averea ministrul.", ["averea ministrul"]),
        (nouns.MissingGenitive, "Resursele statului. Luna trecută guvernul. A trecut cu vederea faptele.", []),
        (nouns.AllOfOne, "A oprit toate zgomotul.", ["toate zgomotul"]),
        (nouns.AllOfOne, "A oprit toate trenurile și tot traficul.", []),
        (nouns.MissingGenitive, "Și-a început activitatea salonul. Joia orele devin lungi. Anunță participarea președintele.", []),
        (nouns.MissingGenitive, "Motivul este ipocrizia persoanele.", ["ipocrizia persoanele"]),
        (nouns.ThoseAgreement, "Una dintre cele mai înalte trecători a fost închisă.", []),
        (nouns.ThoseAgreement, "Cele zece martori, cele mai înalți munți, cel mai mare clădire",
         ["Cele zece martori", "cele mai înalți", "cel mai mare clădire"]),
        (nouns.ThoseAgreement, "Cei zece martori, cele mai înalte vârfuri, cele două orașe, cei prezenți, filmele cel mai apreciate.", []),
    ],
)  # fmt: skip
def test_nouns(check: type[Check], text: str, found: list[str]) -> None:
    assert marks(check, text) == found


def test_texts_without_marks_are_left_alone() -> None:
    text = "Romania a jucat pana acum ca o tara mica, dar daca trage sapca pe ochi si pe urechi, va fi."
    for check in (*agreement.CHECKS, *case.CHECKS, *nouns.CHECKS, *verbs.CHECKS):
        assert marks(check, text) == []


def test_the_old_letters_are_read_as_the_new_ones() -> None:
    assert fixes(agreement.DeterminerAgreement, "Fetiţa are două ani şi acea copil.") == [
        ("două ani", "doi ani"),
        ("acea copil", "acel copil"),
    ]
