"""The lists of how one gets in: logged-in browsers, tries to log in, programs' tokens."""

from __future__ import annotations

from typing import Any

from gigafibre.kernel import clock
from gigafibre.kernel.describe import PLATFORM
from gigafibre.kernel.listing import Column, Filter, Listing, Verb, View, between
from gigafibre.kernel.text import Text

PERSON, USERNAME = Text("Personne", "Person"), Text("Nom d’utilisateur", "User name")
ADDRESS, AGENT = Text("Adresse", "Address"), Text("Navigateur", "Browser")
SINCE, SEEN = Text("Depuis", "Since"), Text("Dernier usage", "Last used")
AT, OUTCOME, WAY, STATE = Text("Quand", "When"), Text("Résultat", "Outcome"), Text("Par", "By"), Text("État", "State")
NAME = "coalesce(nullif(trim(u.first_name || ' ' || u.last_name), ''), u.username)"


def _now() -> dict[str, Any]:
    return {"now": clock.now(), "zone": str(clock.zone())}


SESSIONS = Listing(
    name="sessions",
    label=Text("Sessions", "Sessions"),
    permission="identity.read",
    source=f"""
        SELECT s.public_id::text AS id, s.public_id::text AS session, {NAME} AS name, u.username,
               fold(u.last_name || ' ' || u.first_name || ' ' || u.username) AS sort_key, s.agent,
               coalesce(host(s.address), '') AS address, s.created_at, s.seen_at,
               fold({NAME} || ' ' || u.username || ' ' || coalesce(host(s.address), '') || ' ' || s.agent) AS search_key
        FROM identity_session s JOIN identity_user u ON u.id = s.user_id WHERE s.expire_date > %(now)s""",  # noqa: S608  our own words
    values=_now,
    columns=[
        Column("name", PERSON, sort="sort_key"),
        Column("username", USERNAME, kind="id", off=True),
        Column("agent", AGENT),
        Column("address", ADDRESS),
        Column("created_at", SINCE, kind="instant", sort=True),
        Column("seen_at", SEEN, kind="instant", sort=True),
        Column("session", Text("Numéro", "Number"), kind="id", off=True),
    ],
    filters=[
        Filter("username", USERNAME, kind="text", where="r.username = lower(%(value)s)"),
        Filter("address", ADDRESS, kind="text", where="r.address = %(value)s"),
    ],
    views=[View("all", Text("Toutes", "All"))],
    search="search_key",
    default_sort="-seen_at",
    worded=True,
)

#: How a try to log in ended (`LoginAttempt.Outcome`).
OUTCOMES = {
    "in": Text("Entré", "In"),
    "refused": Text("Refusé", "Refused"),
    "braked": Text("Freiné", "Slowed down"),
    "locked": Text("Compte verrouillé", "Account locked"),
    "half": Text("Deuxième étape attendue", "Second step to come"),
    "out": Text("Sorti", "Out"),
}
#: By what one tried (`LoginAttempt.Way`).
WAYS = {
    "password": Text("Mot de passe", "Password"),
    "totp": Text("Application d’authentification", "Authenticator app"),
    "recovery": Text("Code de secours", "Recovery code"),
    "passkey": Text("Clé d’accès", "Passkey"),
    "openid": Text("Connexion de l’entreprise", "Company login"),
    "proxy": Text("Serveur mandataire", "Proxy"),
}

LOGINS = Listing(
    name="logins",
    label=Text("Essais de connexion", "Tries to log in"),
    permission="identity.read",
    source=f"""
        SELECT a.id, a.at, (a.at AT TIME ZONE %(zone)s)::date AS day, a.username, coalesce({NAME}, '') AS name,
               a.user_id IS NOT NULL AS known, a.outcome, a.way, a.address, a.agent,
               fold(a.username || ' ' || coalesce({NAME}, '') || ' ' || a.address || ' ' || a.agent) AS search_key
        FROM identity_loginattempt a LEFT JOIN identity_user u ON u.id = a.user_id""",  # noqa: S608  our own words
    values=_now,
    columns=[
        Column("username", Text("Nom donné", "Name given")),
        Column("name", PERSON),
        Column("outcome", OUTCOME, kind="choice", options=OUTCOMES),
        Column("way", WAY, kind="choice", options=WAYS),
        Column("address", ADDRESS),
        Column("agent", AGENT),
        Column("at", AT, kind="instant", sort="id"),
        Column("known", Text("Nom connu", "Known name"), kind="flag", off=True),
    ],
    filters=[
        Filter("outcome", OUTCOME, options=OUTCOMES),
        Filter("way", WAY, options=WAYS),
        Filter("username", Text("Nom donné", "Name given"), kind="text", where="r.username = lower(%(value)s)"),
        Filter("address", ADDRESS, kind="text", where="r.address = %(value)s"),
        Filter("known", Text("Nom connu", "Known name"), kind="flag"),
        *between("day", AT, kind="day"),
    ],
    views=[
        View("all", Text("Tous", "All")),
        View("failed", Text("Refusés", "Refused"), {"outcome": "refused,braked,locked"}),
        View("unknown", Text("Noms inconnus", "Unknown names"), {"known": "false"}),
    ],
    search="search_key",
    default_sort="-at",
)

TOKEN_STATES = {
    "live": Text("En vigueur", "Live"),
    "expired": Text("Expiré", "Expired"),
    "revoked": Text("Révoqué", "Revoked"),
}

TOKENS = Listing(
    name="tokens",
    label=Text("Jetons d’accès", "Access tokens"),
    permission="identity.read",
    source="""
        SELECT t.id, t.name::text AS name, fold(t.name) AS sort_key, t.start,
               ARRAY(SELECT jsonb_array_elements_text(t.scopes)) AS scopes, t.created_by_name AS created_by,
               t.created_at, t.expires_at, t.revoked_at, l.at AS last_used_at,
               CASE WHEN t.revoked_at IS NOT NULL THEN 'revoked' WHEN t.expires_at <= %(now)s THEN 'expired'
                    ELSE 'live' END AS state,
               fold(t.name || ' ' || t.start || ' ' || t.created_by_name) AS search_key
        FROM identity_servicetoken t LEFT JOIN identity_tokenuse l ON l.token_id = t.id""",
    values=_now,
    columns=[
        Column("name", Text("Programme", "Program"), sort="sort_key"),
        Column("state", STATE, kind="choice", options=TOKEN_STATES),
        Column("start", Text("Commence par", "Begins with"), kind="id"),
        Column("scopes", Text("Peut", "May"), kind="words"),
        Column("created_at", Text("Créé le", "Created on"), kind="instant", sort=True),
        Column("created_by", Text("Créé par", "Created by"), options=PLATFORM),
        Column("expires_at", Text("Fin", "End"), kind="instant", sort=True, nullable=True),
        Column("last_used_at", SEEN, kind="instant", sort=True, nullable=True),
        Column("revoked_at", Text("Révoqué le", "Revoked on"), kind="instant", sort=True, nullable=True, off=True),
    ],
    filters=[
        Filter("state", STATE, options=TOKEN_STATES),
        Filter("scope", Text("Permission", "Permission"), kind="text", where="%(value)s = ANY(r.scopes)"),
    ],
    views=[
        View("all", Text("Tous", "All")),
        View("live", Text("En vigueur", "Live"), {"state": "live"}),
    ],
    verbs=[Verb("identity.revoke_token", "name", column="name")],
    search="search_key",
    default_sort="name",
)
