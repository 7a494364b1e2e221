"""Every variable of the environment that the platform reads: declared here once, read by name, written as a page.

`docs/settings.md` is made from this list (`gigafibre settings`); a test refuses a variable that is read and not here.
"""

from __future__ import annotations

import os
from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from django.core.exceptions import ImproperlyConfigured

LOG_LEVELS = ("debug", "info", "warning", "error")
Kind = Literal["text", "number", "1 or 0", "list", "path", "address", "date and time"]


@dataclass(frozen=True)
class Variable:
    """One variable: its name, what its text is read as, its default, what it is for.

    `otherwise` says in words what holds without it where no text does; a `secret` is never shown nor logged.
    """

    name: str
    kind: Kind
    about: str
    default: str = ""
    otherwise: str = ""
    secret: bool = False


@dataclass(frozen=True)
class Group:
    """Variables that belong together, in the order of the page."""

    title: str
    variables: tuple[Variable, ...]


GROUPS: tuple[Group, ...] = (
    Group("Where it lives and listens", (
        Variable("GIGAFIBRE_HOME", "path", "the folder of all state: database, files, secrets, built static files",
                 otherwise="`var/` beside the code"),
        Variable("GIGAFIBRE_FILES_URL", "address", "a bucket of any S3 for stored files: "
                 "`s3://KEY:SECRET@host/bucket/folder?region=ca-central-1` (`s3+http` without TLS)",
                 otherwise="`files/` in the state folder", secret=True),
        Variable("PORT", "number", "where the web listens", "8000"),
        Variable("GIGAFIBRE_ADDRESS", "text", "on which address of this machine the web listens", "127.0.0.1"),
        Variable("GIGAFIBRE_DEMO", "1 or 0", "whether the demo provider is loaded, and wanted before it is ready",
                 otherwise="1 with the embedded database, else 0"),
    )),
    Group("Database", (
        Variable("DATABASE_URL", "address", "`postgresql://user:password@host:port/name?sslmode=…` of any PostgreSQL "
                 "≥ 15: whatever libpq reads, several hosts too; see below", otherwise="the embedded server",
                 secret=True),
        Variable("DATABASE_DIRECT_URL", "address", "the same database past a pooler, for the worker, commands and "
                 "LISTEN", otherwise="`DATABASE_URL`", secret=True),
        Variable("GIGAFIBRE_POOL", "number", "connections to the database per process", "10"),
        Variable("GIGAFIBRE_POSTGRES_BIN", "path", "the folder of the PostgreSQL programs to use (server, `pg_dump`)",
                 otherwise="the wheel's, else the system's newest"),
    )),
    Group("Who may reach it", (
        Variable("GIGAFIBRE_HOSTS", "list", "names it answers to", "localhost,127.0.0.1,[::1]",
                 otherwise="`localhost,127.0.0.1,[::1]`; every name with `GIGAFIBRE_DEBUG=1`"),
        Variable("GIGAFIBRE_ORIGINS", "list", "`https://…` addresses whose pages may post"),
        Variable("GIGAFIBRE_HTTPS", "1 or 0", "secure cookies and HSTS, behind a proxy that ends TLS", "0"),
        Variable("GIGAFIBRE_HSTS_SECONDS", "number", "how long browsers come by TLS only",
                 otherwise="a year with `GIGAFIBRE_HTTPS=1`, else 0"),
        Variable("GIGAFIBRE_HSTS_SUBDOMAINS", "1 or 0", "on every subdomain too", "0"),
        Variable("GIGAFIBRE_HSTS_PRELOAD", "1 or 0", "whether browsers may be shipped with the name", "0"),
        Variable("GIGAFIBRE_HTTPS_REDIRECT", "1 or 0", "send what comes without TLS over to it", "0"),
        Variable("GIGAFIBRE_RATE_LIMITS", "list", "requests a minute of one person, program or address in each web "
                 "process, by kind; 0 doesn't count, `off` counts none",
                 otherwise="`token=30, export=20, upload=60, preview=240, search=300, act=600, read=3000`"),
        Variable("GIGAFIBRE_PROXIES", "list", "reverse proxies whose `X-Forwarded-…` and `X-Request-ID` are believed: "
                 "addresses or networks (`127.0.0.1, 10.0.0.0/8`)", otherwise="nobody"),
        Variable("GIGAFIBRE_LOGIN_HEADER", "text", "the header in which such a proxy names whom it let in, by email "
                 "(`X-Authentik-Email`)", otherwise="none is read"),
    )),
    Group("Keys", (
        Variable("GIGAFIBRE_SECRET_KEY", "text", "signs sessions and links",
                 otherwise="made once in the state folder", secret=True),
        Variable("GIGAFIBRE_SECRET_KEY_FALLBACKS", "list", "earlier signing keys: what they signed stays good until "
                 "they are taken away", secret=True),
        Variable("GIGAFIBRE_FIELD_KEYS", "list", "keys of encrypted columns, newest first: the first encrypts, all "
                 "open", otherwise="made once in the state folder", secret=True),
        Variable("GIGAFIBRE_REFERRAL_KEY", "text", "of the referral codes: a key never changes what was given",
                 secret=True),
        Variable("GIGAFIBRE_REFERRAL_OLD_KEY", "text", "the former system's key, with which printed codes come again",
                 secret=True),
    )),
    Group("Who carries what goes out", (
        Variable("GIGAFIBRE_SMS_URL", "address", "text messages: `twilio://ACCOUNT:TOKEN@api.twilio.com?from=+1…`",
                 otherwise="the local outbox", secret=True),
        Variable("GIGAFIBRE_EMAIL_URL", "address", "emails: `smtp://user:password@host:587`, `smtps://`, "
                 "`mailjet://key:secret@`", otherwise="the local outbox", secret=True),
        Variable("GIGAFIBRE_DOCUSEAL_URL", "address", "the e-signature provider of commercial contracts",
                 "https://api.docuseal.com"),
        Variable("GIGAFIBRE_DOCUSEAL_TOKEN", "text", "our token there", secret=True),
        Variable("GIGAFIBRE_DOCUSEAL_SECRET", "text", "the header its webhooks carry", secret=True),
    )),
    Group("Maps", (
        Variable("GIGAFIBRE_GEOCODER_URL", "address", "who is asked for the point of an address that neither drops nor "
                 "address files know: `nominatim://host?email=you@example.ca&pause=1` (seconds between questions; the "
                 "public server takes no batches: run your own), `mapbox://TOKEN@api.mapbox.com`",
                 otherwise="nobody", secret=True),
        Variable("GIGAFIBRE_MAP_STYLE_URL", "address", "the style of maps, as MapLibre reads it: `https://…/style.json`",
                 otherwise="our own points on plain ground"),
        Variable("GIGAFIBRE_MAP_HOSTS", "list", "other `https://…` addresses that style takes tiles, letters and "
                 "pictures from"),
    )),
    Group("What is seen of it", (
        Variable("GIGAFIBRE_LOG", "text", "`json`: one object a line, each request among them; `console`: for people, "
                 "what needs attention", "console"),
        Variable("GIGAFIBRE_LOG_LEVEL", "text", "the least that our own code says: `debug`, `info`, `warning`, `error`",
                 "info"),
        Variable("GIGAFIBRE_SLOW_QUERY_MS", "number", "a statement that takes longer (ms) is logged with its action "
                 "and request, without its values; 0: none", "1000"),
        Variable("GIGAFIBRE_METRICS_TOKEN", "text", "who may read `/metrics`: `Authorization: Bearer …`",
                 otherwise="this machine only", secret=True),
    )),
    Group("For those who work on it", (
        Variable("GIGAFIBRE_DEBUG", "1 or 0", "Django's debug mode: never where customers' data is", "0"),
        Variable("GIGAFIBRE_CLOCK", "date and time", "the moment at which the platform's clock starts",
                 otherwise="the system's clock"),
        Variable("GIGAFIBRE_EXAMPLES", "number", "examples that a property is tried with in tests", "200"),
        Variable("GIGAFIBRE_SEED", "number", "the seed of random examples", otherwise="drawn, and said"),
    )),
)  # fmt: skip

