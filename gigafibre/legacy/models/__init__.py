"""Tables of the import; the rows it brings live in their own apps."""

from gigafibre.legacy.models.catalogue import LegacyProduct
from gigafibre.legacy.models.recomputing import Recomputation, RecomputedAmount
from gigafibre.legacy.models.reissues import Reissue
from gigafibre.legacy.models.runs import ImportFinding, ImportPhase, ImportRun, LegacyRow
from gigafibre.legacy.models.shadow import ShadowCycle, ShadowDifference, ShadowDocument

__all__ = [
    "ImportFinding",
    "ImportPhase",
    "ImportRun",
    "LegacyProduct",
    "LegacyRow",
    "Recomputation",
    "RecomputedAmount",
    "Reissue",
    "ShadowCycle",
    "ShadowDifference",
    "ShadowDocument",
]
