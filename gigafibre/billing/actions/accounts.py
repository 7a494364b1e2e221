"""What is sold is earned on an account of the chart: a branch gets another, and who needs an account says so."""

from __future__ import annotations

from collections import defaultdict

from gigafibre.billing.queries.accounts import waiting_on
from gigafibre.catalog import actions as catalog
from gigafibre.catalog import queries as catalogue
from gigafibre.catalog.actions import GroupCode
from gigafibre.kernel.context import rule
from gigafibre.kernel.registry import action
from gigafibre.kernel.text import Text
from gigafibre.ledger.actions.chart import AccountRef
from gigafibre.ledger.chart_errors import AccountClosed, NotARevenueAccount
from gigafibre.ledger.errors import UnknownAccount
from gigafibre.ledger.queries.chart import account_numbered
from gigafibre.ledger.uses import uses_accounts


@action(
    permission="ledger.chart",
    label=Text("Changer le compte d’un groupe du catalogue", "Change the account of a catalogue group"),
    fields={"group": Text("Groupe", "Group"), "account": Text("Compte de produits", "Revenue account")},
)
def set_group_account(group: GroupCode, *, account: AccountRef) -> None:
    """Earn what a branch of the catalogue sells on another account, from the next documents on.

    What is issued, drafted or waits to be billed keeps the account that it was given.
    """
    found = account_numbered(account)
    if found is None:
        raise UnknownAccount(number=account)
    if found.closed_on is not None:
        raise AccountClosed(number=account, since=found.closed_on)
    earns = found.kind == "revenue"
    fact = Text("Le compte {number} est un compte de produits", "Account {number} is a revenue account")
    if not rule("billing.group_on_revenue", "chart of accounts", fact.with_(number=account), passed=earns):
        raise NotARevenueAccount(number=account)
    catalog.book_group(group, account)


@uses_accounts
def sold_on() -> dict[str, list[Text]]:
    """Say which branches are sold on accounts, and what waits to be billed on them."""
    found: defaultdict[str, list[Text]] = defaultdict(list)
    for number, name in catalogue.groups_on_accounts():
        found[number].append(Text("Catalogue : {name}", "Catalogue: {name}").with_(name=name))
    for number, count in waiting_on():
        found[number].append(Text("{count} lignes à facturer", "{count} lines to be billed").with_(count=count))
    return found
