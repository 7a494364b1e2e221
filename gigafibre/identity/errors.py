"""Refusals of logging in and of managing people, tokens and switches."""

from __future__ import annotations

from gigafibre.kernel.errors import Refusal
from gigafibre.kernel.text import Text


class WrongLogin(Refusal):
    """Name, password or person is not good; which of them is not told."""

    code, status = "wrong_login", 401
    text = Text(
        "Nom d’utilisateur ou mot de passe incorrect.",
        "Wrong user name or password.",
    )


class TooManyLogins(Refusal):
    """Too many wrong passwords: the account does not listen to that address for a while."""

    code, status = "too_many_logins", 429
    text = Text(
        "Trop d’essais. Réessayez dans {seconds} secondes.",
        "Too many tries. Try again in {seconds} seconds.",
    )


class LinkOver(Refusal):
    """The link was used, replaced, is too old, or none of ours; which of these is not told."""

    code, status = "login_link_over", 410
    text = Text(
        "Ce lien n’est plus valide : il sert une seule fois, pour un temps. Demandez-en un nouveau.",
        "This link is no longer valid: it works once, for a while. Ask for a new one.",
    )


class NoEmail(Refusal):
    """A letter was to go to somebody whose address nobody wrote down."""

    code, status = "user_without_email", 422
    text = Text(
        "Aucun courriel n’est noté pour {username}. Ajoutez-le d’abord, ou fixez un mot de passe.",
        "No email is known for {username}. Add it first, or set a password.",
    )


class LettersDontLeave(Refusal):
    """No email leaves this installation, or a link in it would lead nowhere."""

    code, status = "letters_dont_leave", 409
    text = Text(
        "Le courriel n’est pas relié (Intégrations), ou l’adresse de l’application manque (Adresses publiques). "
        "Fixez plutôt un mot de passe.",
        "Email is not connected (Integrations), or the application’s address is missing (Public addresses). "
        "Set a password instead.",
    )


class TooManyRequests(Refusal):
    """One asker sends more requests of a kind than a minute allows."""

    code, status = "too_many_requests", 429
    text = Text(
        "Trop de demandes en peu de temps. Réessayez dans {seconds} s.",
        "Too many requests in a short time. Try again in {seconds} s.",
    )


class CsrfFailed(Refusal):
    """A write by a logged-in browser did not prove that it comes from one of our pages."""

    code, status = "csrf_failed", 403
    text = Text(
        "La demande ne vient pas de cette page (jeton CSRF absent ou périmé). Rechargez la page.",
        "The request does not come from this page (CSRF token missing or stale). Reload the page.",
    )


class BadToken(Refusal):
    """The bearer token is not one of ours, or no longer."""

    code, status = "bad_token", 401
    text = Text(
        "Ce jeton d’accès est inconnu, échu ou révoqué.",
        "This access token is unknown, expired or revoked.",
    )


class NoSession(Refusal):
    """A program asked for what only a person has."""

    code, status = "no_session", 403
    text = Text(
        "Un jeton d’accès n’a pas de session : elle appartient à une personne.",
        "An access token has no session: that belongs to a person.",
    )


class MethodNotAllowed(Refusal):
    """The address exists, but not for that verb of HTTP."""

    code, status = "method_not_allowed", 405
    text = Text("Cette adresse n’accepte pas {method}.", "This address does not accept {method}.")


class Unexpected(Refusal):
    """Something broke inside; what it was is in the log only."""

    code, status = "unexpected", 500
    text = Text(
        "Une erreur inattendue est survenue. Rien n’a été changé.",
        "An unexpected error happened. Nothing was changed.",
    )


class UsernameTaken(Refusal):
    """Somebody has that user name already, in whatever case."""

    code, status = "username_taken", 409
    text = Text("Le nom d’utilisateur « {username} » est déjà pris.", "The user name “{username}” is taken.")


class WeakPassword(Refusal):
    """The password is too short, too common or too close to its owner's name."""

    code = "weak_password"
    text = Text("Ce mot de passe est trop faible.", "This password is too weak.")


