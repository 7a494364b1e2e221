"""Facts that subscriptions publish: what a customer has began, stopped, began again, changed, ended."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Literal

from gigafibre.kernel.events import Event
from gigafibre.kernel.money import Amount, UnitPrice, spoken
from gigafibre.kernel.text import Text
from gigafibre.kernel.values import unit_price


class _AboutSubscription(Event):
    customer: str
    subscription: str
    on: datetime.date

    def subject(self) -> str:
        """The subscription."""
        return f"subscription:{self.subscription}"


class SubscriptionActivated(_AboutSubscription):
    """It is served from a day on."""

    def says(self) -> Text:
        """One sentence."""
        return Text("{s} activé le {d}", "{s} activated on {d}").with_(s=self.subscription, d=self.on)


class SubscriptionSuspended(_AboutSubscription):
    """It is not served from a day on; `charging_stops` says whether it is charged meanwhile."""

    reason: str
    charging_stops: bool

    def says(self) -> Text:
        """One sentence."""
        return Text("{s} suspendu le {d}", "{s} suspended on {d}").with_(s=self.subscription, d=self.on)


class SubscriptionPaused(_AboutSubscription):
    """The customer rests it from a day on, until another (without it)."""

    until: datetime.date | None

    def says(self) -> Text:
        """One sentence."""
        return Text("{s} en pause dès le {d}", "{s} paused from {d}").with_(s=self.subscription, d=self.on)


class SubscriptionReactivated(_AboutSubscription):
    """It is served again from a day on; `charging_resumes` when it was not charged meanwhile."""

    charging_resumes: bool

    def says(self) -> Text:
        """One sentence."""
        return Text("{s} réactivé le {d}", "{s} reactivated on {d}").with_(s=self.subscription, d=self.on)


class SubscriptionChanged(_AboutSubscription):
    """From a day on it is another item, or costs another price (per charge, before taxes)."""

    item: str
    unit_price: UnitPrice | None
    was_item: str
    was_unit_price: UnitPrice | None
    reason: str

    def says(self) -> Text:
        """One sentence."""
        if self.unit_price is None:
            return Text("{s} : {item} dès le {d}", "{s}: {item} from {d}").with_(
                s=self.subscription, item=self.item, d=self.on
            )
        price = Text(unit_price(self.unit_price, "fr"), unit_price(self.unit_price, "en"))
        return Text("{s} : {item}, {price} dès le {d}", "{s}: {item}, {price} from {d}").with_(
            s=self.subscription, item=self.item, price=price, d=self.on
        )


class SubscriptionCancelled(_AboutSubscription):
    """It ended: the day is the first one without it."""

    reason: str

    def says(self) -> Text:
        """One sentence."""
        return Text("{s} résilié le {d}", "{s} cancelled on {d}").with_(s=self.subscription, d=self.on)


class DaysLeftUncharged(_AboutSubscription):
    """Days from `since` up to a change that no invoice charged yet, as they were served; no price is the item's own."""

    since: datetime.date
    item: str
    unit_price: UnitPrice | None

    def says(self) -> Text:
        """One sentence."""
        return Text(
            f"{self.subscription} : jours du {self.since} au {self.on} (exclu) à facturer comme ils ont été servis",
            f"{self.subscription}: days from {self.since} to {self.on} (without it) to charge as they were served",
        )


class ChangeWithdrawn(_AboutSubscription):
    """A planned change won't come: the days from its own, up to the next planned one, are as they would be without."""

    change: int
    kind: str
    until: datetime.date | None
    served: bool
    item: str
    unit_price: UnitPrice | None
    reason: str

    def says(self) -> Text:
        """One sentence."""
        return Text(
            f"{self.subscription} : changement prévu le {self.on} retiré. {self.reason}",
            f"{self.subscription}: change planned for {self.on} withdrawn. {self.reason}",
        )


class ChangeRefused(_AboutSubscription):
    """A change planned for a day could not be made; why, in both languages."""

    change: int
    kind: str
    because: str
    because_en: str

    def says(self) -> Text:
        """One sentence."""
        return Text("{s} : changement du {d} refusé. {why}", "{s}: change of {d} refused. {why}").with_(
            s=self.subscription, d=self.on, why=Text(self.because, self.because_en)
        )


