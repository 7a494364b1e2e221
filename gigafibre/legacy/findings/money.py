"""What an import may find in documents, payments, their allocations, methods, arrangements and accounts."""

from gigafibre.kernel.text import Text

RULES: dict[str, Text] = {
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
        "Commutateur fermé à la fin de la première importation : rien n’agit de soi-même.",
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
