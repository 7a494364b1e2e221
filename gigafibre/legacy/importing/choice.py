"""What a run is asked to bring: all, or some areas with what they need; all rows, or what can be new since a day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from gigafibre.kernel import clock
from gigafibre.legacy.errors import SinceLater, UnknownArea
from gigafibre.legacy.importing.phases import PHASES, TABLES, Phase
from gigafibre.legacy.importing.since import LARGE
from gigafibre.legacy.waiting import WAITING

#: What people call parts of the import; the name of a phase is one too.
AREAS: dict[str, tuple[str, ...]] = {
    "customers": ("customers", "contacts", "locations", "notes"),
    "catalogue": ("reference",),
    "billing": ("invoices", "payments", "receivables", "postings"),
    "field": ("work_orders",),
    "sales": ("quotations",),
}
#: What must stand before a phase, or with it (documents and their receivables and postings never come apart). A phase
#: that isn't named here needs all before it.
NEEDS: dict[str, tuple[str, ...]] = {
    "reference": (),
    "staff": (),
    "customers": (),
    "contacts": ("customers",),
    "locations": ("customers",),
    "work_orders": ("reference", "staff", "locations"),
    "notes": ("staff", "customers"),
    "subscriptions": ("reference", "locations"),
    "network": ("subscriptions",),
    "traffic": ("subscriptions",),
    "methods": ("customers",),
    "collections": ("customers",),
    "quotations": ("reference", "customers"),
    "invoices": ("subscriptions", "postings"),
    "payments": ("customers", "postings"),
    "receivables": ("invoices", "payments"),
    "postings": ("receivables",),
    "checks": (),
}
#: Which tables of the source a phase reads; one that isn't named here may read all.
READS: dict[str, tuple[str, ...]] = {
    "reference": ("compta_comptes", "product_cat", "product"),
    "staff": ("staff",),
    # Also those of accounts that are gone but left history.
    "customers": ("account", "delivery", "service", "invoice", "payment"),
    "contacts": ("account",),
    "locations": ("account", "delivery", "delivery_history"),
    "work_orders": ("staff", "bon_travail", "bon_travail_item"),
    "notes": ("account", "account_memo", "account_suspension", "staff"),
    "subscriptions": ("service", "product", "invoice", "invoice_item"),
    "network": ("delivery", "device", "fibre", "service"),
    "traffic": ("delivery", "ip_history", "service", "service_snapshot"),
    "methods": ("account", "account_profile"),
    "collections": ("accord_paiement", "account_suspension", "staff"),
    "quotations": ("account", "soumission", "soumission_template"),
    "invoices": ("invoice", "invoice_item", "invoice_tax", "tax", "product", "service"),
    "payments": ("payment", "payment_item"),
    "receivables": ("compta_setup", "payment", "payment_item", "invoice"),
    "postings": ("compta_setup", "compta_journal_ecriture"),
    "checks": (),
}
#: Which phase each sum of the reconciliation is of; one that isn't named here is made by whole imports only.
SUMS: dict[str, str] = {
    "customers": "customers",
    "locations": "locations",
    "live_subscriptions": "subscriptions",
    "live_monthly_value": "subscriptions",
    "invoices": "invoices",
    "invoiced": "invoices",
    "invoice_lines": "invoices",
    "payments": "payments",
    "paid": "payments",
    "allocated": "receivables",
    "owed": "receivables",
    "customers_whose_balance_differs": "receivables",
    "receivable_account": "postings",
    "opening": "postings",
    "GST": "invoices",
    "QST": "invoices",
    "addresses": "traffic",
    "usage_days": "traffic",
    "usage_bytes": "traffic",
}
#: Which phase brings a table's rows in; one that isn't named here is read for what it says.
BRINGS: dict[str, str] = {
    "account": "customers",
    "account_memo": "notes",
    "account_profile": "methods",
    "account_suspension": "collections",
    "accord_paiement": "collections",
    "delivery": "locations",
    "delivery_history": "locations",
    "device": "network",
    "fibre": "network",
    "product_cat": "reference",
    "product": "reference",
    "service": "subscriptions",
    "service_snapshot": "traffic",
    "ip_history": "traffic",
    "compta_comptes": "reference",
    "invoice": "invoices",
    "invoice_item": "invoices",
    "invoice_tax": "invoices",
    "payment": "payments",
    "payment_item": "receivables",
    "staff": "staff",
    "bon_travail": "work_orders",
    "bon_travail_item": "work_orders",
    "soumission": "quotations",
    "soumission_template": "quotations",
}
LAST = "checks"


@dataclass(frozen=True)
class Choice:
    """What one run brings: `only` are names as given, sorted and each once (none: all); `since` a day or none.

    `journal` replays the source's journal up to the cut instead of opening accounts with its balances alone.
    """

    only: tuple[str, ...] = ()
    since: date | None = None
    journal: bool = False

    @classmethod
    def of(cls, only: Iterable[str], since: date | None, *, journal: bool = False) -> Choice:
        """Read what was asked; UnknownArea names the known ones."""
        names = sorted({name.strip().lower() for name in only} - {""})
        if unknown := [name for name in names if name not in known_names()]:
            raise UnknownArea(unknown=", ".join(unknown), known=", ".join(known_names()))
        if since is not None and since > clock.today():
            raise SinceLater(since=since)
        return cls(tuple(names), since, journal)

    def kept(self) -> dict[str, Any]:
        """Return it as a run keeps it."""
        return {"only": list(self.only), "since": self.since, "with_journal": self.journal}

    @property
    def whole(self) -> bool:
        """Whether every phase runs."""
        return not self.only

    def phases(self) -> list[Phase]:
        """The phases of the run, in their order: those asked for, what they need, and the checks."""
        if self.whole:
            return list(PHASES)
        order = [phase.name for phase in PHASES]
        asked = [phase for name in self.only for phase in AREAS.get(name, (name,))]
        chosen = {LAST}
        while asked:
            if (name := asked.pop()) not in chosen:
                chosen.add(name)
                asked += NEEDS.get(name, order[: order.index(name)])
        return [phase for phase in PHASES if phase.name in chosen]

    def tables(self) -> list[str]:
        """The tables that the run reads, in their order: a whole one also all those that wait for their app."""
        if self.whole:
            return [*TABLES, *WAITING]
        read = {table for phase in self.phases() for table in READS.get(phase.name, TABLES)}
        if self.since is not None and read & set(LARGE):
            read |= set(LARGE)
        return [table for table in (*TABLES, *WAITING) if table in read]

    def brought(self) -> list[str]:
        """The tables whose rows the run brings in, not only reads; undated suspensions are notes as well."""
        if self.whole:
            return list(TABLES)
        phases = {phase.name for phase in self.phases()}
        whole = {"account_suspension": {"notes", "collections"}}
        return [name for name in TABLES if whole.get(name, {BRINGS.get(name, "")}) <= phases]

    def reconciles(self, name: str) -> bool:
        """Whether a sum of the reconciliation can be made of what this run brings; taxes are named with their year."""
        return self.whole or SUMS.get(name.split(" ")[0]) in {phase.name for phase in self.phases()}


def known_names() -> Sequence[str]:
    """Return the names that `--only` takes: areas first, then phases."""
    return [*AREAS, *(phase.name for phase in PHASES if phase.name not in AREAS and phase.name != LAST)]


EVERYTHING = Choice()
