"""The addresses a customer had on the internet follow him when he turns out to be another one."""

from __future__ import annotations

from gigafibre.crm.merging import goes_along
from gigafibre.kernel.text import Text

goes_along("network_ipassignment", what=Text("adresses IP", "IP addresses"))
