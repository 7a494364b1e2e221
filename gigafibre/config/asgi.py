"""The web application as an ASGI server sees it."""

import os

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gigafibre.config.settings")
_django = get_asgi_application()

# After Django, whose settings it needs.
from gigafibre.config.metrics import measured  # noqa: E402

application = measured(_django)
