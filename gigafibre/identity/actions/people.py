"""People: made, changed, given roles, put out and let in again."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, SecretStr

from gigafibre.identity import links
from gigafibre.identity.brakes import account_of, brakes_of
from gigafibre.identity.errors import (
    LettersDontLeave,
    NoEmail,
    NotYourself,
    SamePassword,
    UsernameTaken,
    WrongCurrentPassword,
)
from gigafibre.identity.models import LoginBrake, LoginLink, Session, User
from gigafibre.identity.passwords import Password, check_strength
from gigafibre.identity.permissions import ONESELF
from gigafibre.identity.queries import Language, Theme
from gigafibre.identity.reach import keep_an_administrator, within_reach
from gigafibre.identity.refs import ADMIN, RoleRef, UserRef, is_oneself, person_named, roles_named
from gigafibre.identity.telling import tell_of
from gigafibre.kernel.actor import current_actor
from gigafibre.kernel.refs import Reason
from gigafibre.kernel.registry import action
from gigafibre.kernel.text import Text

Name = Annotated[str, Field(max_length=64)]
Email = Annotated[str, Field(max_length=254, pattern=r"^$|^[^@\s]+@[^@\s]+\.[^@\s]+$")]
Phone = Annotated[str, Field(max_length=32)]
Extension = Annotated[str, Field(max_length=8, pattern=r"^\d*$")]
Username = Annotated[str, Field(min_length=2, max_length=64, pattern=r"^[\w.@+-]+$")]

_FIELDS = {
    "username": Text("Nom d’utilisateur", "User name"),
    "first_name": Text("Prénom", "First name"),
    "last_name": Text("Nom", "Last name"),
    "email": Text("Courriel", "Email"),
    "phone": Text("Téléphone", "Phone"),
    "extension": Text("Poste", "Extension"),
    "language": Text("Langue", "Language"),
}
_WHO = {"username": _FIELDS["username"]}


@action(
    permission=ADMIN,
    label=Text("Ajouter une personne", "Add a person"),
    undo="identity.deactivate_user",
    proof=True,
    fields=_FIELDS
    | {
        "roles": Text("Rôles", "Roles"),
        "password": Text("Mot de passe", "Password"),
        "invite": Text("Inviter par courriel à choisir son mot de passe", "Invite by email to choose a password"),
    },
)
def create_user(
    username: Username,
    *,
    first_name: Name = "",
    last_name: Name = "",
    email: Email = "",
    phone: Phone = "",
    extension: Extension = "",
    language: Language = "fr",
    roles: list[RoleRef] | None = None,
    password: Password | None = None,
    invite: bool = False,
) -> str:
    """Add a member of staff; without a password he can't enter until one is set, or until he chose one by the letter
    that invites him. Returns his user name.
    """
    if invite and not email:
        raise NoEmail(username=username)
    if invite and not links.would_arrive():
        raise LettersDontLeave
    if User.objects.filter(username__iexact=username).exists():
        raise UsernameTaken(username=username)
    user = User(
        username=username,
        first_name=first_name,
        last_name=last_name,
        email=email,
        phone=phone,
        extension=extension,
        language=language,
    )
    give_password(user, password)
    user.password_to_change = password is not None and not _the_system()
    user.save()
    wanted = roles_named(roles or [])
    within_reach(wanted)
    user.roles.set(wanted)
    if invite:
        links.make(user, LoginLink.Kind.INVITATION)
    return user.username


@action(permission=ADMIN, label=Text("Modifier une personne", "Edit a person"), proof=True, fields=_FIELDS)
def update_user(
    username: UserRef,
    *,
    first_name: Name | None = None,
    last_name: Name | None = None,
    email: Email | None = None,
    phone: Phone | None = None,
    extension: Extension | None = None,
    language: Language | None = None,
) -> None:
    """Change who somebody is; what is left out stays."""
    user = person_named(username)
    within_reach(user.roles.all())
    given = {
        "first_name": first_name,
        "last_name": last_name,
        "email": email,
        "phone": phone,
        "extension": extension,
        "language": language,
    }
    for name, value in given.items():
        if value is not None:
            setattr(user, name, value)
    user.save(update_fields=list(given))


@action(
    permission=ADMIN,
    label=Text("Donner des rôles", "Give roles"),
    proof=True,
    fields=_WHO | {"roles": Text("Rôles", "Roles")},
)
def set_roles(username: UserRef, *, roles: list[RoleRef]) -> None:
    """Give somebody exactly these roles; nobody gives or takes more than he may do himself."""
    user = person_named(username)
    wanted = roles_named(roles)
    within_reach([*user.roles.all(), *wanted])
    with keep_an_administrator():
        user.roles.set(wanted)


@action(
    permission=ADMIN,
    label=Text("Désactiver une personne", "Deactivate a person"),
    harmful=True,
    undo="identity.reactivate_user",
    fields=_WHO | {"reason": Text("Raison", "Reason")},
)
def deactivate_user(username: UserRef, *, reason: Reason) -> None:
    """Put somebody out everywhere at once; his name stays on what he did."""
    user = person_named(username)
    if is_oneself(user):
        raise NotYourself
    within_reach(user.roles.all())
    with keep_an_administrator():
        user.is_active = False
        user.save(update_fields=["is_active"])
    Session.objects.filter(user=user).delete()


@action(
    permission=ADMIN,
    label=Text("Réactiver une personne", "Reactivate a person"),
    undo="identity.deactivate_user",
    fields=_WHO,
)
def reactivate_user(username: UserRef) -> None:
    """Let somebody in again, with the roles he had."""
    user = person_named(username)
    within_reach(user.roles.all())
    user.is_active = True
    user.save(update_fields=["is_active"])


@action(
    permission=ADMIN,
    label=Text("Fixer un mot de passe", "Set a password"),
    harmful=True,
    proof=True,
    fields=_WHO | {"password": Text("Nouveau mot de passe", "New password")},
)
def set_password(username: UserRef, *, password: Password) -> None:
    """Give somebody a new password, which he changes when he logs in by it; his sessions end."""
    user = person_named(username)
    within_reach(user.roles.all())
    give_password(user, password)
    user.password_to_change = not is_oneself(user) and not _the_system()
    user.save(update_fields=["password", "password_to_change"])
    links.end(user, LoginLink.Ended.REPLACED)
    Session.objects.filter(user=user).delete()
    tell_of(user, "password")


@action(permission=ADMIN, label=Text("Déverrouiller une personne", "Unlock a person"), fields=_WHO)
def unlock_user(username: UserRef) -> None:
    """Listen again to somebody whose account was tried too often, from wherever."""
    user = person_named(username)
    within_reach(user.roles.all())
    LoginBrake.objects.filter(account__in=[account_of(user.username), *brakes_of(user.pk)]).delete()


@action(
    permission=ONESELF,
    label=Text("Changer le mot de passe", "Change password"),
    fields=_WHO
    | {"current": Text("Mot de passe actuel", "Current password"), "password": Text("Nouveau", "New password")},
)
def change_password(username: UserRef, *, current: Password, password: Password) -> None:
    """Change one's own password, knowing the current one; every session ends, this one too."""
    user = person_named(username, or_oneself=True)
    if not user.check_password(current.get_secret_value()):
        raise WrongCurrentPassword
    if user.check_password(password.get_secret_value()):
        raise SamePassword
    give_password(user, password)
    user.password_to_change = False
    user.save(update_fields=["password", "password_to_change"])
    links.end(user, LoginLink.Ended.REPLACED)
    Session.objects.filter(user=user).delete()
    tell_of(user, "password")


