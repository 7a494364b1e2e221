"""Looking on: what the audit trigger NOTIFYs reaches every open page as topic and id, never with data."""

from gigafibre.kernel.live.ear import Hub, Reader, hub
from gigafibre.kernel.live.told import EVERYTHING, Told, anybody, may_hear, topic

__all__ = ["EVERYTHING", "Hub", "Reader", "Told", "anybody", "hub", "may_hear", "topic"]
