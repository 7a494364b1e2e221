"""What a load balancer asks: does the process live, may it be sent people."""

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, JsonResponse


def alive(request: HttpRequest) -> HttpResponse:
    """Answer 200 as long as the process runs."""
    return HttpResponse("ok", content_type="text/plain")


def ready(request: HttpRequest) -> HttpResponse:
    """Answer 200 once the database answers and every migration is applied, else 503 with what is missing."""
    missing = what_is_missing()
    return JsonResponse({"ready": not missing, "missing": missing}, status=503 if missing else 200)


def what_is_missing() -> list[str]:
    """Name what keeps people out: `database`, `migrations`."""
    try:
        executor = MigrationExecutor(connection)
        pending = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError:
        return ["database"]
    return ["migrations"] if pending else []
