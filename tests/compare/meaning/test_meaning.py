"""Negations, directions and roles against the source: hits and near misses from the news."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtqa import Article, Checker, Config
from mtqa.align.article import parallel
from mtqa.compare.meaning import pairs
from mtqa.compare.meaning.direction import reversed_ideas
from mtqa.compare.meaning.negation import gained, lost
from mtqa.compare.meaning.roles import swapped


def say(judge, source: str, target: str, language: str = "en") -> list[str]:  # type: ignore[no-untyped-def]
    found = []
    for pair in pairs(source, target, parallel(source, target), language):
        found += [target[verdict.start : verdict.end] for verdict in judge(pair)]
    return found


@pytest.mark.parametrize(
    ("source", "target", "language"),
    [
        ("The minister did not sign the treaty.", "Ministrul a semnat tratatul.", "en"),
        ("Nobody was hurt in the crash.", "Cineva a fost rănit în accident.", "en"),
        ("The mayor hasn't answered.", "Primarul a răspuns.", "en"),
        ("Der Minister hat den Vertrag nicht unterzeichnet.", "Ministrul a semnat tratatul.", "de"),
        ("Es gab keine Verletzten.", "Au fost răniți.", "de"),
        ("Le ministre n'a pas signé le traité.", "Ministrul a semnat tratatul.", "fr"),
        ("El ministro no firmó el tratado.", "Ministrul a semnat tratatul.", "es"),
        ("Il ministro non ha firmato il trattato.", "Ministrul a semnat tratatul.", "it"),
        ("Министр не подписал договор.", "Ministrul a semnat tratatul.", "ru"),
        ("Міністр не підписав договір.", "Ministrul a semnat tratatul.", "uk"),
        ("A miniszter nem írta alá a szerződést.", "Ministrul a semnat tratatul.", "hu"),
    ],
)
def test_lost_negation(source: str, target: str, language: str) -> None:
    assert say(lost, source, target, language)
    assert say(gained, source, target, language) == []


def test_the_negated_verb_is_marked() -> None:
    source = "The minister did not sign the treaty on Monday."
    assert say(lost, source, "Ministrul a semnat luni tratatul.") == ["semnat"]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("The minister never answered.", "Ministrul nu a răspuns niciodată."),
        ("Nobody said anything.", "Nimeni nu a spus nimic."),
        ("It is not easy.", "Este dificil."),
        ("He was unable to come.", "Nu a putut veni."),
        ("He no longer works here.", "Nu mai lucrează aici."),
        ("They will not leave until he resigns.", "Nu vor pleca până nu demisionează."),
        ("They will leave unless he resigns.", "Vor pleca dacă nu demisionează."),
        ("He refused to answer.", "Nu a vrut să răspundă."),
        ("He left without a word.", "A plecat și nu a spus un cuvânt."),
        ("Not only the mayor came, but also the king.", "A venit atât primarul, cât și regele."),
        ("The result is unclear.", "Rezultatul nu este clar."),
        ("He did not agree.", "A fost împotriva propunerii."),
        ("Only three came.", "Nu au venit decât trei."),
        ("She did not win the No. 11 seat.", "Nu a câștigat locul nr. 11."),
        ("The temple burned in 356 BC.", "Templul a ars în 356 î.e.n."),
        ("Style over substance.", "Stil, nu pe substanță."),
    ],
)
def test_negations_rendered_otherwise_are_silent(source: str, target: str) -> None:
    assert say(lost, source, target) == []
    assert say(gained, source, target) == []


@pytest.mark.parametrize(
    ("source", "target", "language", "marked"),
    [
        ("The minister signed the treaty.", "Ministrul nu a semnat tratatul.", "en", "nu a semnat"),
        ("Der Minister las den Vertrag.", "Ministrul nu a studiat tratatul.", "de", "nu a"),
    ],
)
def test_gained_negation(source: str, target: str, language: str, marked: str) -> None:
    assert say(gained, source, target, language) == [marked]


def certain(judge, source: str, target: str, language: str = "en") -> list[bool]:  # type: ignore[no-untyped-def]
    found = []
    for pair in pairs(source, target, parallel(source, target), language):
        found += [verdict.certain for verdict in judge(pair)]
    return found


@pytest.mark.parametrize(
    ("source", "target", "language"),
    [
        ("The bank will lower its rates.", "Banca nu își va reduce dobânzile.", "en"),
        ("The shop is open on Sunday.", "Magazinul nu este deschis duminică.", "en"),
        ("The road is closed.", "Drumul nu este închis.", "en"),
        (
            "He won the race and lost the title.",
            "El nu a câștigat cursa și a pierdut titlul.",
            "en",
        ),
        ("Die Brücke bleibt geöffnet.", "Podul nu rămâne deschis.", "de"),
    ],
)
def test_a_gained_negation_is_certain_where_the_denied_word_is_the_same(
    source: str, target: str, language: str
) -> None:
    assert certain(gained, source, target, language) == [True]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        # people turn an adjective, an adverb or a verb into the negation of its opposite
        ("The food is bad for the children.", "Mâncarea nu este sănătoasă pentru copii."),
        ("The bacteria are new to the visitors.", "Bacteriile nu le sunt familiare vizitatorilor."),
        ("The trading was lackluster on Friday.", "Vineri tranzacțiile nu au ieșit în evidență."),
        ("The brothers stood their ground.", "Frații nu au cedat."),
        ("Personal responsibility, anyone?", "Nu crezi că e nevoie de responsabilitate?"),
    ],
)
def test_a_gained_negation_of_another_word_is_no_more_than_a_hint(source: str, target: str) -> None:
    assert True not in certain(gained, source, target)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("The schools wont open in September.", "Școlile nu se vor deschide în septembrie."),
        ("He doesnt know the answer.", "El nu știe răspunsul."),
        ("The mice are non-diabetic now.", "Șoarecii nu mai sunt diabetici."),
        ("We will never build a house, plant a tree or travel to Peru.",
         "Nu vom construi o casă, nu vom planta un copac și nu vom călători în Peru."),
        ("Why was the chapter left out of the book?", "De ce nu a fost capitolul inclus în carte?"),
    ],
)  # fmt: skip
def test_a_negation_by_other_words_is_no_gain(source: str, target: str) -> None:
    assert say(gained, source, target) == []


@pytest.mark.parametrize(
    ("source", "target", "language"),
    [
        ("We will not raise the taxes.", "Vom mări impozitele.", "en"),
        ("Wir werden die Steuern nicht erhöhen.", "Vom mări impozitele.", "de"),
        ("Die Regierung erhöht die Steuern nicht.", "Guvernul mărește impozitele.", "de"),
    ],
)
def test_a_lost_negation_is_certain_where_the_word_stands_bare(
    source: str, target: str, language: str
) -> None:
    assert certain(lost, source, target, language) == [True]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("The bill passed, but the senate has not voted.", "Legea a trecut, spre deosebire de senat."),
        ("The ship sank. Nobody wore a life jacket. Six men were saved.",
         "Vasul s-a scufundat. Șase bărbați au fost salvați."),
        ("It is hard to get off a do-not-call list.", "E dificil să ieși de pe lista anti apeluri."),
        ("The world No.2 accused his rivals.", "Numărul 2 mondial și-a acuzat rivalii."),
        ("Three no votes would end it.", "Trei voturi împotrivă i-ar pune capăt."),
    ],
)  # fmt: skip
def test_what_is_no_negation_of_a_word_at_hand_is_no_certain_loss(source: str, target: str) -> None:
    assert True not in certain(lost, source, target)


@pytest.mark.parametrize(
    ("source", "target", "marked", "language"),
    [
        ("Prices rose by 3 percent.", "Prețurile au scăzut cu 3 la sută.", "scăzut", "en"),
        ("He died before the trial.", "A murit după proces.", "după", "en"),
        ("The north of the country is flooded.", "Sudul țării este inundat.", "Sudul", "en"),
        ("His daughter lives here.", "Fiul lui locuiește aici.", "Fiul", "en"),
        ("The senate rejected the bill.", "Senatul a adoptat proiectul de lege.", "adoptat", "en"),
        (
            "The number of visitors fell sharply.",
            "Numărul vizitatorilor a crescut.",
            "crescut",
            "en",
        ),
        ("The airport is closed.", "Aeroportul este deschis.", "deschis", "en"),
        # what says otherwise stands in another clause
        (
            "Prices rose, and doctors in the capital worry about the weight of children.",
            "Prețurile au scăzut, iar medicii din capitală sunt îngrijorați de greutatea copiilor.",
            "scăzut",
            "en",
        ),
        (
            "The patient's state worsened.",
            "Starea pacientului s-a îmbunătățit.",
            "îmbunătățit",
            "en",
        ),
        ("Der Trainer ist unzufrieden.", "Antrenorul este mulțumit.", "mulțumit", "de"),
        (
            "El estado del paciente empeoró.",
            "Starea pacientului s-a îmbunătățit.",
            "îmbunătățit",
            "es",
        ),
        ("Le magasin est fermé le lundi.", "Magazinul este deschis lunea.", "deschis", "fr"),
        ("I prezzi sono aumentati.", "Prețurile au scăzut.", "scăzut", "it"),
        ("Die Preise sind gestiegen.", "Prețurile au scăzut.", "scăzut", "de"),
        ("Seine Tochter wohnt hier.", "Fiul lui locuiește aici.", "Fiul", "de"),
    ],
)
def test_reversed(source: str, target: str, marked: str, language: str) -> None:
    assert marked in say(reversed_ideas, source, target, language)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Prices rose by 3 percent.", "Prețurile au crescut cu 3 la sută."),
        ("Prices rose, wages fell.", "Prețurile au crescut, salariile au scăzut."),
        ("It did not get better.", "Situația s-a înrăutățit."),
        ("He left before the vote.", "A plecat înainte de vot."),
        ("They were not allowed to enter.", "Le-a fost interzis să intre."),
        ("The minister flew to the valley in the afternoon.", "Ministra a plecat după-amiază."),
        ("White smoke is coming from the plant.", "Din uzină iese un fum alb."),
        ("It was their third defeat of the season.", "A fost a treia lor înfrângere din sezon."),
        ("A lamb with its nose against a box.", "Un miel cu nasul sprijinit de o cutie."),
    ],
)
def test_directions_kept_are_silent(source: str, target: str) -> None:
    assert say(reversed_ideas, source, target) == []


def test_swapped_roles() -> None:
    source = "Djokovic defeated Medvedev in the final."
    assert say(swapped, source, "Medvedev l-a învins pe Djokovic în finală.")
    assert say(swapped, source, "Medvedev a învins Djokovic în finală.")
    source = "Top seed Novak Djokovic defeated Daniil Medvedev in the final."
    exchanged = "Principalul favorit, Daniil Medvedev, l-a învins pe Novak Djokovic în finală."
    assert say(swapped, source, exchanged)


@pytest.mark.parametrize(
    "target",
    [
        "Djokovic l-a învins pe Medvedev în finală.",
        "Medvedev a fost învins de Djokovic în finală.",
        "Pe Medvedev l-a învins Djokovic în finală.",
    ],
)
def test_roles_kept_are_silent(target: str) -> None:
    assert say(swapped, "Djokovic defeated Medvedev in the final.", target) == []


def test_the_checks_speak_both_languages() -> None:
    source = "The sensible mayor signed."
    article = Article("a", "Primarul sensibil nu a semnat.", source, source_lang="en")
    issues = Checker(Config()).check(article).issues
    assert {issue.check for issue in issues} == {"meaning.false-friend", "meaning.negation-gained"}
    for issue in issues:
        assert article.target[issue.start : issue.end] == issue.text
        assert issue.source_span is not None
        assert issue.message
        assert issue.message_ro
        assert issue.category == "mistranslation"


def test_without_a_source_they_are_silent() -> None:
    issues = Checker().check(Article("a", "Primarul sensibil nu a semnat.")).issues
    assert not [issue for issue in issues if issue.check.startswith("meaning")]


_NEWS = st.lists(
    st.sampled_from("not never rose fell library nu a crescut scăzut librărie . , „ ” n-a".split()),
    min_size=1,
    max_size=12,
).map(" ".join)


@given(source=_NEWS, target=_NEWS, language=st.sampled_from(["en", "de", "fr", "pl"]))
def test_offsets_lie_in_the_texts(source: str, target: str, language: str) -> None:
    for pair in pairs(source, target, parallel(source, target), language):
        for judge in (lost, gained, reversed_ideas, swapped):
            for verdict in judge(pair):
                assert 0 <= verdict.start < verdict.end <= len(target)
                assert 0 <= verdict.source_start < verdict.source_end <= len(source)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Half a million is enough.", "Jumătate de milion nu sunt bani puțini."),
        ("Check possible need for a permit.", "Verificați să nu aveți nevoie de permis."),
        ("It was the finest evening of all.", "Nu există nicio seară mai frumoasă ca aceasta."),
    ],
)
def test_a_negation_that_denies_nothing(source: str, target: str) -> None:
    assert say(gained, source, target) == []


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        ("The farmers are rich.", "Fermierii nu sunt bogați.", ["nu sunt bogați"]),
        ("The mayor asked them to leave.", "Primarul le-a cerut să nu plece.", ["nu plece"]),
    ],
)
def test_a_negation_that_denies(source: str, target: str, found: list[str]) -> None:
    assert say(gained, source, target) == found


@pytest.mark.parametrize(
    ("source", "target", "language"),
    [
        # both ideas stand in the source
        (
            "Das Tor, das vom Kapitän erhöht wurde, verringerte den Rückstand.",
            "Eseul transformat de căpitan a redus diferența.",
            "de",
        ),
        ("This is becoming less of a problem.", "Problema este tot mai rară.", "en"),
    ],
)
def test_directions_said_otherwise(source: str, target: str, language: str) -> None:
    assert say(reversed_ideas, source, target, language) == []
