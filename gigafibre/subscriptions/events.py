"""Facts that subscriptions publish: what a customer has began, stopped, began again, changed, ended."""

from __future__ import annotations

import datetime
from decimal import Decimal

from gigafibre.kernel.events import Event
from gigafibre.kernel.money import Amount, UnitPrice
from gigafibre.kernel.text import Text


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
        return Text(f"{self.subscription} activé le {self.on}", f"{self.subscription} activated on {self.on}")


class SubscriptionSuspended(_AboutSubscription):
    """It is not served from a day on; `charging_stops` says whether it is charged meanwhile."""

    reason: str
    charging_stops: bool

    def says(self) -> Text:
        """One sentence."""
        return Text(f"{self.subscription} suspendu le {self.on}", f"{self.subscription} suspended on {self.on}")


class SubscriptionPaused(_AboutSubscription):
    """The customer rests it from a day on, until another (without it)."""

    until: datetime.date | None

    def says(self) -> Text:
        """One sentence."""
        return Text(f"{self.subscription} en pause dès le {self.on}", f"{self.subscription} paused from {self.on}")


class SubscriptionReactivated(_AboutSubscription):
    """It is served again from a day on; `charging_resumes` when it was not charged meanwhile."""

    charging_resumes: bool

    def says(self) -> Text:
        """One sentence."""
        return Text(f"{self.subscription} réactivé le {self.on}", f"{self.subscription} reactivated on {self.on}")


class SubscriptionChanged(_AboutSubscription):
    """From a day on it is another item, or costs another price (per charge, before taxes)."""

    item: str
    unit_price: UnitPrice | None
    was_item: str
    was_unit_price: UnitPrice | None
    reason: str

    def says(self) -> Text:
        """One sentence."""
        price = f", {self.unit_price} $" if self.unit_price is not None else ""
        return Text(
            f"{self.subscription} : {self.item}{price} dès le {self.on}",
            f"{self.subscription}: {self.item}{price} from {self.on}",
        )


class SubscriptionCancelled(_AboutSubscription):
    """It ended: the day is the first one without it."""

    reason: str

    def says(self) -> Text:
        """One sentence."""
        return Text(f"{self.subscription} résilié le {self.on}", f"{self.subscription} cancelled on {self.on}")


class ChangeRefused(_AboutSubscription):
    """A change planned for a day could not be made; why, in both languages."""

    change: int
    kind: str
    because: str
    because_en: str

    def says(self) -> Text:
        """One sentence."""
        return Text(
            f"{self.subscription} : changement du {self.on} refusé. {self.because}",
            f"{self.subscription}: change of {self.on} refused. {self.because_en}",
        )


class PromotionGranted(_AboutSubscription):
    """It costs less from a day on: an amount per cycle or a percentage, for some cycles or until a day."""

    amount: Amount | None
    percent: Decimal | None
    cycles: int | None
    until: datetime.date | None

    def says(self) -> Text:
        """One sentence."""
        less = f"{self.amount} $" if self.amount is not None else f"{self.percent} %"
        return Text(
            f"{self.subscription} : promotion de {less} dès le {self.on}",
            f"{self.subscription}: promotion of {less} from {self.on}",
        )


class PromotionWithdrawn(_AboutSubscription):
    """A promotion ends early, from a day on."""

    promotion: int
    reason: str

    def says(self) -> Text:
        """One sentence."""
        return Text(
            f"{self.subscription} : promotion retirée dès le {self.on}",
            f"{self.subscription}: promotion withdrawn from {self.on}",
        )


class PromotionRestored(_AboutSubscription):
    """A withdrawn promotion counts again."""

    promotion: int

    def says(self) -> Text:
        """One sentence."""
        return Text(f"{self.subscription} : promotion redonnée", f"{self.subscription}: promotion given back")
