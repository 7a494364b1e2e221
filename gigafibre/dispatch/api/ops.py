"""What staff and integrations read of dispatch: jobs, a day, technicians, templates, work orders."""

from __future__ import annotations

import datetime

from django.http import HttpRequest, HttpResponse
from ninja import Router

from gigafibre.dispatch import queries
from gigafibre.dispatch.listings import HOURS, JOBS, TECHNICIANS
from gigafibre.dispatch.queries.people import CrewOut, TagOut
from gigafibre.dispatch.template_listings import CHECKLISTS, JOB_TEMPLATES
from gigafibre.dispatch.work_order import work_order
from gigafibre.kernel import clock
from gigafibre.kernel.actor import acting_as
from gigafibre.kernel.http import Needs, actor_of
from gigafibre.kernel.listing import serve

router = Router(tags=["dispatch"])
READ = Needs("dispatch.read")
PDF = {"responses": {200: {"content": {"application/pdf": {}}, "description": "The PDF, inline"}}}

serve(router, "/jobs", JOBS)
serve(router, "/technicians", TECHNICIANS)
serve(router, "/technician-hours", HOURS)


@router.get("/jobs/{number}", auth=READ, response=queries.JobPage, operation_id="read_job")
def read_job(request: HttpRequest, number: str) -> queries.JobPage:
    """Return a job with its plan, its chain, and what was done."""
    with acting_as(actor_of(request)):
        return queries.job(number)


@router.get("/jobs/{number}/work-order", auth=READ, operation_id="read_work_order", openapi_extra=PDF)
def read_work_order(request: HttpRequest, number: str) -> HttpResponse:
    """Return the work order of a completed job as PDF, in the customer's language."""
    with acting_as(actor_of(request)):
        content, name = work_order(number)
    answer = HttpResponse(content, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{name}"'
    answer["Cache-Control"] = "private, no-cache"
    return answer


@router.get("/dispatch-day", auth=READ, response=queries.DispatchDay, operation_id="read_dispatch_day")
def read_dispatch_day(request: HttpRequest, date: datetime.date | None = None) -> queries.DispatchDay:
    """Return a day (today): a column per technician with his jobs by hour, and the jobs that nobody has."""
    return queries.day(date or clock.today())


@router.get("/technicians/{number}", auth=READ, response=queries.TechnicianPage, operation_id="read_technician")
def read_technician(request: HttpRequest, number: str) -> queries.TechnicianPage:
    """Return a technician with his skills, hours and absences to come."""
    return queries.technician(number)


@router.get("/tags", auth=READ, response=list[TagOut], operation_id="list_tags")
def list_tags(request: HttpRequest) -> list[TagOut]:
    """List every tag."""
    return queries.tags()


@router.get("/crews", auth=READ, response=list[CrewOut], operation_id="list_crews")
def list_crews(request: HttpRequest) -> list[CrewOut]:
    """List every crew with its technicians."""
    return queries.crews()


serve(router, "/job-templates", JOB_TEMPLATES)
serve(router, "/checklists", CHECKLISTS)


@router.get("/job-templates/{code}", auth=READ, response=queries.ChainPage, operation_id="read_job_template")
def read_job_template(request: HttpRequest, code: str) -> queries.ChainPage:
    """Return a job template by code."""
    return queries.chain_template(code)


@router.get("/checklists/{code}", auth=READ, response=queries.ChecklistPage, operation_id="read_checklist")
def read_checklist(request: HttpRequest, code: str) -> queries.ChecklistPage:
    """Return a checklist by code."""
    return queries.checklist(code)
