"""What messaging refuses, in words."""

from __future__ import annotations

from gigafibre.kernel.errors import Refusal
from gigafibre.kernel.text import Text


class NoSuchTemplate(Refusal):
    code, status = "no_such_template", 404
    text = Text("Aucun gabarit ne s’appelle « {template} ».", "No template is called “{template}”.")


class NoSuchMessage(Refusal):
    code, status = "no_such_message", 404
    text = Text("Aucun message {message}.", "No message {message}.")


class NotThisChannel(Refusal):
    code, status = "not_this_channel", 422
    text = Text(
        "Le gabarit « {template} » n’a pas de texte pour ce canal.", "The template “{template}” has no words for it."
    )


class TemplateFaulty(Refusal):
    code, status = "template_faulty", 422
    text = Text("Le texte ne peut pas être rempli.", "The text can't be filled.")


class ValueMissing(Refusal):
    code, status = "message_value_missing", 422
    text = Text(
        "Il manque la valeur de « {name} » pour le gabarit « {template} ».",
        "The value of “{name}” is missing for the template “{template}”.",
    )


class UnknownValue(Refusal):
    code, status = "message_value_unknown", 422
    text = Text(
        "Le gabarit « {template} » n’a pas de variable « {name} ».",
        "The template “{template}” has no variable “{name}”.",
    )


class NoSuchRecord(Refusal):
    code, status = "no_such_message_record", 422
    text = Text(
        "Le gabarit « {template} » parle d’un dossier : {kind}.", "The template “{template}” is about a {kind}."
    )


class MessageOnItsWay(Refusal):
    code, status = "message_on_its_way", 409
    text = Text("Ce message est {state} : rien à refaire.", "This message is {state}: nothing to do again.")


class OfferKeptBack(Refusal):
    code, status = "offer_kept_back", 409
    text = Text(
        "Une offre retenue ne part plus : son désabonnement est celui d’alors. Écrivez-en une nouvelle.",
        "An offer kept back leaves no more: its way to unsubscribe is the one of then. Write a new one.",
    )


class NotWaiting(Refusal):
    code, status = "message_not_waiting", 409
    text = Text("Ce message n’attend plus : il est {state}.", "This message no longer waits: it is {state}.")


class AlreadySuppressed(Refusal):
    code, status = "already_suppressed", 409
    text = Text("On n’écrit déjà plus à {address}.", "Nobody writes to {address} any more already.")


class NotSuppressed(Refusal):
    code, status = "not_suppressed", 409
    text = Text("Rien n’empêche d’écrire à {address}.", "Nothing keeps us from writing to {address}.")


class FileNotThere(Refusal):
    code, status = "message_file_unknown", 422
    text = Text("Aucun fichier n’a cette clé : {file}.", "No file has this key: {file}.")


class NoWayToUnsubscribe(Refusal):
    code, status = "no_way_to_unsubscribe", 409
    text = Text(
        "Une offre dit comment se désabonner : l’adresse publique ou postale manque aux réglages.",
        "An offer says how to unsubscribe: the public or postal address is missing in the settings.",
    )


class FilesTooLarge(Refusal):
    code, status = "message_files_too_large", 413
    text = Text(
        "Les fichiers joints ont {size} Mo ; au plus {limit} Mo par courriel.",
        "The files have {size} MB; {limit} MB at most for an email.",
    )


class TextTooLong(Refusal):
    code, status = "message_too_long", 422
    text = Text("Le SMS a {n} caractères ; au plus {limit}.", "The SMS has {n} characters; {limit} at most.")
