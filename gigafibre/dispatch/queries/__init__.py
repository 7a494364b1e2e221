"""The face for reading: one job whole, what was done there before, a day, a technician, templates."""

from gigafibre.dispatch.queries.days import DayColumn, DayJob, DispatchDay, day, jobs_of
from gigafibre.dispatch.queries.history import EarlierJob, history
from gigafibre.dispatch.queries.jobs import JobHead, JobPage, is_ones_own, job, jobs_of_contract, missing_codes
from gigafibre.dispatch.queries.people import TechnicianPage, crews, tags, technician
from gigafibre.dispatch.queries.templates import ChainPage, ChecklistPage, chain_template, checklist

__all__ = [
    "ChainPage",
    "ChecklistPage",
    "DayColumn",
    "DayJob",
    "DispatchDay",
    "EarlierJob",
    "JobHead",
    "JobPage",
    "TechnicianPage",
    "chain_template",
    "checklist",
    "crews",
    "day",
    "history",
    "is_ones_own",
    "job",
    "jobs_of",
    "jobs_of_contract",
    "missing_codes",
    "tags",
    "technician",
]
