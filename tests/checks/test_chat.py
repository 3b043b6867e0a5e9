"""Chat phrases of language models around a translation, and people who talk like that."""

from __future__ import annotations

import pytest

from tests.checks.marks import fixes, marks

NEWS = "Podul de peste Olt se închide luni pentru reparații.\n\nȘoferii vor ocoli prin Slatina.\n\n"


@pytest.mark.parametrize(
    "line",
    [
        "Desigur! Iată articolul tradus în română:",
        "Iată varianta revizuită a textului:",
        "Cu plăcere! Aici aveți traducerea:",
        "Dacă preferați un ton mai formal, pot reformula articolul.",
        "Vrei să traduc și restul?",
        "Te rog să-mi spui dacă ai nevoie de ajustări.",
        "Sper că această traducere vă este utilă.",
        "Notă: Am lăsat termenul „crowdfunding” în limba originală.",
        "Am adaptat expresiile idiomatice pentru publicul român.",
        "Certainly! Below is the translated article.",
        "Would you like me to shorten it?",
        "Gerne! Hier ist die Übersetzung:",
        "Voici la traduction en roumain :",
        "Вот перевод на румынский язык:",
    ],
)
def test_said_before_or_after(line: str) -> None:
    for text in (f"{line}\n\n{NEWS}Atât.", f"{NEWS}{line}"):
        assert [mark.strip() for mark in marks("boilerplate.chat", text)] == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Ca model de limbaj, nu pot accesa linkuri externe.",
        "Îmi pare rău, dar nu pot traduce acest conținut.",
        "Traduceți următorul articol în limba română:",
        "As a language model, I have no access to current data.",
        "Translate the following text into Romanian:",
        "Als KI-Sprachmodell kann ich das nicht prüfen.",
        "**Traducere:**",
    ],
)
def test_said_anywhere(line: str) -> None:
    assert [mark.strip() for mark in marks("boilerplate.chat", f"{NEWS}{line}\n\n{NEWS}")] == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Iată ce s-a întâmplat la ședința de aseară:",
        "„Dacă doriți, pot veni și mâine cu textul”, i-a spus el.",
        "Dacă aveți informații, sunați la 112 sau scrieți poliției.",
        "Notă: numele martorului a fost schimbat.",
        "Traducere: Ana Pop și Dan Ilea",
        "Ca model lingvistic, ChatGPT nu poate gândi, spune profesorul.",
        "Sigur, nimeni nu știe cum se va termina.",
        "Iată scrisoarea tradusă de redacție:",
        "Sperăm că ploaia se va opri.",
    ],
)
def test_said_by_people(line: str) -> None:
    assert marks("boilerplate.chat", f"{NEWS}{line}") == []


def test_a_sentence_is_cut_out_with_its_space() -> None:
    text = f"Podul se închide luni. Sper că traducerea vă este utilă!\n{NEWS}"
    [(found, right)] = fixes("boilerplate.chat", text)
    assert text.replace(found, right or "", 1).startswith("Podul se închide luni. Podul")
