"""What the kernel's tables are called by people."""

from typing import Any

from gigafibre.kernel.describe import Column, describe, describe_deeds
from gigafibre.kernel.preview_words import plain
from gigafibre.kernel.text import Text

describe(
    "kernel_note",
    Text("Note", "Note"),
    text=Text("Texte", "Text"),
    pinned=Text("Épinglée", "Pinned"),
    author=Text("Auteur", "Author"),
)


def _setting(value: Any, language: str) -> str:
    """Write a setting's value: texts by language one after the other, a drawing by its size."""
    if isinstance(value, dict):
        return " · ".join(f"{key}: {_setting(one, language)}" for key, one in value.items()) or plain(None, language)
    if isinstance(value, list):
        return ", ".join(_setting(one, language) for one in value) or plain(None, language)
    if isinstance(value, str) and value.startswith("<svg"):
        return f"SVG, {len(value)} {'characters' if language.startswith('en') else 'caractères'}"
    return plain(value, language)


describe(
    "kernel_setting",
    Text("Réglage", "Setting"),
    number="key",
    value=Column(Text("Valeur", "Value"), _setting),
)
describe(
    "kernel_series",
    Text("Série de numéros", "Number series"),
    number="code",
    prefix=Text("Préfixe", "Prefix"),
    digits=Text("Chiffres", "Digits"),
    next=Text("Prochain", "Next"),
)
describe("kernel_attachment", Text("Fichier joint", "Attachment"), subject=Text("Sur", "About"))
describe(
    "kernel_delivery",
    Text("Suite d’un fait", "Delivery"),
    state=Text("État", "State"),
    attempts=Text("Essais", "Attempts"),
    skip_reason=Text("Raison", "Reason"),
)
describe(
    "kernel_intent",
    Text("Effet extérieur", "Outside effect"),
    state=Text("État", "State"),
    attempts=Text("Essais", "Attempts"),
    skip_reason=Text("Raison", "Reason"),
)

#: What a series numbers, as people say it.
SERIES = {
    "bad_debt": Text("Radiations", "Write-offs"),
    "contract": Text("Contrats", "Contracts"),
    "credit_note": Text("Notes de crédit", "Credit notes"),
    "customer": Text("Clients", "Customers"),
    "departure": Text("Départs", "Departures"),
    "drop": Text("Prises de fibre", "Fibre drops"),
    "equipment": Text("Équipements", "Equipment"),
    "invoice": Text("Factures", "Invoices"),
    "issue": Text("Billets", "Issues"),
    "job": Text("Interventions", "Jobs"),
    "journal": Text("Écritures", "Journal entries"),
    "location": Text("Lieux", "Locations"),
    "payment": Text("Paiements", "Payments"),
    "price_change": Text("Changements de prix", "Price changes"),
    "privacy_incident": Text("Incidents de confidentialité", "Privacy incidents"),
    "privacy_request": Text("Demandes de vie privée", "Privacy requests"),
    "print_file": Text("Fichiers d’impression", "Print files"),
    "quotation": Text("Soumissions", "Quotations"),
    "subscription": Text("Abonnements", "Subscriptions"),
    "technician": Text("Techniciens", "Technicians"),
}
describe(
    "kernel_batch",
    Text("Lot", "Batch"),
    number="id",
    action=Text("Action", "Action"),
    total=Text("Fiches", "Records"),
    state=Text("État", "State"),
)

#: What a background task does, as people say it.
TASKS = {
    "billing.charge_late_interest": Text("Facturer les intérêts de retard", "Charge late interest"),
    "billing.confirm_due": Text("Confirmer la facturation prévue", "Confirm the billing that is due"),
    "billing.drop_print_files": Text("Effacer les vieux fichiers d’impression", "Delete old print files"),
    "billing.go_on": Text("Poursuivre la facturation", "Go on with the billing"),
    "billing.go_on_printing": Text("Poursuivre l’impression", "Go on with the printing"),
    "billing.issue_run": Text("Émettre les factures", "Issue the invoices"),
    "billing.make_print_file": Text("Préparer un fichier d’impression", "Make a print file"),
    "billing.settle_price_changes": Text("Appliquer les changements de prix", "Apply the price changes"),
    "identity.send_to_who_forgot": Text("Envoyer un lien de mot de passe oublié", "Send a forgotten password’s link"),
    "identity.go_on_with_batches": Text("Poursuivre les lots", "Go on with batches"),
    "identity.work_batch": Text("Faire un lot", "Work a batch"),
    "kernel.forget": Text("Oublier ce qui a fait son temps", "Forget what has had its time"),
    "ledger.check_the_books": Text("Vérifier les livres", "Check the books"),
    "ledger.recognise_revenue": Text("Constater les revenus du mois", "Recognise the month’s revenue"),
    "legacy.import_source": Text("Importer", "Import"),
    "legacy.recompute_history": Text("Recalculer l’historique", "Recompute the history"),
    "network.forget_traffic": Text("Oublier le vieux trafic", "Forget old traffic"),
    "privacy.drop_exports": Text("Supprimer les renseignements réunis échus", "Drop expired exports of information"),
    "privacy.go_on_exporting": Text("Reprendre la réunion de renseignements", "Go on putting information together"),
    "privacy.remind": Text("Rappeler les demandes de vie privée", "Remind of privacy requests"),
    "processes.ask_for_what_is_not_back": Text("Réclamer l’équipement non rendu", "Ask for equipment not returned"),
    "sales.ask_the_provider": Text("Demander l’état des signatures", "Ask how far signatures are"),
    "sales.close_what_ran_out": Text("Fermer les soumissions échues", "Close quotations that ran out"),
    "sales.seal_what_was_signed": Text("Sceller les contrats signés", "Seal signed contracts"),
    "subscriptions.apply_due_changes": Text("Appliquer les changements prévus", "Apply planned changes"),
}


describe_deeds(
    {
        "kernel.check_service": Text("Essayer un système relié", "Try a connected system"),
        "kernel.upload_file": Text("Recevoir un fichier", "Receive a file"),
        "kernel.forget": Text("Oublier ce qui a fait son temps", "Forget what has had its time"),
    }
)
