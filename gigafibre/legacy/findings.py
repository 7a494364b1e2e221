"""What an import may find: the rule that was applied in a pair of sentences per code, and what became of the row."""

from enum import StrEnum

from gigafibre.kernel.text import Text


class Sort(StrEnum):
    """What a rule makes of the row it is found in."""

    FIXED = "fixed"
    """The row is here, but not as the source has it: a value was mended, moved, replaced or left out."""
    SKIPPED = "skipped"
    """The row is not here: the report lists it, with its amount where it has one."""
    NOTED = "noted"
    """The row is here as the source has it; a person should look at it."""


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
    "credit_note_unlinked": Text(
        "Note de crédit sans facture nommée : crédit ouvert du client.",
        "Credit note that names no invoice: the customer’s open credit.",
    ),
    "billed_amount_disagrees": Text(
        "Le payé selon la source n’est pas celui du résultat.", "Paid, as the source says, isn’t what the result says."
    ),
    "applied_amount_disagrees": Text(
        "L’imputé selon la source n’est pas celui du résultat.", "Applied, as the source says, isn’t the result’s."
    ),
    "payment_over_allocated": Text(
        "Paiement imputé au-delà de son montant : les dernières parts sont coupées.",
        "Payment allocated beyond its amount: the last parts are cut.",
    ),
    "allocation_unusable": Text(
        "Imputation à un brouillon, à une note de crédit ou de signe contraire : laissée.",
        "Allocation to a draft, a credit note, or of the wrong sign: left.",
    ),
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
    "next_invoice_missing": Text(
        "Prochaine facture inconnue : déduite de la dernière.", "Next invoice unknown: taken from the last one."
    ),
    "bank_details_invalid": Text(
        "Coordonnées bancaires invalides : gardées, jamais débitées.", "Invalid bank details: kept, never debited."
    ),
    "arrangement_without_cutoff": Text("Accord ouvert sans date de coupure.", "Open arrangement without a cutoff."),
    "arrangement_broken": Text(
        "Accord ouvert, coupure passée de plus de 30 jours : rompu.", "Open, cutoff more than 30 days past: broken."
    ),
    "arrangement_without_account": Text("Accord sans compte : ignoré.", "Arrangement without an account: left."),
    "suspension_without_account": Text("Suspension sans compte : ignorée.", "Suspension without an account: left."),
    "token_without_account": Text("Jeton de carte sans compte : ignoré.", "Card token without an account: left."),
    "suspension_without_date": Text("Suspension sans date : une note.", "Suspension without a date: a note."),
    "work_order_without_account": Text("Bon de travail sans compte : ignoré.", "Work order without an account: left."),
    "work_order_without_date": Text("Bon de travail sans date : ignoré.", "Work order without a date: left."),
    "work_order_unplaced": Text(
        "Bon de travail d’un client à plusieurs lieux, ou sans : gardé sans lieu.",
        "Work order of a customer with several locations, or none: kept without one.",
    ),
    "work_order_hours_unread": Text(
        "Heures illisibles ou absentes : du temps sans durée.", "Hours unreadable or missing: time without a length."
    ),
    "work_order_hours_reversed": Text(
        "Départ avant l’arrivée : du temps sans durée.", "Left before he came: time without a length."
    ),
    "work_order_technician_unknown": Text(
        "Technicien inconnu : bon et temps gardés sans lui.", "Unknown technician: work order and time without him."
    ),
    "work_order_hours_nobodys": Text(
        "Heures sans technicien nommé : du temps de personne.", "Hours of no named technician: nobody’s time."
    ),
    "work_order_line_left": Text(
        "Matériel sans bon de travail, ou d’une quantité nulle : ignoré.",
        "Material without a work order, or of no quantity: left.",
    ),
    "lines_unequal": Text(
        "Les lignes ne donnent pas le total : le total l’emporte, l’écart est sur une ligne d’ajustement.",
        "The lines don’t add up: the total wins, the difference is on an adjustment line.",
    ),
    "draft": Text("Brouillon : importé comme brouillon, hors des sommes.", "Draft: imported as one, in no sum."),
    "document_changed": Text(
        "Document changé dans la source depuis son importation : à revoir.",
        "Document changed in the source since its import: to be looked at.",
    ),
    "document_reissued": Text(
        "Montants changés : repris, puis émis de nouveau.", "Amounts changed: taken back, issued anew."
    ),
    "invoice_without_account": Text("Facture sans compte : dans aucune somme.", "Invoice without account: in no sum."),
    "line_without_invoice": Text("Ligne sans facture : dans aucune somme.", "Line without an invoice: in no sum."),
    "line_without_service": Text(
        "Ligne d’un service absent : facturée telle quelle, sans lieu ni abonnement.",
        "Line of a missing service: billed as it is, without location or subscription.",
    ),
    "tax_without_invoice": Text("Taxe sans facture : dans aucune somme.", "Tax without an invoice: in no sum."),
    "tax_zero": Text("Taxe de 0,00 $ : ignorée.", "Tax of $0.00: left."),
    "tax_unknown": Text(
        "Taxe inconnue : le total l’emporte, son montant est sur une ligne d’ajustement.",
        "Unknown tax: the total wins, its amount is on an adjustment line.",
    ),
    "correction_positive": Text(
        "Correction qui ne rend rien : comptée comme dans la source, à revoir.",
        "Correction that gives nothing back: counted as in the source, to be looked at.",
    ),
    "payment_zero": Text("Paiement de 0,00 $ : ignoré.", "Payment of $0.00: left."),
    "return_unmatched": Text(
        "Retour sans le paiement qu’il renverse (même client, même montant, mêmes factures) : laissé sans lien.",
        "Return without the payment it takes back (same customer, amount and invoices): left without a link.",
    ),
    "payment_without_account": Text("Paiement sans compte : dans aucune somme.", "Payment without account: in no sum."),
    "allocation_cut": Text(
        "Imputation plus grande que la place : coupée, le reste est un crédit.",
        "Allocation larger than the room: cut, the rest is credit.",
    ),
    "allocation_strange": Text(
        "Imputation à la facture d’un autre client : retirée, le montant est un crédit.",
        "Allocation to another customer’s invoice: taken off, the amount is credit.",
    ),
    "allocation_return_unmatched": Text(
        "Retour qui ne correspond à aucune imputation : laissé ouvert.", "A return that matches none: left open."
    ),
    "allocation_without_payment": Text("Imputation sans paiement : ignorée.", "Allocation without a payment: left."),
    "allocation_without_invoice": Text(
        "Imputation sans facture : le montant est un crédit.", "Allocation without an invoice: the amount is credit."
    ),
    "allocation_no_room": Text(
        "Imputation sans place du tout : laissée, le montant est un crédit.",
        "Allocation with no room at all: left, the amount is credit.",
    ),
    "allocation_changed": Text(
        "Imputation changée dans la source depuis son arrivée : reprise et refaite comme elle le dit.",
        "Allocation that changed in the source since it came: taken back and made anew as it says.",
    ),
    "allocation_gone": Text("Imputation disparue de la source : reprise.", "Allocation gone there: taken back here."),
    "allocation_kept_here": Text(
        "Imputation reprise ici, que la source garde : elle reste reprise.",
        "Allocation taken back here that the source keeps: it stays so.",
    ),
    "part_returned": Text(
        "Imputation reprise par un retour du même montant : ni l’une ni l’autre ne reste.",
        "Allocation taken back by a return of the same amount: neither stays.",
    ),
    "part_zero": Text("Imputation de 0,00 $ : ignorée.", "Allocation of $0.00: left."),
    "row_unexplained": Text(
        "Rangée ni importée ni ignorée par une règle : à comprendre.",
        "Row neither imported nor skipped by a rule: to be understood.",
    ),
    "username_taken": Text("Nom d’usager déjà pris : suivi du numéro.", "User name taken: followed by the number."),
    "right_unknown": Text("Droit inconnu : aucun rôle donné.", "Unknown right: no role given."),
    "fibre_port_twice": Text(
        "Identifiant d’ONT de deux prises : la raccordée ou la plus récente le garde.",
        "An ONT id of two drops: the connected or newest one keeps it.",
    ),
    "fibre_port_impossible": Text("Port ou OLT illisible : sans port.", "Port or OLT not readable: no port."),
    "fibre_service_over": Text(
        "Prise d’un service terminé ou absent : desservable.", "Drop of a service that is over or gone: serviceable."
    ),
    "fibre_service_twice": Text(
        "Service de deux prises : la plus récente le porte, l’autre reste au lieu.",
        "A service of two drops: the newest carries it, the other stays at the location.",
    ),
    "fibre_without_address": Text("Prise sans rue ou sans ville : à compléter.", "Drop without street or city."),
    "taken_here": Text(
        "Port, série ou MAC déjà donné ici par le personnel : il le garde.",
        "Port, serial or MAC already given away here by staff: it stays.",
    ),
    "device_twice": Text(
        "Même adresse MAC : le plus récent en service est l’appareil, celui-ci n’est que listé.",
        "Same MAC address: the newest installed is the device, this row is only listed.",
    ),
    "device_serial_twice": Text(
        "Numéro de série de plusieurs appareils : un seul le garde.", "Serial of several devices: one keeps it."
    ),
    "device_mac_invalid": Text("Adresse MAC impossible : gardée telle quelle.", "Impossible MAC: kept as printed."),
    "device_unidentified": Text(
        "Appareil sans MAC ni série sûre : à identifier.", "Device without a MAC or a sure serial: to identify."
    ),
    "device_without_location": Text("Adresse de l’appareil absente : en stock.", "Its address is gone: in stock."),
    "device_circle": Text("Appareils l’un derrière l’autre en cercle : coupé.", "Devices in a circle: cut."),
    "device_parent_missing": Text("Appareil derrière un absent : sans parent.", "Plugged behind a missing device."),
    "ip_invalid": Text(
        "Pas une adresse IP que quelqu’un peut avoir : ignorée.", "Not an IP address that anybody can have: left."
    ),
    "ip_without_date": Text("Adresse IP sans date, ou à venir : ignorée.", "IP address of no day, or to come: left."),
    "ip_without_account": Text("Adresse IP d’un compte absent : ignorée.", "IP address of a missing account: left."),
    "ip_replaced_at_once": Text(
        "Adresse IP remplacée ou donnée à un autre à l’instant même : ignorée.",
        "IP address replaced or given to another at the same instant: left.",
    ),
    "ip_past_retention": Text(
        "Adresse IP perdue avant la durée de conservation : ignorée.", "IP address lost before what is kept: left."
    ),
    "ip_without_service": Text(
        "Adresse IP sans service : placée par son adresse de service, sinon chez le client.",
        "IP address without a service: placed by its delivery, else with the customer.",
    ),
    "ip_service_missing": Text(
        "Adresse IP d’un service absent ou qui n’est pas un abonnement : placée de même.",
        "IP address of a service that is missing or is no subscription: placed likewise.",
    ),
    "ip_out_of_order": Text(
        "Adresse IP inscrite après une plus récente du même service : remise à sa place dans le temps.",
        "IP address written after a newer one of the same service: put back in the order of time.",
    ),
    "ip_of_two_services": Text(
        "Adresse IP de deux services à la fois : au premier jusqu’à ce que l’autre la reçoive.",
        "IP address of two services at once: the first one’s until the other gets it.",
    ),
    "ip_account_disagrees": Text(
        "Adresse IP d’un compte et service ou adresse d’un autre : le compte de la rangée l’emporte.",
        "IP address of one account, its service or delivery of another: the row’s account wins.",
    ),
    "usage_negative": Text("Consommation négative : ignorée.", "Negative usage: left."),
    "usage_absurd": Text(
        "Consommation plus grande qu’une ligne de 10 Gbit/s n’en porte en un jour : ignorée.",
        "Usage beyond what a line of 10 Gbit/s carries in a day: left.",
    ),
    "usage_without_day": Text("Consommation sans jour, ou à venir : ignorée.", "Usage of no day, or to come: left."),
    "usage_without_service": Text(
        "Consommation d’un service absent ou qui n’est pas un abonnement : ignorée.",
        "Usage of a service that is missing or is no subscription: left.",
    ),
    "usage_past_retention": Text(
        "Consommation d’avant la durée de conservation : ignorée.", "Usage from before what is kept: left."
    ),
    "usage_twice": Text(
        "Plusieurs relevés d’un jour : le plus récent, le plus complet, est gardé.",
        "Several readings of a day: the newest, the fullest, is kept.",
    ),
    "usage_of_several": Text("Relevé gardé parmi plusieurs d’un jour.", "Reading kept of several of a day."),
    "traffic_taken_here": Text(
        "Adresse IP ou jour qui est déjà à un autre ici : ce qui est ici reste.",
        "IP address or day that is already another’s here: what is here stays.",
    ),
    "forgotten_here": Text(
        "Effacé ici, selon la durée de conservation : ne revient pas.", "Erased here, past what is kept: stays so."
    ),
    "quotation_without_account": Text(
        "Soumission d’un compte absent : gardée au nom du compte.", "Quotation of a missing account: kept under its id."
    ),
    "quotation_lengths": Text(
        "Lignes aux longueurs fausses : lues malgré tout.", "Lines of wrong lengths: read all the same."
    ),
    "quotation_cut_off": Text(
        "Lignes tronquées : les entières sont lues, le texte est gardé.", "Lines cut off: whole ones read, text kept."
    ),
    "quotation_object": Text(
        "Un objet dans les lignes : jamais construit, le texte est gardé.", "An object in the lines: never built, kept."
    ),
    "quotation_unreadable": Text("Lignes illisibles : le texte est gardé.", "Lines not readable: the text is kept."),
    "quotation_too_deep": Text("Lignes trop imbriquées : le texte est gardé.", "Lines nested too deep: text kept."),
    "quotation_trailing": Text("Texte après les lignes : gardé.", "Text after the lines: kept."),
    "quotation_line": Text("Une ligne qui n’en est pas une : le texte est gardé.", "A line that is none: text kept."),
    "quotation_number": Text(
        "Montant ou quantité illisible : 0,00 $, le texte est gardé.", "Amount or quantity not readable: 0, text kept."
    ),
    "quotation_total": Text(
        "Total d’une ligne qui n’est pas prix × quantité : recalculé, le texte est gardé.",
        "A line’s total isn’t price × quantity: worked out anew, text kept.",
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
    "journal_account_missing": Text("Écriture d’un compte inconnu : ignorée.", "Entry of an unknown account: left."),
    "opening_difference": Text(
        "Ce qui manque à l’équilibre des soldes d’ouverture, inscrit au compte des soldes d’ouverture.",
        "What the opening balances lack to balance, posted on the account of opening balances.",
    ),
    "month_closed_here": Text(
        "Document d’un mois déjà fermé ici : inscrit au premier jour encore ouvert.",
        "Document of a month already closed here: posted on the first day still open.",
    ),
    "switch_turned_off": Text(
        "Interrupteur fermé à la fin de la première importation : rien n’agit de soi-même.",
        "Switch turned off at the end of the first import: nothing acts by itself.",
    ),
    "autopay_twice": Text(
        "Débit bancaire et carte automatiques tous deux : la banque l’emporte, la carte est gardée sans l’être.",
        "Automatic by bank and by card: the bank’s goes first, the card is kept but not automatic.",
    ),
    "autopay_kept_here": Text(
        "Paiement automatique choisi ici : celui de la source n’est pas repris.",
        "Automatic payment chosen here: the source’s is not taken.",
    ),
}

