"""Two sentences are enough to tell another language from Romanian, whatever Romanian looks like."""

from __future__ import annotations

import subprocess
import sys
import unicodedata

import pytest

from mtqa.languages.ro.recognition import identify
from mtqa.workshop.development import data_folder

FOREIGN = (
    (
        "Catalan",
        "El president de la Generalitat ha anunciat aquest dimarts que el govern aprovarà els nous pressupostos abans de final d'any. L'oposició considera que les mesures arriben massa tard per a les famílies.",
    ),
    (
        "Catalan",
        "El Barça va guanyar ahir el partit contra el Girona amb dos gols de Lewandowski. L'entrenador va dir que l'equip està preparat per a la Champions.",
    ),
    (
        "Catalan",
        "Els bombers treballen des de primera hora del matí per apagar l'incendi que crema a l'Alt Empordà. De moment no hi ha ferits i s'han evacuat tres càmpings.",
    ),
    (
        "Catalan",
        "La pluja caurà amb intensitat a partir de demà a tot Catalunya, segons el Servei Meteorològic. Protecció Civil demana prudència a la carretera.",
    ),
    (
        "Latin",
        "Gallia est omnis divisa in partes tres, quarum unam incolunt Belgae, aliam Aquitani. Tertiam qui ipsorum lingua Celtae, nostra Galli appellantur.",
    ),
    (
        "Latin",
        "Papa Franciscus hodie in foro Sancti Petri fideles salutavit et de pace inter gentes locutus est. Multi peregrini ex omnibus orbis terrarum partibus Romam venerunt.",
    ),
    (
        "Latin",
        "Quousque tandem abutere, Catilina, patientia nostra? Quam diu etiam furor iste tuus nos eludet?",
    ),
    (
        "Latin",
        "Arma virumque cano, Troiae qui primus ab oris Italiam fato profugus Laviniaque venit litora. Multum ille et terris iactatus et alto vi superum.",
    ),
    (
        "Polish",
        "Prezydent zapowiedział we wtorek, że podpisze ustawę jeszcze przed końcem roku. Opozycja uważa, że rząd działa zbyt późno.",
    ),
    (
        "Polish",
        "Legia Warszawa wygrała wczoraj mecz z Lechem Poznań po golach w drugiej połowie. Trener był zadowolony z postawy zespołu.",
    ),
    (
        "Polish",
        "Strażacy walczą z pożarem lasu pod Wrocławiem, który wybuchł w nocy. Ewakuowano trzydzieści osób, nikt nie został ranny.",
    ),
    (
        "Polish",
        "Premier spotka się jutro w Brukseli z szefową Komisji Europejskiej. Rozmowy dotyczyć będą funduszy dla Polski.",
    ),
    (
        "Turkish",
        "Cumhurbaşkanı salı günü yaptığı açıklamada yeni ekonomi paketinin yıl sonuna kadar hazır olacağını söyledi. Muhalefet ise önlemlerin yetersiz kaldığını savunuyor.",
    ),
    (
        "Turkish",
        "Galatasaray dün akşam Fenerbahçe karşısında iki golle galip geldi. Teknik direktör takımının oyunundan memnun olduğunu belirtti.",
    ),
    (
        "Turkish",
        "İstanbul'da etkili olan yağış trafiği felç etti. Yetkililer vatandaşları dikkatli olmaları konusunda uyardı.",
    ),
    (
        "Turkish",
        "Bilim insanları Akdeniz'de yeni bir balık türü keşfetti. Araştırmanın sonuçları Nature dergisinde yayımlandı.",
    ),
    (
        "Albanian",
        "Presidenti njoftoi të martën se qeveria do të miratojë buxhetin e ri para fundit të vitit. Opozita thotë se masat vijnë shumë vonë për familjet.",
    ),
    (
        "Albanian",
        "Skuadra e Tiranës fitoi mbrëmë ndeshjen ndaj Partizanit me dy gola të shënuar në pjesën e dytë. Trajneri u shpreh i kënaqur me lojtarët.",
    ),
    (
        "Albanian",
        "Zjarrfikësit po punojnë prej mëngjesit për të shuar zjarrin në pyllin pranë Vlorës. Nuk ka të lënduar deri tani.",
    ),
    (
        "Albanian",
        "Kryeministri do të takohet nesër në Bruksel me presidenten e Komisionit Europian. Bisedimet do të përqendrohen te anëtarësimi.",
    ),
    (
        "Portuguese",
        "O presidente anunciou na terça-feira que o governo vai aprovar o novo orçamento antes do final do ano. A oposição considera que as medidas chegam tarde demais.",
    ),
    (
        "Czech or Slovak",
        "Prezident v úterý oznámil, že podepíše zákon ještě před koncem roku. Opozice si myslí, že vláda jedná příliš pozdě.",
    ),
    (
        "Croatian or Serbian",
        "Predsjednik je u utorak najavio da će vlada donijeti novi proračun prije kraja godine. Oporba smatra da mjere dolaze prekasno.",
    ),
    (
        "Slovenian",
        "Predsednik je v torek napovedal, da bo vlada sprejela nov proračun še pred koncem leta. Opozicija meni, da ukrepi prihajajo prepozno.",
    ),
    (
        "Finnish",
        "Presidentti ilmoitti tiistaina, että hallitus hyväksyy uuden talousarvion ennen vuoden loppua. Oppositio katsoo, että toimet tulevat liian myöhään perheille.",
    ),
    (
        "Galician",
        "O presidente da Xunta anunciou este martes que o goberno aprobará os novos orzamentos antes de rematar o ano. A oposición considera que as medidas chegan tarde.",
    ),
    (
        "Esperanto",
        "La prezidanto anoncis mardon, ke la registaro aprobos la novan buĝeton antaŭ la fino de la jaro. La opozicio opinias, ke la rimedoj venas tro malfrue.",
    ),
    (
        "Maltese",
        "Il-President ħabbar nhar it-Tlieta li l-gvern se japprova l-baġit il-ġdid qabel tmiem is-sena. L-oppożizzjoni temmen li l-miżuri ġejjin tard wisq.",
    ),
)


