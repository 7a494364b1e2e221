"""The tables of dispatch: who goes, where to, and what he did there. Rules are constraints and triggers."""

from gigafibre.dispatch.models.jobs import Job, JobAssistant, JobChain, JobDependency, JobTag
from gigafibre.dispatch.models.people import Absence, Crew, Tag, Technician, TechnicianTag, WorkingHours
from gigafibre.dispatch.models.templates import ChainTemplate, ChecklistTemplate
from gigafibre.dispatch.models.work import ChecklistItem, EquipmentItem, JobLine, Photo, Signature, TimeEntry

__all__ = [
    "Absence",
    "ChainTemplate",
    "ChecklistItem",
    "ChecklistTemplate",
    "Crew",
    "EquipmentItem",
    "Job",
    "JobAssistant",
    "JobChain",
    "JobDependency",
    "JobLine",
    "JobTag",
    "Photo",
    "Signature",
    "Tag",
    "Technician",
    "TechnicianTag",
    "TimeEntry",
    "WorkingHours",
]