_SKIPPED = {
    "allocation_kept_here", "allocation_no_room", "allocation_return_unmatched", "allocation_strange",
    "allocation_unusable", "allocation_without_invoice", "allocation_without_payment", "arrangement_without_account",
    "deleted_here", "delivery_without_account", "device_twice", "forgotten_here", "history_without_account",
    "invoice_without_account", "ip_invalid", "ip_past_retention", "ip_replaced_at_once", "ip_without_account",
    "ip_without_date", "line_without_invoice", "memo_empty", "memo_without_account", "part_returned", "part_zero",
    "payment_without_account", "payment_zero", "service_recurrence", "service_without_location",
    "service_without_product", "suspended_here", "suspension_without_account", "tax_unknown", "tax_without_invoice",
    "tax_zero", "token_without_account", "traffic_taken_here", "usage_absurd", "usage_negative", "usage_past_retention",
    "usage_twice", "usage_without_day", "usage_without_service", "work_order_line_left", "work_order_without_account",
    "work_order_without_date",
}  # fmt: skip
_NOTED = {
    "account_gone", "address_unplaced", "allocation_gone", "applied_amount_disagrees", "arrangement_without_cutoff",
    "autopay_kept_here", "bank_details_invalid", "billed_amount_disagrees", "conflict", "correction_positive",
    "credit_note_unlinked", "customer_id_twice", "device_mac_invalid", "device_unidentified", "document_changed",
    "draft", "email_invalid", "fibre_without_address", "gone_from_source", "not_geocoded", "part_deleted_here",
    "phone_invalid", "quotation_without_account", "return_unmatched", "right_unknown", "row_unexplained", "sent_since",
    "service_otherwise_here", "switch_turned_off", "text_lost",
}  # fmt: skip


def sort_of(code: str) -> Sort:
    """Return what a rule makes of its row."""
    return Sort.SKIPPED if code in _SKIPPED else Sort.NOTED if code in _NOTED else Sort.FIXED
