"""The face of the migration for writing: imports, history recomputed, and days that both systems bill."""

from gigafibre.legacy.actions.imports import masked, start_import
from gigafibre.legacy.actions.recomputing import recompute
from gigafibre.legacy.actions.shadow import (
    assign_differences,
    compare_cycle,
    reopen_differences,
    settle_differences,
    shadow_cycle,
)

__all__ = [
    "assign_differences",
    "compare_cycle",
    "masked",
    "recompute",
    "reopen_differences",
    "settle_differences",
    "shadow_cycle",
    "start_import",
]
