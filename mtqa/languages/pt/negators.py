"""Words that negate in Portuguese (own compilation, 2026, CC0)."""

STRONG = "não nunca jamais ninguém nada nenhum nenhuma nenhuns nenhumas"
LOOSE = (
    "não só|não apenas|não somente|não obstante|não menos|se não|não seja|nada mais|não mais|não é|"
    "não tão|mais que nunca|mais do que nunca|nem todos|ainda não|nem sempre"
)
WEAK = (
    "sem nem tampouco mal pouco poucos poucas só apenas somente falta faltar negar nega negou "
    "rejeitar rejeitou evitar impedir proibir salvo exceto até menos contra impossível senão "
    "apesar fracassar falhar mas demasiado outro antes deixar deixou recusar recusou"
)
