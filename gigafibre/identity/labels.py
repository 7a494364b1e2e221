"""What people call the tables of identity."""

from __future__ import annotations

from typing import Any

from gigafibre.identity.models import Department, User
from gigafibre.identity.switches import declared
from gigafibre.kernel import live
from gigafibre.kernel.describe import Column, Writer, describe, describe_deeds
from gigafibre.kernel.text import Text


def _switch(value: Any, language: str) -> str:
    found = declared(str(value))
    return found.label.in_(language) if found else str(value)


def _person(value: Any, language: str) -> str:
    found = User.objects.filter(pk=value).first()
    return found.display_name if found else "—"


def _department(value: Any, language: str) -> str:
    name = "name_en" if language == "en" else "name_fr"
    return Department.objects.filter(pk=value).values_list(name, flat=True).first() or "—"


PERSON: tuple[Text, Writer] = (Text("Personne", "Person"), _person)
DEPARTMENT: tuple[Text, Writer] = (Text("Département", "Department"), _department)
_ACTIVE = Text("Actif", "Active")

describe(
    "identity_user",
    Text("Personne", "Person"),
    number="username",
    username=Text("Nom d’utilisateur", "User name"),
    first_name=Text("Prénom", "First name"),
    last_name=Text("Nom", "Last name"),
    email=Text("Courriel", "Email"),
    phone=Text("Téléphone", "Phone"),
    extension=Text("Poste", "Extension"),
    language=Text("Langue", "Language"),
    theme=Text("Thème", "Theme"),
    is_active=_ACTIVE,
    password=Text("Mot de passe", "Password"),
    password_to_change=Text("Mot de passe à changer", "Password to change"),
)
describe("identity_user_roles", Text("Rôle d’une personne", "Person’s role"))
describe(
    "identity_role",
    Text("Rôle", "Role"),
    number="code",
    code=Text("Code", "Code"),
    name_fr=Text("Nom français", "French name"),
    name_en=Text("Nom anglais", "English name"),
    permissions=Text("Permissions", "Permissions"),
    second_factor=Text("Double vérification exigée", "Second factor demanded"),
)
describe(
    "identity_totp",
    Text("Téléphone de double vérification", "Second factor’s phone"),
    secret=Text("Secret", "Secret"),
    confirmed_at=Text("Confirmé le", "Confirmed on"),
)
describe(
    "identity_loginprovider",
    Text("Connexion de l’entreprise", "Company’s login"),
    number="name",
    name=Text("Nom", "Name"),
    issuer=Text("Fournisseur", "Provider"),
    client_id=Text("Identifiant client", "Client id"),
    client_secret=Text("Secret client", "Client secret"),
    groups_claim=Text("Attribut des groupes", "Groups claim"),
    on=Text("En service", "In use"),
)
describe(
    "identity_grouprole", Text("Rôle d’un groupe", "Role of a group"), number="group", group=Text("Groupe", "Group")
)
describe("identity_outsideidentity", Text("Identité chez le fournisseur", "Identity at the provider"))
describe(
    "identity_loginlink",
    Text("Lien de mot de passe", "Password link"),
    kind=Text("Genre", "Kind"),
    until=Text("Valide jusqu’au", "Valid until"),
    ended=Text("Fin", "End"),
)
describe("identity_recoverycode", Text("Code de secours", "Recovery code"))
describe(
    "identity_passkey",
    Text("Clé d’accès", "Passkey"),
    number="name",
    name=Text("Nom", "Name"),
    synced=Text("Synchronisée", "Synced"),
)
describe(
    "identity_servicetoken",
    Text("Jeton d’accès", "Access token"),
    number="name",
    name=Text("Nom", "Name"),
    scopes=Text("Permissions", "Permissions"),
    expires_at=Text("Échéance", "Expiry"),
    revoked_at=Text("Révoqué", "Revoked"),
)
describe(
    "identity_switch",
    Text("Commutateur", "Switch"),
    number="code",
    code=Column(Text("Commutateur", "Switch"), _switch),
    on=Text("En marche", "On"),
    on_since=Text("En marche depuis", "On since"),
)
describe(
    "identity_department",
    Text("Département", "Department"),
    number="code",
    name_fr=Text("Nom français", "French name"),
    name_en=Text("Nom anglais", "English name"),
)
describe("identity_user_departments", Text("Membre d’un département", "Member of a department"))

describe(
    "identity_savedview",
    Text("Vue de liste", "View of a list"),
    number="name",
    topic="views",
    name=Text("Nom", "Name"),
    listing=Text("Liste", "List"),
    filters=Text("Filtres", "Filters"),
    sort=Text("Ordre", "Order"),
    columns=Text("Colonnes", "Columns"),
    shared=Text("Partagée", "Shared"),
    removed_at=Text("Retirée le", "Removed on"),
)
describe(
    "identity_firstview",
    Text("Vue d’ouverture", "Opening view"),
    number="listing",
    topic="views",
    view=Text("Vue", "View"),
)

# Everybody has views of his own and uses what others share.
live.topic("views", live.anybody)
live.topic("notices", lambda actor, user: actor.kind == "staff" and str(actor.id) == user)


describe_deeds(
    {
        "identity.forgotten": Text("Demander un mot de passe oublié", "Ask for a forgotten password"),
        "identity.lock": Text("Verrouiller un compte", "Lock an account"),
    }
)
