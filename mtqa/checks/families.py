"""What each family of checks looks for, in a line for the site."""

#: Every family, in the order in which the site shows them.
FAMILIES: dict[str, str] = {
    "names": "People, places and organisations: translated, misspelt, cut short, swapped, lost",
    "number": "Figures, dates, times, currencies and units: changed, lost, in foreign format",
    "garbled": "Half-translated compounds, loops, leaked tokens, encoding damage, word salad",
    "untranslated": "Words, phrases and sentences left in another language",
    "mistranslation": "English idioms rendered word for word, two words that became one",
    "meaning": "Against the source: negations, opposites, false friends, senses, idioms, roles",
    "omission": "Clauses, sentences and attributions of the source that are missing",
    "addition": "What stands twice, and what nobody said",
    "terms": "The house's glossary: forbidden terms, terms not used",
    "consistency": "One name or term of the source in two renderings within an article",
    "quotes": "Quotations lost, left open, or given to another speaker",
    "markup": "Links, addresses, @-names, hash tags, tags, placeholders, Markdown: lost or altered",
    "spelling": "Misspelt words, lost diacritics, legacy cedilla",
    "grammar": "Agreement, case, articles, auxiliaries: where a rule is nearly always right",
    "spacing": "White space around hyphens, clitics and punctuation",
    "casing": "Headlines in lower case, English Title Case, wrong capitals",
    "punctuation": "Quotation marks, brackets, commas and final marks by English rules",
    "boilerplate": "Comment counters, share rows, cookie notices, mark-up",
    "qe": "What mtqa's own model marks, where mtqa-qe-ro is installed",
    "comet": "What a COMET model marks, where one is configured",
    "llm": "What a language model marks, where one is configured",
}
