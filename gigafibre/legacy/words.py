"""What the columns of a conflict are called, and how their values are written, for whoever reads it."""

from __future__ import annotations

import re

from django.apps import apps
from django.db import models

from gigafibre.kernel.describe import described
from gigafibre.kernel.preview_words import plain
from gigafibre.kernel.text import Text

_NUMBER = Text("Numéro", "Number")
_CUSTOMER = Text("Client", "Customer")
_RAW = Text("Texte d’origine", "Original text")
_LINES = Text("Lignes", "Lines")
#: Columns of imported rows that previews and audit do not show, by `table.column` or by column alone.
WORDS = {
    "crm_contact.points": Text("Courriels et téléphones", "Emails and telephones"),
    "number": _NUMBER,
    "placeholder": Text("Compte supprimé", "Removed account"),
    "subject": Text("Sujet", "Subject"),
    "author_id": Text("Auteur", "Author"),
    "at": Text("Écrite le", "Written on"),
    "sku": Text("Code", "Code"),
    "code": Text("Code", "Code"),
    "position": Text("Rang", "Place"),
    "group_id": Text("Groupe", "Group"),
    "service_kind": Text("Genre de service", "Kind of service"),
    "download_kbps": Text("Vitesse de réception (kbit/s)", "Download speed (kbit/s)"),
    "upload_kbps": Text("Vitesse d’envoi (kbit/s)", "Upload speed (kbit/s)"),
    "quota_day_bytes": Text("Quota de jour (octets)", "Day quota (bytes)"),
    "quota_night_bytes": Text("Quota de nuit (octets)", "Night quota (bytes)"),
    "olt_line_profile": Text("Profil de ligne de l’OLT", "OLT line profile"),
    "olt_service_profile": Text("Profil de service de l’OLT", "OLT service profile"),
    "customer_id": _CUSTOMER,
    "location_id": Text("Lieu", "Location"),
    "subscription_id": Text("Abonnement", "Subscription"),
    "item_id": Text("Article", "Item"),
    "job_id": Text("Intervention", "Job"),
    "technician_id": Text("Technicien", "Technician"),
    "user_id": Text("Personne", "Person"),
    "olt_id": Text("OLT", "OLT"),
    "parent_id": Text("Branché derrière", "Plugged behind"),
    "interval_months": Text("Mois par cycle", "Months a cycle"),
    "anchor": Text("Jour du cycle", "Day of the cycle"),
    "radius_user": Text("Usager RADIUS", "RADIUS user"),
    "radius_password": Text("Mot de passe RADIUS", "RADIUS password"),
    "comment": Text("Commentaire", "Comment"),
    "legacy_device_id": Text("Appareil de l’ancien système", "Device of the former system"),
    "agent": Text("Agent", "Agent"),
    "postal_code": Text("Code postal", "Postal code"),
    "latitude": Text("Latitude", "Latitude"),
    "longitude": Text("Longitude", "Longitude"),
    "ont_serial": Text("Numéro de série de l’ONT", "ONT serial number"),
    "placemark": Text("Repère de la carte", "Placemark"),
    "printed_serial": Text("Numéro de série imprimé", "Printed serial number"),
    "printed_mac": Text("Adresse MAC imprimée", "Printed MAC address"),
    "title_en": Text("Titre (anglais)", "Title (English)"),
    "completed_at": Text("Terminée à", "Completed at"),
    "past_amounts": Text("Montants du bon", "Amounts of the work order"),
    "kind": Text("Genre", "Kind"),
    "prospect_name": Text("Nom de la personne intéressée", "Name of who is interested"),
    "language": Text("Langue", "Language"),
    "tax_category": Text("Catégorie de taxes", "Tax category"),
    "made_on": Text("Faite le", "Made on"),
    "legacy_raw": _RAW,
    "lines": _LINES,
    "legacy_table": Text("Table d’origine", "Original table"),
    "invalid_because": Text("Invalide parce que", "Invalid because"),
    "account_print": Text("Empreinte du compte", "Print of the account"),
    "brand": Text("Marque", "Brand"),
    "first_use_reference": Text("Référence du premier paiement", "Reference of the first payment"),
    "legacy_flags": Text("Indicateurs d’origine", "Original flags"),
}


#: Words that stand in what belongs to a row elsewhere: when a line is paid, how somebody is reached.
PARTS: dict[str, dict[str, Text]] = {
    "lines": {"once": Text("Une fois", "Once"), "monthly": Text("Chaque mois", "Each month")},
    "points": {
        "email": Text("courriel", "email"),
        "mobile": Text("mobile", "mobile"),
        "home": Text("domicile", "home"),
        "office": Text("bureau", "office"),
        "fax": Text("télécopieur", "fax"),
    },
}
_AT_START = re.compile(r"(^|\n|, )([a-z]+)(?= )")


def column_words(field: str) -> Text:
    """Return what a column (`table.column`) is called."""
    table, _, column = field.partition(".")
    known = described(table).columns.get(column)
    return known.label if known else WORDS.get(field) or WORDS.get(column) or Text(column, column)


def table_words(field: str) -> Text:
    """Return what the record of a column (`table.column`) is called."""
    return described(field.partition(".")[0]).label


def value_words(field: str, value: str, language: str) -> str:
    """Write a value that a finding kept as text: choices, days, yes and no in words; a reference is its number."""
    table, _, column = field.partition(".")
    found = next((one for one in _fields(table) if one.column == column), None)
    known = described(table).columns.get(column)
    if value and column in PARTS:
        words = PARTS[column]
        return _AT_START.sub(
            lambda at: at[1] + (words[at[2]].in_(language) if at[2] in words else at[2]),
            value,
        )
    if value and isinstance(found, models.BooleanField):
        return plain(value == "true", language)
    if known is None or known.write is None or isinstance(found, models.ForeignKey) or value == "••••":
        return plain(value, language)
    return known.write(value or None, language)


def _fields(table: str) -> list[models.Field[object, object]]:
    model = next((one for one in apps.get_models() if one._meta.db_table == table), None)
    return list(model._meta.concrete_fields) if model else []
