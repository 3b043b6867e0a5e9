"""Words that negate in Romanian (own compilation, 2026, CC0)."""

STRONG = (
    "nu n nici niciodată nicicând nimeni nimic nimănui nimănuia niciun niciunul niciunei niciunui "
    "niciuna nicio niciunii nicăieri nicidecum nicicum deloc fără neam"
)
LOOSE = (
    "nu numai|nu doar|nu în ultimul rând|nu-i așa|nu puțini|nu de puține|nu e de mirare|nu este "
    "de mirare|ca să nu mai|și nu numai|nu cumva|sau nu|nu mai puțin|nu _ "
    "pierde/rata/uita/ocoli/ezita/omite"
)
WEAK = (
    "refuza refuz respinge respingere lipsi lipsă absență absent evita împiedica interzice "
    "interzis interdicție nega dezminți exclude opri înceta renunța puțin decât abia greu dificil "
    "rar rareori împotriva contra scuti eșua eșec rata ignora departe contrar doar numai "
    "imposibil altceva dezacord contesta afară excepție feri indiferent necontenit opune elimina "
    "suspenda abține reține dubiu îndoială îndoi ascunde înșela greși greșit altfel insuficient "
    "incapabil inexistent inutil ilegal incert indecis inevitabil incorect inacceptabil "
    "incredibil ireal irelevant inocent indisponibil până ezita rece exterior afara excepta prost "
    "diferit rămâne prim singur dispărea ultim"
)
PREFIXES = "nemai ne im anti non dez"
NOT_NEGATIVE = (
    "nevoi nepo nevast negoc negoț necaz negr nervo dezarm dezbat dezvolt dezvăl dezastr imagin "
    "import impresi împ"
)
