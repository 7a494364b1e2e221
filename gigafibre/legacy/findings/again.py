"""What an import may find where people worked here since the one before."""

from gigafibre.kernel.text import Text

RULES: dict[str, Text] = {
    "row_unexplained": Text(
        "Rangée ni importée ni ignorée par une règle : à comprendre.",
        "Row neither imported nor skipped by a rule: to be understood.",
    ),
    "conflict": Text(
        "Changé ici et dans la source : ce qui est écrit ici reste.",
        "Changed here and in the source: what is written here stays.",
    ),
    "sent_since": Text(
        "Envoyée depuis par l’ancien système : dite une fois, le document ne change pas.",
        "Sent by the former system since: told once, the document doesn’t change.",
    ),
    "deleted_here": Text("Effacé ici : reste effacé, même changé ailleurs.", "Deleted here: stays so, changed or not."),
    "part_deleted_here": Text("Part de la rangée effacée ici : reste effacée.", "A part deleted here: stays so."),
    "service_otherwise_here": Text(
        "Actif, ou à ce prix, d’un seul côté, par le travail d’ici.", "Live, or at its price, on one side only."
    ),
    "gone_from_source": Text("Disparu de la source : reste ici.", "Gone from the source: stays here."),
    "number_taken_here": Text(
        "Numéro déjà donné ici : la rangée prend le suivant de la série.",
        "Number already given here: the row takes the series’ next.",
    ),
    "sku_taken_here": Text(
        "Code d’un article fait ici : suivi du numéro du produit.",
        "Code of an article made here: followed by the product’s id.",
    ),
    "suspended_here": Text(
        "Déjà suspendu ici : la suspension de la source attend la fin de la nôtre.",
        "Already suspended here: the source’s suspension waits for the end of ours.",
    ),
}
