"""The company today, each part to who may see it: money, receivables, revenue and how it moves, the work of the day."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from gigafibre.kernel import clock
from gigafibre.kernel.actor import Actor
from gigafibre.kernel.money import format_money
from gigafibre.kernel.text import Text, counted, current_language
from gigafibre.reports.reading import rows

BUCKETS = ("current", "days_1_30", "days_31_60", "days_61_90", "over_90")
#: Who may see something of what customers owe.
OWED = ("billing.read", "collections.read", "reports.read")
#: How recurring revenue moves: who is new, comes back, pays more, pays less, leaves.
MOVES = ("new", "returned", "up", "down", "churned")


def dashboard(actor: Actor) -> dict[str, Any]:
    """Return the figures and series of the dashboard that a reader may see; every figure has a list behind it.

    The company's money takes the right to read reports, the rest that of its app. Six queries, fewer for who sees less.
    """
    today = clock.today()
    given = {"today": today, "month": today.replace(day=1), "me": actor.id if actor.kind == "staff" else None}
    (work,) = rows("dashboard_work", given)
    owed = rows("dashboard_owed", given)[0] if any(map(actor.may, OWED)) else {}
    page = {"today": today, "todo": _todo(work | owed, actor)}
    if actor.may("dispatch.read"):
        page["jobs"] = {key: work[f"jobs_{key}"] for key in ("today", "done", "under_way", "late", "unassigned")}
    if actor.may("support.read"):
        page["issues"] = {key: work[f"issues_{key}"] for key in ("open", "mine", "urgent", "unassigned")}
    if actor.may("billing.read"):
        page["overdue"] = {"amount": _text(owed["overdue"]), "customers": owed["overdue_customers"]}
    if actor.may("reports.read"):
        page |= _company(given) | {
            "receivable": {
                "amount": _text(owed["receivable"]),
                "credits": _text(owed["credits"]),
                "buckets": [{"bucket": name, "amount": _text(owed[name])} for name in BUCKETS],
            },
            "arrangements": {"count": owed["arrangements"], "amount": _text(owed["promised"])},
            "last_run": work["last_run"],
        }
    return page


def _company(given: dict[str, Any]) -> dict[str, Any]:
    """Return what the company takes in, has as customers and earns by the month."""
    (money,) = rows("dashboard_money", given)
    (people,) = rows("dashboard_customers", given)
    months = rows("dashboard_months", given)
    now, before = months[-1], months[-2]
    return {
        "received": {
            "amount": _text(money["received_today"]),
            "count": money["payments_today"],
            "automatic": money["automatic_today"],
            "month_amount": _text(money["received_month"]),
            "month_count": money["payments_month"],
            "returned": _text(money["returned_month"]),
        },
        "invoiced": {
            "amount": _text(money["invoiced"]),
            "count": money["invoices"],
            "month": given["month"],
            "before": _text(money["invoiced_before"]),
        },
        "customers": {
            "active": people["active"],
            "suspended": people["suspended"],
            "prospects": people["prospects"],
            "arrived": now["arrived"],
            "departed": now["departed"],
        },
        "recurring": {
            "amount": _text(now["recurring"]),
            "difference": _text(now["recurring"] - before["recurring"]),
            "subscriptions": now["subscriptions"],
            "series": [{"month": row["month"], "amount": _text(row["recurring"])} for row in months],
        },
        "moves": [_move(row) for row in rows("dashboard_moves", given)],
        "movement": [{"month": row["month"], "arrived": row["arrived"], "departed": row["departed"]} for row in months],
        "money": [
            {"month": row["month"], "invoiced": _text(row["invoiced"]), "received": _text(row["received"])}
            for row in months
        ],
        "next_run": None
        if money["next_run"] is None
        else {
            "date": money["next_run"],
            "customers": money["next_customers"],
            "amount": _text(money["next_amount"]),
        },
    }


def _move(row: dict[str, Any]) -> dict[str, Any]:
    """Return a month's moves of recurring revenue, and what share of customers and of revenue was lost."""
    return {
        "month": row["month"],
        **{
            kind: {
                "amount": _text(row[kind]),
                "customers": row[f"{kind}_customers"],
                "services": row[f"{kind}_services"],
            }
            for kind in MOVES
        },
        "customer_churn": _share(row["churned_customers"], row["customers_before"]),
        "revenue_churn": _share(-row["churned"] - row["down"], row["revenue_before"]),
    }


