"""Facts the network publishes: about drops (subject `drop:…`) and devices (subject `equipment:…`)."""

from __future__ import annotations

from gigafibre.kernel.events import Event
from gigafibre.kernel.text import Text


class _AboutDrop(Event):
    drop: str

    def subject(self) -> str:
        """The drop."""
        return f"drop:{self.drop}"


class DropBecameServiceable(_AboutDrop):
    """A planned address can be served from now on; who asked to be told waits on the interest list."""

    interested: int

    def says(self) -> Text:
        """In a sentence."""
        words = Text("{d} est desservable ; {n} à aviser", "{d} is serviceable; {n} to tell")
        return words.with_(d=self.drop, n=self.interested)


class DropConnected(_AboutDrop):
    """A drop serves a location."""

    location: str
    subscription: str

    def says(self) -> Text:
        """In a sentence."""
        return Text("{d} raccordée à {p}", "{d} connected to {p}").with_(d=self.drop, p=self.location)


class DropDisconnected(_AboutDrop):
    """A drop serves nobody any more; its address may be sold again."""

    location: str

    def says(self) -> Text:
        """In a sentence."""
        return Text("{d} débranchée de {p}", "{d} disconnected from {p}").with_(d=self.drop, p=self.location)


class _AboutEquipment(Event):
    equipment: str
    job: str = ""

    def subject(self) -> str:
        """The device."""
        return f"equipment:{self.equipment}"


class EquipmentInstalled(_AboutEquipment):
    """A device serves at a location."""

    location: str
    subscription: str

    def says(self) -> Text:
        """In a sentence."""
        return Text("{e} installé à {p}", "{e} installed at {p}").with_(e=self.equipment, p=self.location)


class EquipmentReturned(_AboutEquipment):
    """A device came back from a location; its credentials are wiped."""

    location: str
    stock_place: str

    def says(self) -> Text:
        """In a sentence."""
        return Text("{e} retourné à {p}", "{e} returned to {p}").with_(e=self.equipment, p=self.stock_place)


class EquipmentReplaced(_AboutEquipment):
    """A device took another's place; settings kept for the old one go to the new one."""

    by: str
    location: str

    def says(self) -> Text:
        """In a sentence."""
        return Text("{e} remplacé par {n}", "{e} replaced by {n}").with_(e=self.equipment, n=self.by)