class WrongCurrentPassword(Refusal):
    """Who changes his password must know the current one."""

    code = "wrong_current_password"
    text = Text("Le mot de passe actuel n’est pas le bon.", "The current password is wrong.")


class SamePassword(Refusal):
    """The new password is the one there is."""

    code = "same_password"
    text = Text("Le nouveau mot de passe est le même que l’actuel.", "The new password is the same as the current one.")


class NotYourself(Refusal):
    """Nobody puts himself out."""

    code = "not_yourself"
    text = Text("Vous ne pouvez pas vous désactiver vous-même.", "You can’t deactivate yourself.")


class BeyondYourself(Refusal):
    """What is given, taken or changed goes beyond what whoever acts may do."""

    code, status = "beyond_yourself", 403
    text = Text(
        "Vous ne pouvez agir que dans les limites de vos propres permissions ; il vous manque : {permissions}.",
        "You can act only within your own permissions; you lack: {permissions}.",
    )


class LastAdministrator(Refusal):
    """Somebody who may do everything must remain."""

    code, status = "last_administrator", 409
    text = Text("Il doit rester au moins un administrateur actif.", "At least one active administrator must remain.")


class RoleExists(Refusal):
    """A role of that code exists."""

    code, status = "role_exists", 409
    text = Text("Le rôle « {role} » existe déjà.", "The role “{role}” exists already.")


class UnknownPermissions(Refusal):
    """No such permissions."""

    code = "unknown_permissions"
    text = Text("Permissions inconnues : {permissions}.", "Unknown permissions: {permissions}.")


class NoScopes(Refusal):
    """A token takes named permissions: never none, never all."""

    code = "no_scopes"
    text = Text(
        "Un jeton reçoit des permissions nommées, au moins une, jamais « * ».",
        "A token is given named permissions, at least one, never “*”.",
    )


class TokenExists(Refusal):
    """A living token has that name."""

    code, status = "token_exists", 409
    text = Text("Un jeton « {name} » existe déjà.", "A token “{name}” exists already.")


class ExpiryInThePast(Refusal):
    """The last day of a token is over."""

    code = "expiry_in_the_past"
    text = Text("Le dernier jour est déjà passé.", "The last day is already over.")


class UnknownSwitch(Refusal):
    """Nothing of this platform has that switch."""

    code, status = "unknown_switch", 404
    text = Text("Aucun commutateur « {switch} ».", "No switch “{switch}”.")


class SwitchIsOn(Refusal):
    """It is on already; turning it again would move the day from which it acts."""

    code, status = "switch_is_on", 409
    text = Text("« {switch} » est déjà en marche.", "“{switch}” is on already.")


class ConfirmationDiffers(Refusal):
    """What was written to confirm is not the switch's code."""

    code = "confirmation_differs"
    text = Text("Pour confirmer, écrivez exactement « {switch} ».", "To confirm, write exactly “{switch}”.")


class PersonNeeded(Refusal):
    """A program can't do what a named person must answer for."""

    code, status = "person_needed", 403
    text = Text("Une personne doit le faire : un jeton ne suffit pas.", "A person must do this: a token won’t do.")


class NoSuchView(Refusal):
    """No saved view of that number, or somebody else's own."""

    code, status = "no_such_view", 404
    text = Text("Cette vue n’existe pas ou n’existe plus.", "There is no such view, or no longer.")


class NotYourView(Refusal):
    """A shared view is changed by its owner and by whoever may share."""

    code, status = "not_your_view", 403
    text = Text(
        "La vue « {name} » est partagée par {owner} : enregistrez-la sous un autre nom pour la changer.",
        "The view “{name}” is shared by {owner}: save it under another name to change it.",
    )


class ViewNameTaken(Refusal):
    """Another view of the list has that name."""

    code, status = "view_name_taken", 409
    text = Text("Une vue de cette liste s’appelle déjà « {name} ».", "A view of this list is already called “{name}”.")


class ViewHasNoOwner(Refusal):
    """A view that nobody owns can only be everybody's."""

    code = "view_has_no_owner"
    text = Text(
        "Cette vue n’appartient à personne : elle reste partagée.", "This view belongs to nobody: it stays shared."
    )


