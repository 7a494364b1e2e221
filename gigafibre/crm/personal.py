"""What the CRM holds of a person: all of it; nothing obliges us to keep how he is called and reached."""

from __future__ import annotations

from gigafibre.kernel.held import apart, holds
from gigafibre.kernel.text import Text

ADDRESS = Text(
    "Le dossier reste, sans personne : ses factures le nomment par son numéro.",
    "The file stays, without a person: its invoices name it by number.",
)

holds(
    "crm_customer",
    Text("Client", "Customer"),
    by="(t.id = %(customer)s OR t.id IN (SELECT s.former_id FROM kernel_succession s "
    "WHERE s.kind = 'customer' AND s.successor_id = %(customer)s))",
    kept=("number", "tax_category", "language"),
    instead={"display_name": "Anonymisé", "last_name": "Anonymisé"},
    because=ADDRESS,
)
holds("crm_contact", Text("Contacts", "Contacts"), goes=True)
holds("crm_contactpoint", Text("Courriels et téléphones", "Emails and telephones"), goes=True)
holds("crm_consent", Text("Consentements", "Consents"), goes=True)
holds(
    "crm_location",
    Text("Lieux de service", "Service locations"),
    kept=("number",),
    instead={"geocode_quality": "none"},
    # Where it is on the map says whose it is as well as its address.
    also=("latitude", "longitude"),
    because=ADDRESS,
)
holds("crm_formeraddress", Text("Anciennes adresses", "Former addresses"), goes=True)
holds("crm_searchtext", Text("Mots de la recherche", "Words of the search"), goes=True)
apart(
    Text("Les portes des fichiers d’adresses publics.", "The doors of public address files."),
    "crm_addresspoint",
)
