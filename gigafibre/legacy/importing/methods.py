"""How customers pay, from the account row and the Paysafe tokens: encrypted here, masked for people, checked first."""

from __future__ import annotations

import json
import re
from typing import Any

from gigafibre.kernel.encrypted import seal
from gigafibre.legacy.importing.context import Ctx
from gigafibre.legacy.importing.looks import NO_CUSTOMER, NOTHING
from gigafibre.legacy.importing.marks import mark_of
from gigafibre.legacy.importing.merge import Kind, merge, touched
from gigafibre.legacy.importing.stage import read_secrets
from gigafibre.payments.bank_accounts import BankAccount

COLUMNS = (
    "legacy_table",
    "customer_id",
    "kind",
    "state",
    "invalid_because",
    "autopay",
    "holder",
    "institution",
    "account_print",
    "last4",
    "brand",
    "ceiling",
    "buffer",
    "fixed_amount",
    "first_use_reference",
    "legacy_flags",
)
SECRETS = ("token", "transit", "account")
#: Keys of the rows: the account's id for Stripe, and beside it for the bank and for tokens, so that all are apart.
BANK, TOKEN = 1_000_000_000, 2_000_000_000
# A customer has one automatic way: one set here, or changed here since, goes before what the former system says.
PAID_OTHERWISE = """
UPDATE want_method w SET autopay = false FROM payments_paymentmethod t
WHERE w.autopay AND t.autopay AND t.customer_id = w.customer_id AND t.legacy_id IS DISTINCT FROM w.legacy_id
  AND (t.legacy_id IS NULL OR t.legacy_id IN (SELECT legacy_id FROM touched_rows))
  AND w.legacy_id NOT IN (SELECT legacy_id FROM touched_rows)
RETURNING w.legacy_id
"""


def why_invalid(institution: str, transit: str, account: str) -> str:
    """Say what is wrong with bank coordinates (Payments Canada: 3, 5 and up to 12 digits), or nothing."""
    if not re.fullmatch(r"\d{3}", institution):
        return "institution"
    if not re.fullmatch(r"\d{5}", transit):
        return "transit"
    if not re.fullmatch(r"\d{5,12}", account) or not int(account):
        return "compte"
    return ""


def import_methods(ctx: Ctx) -> None:
    """Merge payment methods; invalid bank coordinates are kept, flagged, and never debited."""
    cursor = ctx.cursor
    cursor.execute(
        "CREATE TEMP TABLE want_method ON COMMIT DROP AS "
        "SELECT *, NULL::uuid AS mark FROM payments_paymentmethod WHERE false"
    )
    read_secrets(ctx, "account", "stripe_id", "ppa_branch", "ppa_account")
    read_secrets(ctx, "account_profile", "profile_id", "card_id", "token")
    cursor.execute(
        "SELECT a.id, c.id, stripe_id, stripe_ppa, stripe_ppa_nocc, ppa, ppa_name, ppa_code, ppa_branch, ppa_account, "
        "ppa_amount, ppa_amount_buffer, ppa_fixed, ppa_cc FROM legacy_stage.account a "
        "JOIN account_secret x ON x.id = a.id JOIN crm_customer c ON c.legacy_id = a.id "
        "WHERE stripe_id <> '' OR ppa = 1 OR ppa_account <> '' ORDER BY a.id"
    )
    rows = [row for account in cursor.fetchall() for row in _of_account(account)]
    cursor.execute(
        "SELECT p.id, c.id, x.profile_id, x.card_id, x.token, p.initial_transaction "
        "FROM legacy_stage.account_profile p JOIN account_profile_secret x ON x.id = p.id "
        "JOIN crm_customer c ON c.legacy_id = p.account_id ORDER BY p.id"
    )
    rows += [_of_token(*token) for token in cursor.fetchall()]
    names = ("legacy_id", *COLUMNS, *SECRETS, "mark")
    with cursor.copy(f"COPY want_method ({', '.join(names)}) FROM STDIN") as target:
        for row in rows:
            target.write_row([row[name] for name in names])
    ctx.found(
        "bank_details_invalid",
        "account",
        "SELECT legacy_id - 1000000000, invalid_because, NULL::numeric FROM want_method WHERE state = 'invalid'",
    )
    ctx.found(
        "autopay_twice",
        "account",
        "SELECT w.legacy_id, '', NULL::numeric FROM want_method w JOIN legacy_stage.account a "
        "ON a.id = w.legacy_id WHERE w.kind = 'stripe' AND a.stripe_ppa = 1 AND NOT w.autopay",
    )
    ctx.found("token_without_account", "account_profile", NO_CUSTOMER.format("account_profile", NOTHING))
    touched(ctx, "payments_paymentmethod", COLUMNS)
    ctx.cursor.execute(PAID_OTHERWISE)
    ctx.list_rows("autopay_kept_here", "account", [(key % BANK, "") for (key,) in ctx.cursor.fetchall()])
    merge(
        ctx,
        "payments_paymentmethod",
        "want_method",
        COLUMNS,
        "account",
        Kind(
            secrets=SECRETS,
            aside={"autopay": "false"},
            table=f"CASE WHEN c.legacy_id < {TOKEN} THEN 'account' ELSE 'account_profile' END",
            row=f"c.legacy_id % {BANK}",
            beside=f"c.legacy_id < {TOKEN}",
        ),
    )