@action(
    permission=ONESELF,
    label=Text("Changer les préférences", "Change preferences"),
    fields=_WHO | {"language": Text("Langue", "Language"), "theme": Text("Thème", "Theme")},
)
def set_preferences(username: UserRef, *, language: Language | None = None, theme: Theme | None = None) -> None:
    """Change one's own language or theme (anybody's with identity.admin); what is left out stays."""
    user = person_named(username, or_oneself=True)
    if language is not None:
        user.language = language
    if theme is not None:
        user.theme = theme
    user.save(update_fields=["language", "theme"])


@action(
    permission=ONESELF,
    label=Text("Fermer des sessions", "End sessions"),
    harmful=True,
    fields=_WHO | {"session": Text("Session (toutes si vide)", "Session (all if empty)")},
)
def end_sessions(
    username: UserRef,
    *,
    session: Annotated[str, Field(pattern=r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")] | None = None,
) -> int:
    """End one or all of one's own sessions (anybody's with identity.admin); returns how many."""
    user = person_named(username, or_oneself=True)
    found = Session.objects.filter(user=user)
    if session is not None:
        found = found.filter(public_id=session)
    return found.delete()[0]


def _the_system() -> bool:
    """Say whether a command of ours acts: whoever runs it reads the password himself."""
    return current_actor().kind == "system"


def give_password(user: User, password: SecretStr | None) -> None:
    """Set a password that is strong enough (WeakPassword), or none by which anybody enters."""
    if password is None:
        user.set_unusable_password()
        return
    check_strength(password, user)
    user.set_password(password.get_secret_value())
