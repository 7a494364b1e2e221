"""Contacts of customers, and staff: what needs more than SQL to read (phones, emails, PHP's serialized rights)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import phonenumbers

from gigafibre.legacy.importing.context import Ctx
from gigafibre.legacy.importing.merge import Kind, merge
from gigafibre.legacy.importing.rights import roles_of, what_is_wrong

STAFF = ("first_name", "last_name", "email", "phone", "extension", "is_active")
_SPLIT = re.compile(r"[;,\s]+")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[a-zA-Z]{2,}")
_EXTENSION = re.compile(r"(?:#|poste|ext\.?|x)\s*(\d{1,8})\s*$", re.IGNORECASE)
_PRINTED = re.compile(r"[2-9]\d{2} [2-9]\d{2}-\d{4}")
_TEN = re.compile(r"1?([2-9]\d{2}[2-9]\d{6})")


# Who bears his number behind his user name, because another had it.
NUMBERED = """
SELECT s.id, s.username, NULL::numeric FROM legacy_stage.staff s JOIN identity_user u ON u.legacy_id = s.id
WHERE u.username = left(coalesce(nullif(btrim(s.username), ''), 'staff-' || s.id) || '-' || s.id, 64)
"""


class Point(NamedTuple):
    """One way to reach somebody, as a row of `want_point`."""

    legacy_id: int  # of the account
    kind: str
    value: str
    extension: str
    valid: bool
    for_billing: bool


def phones_in(text: str) -> Iterator[tuple[str, str, bool]]:
    """Read the phones of a free field: (E.164 or the text as it is, extension, whether it is a number)."""
    for piece in re.split(r"[;,]|\s+ou\s+|\s+/\s+", text):
        if not (piece := piece.strip()):
            continue
        extension = ""
        if found := _EXTENSION.search(piece):
            extension, piece = found.group(1), piece[: found.start()].strip()
        if ten := _TEN.fullmatch(re.sub(r"\D", "", piece)):
            yield f"+1{ten.group(1)}", extension, True
            continue
        try:
            parsed = phonenumbers.parse(piece, "CA")
            good = phonenumbers.is_possible_number_with_reason(parsed) == phonenumbers.ValidationResult.IS_POSSIBLE
        except phonenumbers.NumberParseException:
            good = False
        yield (
            phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164) if good else piece[:254],
            extension,
            good,
        )


def emails_in(text: str) -> Iterator[tuple[str, bool]]:
    """Read the addresses of a free field, split by `;`, `,` or spaces: (address in lower case, whether it is one)."""
    for piece in _SPLIT.split(text):
        if piece := piece.strip("<>()[]\"'. "):
            yield piece.lower()[:254], bool(_EMAIL.fullmatch(piece))


def points_of(row: tuple[int, str, str, str, str, str, str]) -> list[Point]:
    """Return an account's contact points, each once, in the order of its columns."""
    key, email, billing, cell, home, office, fax = row
    found: dict[tuple[str, str, str], Point] = {}
    for text, for_billing in ((email, False), (billing, True)):
        for value, valid in emails_in(text):
            known = found.get(("email", value, ""))
            found[("email", value, "")] = Point(key, "email", value, "", valid, for_billing or bool(known and known[5]))
    for kind, text in (("mobile", cell), ("home", home), ("office", office), ("fax", fax)):
        for value, extension, valid in phones_in(text):
            found.setdefault((kind, value, extension), Point(key, kind, value, extension[:8], valid, False))
    return list(found.values())


def import_contacts(ctx: Ctx) -> None:
    """Give each customer that can be reached an owner contact with all ways; list what took reading.

    Where the source changed since, a contact that staff left alone gets the new ways; one they changed is listed.
    """
    cursor = ctx.cursor
    cursor.execute(
        "SELECT id, email, email_billing, cell, tel_home, tel_office, fax FROM legacy_stage.account ORDER BY id"
    )
    rows = cursor.fetchall()
    points = [point for row in rows for point in points_of(row)]
    for code, found in _listed(rows).items():
        ctx.list_rows(code, "account", found)
    cursor.execute(
        "CREATE TEMP TABLE want_point (legacy_id bigint, kind text, value text, extension text, valid boolean, "
        "for_billing boolean, place serial) ON COMMIT DROP"
    )
    with cursor.copy("COPY want_point (legacy_id, kind, value, extension, valid, for_billing) FROM STDIN") as target:
        for point in points:
            target.write_row(point)
    cursor.execute("CREATE INDEX ON want_point (legacy_id)")
    cursor.execute("ANALYZE want_point")
    ctx.script("contacts")
    ctx.count("new", int(ctx.one("SELECT count(*) FROM new_contact")))
    ctx.count("changed", int(ctx.one("SELECT count(*) FROM changed_contact WHERE NOT touched")))
    ctx.count("kept", int(ctx.one("SELECT count(*) FROM changed_contact WHERE touched")))
    ctx.script("contact_points")


