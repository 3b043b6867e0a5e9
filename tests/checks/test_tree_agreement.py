"""Agreement on the tree: what each check hears, and the near misses it must leave alone."""

from __future__ import annotations

import pytest

from mtqa import Article, Config
from mtqa.checks.base import Check, View
from mtqa.checks.grammar import tree_persons, tree_phrases, tree_predicates, tree_relations
from mtqa.languages.ro import Document
from mtqa.pipeline import segment

Found = list[tuple[str, str | None]]


def fixes(check: type[Check], text: str, core: str) -> Found:
    """The spans that the check marks in a text, each with its suggestion."""
    target = Document(text, parser=core)
    view = View(Article("test", text), target, segment(target), Config())
    found = sorted(check().find(view), key=lambda issue: issue.start)
    return [(issue.text, issue.suggestion) for issue in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Guvernul au anunțat ieri măsuri noi pentru agricultură.", [("au", "a")]),
        ("Oficialii de la minister a prezentat raportul în parlament.", [("a", "au")]),
        ("Tornadele puternice lovește coasta de est în fiecare vară.", [("lovește", "lovesc")]),
        # at a distance, before an infinitive, after care, in the second of two verbs
        (
            "Inundațiile din nordul țării, provocate de ploi, a distrus mai multe case.",
            [("a", "au")],
        ),
        ("Lucrurile poate fi văzute de la distanță.", [("poate", "pot")]),
        ("Pasagerii care a pierdut legătura au dormit în gară.", [("a", "au")]),
        ("Furnicile pleacă dimineața și se oprește seara lângă râu.", [("oprește", "opresc")]),
        # quantities, several subjects, what is predicated, adverbs of time, objects, other speakers
        ("Majoritatea oamenilor sunt mulțumiți de rezultat.", []),
        ("O serie de măsuri au fost luate de guvern. Jumătate dintre elevi au plecat.", []),
        ("Ion și Maria sunt mulțumiți de noua casă.", []),
        ("Primarul, împreună cu doi consilieri, a plecat la Iași.", []),
        ("Cauza principală a accidentelor sunt drumurile alunecoase.", []),
        ("Luna trecută au avut loc proteste în capitală.", []),
        ("Obiectivul principal l-au constituit țările africane.", []),
        ("Nicio problemă nu văd în acest plan.", []),
        ("Ploile au încetat, au transmis meteorologii.", []),
        ("Acestea fiind spuse, ședința s-a încheiat.", []),
        ("Vremurile grele a trecut si oamenii sunt multumiti in tara.", []),  # without its marks
    ],
)
def test_subject_and_verb(text: str, found: Found, core: str) -> None:
    assert fixes(tree_predicates.SubjectVerb, text, core) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ușa principală este deschis toată ziua.", [("deschis", "deschisă")]),
        ("Măsura a fost anunțat de ministrul finanțelor.", [("anunțat", "anunțată")]),
        ("Echipajele navei au fost salvat de paza de coastă.", [("salvat", "salvate")]),
        ("Vecinii mei sunt mulțumite de noul parc.", [("mulțumite", "mulțumiți")]),
        ("Copiii au devenit celebre după concurs.", [("celebre", "celebri")]),
        ("Tipic pentru regiune sunt satele mici de munte.", [("Tipic", "Tipice")]),
        # of no subject, of several, of what it predicates, an adverb
        ("Ministra a spus că este mulțumită de rezultat.", []),
        ("Casa și grădina au fost vândute. Ion și Maria sunt mulțumiți de casă.", []),
        ("Orașul este considerat o atracție. Este important ca lumea să știe.", []),
        ("Furia lui fusese greșit îndreptată spre vecini.", []),
        ("Au fost anunțate de ministru măsuri noi.", []),
    ],
)
def test_predicatives(text: str, found: Found, core: str) -> None:
    assert fixes(tree_predicates.Predicative, text, core) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Contractele au fost semnată la Bruxelles.", [("au fost semnată", None)]),
        ("Vor fi reparate șoselele, iar podul vor fi închis.", [("vor fi închis", None)]),
        ("Contractele au fost semnate. Am fost mulțumit. Martorii au recunoscut faptele.", []),
    ],
)
def test_the_number_of_auxiliaries(text: str, found: Found, core: str) -> None:
    assert fixes(tree_predicates.AuxiliaryNumber, text, core) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Puteți să plătească factura și pe internet.",
            [("Puteți să plătească", "Puteți să plătiți")],
        ),
        ("Puteți să plătiți factura și pe internet.", []),
        ("S-ar putea să găsiți camere libere la hotel.", []),
    ],
)
def test_verbs_of_one_subject(text: str, found: Found, core: str) -> None:
    assert fixes(tree_persons.Control, text, core) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Autobuzul face un viraj lungă în jurul muntelui.", [("lungă", "lung")]),
        ("Este un clădire veche din centrul orașului.", [("un", "o")]),
        ("Comisia a cerut raportul printr-un adresă oficială.", [("un", "o")]),
        ("Aceste ministru a demisionat ieri.", [("Aceste", "Acest")]),
        ("Firma are multe clienți în străinătate.", [("multe", "mulți")]),
        ("Statul plătește despăgubiri pentru pagubele produs de ploi.", [("produs", "produse")]),
        # of another noun, of two, of an adjective, an adverb
        ("Agenția de știri rusă a anunțat decizia.", []),
        ("Poliția a recuperat laptopul și telefonul furate de hoți.", []),
        ("Este o lume geologic activă. Țara din care veniți este departe.", []),
        ("Zonele centrală și de nord ale țării sunt afectate.", []),
        ("În esență noua lege este la fel. A plecat cel târziu vineri.", []),
        ("Membrii acestor organizații, o pisică alb cu negru.", []),
    ],
)
def test_attributes(text: str, found: Found, core: str) -> None:
    assert fixes(tree_phrases.Attribute, text, core) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Casele al vecinului au fost vândute.", [("al", "ale")]),
        ("Problemele ai companiei sunt cunoscute.", [("ai", "ale")]),
        ("Casele ale vecinului, câștigătorul a două medalii, părinții a trei copii.", []),
        ("Din timpul nopții și al zilei au rămas puține date.", []),
    ],
)
def test_possessive_articles(text: str, found: Found, core: str) -> None:
    assert fixes(tree_relations.PossessiveArticle, text, core) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Legile pe care l-au votat deputații sunt publice.", [("l-", None)]),
        ("Legile pe care le-au votat deputații sunt publice.", []),
        ("Legea și decretul pe care le-au votat deputații sunt publice.", []),
    ],
)
def test_pronouns_after_pe_care(text: str, found: Found, core: str) -> None:
    assert fixes(tree_relations.RelativeClitic, text, core) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Una dintre motivele protestului este salariul.", [("Una", "Unul")]),
        ("Mulți dintre păsări au murit în timpul iernii.", [("Mulți", "Multe")]),
        ("Unul dintre lucrurile importante este răbdarea.", []),
        ("Niciuna dintre echipe nu a marcat. Multe dintre orașe sunt mari.", []),
    ],
)
def test_one_of_many(text: str, found: Found, core: str) -> None:
    assert fixes(tree_relations.Partitive, text, core) == found


def test_the_reason_names_both_forms_in_both_languages(core: str) -> None:
    text = "Guvernul au anunțat ieri măsuri noi pentru agricultură."
    target = Document(text, parser=core)
    view = View(Article("test", text), target, segment(target), Config())
    (issue,) = tree_predicates.SubjectVerb().find(view)
    assert issue.message == "“au” does not agree with its subject “Guvernul” (neuter singular)."
    assert issue.message_ro == "„au” nu se acordă cu subiectul „Guvernul” (neutru singular)."


def test_without_the_pipeline_nothing_is_said() -> None:
    assert fixes(tree_predicates.SubjectVerb, "Guvernul au anunțat măsuri.", "off") == []
