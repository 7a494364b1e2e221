"""What the database refuses of jobs, their trail, the series of their numbers."""

from pathlib import Path

from django.db import migrations

from gigafibre.kernel import numbers
from gigafibre.kernel.schema import IMPORTER, audited, never_emptied

RULES = (Path(__file__).parent / "sql" / "0002_rules.sql").read_text()
TRAILED = [
    "tag",
    "crew",
    "technician",
    "techniciantag",
    "workinghours",
    "absence",
    "job",
    "jobchain",
    "jobtag",
    "jobassistant",
    "jobdependency",
    "checklistitem",
    "timeentry",
    "jobline",
    "equipmentitem",
    "photo",
    "signature",
    "checklisttemplate",
    "chaintemplate",
]
WORK = ["checklistitem", "timeentry", "jobline", "equipmentitem", "photo", "signature"]


def closed(table: str) -> str:
    """Guard the rows of work once their job is completed; the importer brings work that is over."""
    return "".join(
        f"CREATE TRIGGER {table}_closed_{short} AFTER {op} ON {table} REFERENCING {rows} FOR EACH STATEMENT "
        f"WHEN (current_user <> '{IMPORTER}') EXECUTE FUNCTION dispatch_work_is_closed();\n"
        for short, op, rows in (
            ("i", "INSERT", "NEW TABLE AS touched"),
            ("u", "UPDATE", "NEW TABLE AS touched"),
            ("m", "UPDATE", "OLD TABLE AS touched"),
            ("d", "DELETE", "OLD TABLE AS touched"),
        )
    )


def define_series(apps, schema_editor):
    numbers.define("job", prefix="DJ-")
    numbers.define("technician", prefix="DT-")


class Migration(migrations.Migration):
    dependencies = [("dispatch", "0001_initial"), ("kernel", "0003_references")]

    operations = [
        *[audited(f"dispatch_{name}") for name in TRAILED],
        migrations.RunSQL(RULES, migrations.RunSQL.noop),
        *[migrations.RunSQL(closed(f"dispatch_{name}"), migrations.RunSQL.noop) for name in WORK],
        never_emptied("dispatch_job"),
        never_emptied("dispatch_timeentry"),
        migrations.RunPython(define_series, migrations.RunPython.noop),
    ]
