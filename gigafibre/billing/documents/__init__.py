"""Invoices and credit notes on paper: frozen documents in, PDF out; no database here."""
