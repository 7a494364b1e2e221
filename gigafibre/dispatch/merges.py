"""The work done for a customer follows him when he turns out to be another one."""

from __future__ import annotations

from gigafibre.crm.merging import goes_along
from gigafibre.kernel.text import Text

goes_along("dispatch_job", what=Text("interventions", "jobs"))
goes_along("dispatch_jobchain")
