"""A password chosen by a link: sent by an administrator, or to who forgot his."""

from __future__ import annotations

from gigafibre.identity import links
from gigafibre.identity.actions.people import give_password
from gigafibre.identity.brakes import account_of, brakes_of
from gigafibre.identity.errors import LettersDontLeave, NoEmail
from gigafibre.identity.models import LoginBrake, LoginLink, Session
from gigafibre.identity.passwords import Password
from gigafibre.identity.permissions import ONESELF
from gigafibre.identity.reach import within_reach
from gigafibre.identity.refs import ADMIN, UserRef, person_named
from gigafibre.identity.telling import tell_of
from gigafibre.kernel.registry import action
from gigafibre.kernel.text import Text


@action(
    permission=ADMIN,
    label=Text("Envoyer un lien de mot de passe", "Send a password link"),
    proof=True,
    fields={"username": Text("Nom d’utilisateur", "User name")},
)
def send_login_link(username: UserRef) -> None:
    """Send somebody a letter by which he chooses his password, within a week; a link he had before is worth nothing."""
    user = person_named(username)
    within_reach(user.roles.all())
    if not user.email:
        raise NoEmail(username=user.username)
    if not links.would_arrive():
        raise LettersDontLeave
    links.make(user, LoginLink.Kind.INVITATION)


@action(
    permission=ONESELF,
    label=Text("Choisir un mot de passe par un lien", "Choose a password by a link"),
    fields={"token": Text("Lien", "Link"), "password": Text("Nouveau mot de passe", "New password")},
)
def choose_password(token: Password, *, password: Password) -> None:
    """Give oneself a password by the link one was sent, once; every session ends, a locked account opens."""
    link = links.read(token.get_secret_value(), to_use=True)
    user = link.user
    give_password(user, password)
    user.password_to_change = False
    user.save(update_fields=["password", "password_to_change"])
    links.end(user, LoginLink.Ended.USED)
    Session.objects.filter(user=user).delete()
    LoginBrake.objects.filter(account__in=[account_of(user.username), *brakes_of(user.pk)]).delete()
    tell_of(user, "password")
