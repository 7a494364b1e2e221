"""The face of identity for reading."""

from gigafibre.identity.queries.entering import (
    Company,
    Duty,
    Language,
    Person,
    Theme,
    company,
    initials_of,
    permissions_of,
    person,
    person_of_email,
    roles_that_may,
    token_actor,
    who_may,
)
from gigafibre.identity.queries.lists import (
    Colleague,
    DepartmentLine,
    NoticeLine,
    SessionLine,
    colleagues,
    departments,
    notices,
    sessions,
)
from gigafibre.identity.queries.providers import (
    groups_and_roles,
    known_outside,
    login_provider,
    login_provider_name,
)
from gigafibre.identity.queries.proving import Account, Way, account, proof_ways, second_factors
from gigafibre.identity.queries.switches import switch_is_on, switched_on_since
from gigafibre.identity.queries.views import ViewLine, Views, views_of

__all__ = [
    "Account",
    "Colleague",
    "Company",
    "DepartmentLine",
    "Duty",
    "Language",
    "NoticeLine",
    "Person",
    "SessionLine",
    "Theme",
    "ViewLine",
    "Views",
    "Way",
    "account",
    "colleagues",
    "company",
    "departments",
    "groups_and_roles",
    "initials_of",
    "known_outside",
    "login_provider",
    "login_provider_name",
    "notices",
    "permissions_of",
    "person",
    "person_of_email",
    "proof_ways",
    "roles_that_may",
    "second_factors",
    "sessions",
    "switch_is_on",
    "switched_on_since",
    "token_actor",
    "views_of",
    "who_may",
]
