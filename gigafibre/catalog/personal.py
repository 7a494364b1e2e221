"""The catalogue holds nothing of anybody."""

from __future__ import annotations

from gigafibre.kernel.held import apart
from gigafibre.kernel.text import Text

apart(
    Text("Ce qui est vendu, à personne en particulier.", "What is sold, to nobody in particular."),
    *(
        "catalog_itemgroup",
        "catalog_item",
        "catalog_itemprice",
        "catalog_plan",
        "catalog_planitem",
        "catalog_planoffer",
    ),
)
