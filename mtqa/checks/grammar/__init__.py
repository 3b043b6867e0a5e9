"""Grammar where a rule is nearly always right: the checks of the whole family in one table."""

from mtqa.checks.grammar import agreement as grammar_agreement
from mtqa.checks.grammar import case as grammar_case
from mtqa.checks.grammar import nouns as grammar_nouns
from mtqa.checks.grammar import numerals as grammar_numerals
from mtqa.checks.grammar import tree_persons as grammar_tree_persons
from mtqa.checks.grammar import tree_phrases as grammar_tree_phrases
from mtqa.checks.grammar import tree_predicates as grammar_tree_predicates
from mtqa.checks.grammar import tree_relations as grammar_tree_relations
from mtqa.checks.grammar import verbs as grammar_verbs

CHECKS = (
    *grammar_agreement.CHECKS,
    *grammar_case.CHECKS,
    *grammar_nouns.CHECKS,
    *grammar_numerals.CHECKS,
    *grammar_verbs.CHECKS,
    *grammar_tree_predicates.CHECKS,
    *grammar_tree_persons.CHECKS,
    *grammar_tree_phrases.CHECKS,
    *grammar_tree_relations.CHECKS,
)
