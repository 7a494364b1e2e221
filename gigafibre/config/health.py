"""What a load balancer asks: does the process live, may it be sent people."""

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, JsonResponse

from gigafibre.config.launch.demo import demo_loaded, demo_wanted

_migrated = False


def alive(request: HttpRequest) -> HttpResponse:
    """Answer 200 as long as the process runs."""
    return HttpResponse("ok", content_type="text/plain")


def ready(request: HttpRequest) -> HttpResponse:
    """Answer 200 once the database answers, all migrations are applied and the demo is in; else 503 with what lacks."""
    missing = what_is_missing()
    return JsonResponse({"ready": not missing, "missing": missing}, status=503 if missing else 200)


def what_is_missing() -> list[str]:
    """Name what keeps people out: `database`, `migrations`, `demo`."""
    global _migrated
    try:
        # Once seen complete, they stay: this process knows no newer ones.
        _migrated = _migrated or not pending_migrations()
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return ["database"]
    missing = [] if _migrated else ["migrations"]
    return missing if not demo_wanted() or demo_loaded() else [*missing, "demo"]


def pending_migrations() -> list[str]:
    """Name the migrations that the database still lacks, in the order in which they will be applied."""
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{migration.app_label}.{migration.name}" for migration, _ in plan]
