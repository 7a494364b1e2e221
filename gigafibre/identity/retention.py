"""How long it is kept who came in, from where, and what the bell said."""

from __future__ import annotations

from gigafibre.kernel.retention import rule
from gigafibre.kernel.text import Text

#: The switch behind which people's traces go by themselves.
SWITCH = "privacy.retention"
#: Days for which the database keeps a try to log in, whatever is asked.
ATTEMPTS_KEPT = 90

rule(
    "login_attempts",
    Text("Tentatives de connexion", "Login attempts"),
    days=365,
    switch=SWITCH,
    least=ATTEMPTS_KEPT,
    table="identity_loginattempt",
    where="t.at < %(before)s",
)
rule(
    "sessions",
    Text("Sessions finies : adresse et navigateur", "Ended sessions: address and browser"),
    days=30,
    switch=SWITCH,
    table="identity_session",
    key="session_key",
    where="t.expire_date < %(before)s",
)
rule(
    "login_brakes",
    Text("Freins de connexion : adresses", "Login brakes: addresses"),
    days=30,
    switch=SWITCH,
    table="identity_loginbrake",
    where="t.last_at < %(before)s AND t.until < %(before)s",
)
rule(
    "notices",
    Text("Avis de la cloche", "Notices of the bell"),
    days=180,
    switch=SWITCH,
    table="identity_notice",
    where="t.at < %(before)s",
)
rule(
    "login_links",
    Text("Liens d’invitation et de mot de passe oublié", "Links of invitations and forgotten passwords"),
    days=30,
    switch=SWITCH,
    table="identity_loginlink",
    where="t.until < %(before)s",
)
