"""What the registers themselves hold of a person: that he asked, when and what came of it stays; his words go."""

from __future__ import annotations

from gigafibre.kernel.held import apart, holds
from gigafibre.kernel.text import Text

REGISTER = Text(
    "Le registre prouve que la demande a été traitée.", "The register proves that the request was dealt with."
)
REQUEST = "request_id>privacy_request"

holds(
    "privacy_request",
    Text("Demandes de vie privée", "Privacy requests"),
    kept=("number",),
    instead={"person": "Anonymisé", "details": "—", "proof_words": "—", "outcome": "—"},
    because=REGISTER,
)
holds(
    "privacy_requeststep",
    Text("Étapes des demandes", "Steps of requests"),
    by=REQUEST,
    kept=("what", "by"),
    because=REGISTER,
)
holds("privacy_correction", Text("Corrections faites", "Corrections made"), by=REQUEST, kept=("by",), because=REGISTER)
holds("privacy_requestletter", Text("Lettres de réponse", "Letters of answer"), by=REQUEST, goes=True)
holds("privacy_requestreminder", Text("Rappels", "Reminders"), by=REQUEST, because=REGISTER)
holds(
    "privacy_personexport",
    Text("Envois de renseignements", "Exports of information"),
    kept=("number", "created_by"),
    because=REGISTER,
)
holds(
    "privacy_exportdownload",
    Text("Téléchargements", "Downloads"),
    by="export_id>privacy_personexport",
    kept=("by",),
    because=REGISTER,
)
holds(
    "privacy_hold",
    Text("Conservations pour litige", "Holds for a dispute"),
    kept=("placed_by", "lifted_by"),
    instead={"reason": "—"},
    because=REGISTER,
)
holds(
    "privacy_erasure",
    Text("Anonymisations", "Anonymisations"),
    kept=("reason", "by"),
    because=Text("Qui l’a décidé, quand et pourquoi.", "Who decided it, when and why."),
)
apart(
    Text(
        "Un incident ne nomme personne ; il est conservé cinq ans.", "An incident names nobody; it is kept five years."
    ),
    *("privacy_incident", "privacy_incidentstep"),
)
