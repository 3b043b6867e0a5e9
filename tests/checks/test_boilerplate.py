"""Page furniture."""

from __future__ import annotations

import pytest

from tests.checks.marks import marks

ARTICLE = "Titlul articolului\nPremierul a plecat joi la Bruxelles.\n{line}\n"


@pytest.mark.parametrize(
    "line",
    [
        "Kommentare (0)",
        "12 comentarii",
        "Comments (3)",
        "0 commentaires",
        "Комментарии (5)",
        "Share on Facebook",
        "Distribuie pe Facebook",
        "Facebook | Twitter | WhatsApp",
        "Lasă un comentariu",
        "Acest site folosește cookie-uri",
        "We use cookies to improve your experience",
        "Abonează-te la newsletter",
        "Subscribe to our newsletter",
        "Weiterlesen",
        "Read more: Trump pleacă",
        "Citește mai mult",
        "Publicitate",
        "© 2025 Toate drepturile rezervate",
        "Citește și: Ploi puternice în Ardeal",
        "Ați observat o eroare? Selectați textul și apăsați Ctrl+Enter.",
        "Haben Sie einen Fehler entdeckt?",
        "Vous avez repéré une erreur ?",
        "Заметили ошибку?",
        "Urmăriți-ne și pe Google News",
        "Intrați pe canalul nostru de WhatsApp",
        "Susțineți presa independentă",
        "Acest articol este rezervat abonaților",
        "V-ar putea interesa și: Ninge la munte",
        "A lire également : Les élections",
        "Підпишіться на наш телеграм",
    ],
)
def test_furniture(line: str) -> None:
    assert marks("boilerplate.line", ARTICLE.format(line=line)) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Comentariile sale au stârnit reacții.",
        "Facebook a anunțat că închide serviciul.",
        "Comisia Europeană vrea reguli noi pentru cookie-uri, scrie „Politico” într-o analiză "
        "despre piața de publicitate, iar firmele au doi ani să se conformeze.",
        "Trei comentarii ale ministrului",
        "Publicitatea a crescut cu 5%",
        "Tipărirea buletinelor de vot",
        "Arbitrul a recunoscut că a făcut o greșeală.",
        "Vezi bine că iarna nu mai vine",
        "Ultima oră de curs s-a ținut în curte.",
        "Ai găsit o mașină bună, spune vânzătorul.",
        "Ministrul a scris pe Facebook că pleacă.",
    ],
)
def test_prose(line: str) -> None:
    assert marks("boilerplate.line", ARTICLE.format(line=line)) == []


def test_mark_up() -> None:
    text = "Premierul <b>a plecat</b>.<br/>Apoi {{title}} &nbsp; 3 < 5, x <y."
    assert marks("boilerplate.markup", text) == ["<b>", "</b>", "<br/>", "{{title}}"]
