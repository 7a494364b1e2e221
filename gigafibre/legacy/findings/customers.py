"""What an import may find in texts, customers, staff, the catalogue and services."""

from gigafibre.kernel.text import Text

RULES: dict[str, Text] = {
    "text_mended": Text("Accents et entités HTML réparés.", "Accents and HTML entities repaired."),
    "card_masked": Text(
        "Numéro de carte trouvé : seuls les quatre derniers chiffres sont gardés.",
        "Card number found: only its last four digits are kept.",
    ),
    "text_lost": Text(
        "Texte abîmé qu’aucune règle ne répare : gardé tel quel.", "Broken text that no rule mends: kept as it is."
    ),
    "date_impossible": Text(
        "Date impossible : lue comme vide, ou en millisecondes.", "Impossible date: read as none, or as milliseconds."
    ),
    "postal_code_rewritten": Text("Code postal réécrit : J0L 1W0.", "Postal code rewritten: J0L 1W0."),
    "emails_several": Text("Plusieurs courriels dans un champ : séparés.", "Several emails in one field: split."),
    "email_invalid": Text("Courriel invalide : gardé, marqué.", "Invalid email: kept, marked."),
    "phones_several": Text("Plusieurs téléphones dans un champ : séparés.", "Several phones in one field: split."),
    "phone_rewritten": Text("Téléphone écrit librement : numéro et poste lus.", "Phone in free form: number read."),
    "phone_invalid": Text("Téléphone illisible : gardé tel quel, marqué.", "Phone not readable: kept, marked."),
    "not_geocoded": Text("Lieu sans coordonnées : à géocoder.", "Location without coordinates: to geocode."),
    "rights_lengths": Text(
        "Droits aux longueurs fausses : lus malgré tout.",
        "Rights of wrong lengths: read all the same.",
    ),
    "rights_cut_off": Text("Droits tronqués : les entiers sont lus.", "Rights cut off: the whole ones are read."),
    "account_missing": Text(
        "Rangée d’un compte absent : portée par un client « Compte supprimé ».",
        "Row of a missing account: carried by a “Compte supprimé” customer.",
    ),
    "account_gone": Text(
        "Compte absent de la source : un client « Compte supprimé » porte son historique.",
        "Account missing in the source: a customer “Compte supprimé” carries its history.",
    ),
    "account_kind_unknown": Text("Genre de compte inconnu : dépense.", "Unknown kind of account: expense."),
    "name_missing": Text("Sans nom : la compagnie, sinon « Client no ».", "No name: the company, else “Client no”."),
    "customer_id_twice": Text(
        "Numéro imprimé porté par plusieurs clients : tous le gardent.", "Printed number of several: all keep it."
    ),
    "segment_disagrees": Text(
        "Indicateur commercial et groupe en désaccord : commercial.", "Commercial flag and group disagree: commercial."
    ),
    "category_account_unknown": Text(
        "Catégorie d’un compte absent du plan : revenus généraux.",
        "Category of an account the chart lacks: general revenue.",
    ),
    "category_unknown": Text(
        "Catégorie d’aucune branche connue : sous Frais.", "Category of no known branch: under Fees."
    ),
    "product_category_unknown": Text("Catégorie inconnue : Frais et ajustements.", "Unknown category: Fees."),
    "sku_used_twice": Text("Code repris : suivi du numéro du produit.", "Code used again: followed by the product id."),
    "address_unplaced": Text(
        "Ancienne adresse sans lieu certain : gardée chez le client.",
        "Former address of no certain location: kept with the customer.",
    ),
    "history_without_account": Text("Ancienne adresse sans compte : ignorée.", "Former address without account: left."),
    "memo_empty": Text("Note sans texte : ignorée.", "Note without a text: left."),
    "delivery_without_account": Text(
        "Adresse de service sans compte : ignorée.", "Service address without an account: left."
    ),
    "memo_without_account": Text("Note sans compte : ignorée.", "Note without an account: left."),
    "service_without_location": Text(
        "Service sans adresse : à placer par une personne.", "Service without an address: to be placed by a person."
    ),
    "service_without_product": Text(
        "Service sans produit : à placer par une personne.", "Service without a product: to be placed by a person."
    ),
    "service_recurrence": Text(
        "Service d’une seule fois, ou d’un cycle inconnu : pas un abonnement.",
        "A one-time service, or of an unknown cycle: not a subscription.",
    ),
    "service_ended": Text("Actif, mais sa fin est passée : résilié ce jour-là.", "Live, but past its end: cancelled."),
    "username_taken": Text("Nom d’usager déjà pris : suivi du numéro.", "User name taken: followed by the number."),
    "right_unknown": Text("Droit inconnu : aucun rôle donné.", "Unknown right: no role given."),
}
