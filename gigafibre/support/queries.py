"""The face for reading: issues by number, or by the contract they are of."""

from __future__ import annotations

from dataclasses import dataclass

from gigafibre.support.models import Issue


@dataclass(frozen=True)
class IssueHead:
    """An issue as others name it."""

    number: str
    customer: str
    kind: str
    subject: str
    status: str
    contract: str


def issue_of_contract(contract: str, kind: str) -> IssueHead | None:
    """Return the issue of a contract and kind, or None when none was opened."""
    found = Issue.objects.filter(contract=contract, kind=kind).select_related("customer").first() if contract else None
    return _head(found) if found else None


def _head(issue: Issue) -> IssueHead:
    return IssueHead(issue.number, issue.customer.number, issue.kind, issue.subject, issue.status, issue.contract)