def _of_account(row: tuple[Any, ...]) -> list[dict[str, Any]]:
    (
        key,
        customer,
        stripe,
        stripe_auto,
        no_card,
        ppa,
        holder,
        institution,
        transit,
        account,
        ceiling,
        buffer,
        fixed,
        by_card,
    ) = row
    found = []
    flags = {name: 1 for name, set_ in (("stripe_ppa_nocc", no_card), ("ppa_cc", by_card)) if set_}
    institution, transit, account = institution.strip(), transit.strip(), re.sub(r"[\s-]", "", account)
    wrong = why_invalid(institution, transit, account)
    by_bank = ppa == 1 and not wrong
    if stripe.strip():
        # Of two automatic ways the bank's goes first: one customer has one.
        found.append(
            _row(
                key,
                "account",
                customer,
                "stripe",
                token=stripe.strip(),
                autopay=stripe_auto == 1 and not by_bank,
                flags=flags,
            )
        )
    if ppa == 1 or account:
        state = "invalid" if wrong and ppa == 1 else "active" if by_bank else "inactive"
        found.append(
            _row(
                key + BANK,
                "account",
                customer,
                "bank",
                state=state,
                account_print="" if wrong else BankAccount(institution, transit, account, ()).print,
                invalid_because=wrong if state == "invalid" else "",
                autopay=by_bank,
                holder=holder.strip(),
                institution=institution[:8],
                transit=transit,
                account=account,
                last4=account[-4:] if len(account) > 4 else "",
                ceiling=ceiling or None,
                buffer=buffer,
                fixed=fixed or None,
                flags=flags,
            )
        )
    return found


def _of_token(key: int, customer: int, profile: str, card: str, token: str, first: str) -> dict[str, Any]:
    return _row(
        key + TOKEN,
        "account_profile",
        customer,
        "paysafe",
        token=f"{profile}/{card}/{token}",
        first=first,
    )


def _row(
    legacy_id: int,
    legacy_table: str,
    customer: int,
    kind: str,
    *,
    state: str = "active",
    invalid_because: str = "",
    autopay: bool = False,
    holder: str = "",
    institution: str = "",
    account_print: str = "",
    token: str = "",
    transit: str = "",
    account: str = "",
    last4: str = "",
    ceiling: Any = None,
    buffer: Any = 0,
    fixed: Any = None,
    first: str = "",
    flags: dict[str, int] | None = None,
) -> dict[str, Any]:
    return {
        "legacy_id": legacy_id,
        "legacy_table": legacy_table,
        "customer_id": customer,
        "kind": kind,
        "state": state,
        "invalid_because": invalid_because,
        "autopay": autopay,
        "holder": holder[:120],
        "institution": institution,
        "account_print": account_print,
        "last4": last4,
        "brand": "",
        "ceiling": ceiling,
        "buffer": buffer,
        "fixed_amount": fixed,
        "first_use_reference": first[:64],
        "legacy_flags": json.dumps(flags or {}),
        "token": seal(token),
        "transit": seal(transit),
        "account": seal(account),
        "mark": mark_of(token, transit, account),
    }