VARIABLES = {variable.name: variable for group in GROUPS for variable in group.variables}


def text(name: str) -> str:
    """Return a variable's text, else its default."""
    return os.environ.get(name) or VARIABLES[name].default


def number(name: str, *, least: int = 0) -> int:
    """Return a variable as a whole number of at least `least`; refused in words otherwise."""
    given = text(name)
    if not given.strip().isdigit() or int(given) < least:
        raise ImproperlyConfigured(f"{name}={given!r}: write a whole number of at least {least}.")
    return int(given)


def one_of(name: str, *words: str) -> str:
    """Return a variable that is one of some words; refused in words otherwise."""
    given = text(name).strip().lower()
    if given not in words:
        raise ImproperlyConfigured(f"{name}={given!r}: write {' or '.join(words)}.")
    return given


def boolean(name: str, *, otherwise: bool = False) -> bool:
    """Read `1/0`, `true/false`, `yes/no`, `on/off`; `otherwise` where it is neither set nor has a default."""
    value = text(name).strip().lower()
    if not value:
        return otherwise
    if value in {"1", "true", "yes", "on"}:
        return True
    if value in {"0", "false", "no", "off"}:
        return False
    raise ImproperlyConfigured(f"{name}={value!r}: write 1 or 0.")


def listed(name: str, *, otherwise: str = "") -> list[str]:
    """Read a comma-separated list; `otherwise` where it is neither set nor has a default."""
    return [item.strip() for item in (text(name) or otherwise).split(",") if item.strip()]


def numbers(name: str, known: Collection[str]) -> dict[str, int]:
    """Read `export=10, search=120`: only known names, whole numbers from 0 on. `off` is 0 for all of them."""
    if text(name).strip().lower() == "off":
        return dict.fromkeys(known, 0)
    found = {}
    for item in listed(name):
        key, _, value = (part.strip() for part in item.partition("="))
        if key not in known or not value.isdecimal():
            names = ", ".join(known)
            raise ImproperlyConfigured(f"{name}: {item!r} is none of {names} with a number: write export=10.")
        found[key] = int(value)
    return found


def page() -> str:
    """Return the tables of `docs/settings.md`, in Markdown."""
    lines: list[str] = []
    for group in GROUPS:
        lines += [f"## {group.title}", "", "| variable | kind | default | for |", "|---|---|---|---|"]
        for one in group.variables:
            default = one.otherwise or (f"`{one.default}`" if one.default else "none")
            lines.append(f"| `{one.name}` | {one.kind}{', secret' if one.secret else ''} | {default} | {one.about} |")
        lines.append("")
    return "\n".join(lines)