class WrongCode(Refusal):
    """The code is not one of now, was used before, or is none of the person's."""

    code, status = "wrong_code", 422
    text = Text(
        "Ce code n’est pas le bon, ou il a déjà servi. Attendez le prochain ou prenez un code de secours.",
        "This code is wrong or was already used. Wait for the next one or take a recovery code.",
    )


class FirstStepOver(Refusal):
    """The password was given too long ago, or not at all."""

    code, status = "first_step_over", 401
    text = Text("Trop de temps a passé. Recommencez par le mot de passe.", "Too much time has passed. Start over.")


class PasskeyRefused(Refusal):
    """The browser's answer is not that of a key of ours to what we asked."""

    code, status = "passkey_refused", 422
    text = Text(
        "Cette clé d’accès n’est pas connue ici, ou la demande a expiré. Recommencez.",
        "This passkey is not known here, or the request has expired. Try again.",
    )


class PasskeyCopied(Refusal):
    """The key's counter went back: somebody has a copy of it."""

    code, status = "passkey_copied", 422
    text = Text(
        "La clé « {name} » semble avoir été copiée : elle n’est plus acceptée. Retirez-la et enregistrez-en une autre.",
        "The passkey “{name}” seems to have been copied: it isn’t accepted. Remove it and register another.",
    )


class PasskeyKnown(Refusal):
    """That key is registered already."""

    code, status = "passkey_known", 409
    text = Text("Cette clé d’accès est déjà enregistrée.", "This passkey is already registered.")


class OnlyOneself(Refusal):
    """Nobody sets up how somebody else proves himself; an administrator may only take it away."""

    code, status = "only_oneself", 403
    text = Text(
        "Chacun règle lui-même sa double vérification ; un administrateur peut seulement la réinitialiser.",
        "Everybody sets up his own second factor; an administrator can only reset it.",
    )


class SecondFactorOn(Refusal):
    """There is one already."""

    code, status = "second_factor_on", 409
    text = Text("Une application d’authentification est déjà réglée.", "An authenticator app is already set up.")


class SecondFactorNeeded(Refusal):
    """A role demands a second factor, and this is the last."""

    code, status = "second_factor_needed", 409
    text = Text(
        "Votre rôle exige une double vérification : ajoutez-en une autre avant de retirer celle-ci.",
        "Your role demands a second factor: add another before you remove this one.",
    )


class NothingToConfirm(Refusal):
    """No authenticator app waits for its first code."""

    code, status = "nothing_to_confirm", 409
    text = Text("Aucune application n’attend son premier code.", "No app waits for its first code.")


class WrongProof(Refusal):
    """What was given to prove who one is isn't good."""

    code, status = "wrong_proof", 422
    text = Text("Ce n’est pas le bon.", "That is not the right one.")


class VerbNotForMany(Refusal):
    """A list doesn't offer that action for many rows."""

    code, status = "verb_not_for_many", 422
    text = Text(
        "La liste « {listing} » n’offre pas cette action pour plusieurs rangées. Faites-la sur chaque fiche.",
        "The list “{listing}” does not offer this action for many rows. Do it on each record.",
    )


class TooManyRows(Refusal):
    """More rows than one batch takes."""

    code, status = "too_many_for_a_batch", 422
    text = Text(
        "Plus de {most} rangées à la fois : resserrez les filtres.",
        "More than {most} rows at once: narrow the filters.",
    )


class NotSoManyRows(Refusal):
    """The list changed since somebody looked at it."""

    code, status = "not_so_many_rows", 409
    text = Text(
        "La liste a changé : {now} rangées au lieu de {expected}. Regardez de nouveau avant d’agir.",
        "The list has changed: {now} rows instead of {expected}. Look again before you act.",
    )


class NoSuchBatch(Refusal):
    """No batch of that number, or somebody else's."""

    code, status = "no_such_batch", 404
    text = Text("Ce lot n’existe pas, ou n’est pas à vous.", "There is no such batch, or it is not yours.")
