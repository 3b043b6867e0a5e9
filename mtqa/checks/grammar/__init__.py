"""Grammar where a rule is nearly always right: the checks of the whole family in one table."""

from mtqa.checks import (
    grammar_agreement,
    grammar_case,
    grammar_nouns,
    grammar_numerals,
    grammar_verbs,
)

CHECKS = (
    *grammar_agreement.CHECKS,
    *grammar_case.CHECKS,
    *grammar_nouns.CHECKS,
    *grammar_numerals.CHECKS,
    *grammar_verbs.CHECKS,
)
