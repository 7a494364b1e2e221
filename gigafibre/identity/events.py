"""Facts about how people come in; their subject is the person, by his key: no fact names anybody."""

from __future__ import annotations

from typing import Literal

from gigafibre.kernel.events import Event
from gigafibre.kernel.text import Text

Change = Literal[
    "password",
    "phone_added",
    "phone_removed",
    "passkey_added",
    "passkey_removed",
    "codes_renewed",
    "factors_reset",
    "locked",
]
#: What happened to somebody's login, as he is told.
CHANGES: dict[Change, Text] = {
    "password": Text("Votre mot de passe a été changé.", "Your password was changed."),
    "phone_added": Text(
        "Un téléphone de double vérification a été relié à votre compte.",
        "A second factor’s phone was connected to your account.",
    ),
    "phone_removed": Text(
        "Le téléphone de double vérification a été retiré de votre compte.",
        "The second factor’s phone was removed from your account.",
    ),
    "passkey_added": Text("Une clé d’accès a été ajoutée à votre compte.", "A passkey was added to your account."),
    "passkey_removed": Text(
        "Une clé d’accès a été retirée de votre compte.", "A passkey was removed from your account."
    ),
    "codes_renewed": Text(
        "Vos codes de secours ont été refaits : les anciens ne valent plus rien.",
        "Your recovery codes were made anew: the former ones are worth nothing.",
    ),
    "factors_reset": Text(
        "Votre double vérification a été réinitialisée par un administrateur.",
        "Your second factor was reset by an administrator.",
    ),
    "locked": Text(
        "Votre compte est verrouillé pour un jour : trop d’essais de mot de passe, de plusieurs adresses.",
        "Your account is locked for a day: too many wrong passwords, from several addresses.",
    ),
}


class _AboutPerson(Event):
    person: int

    def subject(self) -> str:
        """The person."""
        return f"person:{self.person}"


class LoginLinkMade(_AboutPerson):
    """A link to choose a password is to be sent to a person."""

    kind: Literal["invitation", "forgotten"]

    def says(self) -> Text:
        """In a sentence."""
        if self.kind == "invitation":
            return Text(
                "Une personne est invitée à choisir son mot de passe", "A person is invited to choose a password"
            )
        return Text("Une personne a oublié son mot de passe", "A person forgot the password")


class LoginChanged(_AboutPerson):
    """How a person comes in was changed, by himself or by somebody else."""

    what: Change

    def says(self) -> Text:
        """In a sentence."""
        return Text("La connexion d’une personne a changé", "How a person logs in was changed")
