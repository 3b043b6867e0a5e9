"""Units and currencies in Hungarian (own compilation, 2026, CC0)."""

UNITS = (
    "percent szazalek+|USD dollar+|GBp font fontot fonttal fontra fontba fontert|EUR euro+|cent "
    "cent centes|penny penny|JPY jen|CNY juan|RUB rubel+|HUF forint+|CHF frank|km kilometer+|"
    "metre meter+|cm centimeter+ centi|mm millimeter+|mile merfold+|foot lab labnyi|inch huvelyk+|"
    "yard yard+|kg kilogramm+ kilo kilos kilot|gram gramm+|tonne tonna tonnat tonnas|litre liter+|"
    "gallon gallon+|barrel hordo hordot|hectare hektar+|celsius celsius|fahrenheit fahrenheit|"
    "degree fok fokos fokot|second masodperc+|minute perc perces percig percet percben percnyi "
    "perccel|hour ora oras orat oraval oran oraja oranyi|day nap napos napot nappal napja napon "
    "napig napnyi|week het hetes hetet hettel hete hetnyi heten|month honap+ honapos|year ev eves "
    "evet evvel eve even evig evnyi evben evre evek+ esztendos eveseket evesen|decade evtized+|"
    "century evszazad+ szazad+|crown korona koronat koronas koronara koronaba koronaert|peso peso|"
    "dinar dinar+"
)
SQUARE = "négyzet"
CUBIC = "köb"
