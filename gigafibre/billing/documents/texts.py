"""The words printed on billing documents, French first; `{…}` is filled by the layout."""

from typing import Final

from gigafibre.kernel.documents.wording import Language, typeset

TEXTS: Final[dict[str, dict[Language, str]]] = {
    "account_number": {"fr": "No de compte", "en": "Account no."},
    "date": {"fr": "Date", "en": "Date"},
    "invoice_number": {"fr": "No de facture", "en": "Invoice no."},
    "purchase_order": {"fr": "Commande", "en": "Your PO"},
    "draft": {"fr": "Brouillon", "en": "Draft"},
    "page": {"fr": "Page {page} de {pages}", "en": "Page {page} of {pages}"},
    "invoice_document": {"fr": "Facture {number}", "en": "Invoice {number}"},
    "draft_document": {"fr": "Facture, brouillon", "en": "Invoice, draft"},
    "your_month": {"fr": "Votre facture {month}", "en": "Your {month} invoice"},
    "your_day": {"fr": "Votre facture du {day}", "en": "Your invoice of {day}"},
    "summary": {"fr": "Sommaire du compte", "en": "Account summary"},
    "previous_balance": {"fr": "Solde précédent, facture du {day}", "en": "Previous balance, invoice of {day}"},
    "opening_balance": {"fr": "Solde précédent", "en": "Previous balance"},
    "payment": {"fr": "Paiement reçu le {day}, merci", "en": "Payment received {day}, thank you"},
    "credit": {"fr": "Note de crédit du {day}", "en": "Credit note of {day}"},
    "returned": {"fr": "Paiement retourné le {day}", "en": "Payment returned {day}"},
    "refund": {"fr": "Remboursement du {day}", "en": "Refund of {day}"},
    "interest": {"fr": "Intérêts de retard au {day}", "en": "Late interest to {day}"},
    "adjustment": {"fr": "Ajustement du {day}", "en": "Adjustment of {day}"},
    "remaining": {"fr": "Solde restant", "en": "Remaining balance"},
    "this_invoice": {"fr": "Cette facture", "en": "This invoice"},
    "charges": {"fr": "Frais courants", "en": "Current charges"},
    "other": {"fr": "Autres frais", "en": "Other charges"},
    "nothing_charged": {"fr": "Aucuns frais pour cette période", "en": "No charges for this period"},
    "subtotal": {"fr": "Sous-total avant taxes", "en": "Subtotal before taxes"},
    "registration": {"fr": "no {number}", "en": "no. {number}"},
    "registrations": {"fr": "Numéros d’inscription : {list}", "en": "Registration numbers: {list}"},
    "total": {"fr": "Total de cette facture", "en": "Total of this invoice"},
    "to_pay": {"fr": "Montant à payer", "en": "Amount due"},
    "your_credit": {"fr": "Votre crédit", "en": "Your credit"},
    "pay_by": {"fr": "au plus tard le *{day}*", "en": "due by *{day}*"},
    "autopay_bank": {
        "fr": "Prélevé de votre compte ••••{last_four}, vous n’avez rien à faire.",
        "en": "Taken from your account ••••{last_four}, nothing for you to do.",
    },
    "autopay_bank_on": {
        "fr": "Prélevé de votre compte ••••{last_four} le {day}, vous n’avez rien à faire.",
        "en": "Taken from your account ••••{last_four} on {day}, nothing for you to do.",
    },
    "autopay_card": {
        "fr": "Porté à votre carte ••••{last_four}, vous n’avez rien à faire.",
        "en": "Charged to your card ••••{last_four}, nothing for you to do.",
    },
    "autopay_card_on": {
        "fr": "Porté à votre carte ••••{last_four} le {day}, vous n’avez rien à faire.",
        "en": "Charged to your card ••••{last_four} on {day}, nothing for you to do.",
    },
    "pay_how": {
        "fr": "Avec votre téléphone, par votre banque ou par chèque.",
        "en": "With your phone, through your bank or by cheque.",
    },
    "nothing_to_pay": {"fr": "Rien à payer, votre compte est à jour.", "en": "Nothing to pay, you are up to date."},
    "credit_kept": {
        "fr": "Rien à payer. Ce crédit réduira votre prochaine facture.",
        "en": "Nothing to pay. This credit will lower your next invoice.",
    },
    "pay_by_phone": {"fr": "Payer avec votre téléphone", "en": "Pay with your phone"},
    "pay_link_life": {
        "fr": "Sans mot de passe. Bon jusqu’au {day}.",
        "en": "No password. Good until {day}.",
    },
    "pay_code": {"fr": "Code QR : payer la facture {number}", "en": "QR code: pay invoice {number}"},
    "refer": {"fr": "Parrainez, recevez {reward}", "en": "Refer, receive {reward}"},
    "refer_how": {
        "fr": "Un voisin s’abonne avec votre code, le crédit va sur votre prochaine facture.",
        "en": "A neighbour signs up with your code, the credit goes on your next invoice.",
    },
    "contact": {"fr": "Nous joindre", "en": "Contact us"},
    "terms": {"fr": "Conditions", "en": "Terms"},
    "why": {"fr": "Pourquoi ce montant a changé", "en": "Why this amount changed"},
    "credit_note_number": {"fr": "No de note", "en": "Note no."},
    "credit_note_document": {"fr": "Note de crédit {number}", "en": "Credit note {number}"},
    "draft_credit_note_document": {"fr": "Note de crédit, brouillon", "en": "Credit note, draft"},
    "your_credit_note": {"fr": "Votre note de crédit du {day}", "en": "Your credit note of {day}"},
    "corrects": {"fr": "Corrige la facture {number} du {day}", "en": "Corrects invoice {number} of {day}"},
    "reason": {"fr": "Raison", "en": "Reason"},
    "credited": {"fr": "Montants crédités", "en": "Amounts credited"},
    "credit_total": {"fr": "Total du crédit", "en": "Total credit"},
    "credit_amount": {"fr": "Montant crédité", "en": "Amount credited"},
    "credit_applied": {
        "fr": "Appliqué à votre compte : {applied}. Reste à votre crédit : {left}.",
        "en": "Applied to your account: {applied}. Left to your credit: {left}.",
    },
    "credit_all_applied": {
        "fr": "Appliqué à votre compte, vous n’avez rien à faire.",
        "en": "Applied to your account, nothing for you to do.",
    },
    "credit_all_left": {
        "fr": "Ce crédit réduira votre prochaine facture, vous n’avez rien à faire.",
        "en": "This credit will lower your next invoice, nothing for you to do.",
    },
    "credit_refunded": {
        "fr": "Remboursé le {day}, vous n’avez rien à faire.",
        "en": "Refunded on {day}, nothing for you to do.",
    },
}


def text(key: str, language: Language, **filled: str) -> str:
    """Return one printed text with its blanks filled; raises KeyError for an unknown text or blank."""
    return typeset(TEXTS[key][language].format(**filled), language)
