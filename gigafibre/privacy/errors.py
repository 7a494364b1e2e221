"""What privacy refuses, in words."""

from __future__ import annotations

from gigafibre.kernel.errors import Refusal
from gigafibre.kernel.text import Text


class NoSuchRequest(Refusal):
    code, status = "no_such_request", 404
    text = Text("Aucune demande {request}.", "There is no request {request}.")


class NoSuchIncident(Refusal):
    code, status = "no_such_incident", 404
    text = Text("Aucun incident {incident}.", "There is no incident {incident}.")


class RequestSettled(Refusal):
    code, status = "request_settled", 409
    text = Text(
        "{request} est réglée depuis le {day} : elle ne change plus. Consignez une nouvelle demande.",
        "{request} was settled on {day}: it no longer changes. Record a new request.",
    )


class NobodyAsks(Refusal):
    code, status = "nobody_asks", 422
    text = Text("Dites qui demande : un client, ou un nom.", "Say who asks: a customer, or a name.")


class NotYet(Refusal):
    code, status = "not_yet", 422
    text = Text("Le {day} n’est pas encore venu.", "{day} has not come yet.")


class BeforeItCame(Refusal):
    code, status = "before_it_came", 422
    text = Text(
        "{request} est arrivée le {day} : elle ne peut pas avoir été réglée avant.",
        "{request} came on {day}: it can’t have been settled before.",
    )


class IdentityUnchecked(Refusal):
    code, status = "identity_unchecked", 409
    text = Text(
        "Personne n’a vérifié l’identité de qui fait {request}. Vérifiez-la d’abord, ou refusez pour ce motif.",
        "Nobody checked the identity of who makes {request}. Check it first, or refuse the request on that ground.",
    )


class NotOnThisRequest(Refusal):
    code, status = "file_not_on_request", 422
    text = Text(
        "Ce fichier n’est pas joint à {request}. Joignez-le d’abord à la demande.",
        "This file is not attached to {request}. Attach it to the request first.",
    )


class DaysOutOfOrder(Refusal):
    code, status = "days_out_of_order", 422
    text = Text(
        "Les dates se contredisent : du {since} au {until}, connu le {found}. Un incident est connu au plus tôt le "
        "jour où il commence.",
        "The days contradict each other: {since} to {until}, found on {found}. An incident is found at the earliest on "
        "the day it begins.",
    )


class IncidentClosed(Refusal):
    code, status = "incident_closed", 409
    text = Text("{incident} est fermé. Rouvrez-le d’abord.", "{incident} is closed. Open it again first.")


class IncidentOpen(Refusal):
    code, status = "incident_open", 409
    text = Text("{incident} est déjà ouvert.", "{incident} is open already.")


class IncidentUntold(Refusal):
    code, status = "incident_untold", 409
    text = Text(
        "{incident} ne peut pas être fermé. Il manque : {missing}.", "{incident} can’t be closed. Missing: {missing}."
    )


class ToldBeforeFound(Refusal):
    code, status = "told_before_found", 422
    text = Text(
        "{incident} a été connu le {day} : personne n’a pu être avisé avant.",
        "{incident} was found on {day}: nobody can have been told before.",
    )


class NoSuchExport(Refusal):
    code, status = "no_such_export", 404
    text = Text("Aucun envoi {export}.", "There is no export {export}.")


class ExportNotReady(Refusal):
    code, status = "export_not_ready", 409
    text = Text(
        "{export} n’est pas prêt, ou son fichier a été supprimé. Attendez, ou réunissez les renseignements de nouveau.",
        "{export} is not ready, or its file was dropped. Wait, or put the information together again.",
    )


class RequestOfAnother(Refusal):
    code, status = "request_of_another", 422
    text = Text("{request} n’est pas une demande de {customer}.", "{request} is not a request of {customer}.")


class LinkUsedUp(Refusal):
    code, status = "link_used_up", 410
    text = Text("Ce lien a déjà servi. Demandez-en un nouveau.", "This link was used already. Ask for a new one.")


class NotConfirmed(Refusal):
    code, status = "not_confirmed", 422
    text = Text(
        "Retapez {customer} pour confirmer : rien ne revient après.",
        "Type {customer} again to confirm: nothing comes back afterwards.",
    )


class AlreadyErased(Refusal):
    code, status = "already_erased", 409
    text = Text("{customer} est déjà anonymisé.", "{customer} is anonymised already.")


class CannotErase(Refusal):
    code, status = "cannot_erase", 409
    text = Text(
        "{customer} ne peut pas être anonymisé maintenant : {against}. Réglez-les d’abord.",
        "{customer} can’t be anonymised now: {against}. Settle them first.",
    )


class HeldAlready(Refusal):
    code, status = "held_already", 409
    text = Text("{customer} est déjà conservé pour litige.", "{customer} is held for a dispute already.")


class NotHeld(Refusal):
    code, status = "not_held", 409
    text = Text("{customer} n’est pas conservé pour litige.", "{customer} is not held for a dispute.")


class NoRectification(Refusal):
    code, status = "no_rectification", 409
    text = Text(
        "{request} n’est pas la demande de rectification d’un client.",
        "{request} is not a customer’s request of rectification.",
    )


class NotHisCorrection(Refusal):
    code, status = "not_his_correction", 422
    text = Text(
        "Ces changements ne sont pas de son dossier depuis l’arrivée de {request} : {changes}. "
        "Corrigez d’abord le dossier, puis choisissez parmi ce que la demande montre.",
        "These changes are not of his file since {request} came: {changes}. "
        "Correct the file first, then choose among what the request shows.",
    )


class NoLetterYet(Refusal):
    code, status = "no_letter_yet", 409
    text = Text(
        "{request} n’a pas de lettre : répondez-y ou refusez-la d’abord.",
        "{request} has no letter: answer or refuse it first.",
    )