def _listed(rows: list[tuple[int, str, str, str, str, str, str]]) -> dict[str, list[tuple[int, str]]]:
    """Return what is told of each field: several in one, written freely, or not to be read at all."""
    found: dict[str, list[tuple[int, str]]] = {
        "emails_several": [], "email_invalid": [], "phones_several": [], "phone_rewritten": [], "phone_invalid": [],
    }  # fmt: skip
    for key, email, billing, *phones in rows:
        for text in (email, billing):
            read = list(emails_in(text))
            if len(read) > 1:
                found["emails_several"].append((key, text))
            found["email_invalid"] += [(key, value) for value, good in read if not good]
        for text in phones:
            told = list(phones_in(text))
            if len(told) > 1:
                found["phones_several"].append((key, text))
            if any(not good for _, _, good in told):
                found["phone_invalid"].append((key, text))
            elif told and not _PRINTED.fullmatch(text):
                found["phone_rewritten"].append((key, text))
    return found


def import_staff(ctx: Ctx) -> None:
    """Make staff of the old system people here: no valid password, roles by a table from their rights, given once."""
    cursor = ctx.cursor
    want_staff(ctx)
    cursor.execute(
        "SELECT s.id, s.username, coalesce(s.rights, ''), w.first_name, w.last_name, w.email, w.phone, w.extension, "
        "w.is_active, EXISTS (SELECT 1 FROM identity_user u WHERE u.legacy_id = s.id) "
        "FROM legacy_stage.staff s JOIN want_user w ON w.legacy_id = s.id ORDER BY s.id"
    )
    for key, username, rights, *said, known in cursor.fetchall():
        if wrong := what_is_wrong(rights):
            ctx.list_rows(f"rights_{wrong}", "staff", [(key, rights)])
        roles, unknown = roles_of(rights)
        ctx.list_rows("right_unknown", "staff", [(key, right) for right in unknown])
        if known:
            continue
        name = username.strip() or f"staff-{key}"
        if ctx.one("SELECT EXISTS (SELECT 1 FROM identity_user WHERE lower(username) = lower(%s))", [name]):
            name = f"{name}-{key}"
        cursor.execute(
            "INSERT INTO identity_user (username, password, first_name, last_name, email, phone, extension, language, "
            "theme, is_active, created_at, legacy_id) VALUES (%s, '!', %s, %s, %s, %s, %s, 'fr', 'system', %s, %s, %s) "
            "RETURNING id",
            [name[:64], *said, ctx.now, key],
        )
        user = cursor.fetchone()[0]
        ctx.count("new", 1)
        cursor.execute(
            "INSERT INTO identity_user_roles (user_id, role_id) SELECT %s, id FROM identity_role WHERE code = ANY(%s)",
            [user, sorted(roles)],
        )
    ctx.found("username_taken", "staff", NUMBERED)
    merge(ctx, "identity_user", "want_user", STAFF, "staff", Kind(made_as="identity_user"))


def want_staff(ctx: Ctx) -> None:
    """Say in `want_user` what the source says of its staff."""
    ctx.cursor.execute("DROP TABLE IF EXISTS want_user")
    ctx.cursor.execute(
        "CREATE TEMP TABLE want_user (legacy_id bigint, first_name varchar(150), last_name varchar(150), "
        "email varchar(254), phone varchar(40), extension varchar(8), is_active boolean) ON COMMIT DROP"
    )
    ctx.cursor.execute(
        "SELECT id, first_name, last_name, email, cell, ext, status = 1 FROM legacy_stage.staff ORDER BY id"
    )
    rows = ctx.cursor.fetchall()
    with ctx.cursor.copy(f"COPY want_user (legacy_id, {', '.join(STAFF)}) FROM STDIN") as target:
        for key, first, last, email, cell, extension, active in rows:
            phone = next((value for value, _, good in phones_in(cell) if good), "")
            target.write_row([key, first.strip(), last.strip(), email.strip()[:254], phone, extension[:8], active])
