"""The desk's own words, and what it calls the tables that nobody else has named."""

from __future__ import annotations

from decimal import Decimal

from django.db import models

from gigafibre.kernel.describe import all_described
from gigafibre.kernel.held import all_held
from gigafibre.kernel.text import Text, counted

APPS = {
    "kernel": Text("Noyau", "Kernel"),
    "identity": Text("Personnes et accès", "People and access"),
    "crm": Text("Clients", "Customers"),
    "catalog": Text("Catalogue", "Catalogue"),
    "ledger": Text("Comptabilité", "Ledger"),
    "subscriptions": Text("Abonnements", "Subscriptions"),
    "messaging": Text("Messages", "Messages"),
    "billing": Text("Facturation", "Billing"),
    "payments": Text("Paiements", "Payments"),
    "network": Text("Réseau", "Network"),
    "dispatch": Text("Terrain", "Field work"),
    "support": Text("Billets", "Issues"),
    "collections": Text("Recouvrement", "Collections"),
    "sales": Text("Ventes", "Sales"),
    "privacy": Text("Vie privée", "Privacy"),
    "webhooks": Text("Webhooks", "Webhooks"),
    "legacy": Text("Importation", "Import"),
    "procrastinate": Text("Tâches de fond", "Background jobs"),
}

TABLES = {
    "procrastinate_workers": Text("Ouvrier", "Worker"),
    "procrastinate_jobs": Text("Tâche", "Job"),
    "procrastinate_events": Text("Sort d’une tâche", "Job’s event"),
    "procrastinate_periodic_defers": Text("Tâche périodique mise en file", "Periodic job queued"),
    "kernel_actionrun": Text("Action faite", "Action performed"),
    "kernel_retentionrun": Text("Passage d’une règle de conservation", "Run of a retention rule"),
    "kernel_audit": Text("Piste d’audit", "Audit trail"),
    "kernel_file": Text("Fichier", "File"),
    "kernel_worker": Text("Ouvrier en service", "Worker on duty"),
    "identity_session": Text("Session", "Session"),
    "identity_loginattempt": Text("Essai de connexion", "Login attempt"),
    "identity_loginbrake": Text("Frein de connexion", "Login brake"),
    "identity_tokenuse": Text("Usage d’un jeton", "Use of a token"),
    "identity_usedcode": Text("Code déjà pris", "Code already taken"),
    "identity_passkeyuse": Text("Usage d’une clé d’accès", "Use of a passkey"),
    "billing_categorytax": Text("Taxe d’une catégorie", "Tax of a category"),
    "billing_letterhead": Text("En-tête d’impression", "Letterhead"),
    "network_publicasking": Text("Question du public", "Public asking"),
    "sales_linkbrake": Text("Frein des liens", "Brake of links"),
    "webhooks_horizon": Text("Horizon des envois", "Horizon of deliveries"),
    "legacy_importphase": Text("Étape d’importation", "Import phase"),
    "legacy_importfinding": Text("Constat d’importation", "Import finding"),
    "legacy_legacyrow": Text("Rangée déjà importée", "Row already imported"),
    "legacy_legacyproduct": Text("Produit de l’ancien système", "Old system’s product"),
}

WORDS = {
    "desk": Text("Bureau", "Desk"),
    "back": Text("Retour aux opérations", "Back to operations"),
    "about": Text(
        "Toutes les tables, telles quelles. On ne fait que lire : changer se fait par une action, dans les pages.",
        "Every table as it is. One only reads here: every change has its action, in the pages.",
    ),
    "read_only": Text("Lecture seule", "Read-only"),
    "secret": Text("Secret : ni lu ni montré", "Secret: neither read nor shown"),
    "yes": Text("Oui", "Yes"),
    "no": Text("Non", "No"),
    "all_tables": Text("Toutes les tables", "All tables"),
    "search": Text("Chercher", "Search"),
    "search_in": Text("Chercher dans les textes", "Search in texts"),
    "filters": Text("Filtres", "Filters"),
    "clear": Text("Tout montrer", "Show all"),
    "none": Text("Cette table est vide.", "This table is empty."),
    "none_found": Text("Rien ne correspond. Élargissez la recherche.", "Nothing matches. Search more widely."),
    "previous": Text("Précédente", "Previous"),
    "next": Text("Suivante", "Next"),
    "page": Text("Page", "Page"),
    "pages": Text("Pages", "Pages"),
    "columns": Text("Colonnes", "Columns"),
    "members": Text("Rattachés", "Attached"),
    "pointing_here": Text("Où cette rangée est nommée", "Where this row is named"),
    "trail": Text("Piste d’audit", "Audit trail"),
    "refused": Text("Le bureau ne s’ouvre pas", "The desk does not open"),
    "jump": Text("Aller au contenu", "Skip to content"),
    "tables_of": Text("Tables", "Tables"),
}

_ONE, _MANY = Text("{n} rangée", "{n} row"), Text("{n} rangées", "{n} rows")
_ROUGHLY = Text("Les {n} premières sur environ {all}", "The first {n} of about {all}")
_MORE = Text("Les {n} premières : un filtre montre les autres", "The first {n}: a filter shows others")


def rows_said(count: int, *, more: bool, roughly: int | None) -> str:
    """Return how many rows a list has, in words."""
    if not more:
        return counted(count, _ONE, _MANY).in_()
    if roughly is None:
        return _MORE.with_(n=Decimal(count)).in_()
    return _ROUGHLY.with_(n=Decimal(count), all=Decimal(roughly)).in_()


def say(word: str) -> str:
    """Return one of the desk's words in the reader's language."""
    return WORDS[word].in_()


def said() -> dict[str, str]:
    """Return all of them, for a page."""
    return {word: text.in_() for word, text in WORDS.items()}


def app_name(label: str) -> str:
    """Return what people call an app."""
    return APPS[label].in_()


def table_name(model: type[models.Model]) -> str:
    """Return what people call a table."""
    table = model._meta.db_table
    named = {**{name: one.label for name, one in all_held().items()}, **TABLES}
    told = all_described().get(table)
    return (told.label if told else named[table]).in_()
