"""What work processes do for webhooks: fan out and send, in loops of their own: a slow receiver holds nobody up."""

from __future__ import annotations

from gigafibre.kernel import work
from gigafibre.webhooks.delivering import step

work.also("webhooks", step, threads=2)
