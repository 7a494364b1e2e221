"""What was written to a customer follows him when he turns out to be another one."""

from __future__ import annotations

from gigafibre.crm.merging import goes_along
from gigafibre.kernel.text import Text

goes_along("messaging_message", what=Text("messages", "messages"))
goes_along("messaging_inboundmessage", what=Text("messages reçus", "messages received"))
