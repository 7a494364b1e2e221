"""The web application as an ASGI server sees it."""

import os

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gigafibre.config.settings")
_django = get_asgi_application()

# After Django, whose settings they need; all addresses now, so that what is broken shows at the start.
from gigafibre.config import urls as _urls  # noqa: E402, F401
from gigafibre.config.metrics import measured  # noqa: E402

application = measured(_django)
