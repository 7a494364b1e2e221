"""What was compared with the former system stays as it was found."""

from __future__ import annotations

from gigafibre.crm.merging import stays

for _table in ("legacy_recomputedamount", "legacy_shadowdocument", "legacy_shadowdifference"):
    stays(_table, because="it is what was found of the customer of then")
