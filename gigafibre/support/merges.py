"""A customer’s issues follow him when he turns out to be another one."""

from __future__ import annotations

from gigafibre.crm.merging import goes_along
from gigafibre.kernel.text import Text

goes_along("support_issue", what=Text("billets", "issues"))
