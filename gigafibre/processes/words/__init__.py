"""What we write to customers along the way: templates with their first words, and the facts of their records."""

from gigafibre.processes.words import contracts, departures, interests, invoices, places, quotations

__all__ = ["contracts", "departures", "interests", "invoices", "places", "quotations"]
