"""The face of identity for reading."""

from gigafibre.identity.queries.entering import (
    Company,
    Language,
    Person,
    Theme,
    company,
    initials_of,
    permissions_of,
    person,
    token_actor,
)
from gigafibre.identity.queries.lists import (
    LoginLine,
    NoticeLine,
    RoleLine,
    SessionLine,
    TokenLine,
    UserLine,
    logins,
    notices,
    roles,
    sessions,
    tokens,
    users,
)
from gigafibre.identity.queries.switches import switch_is_on, switched_on_since

__all__ = [
    "Company",
    "Language",
    "LoginLine",
    "NoticeLine",
    "Person",
    "RoleLine",
    "SessionLine",
    "Theme",
    "TokenLine",
    "UserLine",
    "company",
    "initials_of",
    "logins",
    "notices",
    "permissions_of",
    "person",
    "roles",
    "sessions",
    "switch_is_on",
    "switched_on_since",
    "token_actor",
    "tokens",
    "users",
]
