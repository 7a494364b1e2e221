"""Background entry points: forgetting traffic that is past its retention."""

from __future__ import annotations

import structlog
from procrastinate.contrib.django import app

from gigafibre.network import traffic

log = structlog.get_logger(__name__)


@app.periodic(cron="50 5 * * *")  # shortly after midnight in Québec, summer and winter
@app.task(name="network.forget_traffic", queueing_lock="network.forget_traffic")
def forget_traffic(timestamp: int) -> int:
    """Each night: erase addresses and usage that are past their retention."""
    gone = traffic.forget()
    if gone.addresses or gone.days:
        log.info("network.traffic_forgotten", addresses=gone.addresses, days=gone.days)
    return gone.addresses + gone.days
