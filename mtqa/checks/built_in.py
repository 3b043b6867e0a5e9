"""Every check of the house."""

from __future__ import annotations

from mtqa.checks import grammar
from mtqa.checks.base import Check
from mtqa.checks.coverage import source as source_coverage
from mtqa.checks.coverage import target as addition
from mtqa.checks.figures import dates
from mtqa.checks.figures import source as source_figures
from mtqa.checks.figures import target as numbers
from mtqa.checks.garbled import compounds, encoding, salad
from mtqa.checks.garbled import target as garbled
from mtqa.checks.layout import (
    boilerplate,
    casing,
    chat,
    invisible,
    leftovers,
    markdown,
    markup,
    markup_spaces,
    punctuation,
    quotes,
    source_punctuation,
    spacing,
    speakers,
)
from mtqa.checks.meaning import collapsed, persons
from mtqa.checks.meaning import senses as source_senses
from mtqa.checks.meaning import source as source_meaning
from mtqa.checks.meaning import target as calques
from mtqa.checks.models import comet, llm, qe
from mtqa.checks.names import foreign as untranslated_names
from mtqa.checks.names import house as house_names
from mtqa.checks.names import places as lexical_places
from mtqa.checks.names import slavic as slavic_names
from mtqa.checks.names import source as source_names
from mtqa.checks.names import spellings as lexical_spellings
from mtqa.checks.names import target as names
from mtqa.checks.names import translated as lexical_names
from mtqa.checks.spelling import clitics, negative_determiners, orthography
from mtqa.checks.spelling import compounds as spelt_compounds
from mtqa.checks.terms import consistency
from mtqa.checks.terms import glossary as terms
from mtqa.checks.terms import phrases as consistent_phrases
from mtqa.checks.untranslated import capitals as untranslated_capitals
from mtqa.checks.untranslated import clauses as untranslated_clauses
from mtqa.checks.untranslated import scripts as untranslated_scripts
from mtqa.checks.untranslated import source as source_leftovers
from mtqa.checks.untranslated import target as untranslated
from mtqa.checks.untranslated import text as untranslated_text
from mtqa.checks.words import diacritics, slips
from mtqa.checks.words import strange as strange_words

#: Every check of the house, family by family; ``mtqa checks`` prints them in this order.
BUILT_IN: tuple[type[Check], ...] = (
    *house_names.CHECKS,
    *names.CHECKS,
    *lexical_names.CHECKS,
    *lexical_spellings.CHECKS,
    *lexical_places.CHECKS,
    *source_names.CHECKS,
    *encoding.CHECKS,
    *slavic_names.CHECKS,
    *garbled.CHECKS,
    *compounds.CHECKS,
    *salad.CHECKS,
    *untranslated_text.CHECKS,
    *untranslated_clauses.CHECKS,
    *untranslated_capitals.CHECKS,
    *untranslated_scripts.CHECKS,
    *untranslated.CHECKS,
    *untranslated_names.CHECKS,
    *source_leftovers.CHECKS,
    *source_coverage.CHECKS,
    *calques.CHECKS,
    *collapsed.CHECKS,
    *terms.CHECKS,
    *consistency.CHECKS,
    *consistent_phrases.CHECKS,
    *source_meaning.CHECKS,
    *persons.CHECKS,
    *source_senses.CHECKS,
    *addition.CHECKS,
    *numbers.CHECKS,
    *dates.CHECKS,
    *source_figures.CHECKS,
    *orthography.CHECKS,
    *diacritics.CHECKS,
    *slips.CHECKS,
    *clitics.CHECKS,
    *strange_words.CHECKS,
    *negative_determiners.CHECKS,
    *spelt_compounds.CHECKS,
    *grammar.CHECKS,
    *spacing.CHECKS,
    *casing.CHECKS,
    *invisible.CHECKS,
    *punctuation.CHECKS,
    *source_punctuation.CHECKS,
    *quotes.CHECKS,
    *speakers.CHECKS,
    *markup.CHECKS,
    *markup_spaces.CHECKS,
    *markdown.CHECKS,
    *boilerplate.CHECKS,
    *chat.CHECKS,
    *leftovers.CHECKS,
    *qe.CHECKS,
    *comet.CHECKS,
    *llm.CHECKS,
)
