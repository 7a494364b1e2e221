"""Refusals: what a person or program is told, by a stable code, in both languages, when something can't be done."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, ClassVar

from gigafibre.kernel.text import Text


@dataclass(frozen=True)
class Detail:
    """One thing wrong: where (a path such as `lines.2.amount`), what, its own code, and what was probably meant."""

    field: str
    code: str
    text: Text
    suggestion: str = ""


@dataclass(frozen=True)
class RefusalText:
    """The two sentences of a refusal; `how` says what to do about it."""

    what: Text
    how: Text = field(default=Text("", ""))


class Refusal(Exception):
    """Base of every refusal; subclasses set `code`, `status` and `text`, whose places are filled by keywords."""

    code: ClassVar[str] = "refused"
    status: ClassVar[int] = 422
    text: ClassVar[Text] = Text("Demande refusée.", "Request refused.")

    def __init__(self, *details: Detail, **values: Any) -> None:
        self.details = details
        self.values = values
        self.said = type(self).text.with_(**values)
        super().__init__(f"{self.code}: {self.said.en}")

    def as_dict(self, language: str) -> dict[str, Any]:
        """Return what crosses HTTP: `{code, message, details}`."""
        return {
            "code": self.code,
            "message": self.said.in_(language),
            "details": [
                {"field": d.field, "code": d.code, "message": d.text.in_(language), "suggestion": d.suggestion}
                for d in self.details
            ],
        }


class NotLoggedIn(Refusal):
    """Nobody is logged in."""

    code, status = "not_logged_in", 401
    text = Text("Connectez-vous pour continuer.", "Log in to continue.")


class Forbidden(Refusal):
    """The actor lacks the permission."""

    code, status = "forbidden", 403
    text = Text(
        "Votre rôle ne permet pas cette action ({permission}). Demandez à un administrateur.",
        "Your role does not allow this action ({permission}). Ask an administrator.",
    )


class ProofNeeded(Refusal):
    """A dangerous act, and it was too long ago that the person proved who he is."""

    code, status = "proof_needed", 403
    text = Text(
        "Confirmez d’abord que c’est bien vous, puis recommencez.",
        "Confirm first that it is you, then do it again.",
    )


class NotFound(Refusal):
    """What was named does not exist, or not for this reader."""

    code, status = "not_found", 404
    text = Text("Introuvable : {what}.", "Not found: {what}.")


class InvalidInput(Refusal):
    """The input's form is wrong; each detail says where."""

    code, status = "invalid_input", 422
    text = Text("La demande contient des erreurs.", "The request has errors.")


class UnknownAction(Refusal):
    """No verb of that name."""

    code, status = "unknown_action", 404
    text = Text("Aucune action ne s’appelle « {name} ».", "No action is called “{name}”.")


class UnknownSetting(Refusal):
    """No setting of that key is declared."""

    code, status = "unknown_setting", 404
    text = Text(
        "Aucun réglage ne s’appelle « {key} ». Le plus proche : {suggestion}.",
        "No setting is called “{key}”. The nearest: {suggestion}.",
    )


class IdempotencyMismatch(Refusal):
    """A key came back with another request."""

    code, status = "idempotency_mismatch", 409
    text = Text(
        "Cette clé d’idempotence a déjà servi pour une autre demande. Utilisez une nouvelle clé.",
        "This idempotency key was already used for another request. Use a new key.",
    )


class Busy(Refusal):
    """A lock or the database is held by others; nothing was done."""

    code, status = "busy", 503
    text = Text(
        "Quelqu’un d’autre modifie ces données en ce moment. Réessayez dans un instant.",
        "Somebody else is changing this data right now. Try again in a moment.",
    )


class DatabaseAway(Refusal):
    """The database doesn't answer (its leader is being replaced, it restarts); nothing was done."""

    code, status = "database_unavailable", 503
    text = Text(
        "La base de données est indisponible depuis {time}. Rien n’est perdu : tout reprend dès qu’elle répond.",
        "The database has been unavailable since {time}. Nothing is lost: all goes on as soon as it answers.",
    )


class Conflict(Refusal):
    """A constraint of the database refused."""

    code, status = "conflict", 409
    text = Text(
        "La base de données refuse ce changement : la règle « {rule} » ne serait plus respectée.",
        "The database refuses this change: the rule “{rule}” would be broken.",
    )


class SeriesGoesBack(Refusal):
    """A series would give a number again."""

    code, status = "series_goes_back", 409
    text = Text(
        "La série « {series} » en est à {next} : {wanted} a déjà servi. Écrivez {next} ou plus.",
        "The series “{series}” is at {next}: {wanted} was used already. Write {next} or more.",
    )


class SeriesHasNoGap(Refusal):
    """A series without a gap would leave numbers out."""

    code, status = "series_has_no_gap", 409
    text = Text(
        "La série « {series} » n’a pas de trou : son prochain numéro reste {next}.",
        "The series “{series}” has no gap: its next number stays {next}.",
    )


class PrefixTaken(Refusal):
    """Two series would write the same numbers."""

    code, status = "prefix_taken", 409
    text = Text(
        "Le préfixe « {prefix} » est celui de la série « {series} » : deux numéros seraient pareils. Changez-le.",
        "The prefix “{prefix}” is that of the series “{series}”: two numbers would be the same. Change it.",
    )


class ServiceNotSetUp(Refusal):
    """Nothing leaves by the service: there is nobody to ask."""

    code, status = "service_not_set_up", 409
    text = Text(
        "« {service} » n’est relié à rien. Réglez {settings}, puis essayez de nouveau.",
        "“{service}” is connected to nothing. Set {settings}, then test again.",
    )


class CheckedJustNow(Refusal):
    """A service is not asked all the time."""

    code, status = "service_checked_just_now", 429
    text = Text(
        "« {service} » vient d’être essayé. Attendez {seconds} secondes.",
        "“{service}” was tested just now. Wait {seconds} seconds.",
    )


class NoFailedJob(Refusal):
    """No failed job has that number."""

    code, status = "no_failed_job", 404
    text = Text("Aucun travail en échec ne porte le numéro {job}.", "No failed job is numbered {job}.")


class NotSafeAgain(Refusal):
    """Doing a job once more might do its work twice."""

    code, status = "job_not_safe_again", 409
    text = Text(
        "« {task} » ne se refait pas d’ici : reprenez-le de sa propre page.",
        "“{task}” is not done again from here: go on with it from its own page.",
    )


class JobWaits(Refusal):
    """The same work waits in its queue already."""

    code, status = "job_waits_already", 409
    text = Text(
        "« {task} » attend déjà son tour : rien à ajouter.",
        "“{task}” waits for its turn already: nothing to add.",
    )