def _share(part: Any, whole: Any) -> str | None:
    """Return a share in percent with two places; None of nothing."""
    return f"{Decimal(part) * 100 / Decimal(whole):.2f}" if whole else None


def _todo(waits: dict[str, Any], actor: Actor) -> list[dict[str, Any]]:
    """Name what waits for a person, only what there is and he may see, with the page where it is done."""
    language = current_language()
    found: list[tuple[str, int, Text, Text, str]] = []
    if actor.may("kernel.parked") and waits.get("parked"):
        found.append(
            (
                "parked",
                waits["parked"],
                counted(
                    waits["parked"],
                    Text("{n} travail parqué", "{n} piece of parked work"),
                    Text("{n} travaux parqués", "{n} pieces of parked work"),
                ),
                Text("Réessayer ou laisser tomber", "Retry or skip"),
                "/parked-work",
            )
        )
    run = waits["last_run"]
    if actor.may("billing.run") and run and run["state"] != "signed":
        found.append(
            (
                "run",
                1,
                Text("Facturation du {day}", "Billing run of {day}").with_(day=run["date"]),
                Text("À signer", "To sign off") if run["state"] == "done" else Text("En cours", "Under way"),
                f"/billing-runs/{run['date']}",
            )
        )
    if actor.may("billing.edit") and waits.get("drafts"):
        found.append(
            (
                "drafts",
                waits["drafts"],
                counted(
                    waits["drafts"],
                    Text("{n} brouillon de facture", "{n} draft invoice"),
                    Text("{n} brouillons de facture", "{n} draft invoices"),
                ),
                Text("À émettre ou à supprimer", "To issue or delete"),
                "/invoices?view=drafts",
            )
        )
    if actor.may("billing.read") and waits.get("overdue_customers"):
        found.append(
            (
                "overdue",
                waits["overdue_customers"],
                counted(
                    waits["overdue_customers"],
                    Text("{n} client en retard", "{n} customer overdue"),
                    Text("{n} clients en retard", "{n} customers overdue"),
                ),
                Text("{amount} en tout", "{amount} in all").with_(amount=format_money(waits["overdue"], language)),
                "/customers?view=overdue",
            )
        )
    if actor.may("collections.read") and waits.get("arrangements_late"):
        found.append(
            (
                "arrangements",
                waits["arrangements_late"],
                counted(
                    waits["arrangements_late"],
                    Text("{n} accord échu", "{n} arrangement past due"),
                    Text("{n} accords échus", "{n} arrangements past due"),
                ),
                Text("À dire payé ou rompu", "To be told kept or broken"),
                "/arrangements?view=overdue",
            )
        )
    if actor.may("payments.read") and waits.get("invalid_methods"):
        found.append(
            (
                "methods",
                waits["invalid_methods"],
                counted(
                    waits["invalid_methods"],
                    Text("{n} mode de paiement invalide", "{n} invalid payment method"),
                    Text("{n} modes de paiement invalides", "{n} invalid payment methods"),
                ),
                Text("Chez des clients actifs, rien n’y est prélevé", "Of active customers, nothing is debited"),
                "/customers?status=active&invalid_method=true",
            )
        )
    return [
        {
            "kind": kind,
            "count": count,
            "text": text.in_(language),
            "detail": detail.in_(language),
            "url": url,
        }
        for kind, count, text, detail, url in found
    ]


def _text(amount: Any) -> str:
    return f"{amount:.2f}"
