"""Words that negate in French (own compilation, 2026, CC0)."""

STRONG = "pas jamais rien aucun aucune"
LOOSE = (
    "pas seulement|pas uniquement|pas moins|ne _ que|pas encore|pas toujours|rien que|pas tous|"
    "pas forcément|plus jamais|pas assez"
)
WEAK = (
    "ne n non sans ni plus peu guère personne que refuser refuse refusé manque manquer éviter "
    "empêcher interdire interdit sauf à moins avant seul seulement ne contre impossible malgré "
    "faute absence échouer échoué mais trop nier nie autre priver privé demeurer incertain loin "
    "dernier arrêter cesser tarir empêche évite exclure exclu rare rarement abandonner renoncer "
    "perdre perdu dépourvu inconnu inutile impuissant"
)
HALVES = "pas jamais rien aucun aucune"
BEFORE_HALVES = "ne n' n n’"
