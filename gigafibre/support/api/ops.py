"""What staff and integrations read of support: issues, one with what was said of it, and who can have one."""

from __future__ import annotations

from django.http import HttpRequest
from ninja import Router

from gigafibre.kernel.http import Needs
from gigafibre.kernel.listing import serve
from gigafibre.support import queries
from gigafibre.support.listings import ISSUES

router = Router(tags=["support"])
READ = Needs("support.read")

serve(router, "/issues", ISSUES)


@router.get("/issues/{number}", auth=READ, response=queries.IssuePage, operation_id="read_issue")
def read_issue(request: HttpRequest, number: str) -> queries.IssuePage:
    """Return an issue with its steps and comments, the oldest first."""
    return queries.issue(number)


@router.get("/issue-choices", auth=READ, response=queries.IssueChoices, operation_id="read_issue_choices")
def read_issue_choices(request: HttpRequest) -> queries.IssueChoices:
    """Return whom an issue can be given to: departments, and people who may handle issues."""
    return queries.choices()
