"""What people call the tables of privacy."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from gigafibre.crm.labels import CUSTOMER
from gigafibre.kernel.describe import Column, describe, describe_deeds
from gigafibre.kernel.text import Text
from gigafibre.privacy import words


def _of(known: Mapping[str, Text]) -> Callable[[Any, str], str]:
    def say(value: Any, language: str) -> str:
        return known[value].in_(language) if value in known else str(value or "—")

    return say


def _all_of(known: Mapping[str, Text]) -> Callable[[Any, str], str]:
    say = _of(known)
    return lambda values, language: ", ".join(say(value, language) for value in values or []) or "—"


LEVEL = _of(words.LEVELS)

describe(
    "privacy_request",
    Text("Demande", "Request"),
    number="number",
    reads="privacy.read",
    kind=Column(Text("Genre", "Kind"), _of(words.KINDS)),
    customer_id=Column(*CUSTOMER),
    person=Text("Personne", "Person"),
    contact=Text("Où répondre", "Where to answer"),
    channel=Column(Text("Reçue par", "Came by"), _of(words.CHANNELS)),
    details=Text("Ce qui est demandé", "What is asked"),
    status=Column(Text("État", "Status"), _of(words.STATUSES)),
    received_on=Text("Reçue le", "Received on"),
    due_on=Text("À répondre avant le", "Due on"),
    proof=Column(Text("Identité vérifiée par", "Identity checked by"), _of(words.PROOFS)),
    proof_words=Text("Vérification", "Check"),
    settled_on=Text("Réglée le", "Settled on"),
    outcome=Text("Réponse", "Answer"),
    ground=Column(Text("Motif légal", "Legal ground"), _of(words.GROUNDS)),
)
describe(
    "privacy_requeststep",
    Text("Étape de la demande", "Step of the request"),
    what=Column(Text("Quoi", "What"), _of(words.STEPS)),
    words=Text("Mots", "Words"),
    by=Text("Par", "By"),
)
describe(
    "privacy_correction",
    Text("Correction faite pour une demande", "Correction made for a request"),
    change=Text("Changement de la piste", "Change of the trail"),
    by=Text("Par", "By"),
)
describe("privacy_requestletter", Text("Lettre de réponse", "Letter of answer"), at=Text("Le", "On"))
describe(
    "privacy_incident",
    Text("Incident de confidentialité", "Confidentiality incident"),
    number="number",
    reads="privacy.read",
    title=Text("Titre", "Title"),
    nature=Column(Text("Nature", "Nature"), _of(words.NATURES)),
    circumstances=Text("Circonstances", "Circumstances"),
    happened_from=Text("Depuis le", "From"),
    happened_until=Text("Jusqu’au", "Until"),
    found_on=Text("Connu le", "Found on"),
    touched=Column(Text("Renseignements visés", "Information touched"), _all_of(words.TOUCHED)),
    touched_words=Text("Précisions", "In words"),
    persons=Text("Personnes touchées", "Persons"),
    persons_estimated=Text("Nombre estimé", "Estimated number"),
    sensitivity=Column(Text("Sensibilité", "Sensitivity"), LEVEL),
    consequences=Column(Text("Conséquences appréhendées", "Anticipated consequences"), _of(words.MANY_LEVELS)),
    likelihood=Column(Text("Probabilité d’usage préjudiciable", "Likelihood of harmful use"), LEVEL),
    assessment=Text("Évaluation", "Assessment"),
    serious=Text("Risque de préjudice sérieux", "Risk of serious injury"),
    commission_told_on=Text("Commission avisée le", "Commission told on"),
    persons_told_on=Text("Personnes avisées le", "Persons told on"),
    persons_told_how=Text("Comment, ou pourquoi non", "How, or why not"),
    measures=Text("Mesures", "Measures"),
    status=Column(Text("État", "Status"), _of(words.INCIDENT_STATUSES)),
)
describe(
    "privacy_incidentstep",
    Text("Étape de l’incident", "Step of the incident"),
    what=Column(Text("Quoi", "What"), _of(words.INCIDENT_STEPS)),
    words=Text("Mots", "Words"),
    by=Text("Par", "By"),
)
describe(
    "privacy_personexport",
    Text("Renseignements réunis", "Information put together"),
    number="number",
    reads="privacy.export",
    customer_id=Column(*CUSTOMER),
    state=Column(Text("État", "Status"), _of(words.EXPORT_STATES)),
    link=Text("Liens créés", "Links made"),
    link_until=Text("Lien bon jusqu’au", "Link good until"),
    expires_on=Text("Gardé jusqu’au", "Kept until"),
)
describe(
    "privacy_exportdownload",
    Text("Téléchargement des renseignements", "Download of information"),
    reads="privacy.export",
    at=Text("Le", "On"),
    by=Text("Par", "By"),
    address=Text("Adresse", "Address"),
    agent=Text("Navigateur", "Browser"),
)
describe(
    "privacy_hold",
    Text("Conservation pour litige", "Hold for a dispute"),
    reads="privacy.read",
    customer_id=Column(*CUSTOMER),
    reason=Text("Motif", "Reason"),
    placed_by=Text("Posée par", "Placed by"),
    placed_at=Text("Posée le", "Placed on"),
    lifted_by=Text("Levée par", "Lifted by"),
    lifted_at=Text("Levée le", "Lifted on"),
)
describe(
    "privacy_erasure",
    Text("Anonymisation", "Anonymisation"),
    reads="privacy.read",
    customer_id=Column(*CUSTOMER),
    reason=Text("Motif", "Reason"),
    by=Text("Par", "By"),
    at=Text("Le", "On"),
)


describe_deeds(
    {
        "privacy.take_export": Text("Remettre un dossier personnel", "Hand over a personal file"),
        "privacy.make_letter": Text("Faire une lettre", "Make a letter"),
    }
)
