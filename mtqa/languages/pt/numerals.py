"""Numbers in Portuguese, in words and figures (own compilation, 2026, CC0).

Of Portugal and of Brazil: dezasseis and dezesseis, mil milhões and bilhão.
"""

CARDINALS = (
    "0 zero|1 um uma|2 dois duas|3 tres|4 quatro|5 cinco|6 seis|7 sete|8 oito|9 nove|10 dez|"
    "11 onze|12 doze|13 treze|14 catorze quatorze|15 quinze|16 dezasseis dezesseis|17 dezassete "
    "dezessete|18 dezoito|19 dezanove dezenove|20 vinte|30 trinta|40 quarenta|50 cinquenta|"
    "60 sessenta|70 setenta|80 oitenta|90 noventa|200 duzentos duzentas|300 trezentos trezentas|"
    "400 quatrocentos quatrocentas|500 quinhentos quinhentas|600 seiscentos seiscentas|"
    "700 setecentos setecentas|800 oitocentos oitocentas|900 novecentos novecentas"
)
ORDINALS = (
    "1 primeiro primeira primeiros primeiras|2 segundo segunda|3 terceiro terceira|4 quarto quarta|"
    "5 quinto quinta|6 sexto sexta|7 setimo setima|8 oitavo oitava|9 nono nona|10 decimo decima|"
    "20 vigesimo vigesima|30 trigesimo trigesima|40 quadragesimo quadragesima|50 quinquagesimo "
    "quinquagesima|100 centesimo centesima"
)
MULTIPLIERS = (
    "12 duzia|100 cem cento|1000 mil|1000000 milhao milhoes mi|1000000000 bilhao bilhoes biliao "
    "bi|1000000000000 trilhao trilhoes triliao"
)
MANY = "10 dezenas|12 duzias|100 centenas|1000 milhares"
FRACTIONS = "0.5 meio meia metade|0.3333 terco tercos|0.25 quartos|0.2 quintos"
STANDINS = (
    "1 unico unica so sozinho sozinha|2 ambos ambas dobro duplo dupla par casal gemeos gemeas "
    "duplicar dobrar|3 triplo tripla trio|10 dezena|100 centena|1000 milhar"
)
DOUBTFUL = "segunda segundo quarta quinta sexta terceira"
PLURALS = "milhoes|milhões|bilhões|trilhões"
CONJUNCTIONS = "e"
AND_EVERYWHERE = True
JOINTS = "de outros"
AND_HALF = "e mei[oa]"
MINUS = "menos"
ORDINAL_SIGN = r"\.?[ºª°]\.?"
COORDINATION = "a|e|ou|até"
RATIO = r"(?:em cada|de cada|em)"
BEFORE_CODES = r"n\.º|nº|número|voo|processo|quarto|código|fatura"
