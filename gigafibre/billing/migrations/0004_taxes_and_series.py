"""Canadian sales taxes by date since 1991, which province pays which, and the number series of documents.

Sources: Revenu Québec, "Tables of GST and QST Rates" and "HST Rates". What a table does not say is not guessed: a
category begins on the first day its taxes are known, and nothing is billed under it before.
"""

from datetime import date
from decimal import Decimal

from django.db import migrations
from django.db.backends.postgresql.psycopg_any import DateRange

from gigafibre.kernel import numbers

# code: (name fr, name en, role of the account it is owed on)
TAXES = {
    "GST": ("TPS", "GST", "gst"),
    "QST": ("TVQ", "QST", "qst"),
    "HST-ON": ("TVH (Ontario)", "HST (Ontario)", "hst"),
    "HST-NB": ("TVH (Nouveau-Brunswick)", "HST (New Brunswick)", "hst"),
    "HST-NL": ("TVH (Terre-Neuve-et-Labrador)", "HST (Newfoundland and Labrador)", "hst"),
    "HST-PE": ("TVH (Île-du-Prince-Édouard)", "HST (Prince Edward Island)", "hst"),
    "HST-NS": ("TVH (Nouvelle-Écosse)", "HST (Nova Scotia)", "hst"),
    "HST-BC": ("TVH (Colombie-Britannique)", "HST (British Columbia)", "hst"),
    "PST-BC": ("TVP (Colombie-Britannique)", "PST (British Columbia)", "pst"),
    "RST-MB": ("TVD (Manitoba)", "RST (Manitoba)", "pst"),
    "PST-SK": ("TVP (Saskatchewan)", "PST (Saskatchewan)", "pst"),
}

# tax: (since, rate, computed on the price with GST), each until the next; a rate of None ends the tax.
RATES = {
    "GST": [("1991-01-01", "0.07", False), ("2006-07-01", "0.06", False), ("2008-01-01", "0.05", False)],
    "QST": [
        ("1992-07-01", "0.08", True),
        ("1994-05-13", "0.065", True),
        ("1998-01-01", "0.075", True),
        ("2011-01-01", "0.085", True),
        ("2012-01-01", "0.095", True),
        ("2013-01-01", "0.09975", False),
    ],
    "HST-ON": [("2010-07-01", "0.13", False)],
    "HST-NB": [
        ("1997-04-01", "0.15", False),
        ("2006-07-01", "0.14", False),
        ("2008-01-01", "0.13", False),
        ("2016-07-01", "0.15", False),
    ],
    "HST-NL": [
        ("1997-04-01", "0.15", False),
        ("2006-07-01", "0.14", False),
        ("2008-01-01", "0.13", False),
        ("2016-07-01", "0.15", False),
    ],
    "HST-PE": [("2013-04-01", "0.14", False), ("2016-10-01", "0.15", False)],
    "HST-NS": [("2010-07-01", "0.15", False), ("2025-04-01", "0.14", False)],
    "HST-BC": [("2010-07-01", "0.12", False), ("2013-04-01", None, False)],
    "PST-BC": [("2013-04-01", "0.07", False)],
    "RST-MB": [("2013-07-01", "0.08", False), ("2019-07-01", "0.07", False)],
    "PST-SK": [("2006-10-28", "0.05", False), ("2017-03-23", "0.06", False)],
}

# category: (name fr, name en, since, taxes with the days on which they are part of it, None for all)
CATEGORIES = {
    "QC": ("Québec (TPS et TVQ)", "Quebec (GST and QST)", "1992-07-01", [("GST", None, None), ("QST", None, None)]),
    "GST": ("TPS seulement (AB, NT, NU, YT)", "GST only (AB, NT, NU, YT)", "1991-01-01", [("GST", None, None)]),
    "EXEMPT": ("Exempté", "Exempt", "1991-01-01", []),
    "ON": ("Ontario", "Ontario", "2010-07-01", [("HST-ON", None, None)]),
    "NB": ("Nouveau-Brunswick", "New Brunswick", "1997-04-01", [("HST-NB", None, None)]),
    "NL": ("Terre-Neuve-et-Labrador", "Newfoundland and Labrador", "1997-04-01", [("HST-NL", None, None)]),
    "PE": ("Île-du-Prince-Édouard", "Prince Edward Island", "2013-04-01", [("HST-PE", None, None)]),
    "NS": ("Nouvelle-Écosse", "Nova Scotia", "2010-07-01", [("HST-NS", None, None)]),
    "BC": (
        "Colombie-Britannique",
        "British Columbia",
        "2010-07-01",
        [("HST-BC", None, "2013-04-01"), ("GST", "2013-04-01", None), ("PST-BC", "2013-04-01", None)],
    ),
    "MB": ("Manitoba", "Manitoba", "2013-07-01", [("GST", None, None), ("RST-MB", None, None)]),
    "SK": ("Saskatchewan", "Saskatchewan", "2006-10-28", [("GST", None, None), ("PST-SK", None, None)]),
}


def _days(since, until):
    return DateRange(since and date.fromisoformat(since), until and date.fromisoformat(until))


def fill(apps, schema_editor):
    Tax, TaxRate = apps.get_model("billing", "Tax"), apps.get_model("billing", "TaxRate")
    TaxCategory, CategoryTax = apps.get_model("billing", "TaxCategory"), apps.get_model("billing", "CategoryTax")
    taxes = {
        code: Tax.objects.create(code=code, name_fr=fr, name_en=en, account_role=role, position=position)
        for position, (code, (fr, en, role)) in enumerate(TAXES.items())
    }
    for code, rates in RATES.items():
        for index, (since, rate, compound) in enumerate(rates):
            until = rates[index + 1][0] if index + 1 < len(rates) else None
            if rate is not None:
                TaxRate.objects.create(tax=taxes[code], days=_days(since, until), rate=Decimal(rate), compound=compound)
    for code, (fr, en, since, members) in CATEGORIES.items():
        category = TaxCategory.objects.create(code=code, name_fr=fr, name_en=en, since=date.fromisoformat(since))
        for tax, first, end in members:
            CategoryTax.objects.create(category=category, tax=taxes[tax], days=_days(first, end))
    numbers.define("invoice", prefix="SINV-{year}-", digits=6, gapless=True)
    numbers.define("credit_note", prefix="CN-{year}-", digits=6, gapless=True)


class Migration(migrations.Migration):
    dependencies = [("billing", "0003_rules")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
