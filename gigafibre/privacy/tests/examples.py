"""Examples of the actions of privacy: each builds its state and returns valid input."""

from __future__ import annotations

from typing import Any

from gigafibre.crm.tests.factories import a_customer
from gigafibre.kernel.actor import SYSTEM, acting_as
from gigafibre.kernel.tests.examples import example
from gigafibre.privacy import actions
from gigafibre.privacy.tests.factories import a_file_on, a_rectified_request, a_request, an_export, an_incident, assess


@example("privacy.record_request")
def _record() -> dict[str, Any]:
    return {
        "kind": "access",
        "customer": a_customer().number,
        "details": "Une copie de tout ce que vous avez sur moi.",
        "received_on": "2026-11-20",
        "channel": "mail",
        "contact": "sylvie@exemple.ca",
    }


@example("privacy.check_identity")
def _check() -> dict[str, Any]:
    return {"request": a_request(), "proof": "known_number", "words": "Rappelée au numéro de son dossier."}


@example("privacy.note_request")
def _note() -> dict[str, Any]:
    number = a_request()
    return {"request": number, "words": "Elle préfère une clé USB.", "file": str(a_file_on(number))}


@example("privacy.answer_request")
def _answer() -> dict[str, Any]:
    number = a_request(checked=True)
    return {"request": number, "answer": "Envoyé par lien.", "file": str(a_file_on(number)), "on": "2026-11-20"}


@example("privacy.refuse_request")
def _refuse() -> dict[str, Any]:
    words = "Nous ne détenons rien de tel ; recours à la Commission dans les 30 jours."
    return {"request": a_request(), "ground": "not_held", "answer": words}


@example("privacy.withdraw_request")
def _withdraw() -> dict[str, Any]:
    return {"request": a_request(), "words": "A trouvé ce qu’il cherchait sur sa facture."}


@example("privacy.record_incident")
def _incident() -> dict[str, Any]:
    return {
        "title": "Téléphone d’un technicien perdu",
        "nature": "loss",
        "circumstances": "Oublié chez un client ; écran verrouillé.",
        "happened_from": "2026-11-18",
        "happened_until": "2026-11-19",
        "found_on": "2026-11-19",
        "touched": ["contact", "address"],
        "touched_words": "Les interventions de huit jours.",
        "persons": 12,
        "persons_estimated": True,
    }


@example("privacy.edit_incident")
def _edit() -> dict[str, Any]:
    return {"incident": an_incident(), "persons": 2, "touched": ["billing"], "title": "Deux factures mal adressées"}


@example("privacy.assess_incident")
def _assess() -> dict[str, Any]:
    return {
        "incident": an_incident(),
        "sensitivity": "medium",
        "consequences": "low",
        "likelihood": "low",
        "assessment": "La lettre est revenue sans être ouverte.",
        "serious": False,
    }


@example("privacy.tell_commission")
def _commission() -> dict[str, Any]:
    return {"incident": an_incident(), "on": "2026-11-19", "words": "Par son formulaire, dossier 26-1042."}


@example("privacy.tell_persons")
def _persons() -> dict[str, Any]:
    return {"incident": an_incident(), "on": "2026-11-20", "how": "Par lettre recommandée."}


@example("privacy.record_measures")
def _measures() -> dict[str, Any]:
    return {"incident": an_incident(), "measures": "L’adresse est relue avant l’envoi."}


@example("privacy.close_incident")
def _close() -> dict[str, Any]:
    return {"incident": a_closable_incident()}


@example("privacy.reopen_incident")
def _reopen() -> dict[str, Any]:
    number = a_closable_incident()
    with acting_as(SYSTEM):
        actions.close_incident(number)
    return {"incident": number, "reason": "Une deuxième lettre est revenue."}


def a_closable_incident() -> str:
    """Make an incident without serious risk, assessed, with its measures."""
    number = an_incident()
    assess(number, serious=False)
    with acting_as(SYSTEM):
        actions.record_measures(number, measures="L’adresse est relue avant l’envoi.")
    return number


@example("privacy.export_person")
def _export() -> dict[str, Any]:
    customer = a_customer()
    return {"customer": customer.number, "request": a_request(owner=customer, checked=True)}


@example("privacy.make_export_link")
def _link() -> dict[str, Any]:
    return {"export": an_export(a_customer(), ready=True)}


@example("privacy.drop_export")
def _drop() -> dict[str, Any]:
    return {"export": an_export(a_customer(), ready=True)}


@example("privacy.anonymise_customer")
def _anonymise() -> dict[str, Any]:
    number = a_customer().number
    return {"customer": number, "confirmation": number, "reason": "Le terme de conservation est passé."}


@example("privacy.place_hold")
def _place_hold() -> dict[str, Any]:
    return {"customer": a_customer().number, "reason": "Mise en demeure reçue."}


@example("privacy.lift_hold")
def _lift_hold() -> dict[str, Any]:
    number = a_customer().number
    with acting_as(SYSTEM):
        actions.place_hold(number, reason="Mise en demeure reçue.")
    return {"customer": number}


@example("privacy.name_corrections")
def _name_corrections() -> dict[str, Any]:
    number, changes = a_rectified_request()
    return {"request": number, "changes": changes}
