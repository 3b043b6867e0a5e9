"""Units and currencies whatever the language: their signs, and how units convert (2026, CC0).

Exchange rates are no facts of language: amounts of different currencies are never converted.
"""

from __future__ import annotations

#: What every language writes the same: symbols and abbreviations.
SYMBOLS = {
    "$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₽": "RUB", "₴": "UAH", "%": "percent",
    "‰": "permille", "°": "degree", "usd": "USD", "eur": "EUR", "gbp": "GBP", "ron": "RON",
    "chf": "CHF", "rub": "RUB", "uah": "UAH", "jpy": "JPY", "cny": "CNY", "aud": "AUD",
    "cad": "CAD", "huf": "HUF", "pln": "PLN", "km": "km", "cm": "cm", "mm": "mm", "kg": "kg",
    "mg": "mg", "ml": "ml", "ha": "hectare", "mph": "mile", "kmh": "km", "kw": "kW", "mw": "MW",
    "gw": "GW", "kwh": "kWh", "mwh": "MWh", "gb": "GB", "mb": "MB", "tb": "TB", "ghz": "GHz",
    "mhz": "MHz", "lbs": "pound", "lb": "pound", "ft": "foot", "oz": "ounce", "yd": "yard",
    "yds": "yard", "hrs": "hour", "км": "km", "кг": "kg", "см": "cm", "мм": "mm", "га": "hectare",
    "°c": "celsius", "°f": "fahrenheit",
}  # fmt: skip

#: Dimension and size in its base unit. Pounds are weight or money until the other text decides.
SIZES: dict[str, tuple[str, float]] = {
    "mm": ("length", 0.001), "cm": ("length", 0.01), "metre": ("length", 1.0),
    "km": ("length", 1000.0), "inch": ("length", 0.0254), "foot": ("length", 0.3048),
    "yard": ("length", 0.9144), "mile": ("length", 1609.344), "knot": ("length", 1852.0),
    "mg": ("mass", 1e-6), "gram": ("mass", 0.001), "kg": ("mass", 1.0), "tonne": ("mass", 1000.0),
    "ton": ("mass", 907.185), "pound": ("mass", 0.453592), "ounce": ("mass", 0.0283495),
    "stone": ("mass", 6.35029), "GBp": ("mass", 0.453592),
    "acre": ("area", 4046.86), "hectare": ("area", 1e4), "mm²": ("area", 1e-6),
    "cm²": ("area", 1e-4), "metre²": ("area", 1.0), "km²": ("area", 1e6),
    "inch²": ("area", 0.00064516), "foot²": ("area", 0.092903), "yard²": ("area", 0.836127),
    "mile²": ("area", 2589988.0),
    "ml": ("volume", 1e-6), "litre": ("volume", 0.001), "gallon": ("volume", 0.00378541),
    "pint": ("volume", 0.000568261), "barrel": ("volume", 0.158987), "cm³": ("volume", 1e-6),
    "metre³": ("volume", 1.0), "foot³": ("volume", 0.0283168), "km³": ("volume", 1e9),
    "second": ("time", 1.0), "minute": ("time", 60.0), "hour": ("time", 3600.0),
    "day": ("time", 86400.0), "week": ("time", 604800.0), "fortnight": ("time", 1209600.0),
    "month": ("time", 2629800.0), "year": ("time", 31557600.0), "decade": ("time", 315576000.0),
    "century": ("time", 3155760000.0),
    "kW": ("power", 1e3), "MW": ("power", 1e6), "GW": ("power", 1e9),
    "kWh": ("energy", 1.0), "MWh": ("energy", 1e3),
    "MB": ("data", 1.0), "GB": ("data", 1e3), "TB": ("data", 1e6),
    "MHz": ("frequency", 1.0), "GHz": ("frequency", 1e3),
    "celsius": ("temperature", 1.0), "fahrenheit": ("temperature", 5 / 9),
    "degree": ("temperature", 1.0),
    "percent": ("share", 1.0), "permille": ("share", 0.1),
    "cent": ("money", 0.01), "penny": ("money", 0.01),
}  # fmt: skip
CURRENCIES = frozenset("USD GBP EUR JPY CNY RUB UAH INR RON BTC CHF PLN TRY KRW ZAR HUF AUD CAD "
                       "NZD HKD SGD GBp crown peso dinar dirham shekel".split())  # fmt: skip
