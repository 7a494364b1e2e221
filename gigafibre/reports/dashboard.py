"""The company today: money, receivables, customers, recurring revenue, and what waits for a person."""

from __future__ import annotations

from typing import Any

from gigafibre.kernel import clock
from gigafibre.kernel.money import format_money
from gigafibre.kernel.text import Text, counted, current_language
from gigafibre.reports.reading import rows

BUCKETS = ("current", "days_1_30", "days_31_60", "days_61_90", "over_90")


def dashboard() -> dict[str, Any]:
    """Return the figures and series of the dashboard, in three queries; every figure has a list behind it."""
    today = clock.today()
    given = {"today": today, "month": today.replace(day=1)}
    (money,) = rows("dashboard_money", given)
    (people,) = rows("dashboard_customers", given)
    months = rows("dashboard_months", given)
    now, before = months[-1], months[-2]
    return {
        "today": today,
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
        "receivable": {
            "amount": _text(money["receivable"]),
            "credits": _text(money["credits"]),
            "buckets": [{"bucket": name, "amount": _text(money[name])} for name in BUCKETS],
        },
        "overdue": {"amount": _text(money["overdue"]), "customers": money["overdue_customers"]},
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
        "movement": [{"month": row["month"], "arrived": row["arrived"], "departed": row["departed"]} for row in months],
        "money": [
            {"month": row["month"], "invoiced": _text(row["invoiced"]), "received": _text(row["received"])}
            for row in months
        ],
        "arrangements": {"count": money["arrangements"], "amount": _text(money["promised"])},
        "next_run": None
        if money["next_run"] is None
        else {
            "date": money["next_run"],
            "customers": money["next_customers"],
            "amount": _text(money["next_amount"]),
        },
        "last_run": people["last_run"],
        "todo": _todo(money, people),
    }


def _todo(money: dict[str, Any], people: dict[str, Any]) -> list[dict[str, Any]]:
    """Name what waits for a person, only what there is, with the page where it is done."""
    language = current_language()
    found: list[tuple[str, int, Text, Text, str]] = []
    if money["parked"]:
        found.append(
            (
                "parked",
                money["parked"],
                counted(
                    money["parked"],
                    Text("{n} travail parqué", "{n} piece of parked work"),
                    Text("{n} travaux parqués", "{n} pieces of parked work"),
                ),
                Text("Réessayer ou laisser tomber", "Retry or skip"),
                "/parked-work",
            )
        )
    run = people["last_run"]
    if run and run["state"] != "signed":
        found.append(
            (
                "run",
                1,
                Text("Facturation du {day}", "Billing run of {day}").with_(day=run["date"]),
                Text("À signer", "To sign off") if run["state"] == "done" else Text("En cours", "Under way"),
                f"/billing-runs/{run['date']}",
            )
        )
    if money["drafts"]:
        found.append(
            (
                "drafts",
                money["drafts"],
                counted(
                    money["drafts"],
                    Text("{n} brouillon de facture", "{n} draft invoice"),
                    Text("{n} brouillons de facture", "{n} draft invoices"),
                ),
                Text("À émettre ou à supprimer", "To issue or delete"),
                "/invoices?view=drafts",
            )
        )
    if money["overdue_customers"]:
        found.append(
            (
                "overdue",
                money["overdue_customers"],
                counted(
                    money["overdue_customers"],
                    Text("{n} client en retard", "{n} customer overdue"),
                    Text("{n} clients en retard", "{n} customers overdue"),
                ),
                Text("{amount} en tout", "{amount} in all").with_(amount=format_money(money["overdue"], language)),
                "/customers?view=overdue",
            )
        )
    if money["arrangements_late"]:
        found.append(
            (
                "arrangements",
                money["arrangements_late"],
                counted(
                    money["arrangements_late"],
                    Text("{n} accord échu", "{n} arrangement past due"),
                    Text("{n} accords échus", "{n} arrangements past due"),
                ),
                Text("Payés ou rompus ?", "Kept or broken?"),
                "/customers?view=arrangement",
            )
        )
    if money["invalid_methods"]:
        found.append(
            (
                "methods",
                money["invalid_methods"],
                counted(
                    money["invalid_methods"],
                    Text("{n} mode de paiement invalide", "{n} invalid payment method"),
                    Text("{n} modes de paiement invalides", "{n} invalid payment methods"),
                ),
                Text("Chez des clients actifs, rien n’y est prélevé", "Of active customers, nothing is debited"),
                "/customers?view=active",
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
