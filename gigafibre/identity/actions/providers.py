"""The company's own login: set up, its groups given roles, its people let in."""

from __future__ import annotations

from typing import Annotated

from django.db.models import Q
from pydantic import Field

from gigafibre.identity.actions.people import Name
from gigafibre.identity.models import GroupRole, LoginProvider, OutsideIdentity, Role, Session, User
from gigafibre.identity.openid_errors import DisabledOutside, InNoGroup, IssuerNotSafe
from gigafibre.identity.passwords import Password
from gigafibre.identity.reach import keep_an_administrator, within_reach
from gigafibre.identity.refs import ADMIN, RoleRef, roles_named
from gigafibre.kernel import clock
from gigafibre.kernel.registry import action
from gigafibre.kernel.text import Text

Group = Annotated[str, Field(min_length=1, max_length=120)]
Url = Annotated[str, Field(min_length=8, max_length=300)]
Word = Annotated[str, Field(min_length=1, max_length=60)]
_HERE = ("http://localhost", "http://127.0.0.1")


@action(
    permission=ADMIN,
    label=Text("Régler la connexion de l’entreprise", "Set up the company’s login"),
    harmful=True,
    proof=True,
    fields={
        "name": Text("Nom du bouton", "Name on the button"),
        "issuer": Text("Adresse du fournisseur (issuer)", "Provider’s address (issuer)"),
        "client_id": Text("Identifiant client", "Client id"),
        "client_secret": Text("Secret client (inchangé si vide)", "Client secret (unchanged if empty)"),
        "scopes": Text("Portées demandées", "Scopes asked for"),
        "groups_claim": Text("Attribut des groupes", "Claim that lists the groups"),
        "on": Text("En service", "In use"),
    },
)
def save_login_provider(
    name: Word,
    *,
    issuer: Url,
    client_id: Annotated[str, Field(min_length=1, max_length=200)],
    client_secret: Password | None = None,
    scopes: Annotated[str, Field(pattern=r"\bopenid\b", max_length=200)] = "openid profile email groups",
    groups_claim: Word = "groups",
    on: bool = True,
) -> None:
    """Say by which OpenID Connect provider staff may come in; over https, or on this machine."""
    if not issuer.startswith("https://") and not issuer.startswith(_HERE):
        raise IssuerNotSafe
    row = LoginProvider.objects.select_for_update().first() or LoginProvider()
    row.name, row.issuer, row.client_id = name, issuer.rstrip("/"), client_id
    row.scopes, row.groups_claim, row.on = scopes, groups_claim, on
    if client_secret is not None:
        row.client_secret = client_secret.get_secret_value()
    row.save()


@action(
    permission=ADMIN,
    label=Text("Donner des rôles à un groupe", "Give roles to a group"),
    harmful=True,
    proof=True,
    fields={"group": Text("Groupe du fournisseur", "Provider’s group"), "roles": Text("Rôles", "Roles")},
)
def map_group(group: Group, *, roles: list[RoleRef]) -> None:
    """Let members of a group hold exactly these roles from their next login on; none: the group means nothing here."""
    wanted = roles_named(roles)
    rows = GroupRole.objects.filter(group=group)
    within_reach([*wanted, *Role.objects.filter(groups__in=rows)])
    rows.exclude(role__in=wanted).delete()
    for role in wanted:
        GroupRole.objects.get_or_create(group=group, role=role)


@action(
    permission=ADMIN,
    label=Text("Laisser entrer par l’entreprise", "Let in by the company’s login"),
    fields={"issuer": Text("Fournisseur", "Provider"), "groups": Text("Groupes", "Groups")},
)
def admit_outsider(
    issuer: Url,
    *,
    subject: Annotated[str, Field(min_length=1, max_length=255)],
    username: Annotated[str, Field(min_length=1, max_length=64)],
    groups: list[Annotated[str, Field(max_length=300)]],
    email: Annotated[str, Field(max_length=254)] = "",
    email_verified: bool = False,
    first_name: Name = "",
    last_name: Name = "",
) -> int:
    """Let a person in whom the provider vouches for: made at his first login, his roles those of his groups.

    Somebody here with the same email is that person where the provider verified it. Where no group has roles here the
    roles stay as they are. Returns his id; the disabled and who is in no group are refused.
    """
    roles = list(Role.objects.filter(groups__group__in=groups).distinct().order_by("id"))
    within_reach(roles)
    user = _whom(issuer, subject, email if email_verified else "")
    if user is not None and not user.is_active:
        raise DisabledOutside
    mapped = GroupRole.objects.exists()
    if not roles and (mapped or user is None):
        raise InNoGroup
    if user is None:
        user = User(username=_free(username), email=email, first_name=first_name, last_name=last_name)
        user.set_unusable_password()
        user.save()
    OutsideIdentity.objects.get_or_create(
        issuer=issuer, subject=subject, defaults={"user": user, "created_at": clock.now()}
    )
    if mapped and set(user.roles.all()) != set(roles):
        within_reach(user.roles.all())
        with keep_an_administrator():
            user.roles.set(roles)
    return int(user.pk)


@action(
    permission=ADMIN,
    label=Text("Sortie annoncée par l’entreprise", "Left the company’s login"),
    fields={"issuer": Text("Fournisseur", "Provider")},
)
def end_outsider(issuer: Url, *, subject: Annotated[str, Field(min_length=1, max_length=255)]) -> int:
    """End the sessions of a person whom the provider says has left it; returns how many."""
    users = OutsideIdentity.objects.filter(issuer=issuer, subject=subject).values("user")
    return Session.objects.filter(user__in=users).delete()[0]


def _whom(issuer: str, subject: str, email: str) -> User | None:
    known = User.objects.filter(outside__issuer=issuer, outside__subject=subject).first()
    if known is not None or not email:
        return known
    same = list(User.objects.filter(Q(email__iexact=email))[:2])
    return same[0] if len(same) == 1 else None


def _free(wanted: str) -> str:
    taken = {name.lower() for name in User.objects.values_list("username", flat=True)}
    names = (wanted if turn == 1 else f"{wanted[:60]}{turn}" for turn in range(1, 10_000))
    return next(name for name in names if name.lower() not in taken)