@pytest.mark.parametrize(("language", "text"), FOREIGN)
def test_two_sentences_suffice(language: str, text: str) -> None:
    assert not identify(text).romanian, language


def test_most_are_called_by_their_name() -> None:
    right = sum(identify(text).guess == language for language, text in FOREIGN)
    assert right >= 0.9 * len(FOREIGN)


ROMANIAN = (
    "Rezultate Liga 1: Rapid - FCSB 1-2 (Burmaz 34 / Olaru 12, Coman 77), CFR Cluj - Dinamo 3-0 (Birligea 5, Manea 41, Otele 90+2), Farul - Petrolul 0-0, UTA - Hermannstadt 1-1 (Pospelov 55 / Buș 81).",
    "Premier League: Arsenal - Chelsea 2-1 (Saka 12, Havertz 60 / Palmer 88), Liverpool - Manchester City 1-1 (Salah 45 / Haaland 70), Tottenham - Everton 4-0.",
    "ATP Paris: Sinner - Alcaraz 6-4, 7-6; Medvedev - Zverev 3-6, 6-3, 6-4; Rublev - Tsitsipas 6-2, 6-1. Wimbledon: Halep - Swiatek 6-3, 6-2.",
    "Formula 1, Marele Premiu al Italiei: 1. Charles Leclerc (Ferrari) 1h14:40, 2. Oscar Piastri (McLaren) +2,6 s, 3. Lando Norris (McLaren) +6,1 s, 4. Carlos Sainz (Ferrari), 5. Lewis Hamilton (Mercedes).",
    "Echipa: Moldovan - Rațiu, Burcă, Drăgușin, Bancu - R. Marin, M. Marin, Stanciu - Hagi, Drăguș, Man. Antrenor: Edward Iordănescu. Rezerve: Niță, Târnovanu, Nedelcearu, Racovițan, Mogoș, Cicâldău, Olaru, Sorescu, Coman, Mihăilă, Alibec, Pușcaș.",
    "Bayern München - Real Madrid 2-2 (Sane 53, Kane 57-pen. / Vinicius 24, 83-pen.). Neuer - Kimmich, Kim, Dier, Mazraoui - Laimer, Goretzka - Sane, Musiala, Müller - Kane.",
    "Clasament: 1. Inter 85 p, 2. Milan 70 p, 3. Juventus 68 p, 4. Bologna 64 p, 5. Roma 60 p, 6. Lazio 56 p, 7. Fiorentina 53 p.",
    "Cursul BNR: euro 4,9754 lei, dolar 4,5872 lei, franc elvețian 5,2130 lei, gramul de aur 341,2202 lei. Robor la 3 luni: 5,92%.",
    "Un bărbat cântă la chitară. Un bărbat cântă la trompetă. O doamnă taie ceapă.",
    "Armata indiană a ucis un comandant militant în Kashmir, oraș controlat de indieni.",
    "Cântărețul Sanju Sharma a început seara, urmat de Jai Shankar Choudhary. A trimis chhappan bhog "
    "bhajan. Singer, Raju Khandelwal îl însoțea.",
)


@pytest.mark.parametrize("text", ROMANIAN)
@pytest.mark.parametrize("bare", [False, True])
def test_names_figures_and_odd_words_are_no_other_language(text: str, bare: bool) -> None:
    if bare:
        cut = unicodedata.normalize("NFD", text)
        text = "".join(letter for letter in cut if not unicodedata.combining(letter))
    assert identify(text).romanian


def test_news_in_articles_of_three_sentences() -> None:
    path = data_folder() / "moroco" / "sentences.txt"
    if not path.is_file():
        pytest.skip("no MOROCO on this machine")
    lines = path.read_text(encoding="utf-8").split("\n")
    articles = [" ".join(lines[at : at + 3]) for at in range(0, len(lines) - 2, 3)]
    for text in articles:
        cut = unicodedata.normalize("NFD", text)
        bare = "".join(letter for letter in cut if not unicodedata.combining(letter))
        assert identify(text).romanian and identify(bare).romanian, text


def test_nothing_is_loaded_for_a_text_that_is_plainly_romanian() -> None:
    code = (
        "import sys; from mtqa.languages.ro.recognition import identify; "
        "assert identify('Președintele a spus că va pleca în țară după ce se va încheia ședința "
        "de guvern, care a fost amânată.').romanian; "
        "assert identify('Un barbat canta la chitara. Un barbat taie o ceapa cu un cutit mare.').romanian; "
        "assert 'py3langid' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
