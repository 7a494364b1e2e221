"""What is held of work done at a customer: hours and material stay, what was said, seen and signed goes."""

from __future__ import annotations

from gigafibre.kernel.held import apart, holds
from gigafibre.kernel.text import Text

WHY = Text("Le travail fait, sans ce qui en a été dit.", "The work done, without what was said of it.")
JOB = "job_id>dispatch_job"

holds("dispatch_jobchain", Text("Suites d’interventions", "Chains of jobs"), kept=("contract",), because=WHY)
holds(
    "dispatch_job",
    Text("Interventions", "Jobs"),
    because=WHY,
    kept=("number", "contract", "issue", "step", "completion_code"),
    instead={"title_fr": "Intervention", "title_en": "Job", "reason": "—"},
)
holds("dispatch_jobtag", Text("Compétences demandées", "Skills asked"), by=JOB, because=WHY)
holds("dispatch_jobassistant", Text("Aides", "Assistants"), by=JOB, because=WHY)
holds("dispatch_jobdependency", Text("Ordre des interventions", "Order of jobs"), by=JOB, because=WHY)
holds(
    "dispatch_checklistitem",
    Text("Vérifications", "Checks"),
    by=JOB,
    because=WHY,
    kept=("code", "label_fr", "label_en", "unit", "choices", "only_if", "only_if_is", "answered_by"),
)
holds("dispatch_timeentry", Text("Heures", "Hours"), by=JOB, because=WHY)
holds(
    "dispatch_jobline",
    Text("Matériel et travaux", "Material and work"),
    by=JOB,
    because=WHY,
    kept=("told_at", "by"),
    instead={"description": "—"},
)
holds(
    "dispatch_equipmentitem",
    Text("Équipement posé", "Equipment installed"),
    by=JOB,
    because=WHY,
    kept=("serial", "mac", "replaces", "model", "told_at", "by"),
)
holds("dispatch_photo", Text("Photos", "Photos"), by=JOB, goes=True)
holds("dispatch_signature", Text("Signatures", "Signatures"), by=JOB, goes=True)
apart(
    Text("Nos gens et nos modèles.", "Our people and our templates."),
    *("dispatch_tag", "dispatch_crew", "dispatch_technician", "dispatch_techniciantag", "dispatch_workinghours"),
    *("dispatch_absence", "dispatch_checklisttemplate", "dispatch_chaintemplate"),
)
