"""Technicians, and work orders as completed jobs with hours: facts of the past, of which nothing is ever charged."""

from __future__ import annotations

from gigafibre.legacy.importing import numbering, people
from gigafibre.legacy.importing.context import Ctx
from gigafibre.legacy.importing.merge import Kind, merge

TECHNICIAN = ("number", "user_id", "name", "phone", "active", "colour")
JOB = (
    "number",
    "customer_id",
    "technician_id",
    "kind",
    "status",
    "title_fr",
    "title_en",
    "date",
    "completion_code",
    "completion_note",
    "completed_on",
    "completed_at",
    "past_amounts",
)
HOURS = ("job_id", "technician_id", "kind", "started_at", "ended_at", "length_known", "note")
LINE = ("job_id", "item_id", "kind", "description", "quantity", "unit_price")
# A job never changes its customer: one that the source gives to another stays as it is, and is listed.
OF_ANOTHER = "t.customer_id <> (SELECT w.customer_id FROM want_job w WHERE w.legacy_id = t.legacy_id)"
# Who each job was for, once the technicians stand.
WHO_WENT = """
UPDATE want_job w SET technician_id = t.id
FROM bon b JOIN dispatch_technician t ON t.legacy_id = coalesce(nullif(b.tech1, 0), b.tech2) WHERE w.legacy_id = b.id
"""
LEFT_LINES = """
SELECT i.id, left(concat_ws(' ', i.qte, '×', i."desc"), 200), i.price::numeric FROM legacy_stage.bon_travail_item i
WHERE coalesce(i.qte, 0) <= 0 OR NOT EXISTS (SELECT FROM dispatch_job j WHERE j.legacy_id = i.bon_id)
"""


def import_work_orders(ctx: Ctx) -> None:
    """Make technicians of who went, and a completed job of each work order; list what can't be told."""
    people.want_staff(ctx)
    ctx.script("work_orders")
    numbering.number(ctx, "dispatch_technician", "want_technician", "technician", "staff")
    merge(ctx, "dispatch_technician", "want_technician", TECHNICIAN, "staff", Kind(beside="true"))
    ctx.cursor.execute(WHO_WENT)
    numbering.number(ctx, "dispatch_job", "want_job", "job", "bon_travail")
    merge(ctx, "dispatch_job", "want_job", JOB, "bon_travail", Kind(once=("location_id",), ours=OF_ANOTHER))
    ctx.script("work_order_rows")
    of_both = Kind(row="c.legacy_id / 2", beside="true")
    merge(ctx, "dispatch_timeentry", "want_hours", HOURS, "bon_travail", of_both)
    merge(ctx, "dispatch_jobline", "want_line", LINE, "bon_travail_item")
    for code, query in {
        "work_order_without_account": "SELECT id, account_id::text, total FROM bon WHERE customer_id IS NULL",
        "work_order_without_date": "SELECT id, '', total FROM bon WHERE customer_id IS NOT NULL AND day IS NULL",
        "work_order_unplaced": "SELECT id, '', NULL::numeric FROM bon "
        "WHERE customer_id IS NOT NULL AND day IS NOT NULL AND location_id IS NULL",
        "work_order_hours_unread": "SELECT id, said, NULL::numeric FROM bon_hours "
        'WHERE arrived IS NULL OR "left" IS NULL',
        "work_order_hours_reversed": 'SELECT id, said, NULL::numeric FROM bon_hours WHERE "left" < arrived',
        "work_order_technician_unknown": "SELECT h.id, h.tech::text, NULL::numeric FROM bon_hours h "
        "WHERE h.tech > 0 AND NOT EXISTS (SELECT 1 FROM dispatch_technician t WHERE t.legacy_id = h.tech)",
        "work_order_hours_nobodys": "SELECT id, said, NULL::numeric FROM bon_hours "
        'WHERE coalesce(tech, 0) <= 0 AND "left" >= arrived',
    }.items():
        ctx.found(code, "bon_travail", query)
    ctx.found("work_order_line_left", "bon_travail_item", LEFT_LINES)
