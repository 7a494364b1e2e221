"""The face of the migration for reading: imports as they went, and days that both systems bill."""

from gigafibre.legacy.queries.imports import Finding, all_findings, findings, rule_of, run_page
from gigafibre.legacy.queries.shadow import (
    Cycle,
    Difference,
    next_shadow_day,
    shadow_cycle,
    shadow_cycles,
    shadow_difference,
    share,
)

__all__ = [
    "Cycle",
    "Difference",
    "Finding",
    "all_findings",
    "findings",
    "next_shadow_day",
    "rule_of",
    "run_page",
    "shadow_cycle",
    "shadow_cycles",
    "shadow_difference",
    "share",
]
