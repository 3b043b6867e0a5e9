"""Grammar where a rule is nearly always right: the checks of the whole family in one table."""

from mtqa.checks.grammar import address as grammar_address
from mtqa.checks.grammar import agreement as grammar_agreement
from mtqa.checks.grammar import case as grammar_case
from mtqa.checks.grammar import doubling as grammar_doubling
from mtqa.checks.grammar import government as grammar_government
from mtqa.checks.grammar import nouns as grammar_nouns
from mtqa.checks.grammar import numerals as grammar_numerals
from mtqa.checks.grammar import ordinals as grammar_ordinals
from mtqa.checks.grammar import predicate as grammar_predicate
from mtqa.checks.grammar import relative as grammar_relative
from mtqa.checks.grammar import tree_clauses as grammar_tree_clauses
from mtqa.checks.grammar import tree_government as grammar_tree_government
from mtqa.checks.grammar import tree_nouns as grammar_tree_nouns
from mtqa.checks.grammar import tree_objects as grammar_tree_objects
from mtqa.checks.grammar import tree_persons as grammar_tree_persons
from mtqa.checks.grammar import tree_phrases as grammar_tree_phrases
from mtqa.checks.grammar import tree_predicates as grammar_tree_predicates
from mtqa.checks.grammar import tree_reflexives as grammar_tree_reflexives
from mtqa.checks.grammar import tree_relations as grammar_tree_relations
from mtqa.checks.grammar import verbs as grammar_verbs

CHECKS = (
    *grammar_agreement.CHECKS,
    *grammar_government.CHECKS,
    *grammar_case.CHECKS,
    *grammar_predicate.CHECKS,
    *grammar_nouns.CHECKS,
    *grammar_numerals.CHECKS,
    *grammar_ordinals.CHECKS,
    *grammar_relative.CHECKS,
    *grammar_doubling.CHECKS,
    *grammar_verbs.CHECKS,
    *grammar_tree_nouns.CHECKS,
    *grammar_tree_objects.CHECKS,
    *grammar_tree_clauses.CHECKS,
    *grammar_tree_government.CHECKS,
    *grammar_tree_reflexives.CHECKS,
    *grammar_address.CHECKS,
    *grammar_tree_predicates.CHECKS,
    *grammar_tree_persons.CHECKS,
    *grammar_tree_phrases.CHECKS,
    *grammar_tree_relations.CHECKS,
)