class PromotionGranted(_AboutSubscription):
    """It costs less from a day on: an amount per cycle or a percentage, for some cycles or until a day."""

    amount: Amount | None
    percent: Decimal | None
    cycles: int | None
    until: datetime.date | None

    def says(self) -> Text:
        """One sentence."""
        less = spoken(self.amount) if self.amount is not None else Text("{n} %", "{n}%").with_(n=self.percent)
        return Text("{s} : promotion de {less} dès le {d}", "{s}: promotion of {less} from {d}").with_(
            s=self.subscription, less=less, d=self.on
        )


class PromotionWithdrawn(_AboutSubscription):
    """A promotion ends early, from a day on."""

    promotion: int
    reason: str

    def says(self) -> Text:
        """One sentence."""
        return Text("{s} : promotion retirée dès le {d}", "{s}: promotion withdrawn from {d}").with_(
            s=self.subscription, d=self.on
        )


class PromotionRestored(_AboutSubscription):
    """A withdrawn promotion counts again."""

    promotion: int

    def says(self) -> Text:
        """One sentence."""
        return Text(f"{self.subscription} : promotion redonnée", f"{self.subscription}: promotion given back")


class _AboutDeparture(Event):
    customer: str
    departure: str
    location: str
    subscriptions: list[str]
    last_day: datetime.date

    def subject(self) -> str:
        """The customer."""
        return f"customer:{self.customer}"


class DepartureAnnounced(_AboutDeparture):
    """A customer leaves a location after a day, with some of what he has there or all of it."""

    def says(self) -> Text:
        """One sentence."""
        words = Text("{d} : départ de {p}, dernier jour {on}", "{d}: leaving {p}, last day {on}")
        return words.with_(d=self.departure, p=self.location, on=self.last_day)


class SubscriptionMoved(_AboutSubscription):
    """It is served elsewhere from a day on; what it costs and up to where it is charged stay."""

    location: str
    was_location: str

    def says(self) -> Text:
        """One sentence."""
        words = Text("{s} : servi à {p} dès le {d}", "{s}: served at {p} from {d}")
        return words.with_(s=self.subscription, p=self.location, d=self.on)


class MoveAnnounced(_AboutDeparture):
    """A customer takes services to another location of his, served there from the day after the last one."""

    to: str
    on: datetime.date
    drop: str
    devices: Literal["come_along", "exchanged"]

    def says(self) -> Text:
        """One sentence."""
        words = Text("{d} : de {p} à {t}, dès le {on}", "{d}: from {p} to {t}, from {on}")
        return words.with_(d=self.departure, p=self.location, t=self.to, on=self.on)


class MoveMade(_AboutDeparture):
    """The last of the services that move is served at the new location."""

    to: str
    on: datetime.date
    drop: str
    devices: Literal["come_along", "exchanged"]

    def says(self) -> Text:
        """One sentence."""
        return Text("{d} : servi à {t}", "{d}: served at {t}").with_(d=self.departure, t=self.to)


class RemovalWanted(_AboutDeparture):
    """Somebody goes and takes our equipment back on a day."""

    on: datetime.date

    def says(self) -> Text:
        """One sentence."""
        words = Text("{d} : équipement à reprendre à {p} le {on}", "{d}: equipment to take back at {p} on {on}")
        return words.with_(d=self.departure, p=self.location, on=self.on)


class DepartureWithdrawn(_AboutDeparture):
    """He stays after all."""

    reason: str

    def says(self) -> Text:
        """One sentence."""
        words = Text("{d} : départ retiré. {r}", "{d}: departure withdrawn. {r}")
        return words.with_(d=self.departure, r=self.reason)


class DepartureOver(_AboutDeparture):
    """The last of the services that leave ended; `claims` are those whose early end is charged, by law's measure."""

    claims: list[str]

    def says(self) -> Text:
        """One sentence."""
        words = Text("{d} : plus rien n’est servi à {p}", "{d}: nothing of it is served at {p} any more")
        return words.with_(d=self.departure, p=self.location)


class ReturnOverdue(_AboutDeparture):
    """Days after the last one, devices have not come back: a person is told, once."""

    days: int
    devices: list[str]

    def says(self) -> Text:
        """One sentence."""
        words = Text("{d} : {n} appareil(s) non rendu(s) après {k} jours", "{d}: {n} device(s) not back after {k} days")
        return words.with_(d=self.departure, n=len(self.devices), k=self.days)
