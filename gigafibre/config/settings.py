"""Every setting of the platform, read once from the environment.

Nothing of one provider is here: name, logo, address, tax numbers, series, texts and colours are rows of the database.
"""

from pathlib import Path

from gigafibre.config.environment import database, field_keys, networks, secret_key
from gigafibre.config.file_storage import file_storage
from gigafibre.config.logs import wanted
from gigafibre.config.variables import LOG_LEVELS, boolean, listed, number, numbers, one_of, text

BASE_DIR = Path(__file__).resolve().parent.parent.parent
HOME = Path(text("GIGAFIBRE_HOME") or BASE_DIR / "var").resolve()
PORT = number("PORT", least=1)

DEBUG = boolean("GIGAFIBRE_DEBUG")
SECRET_KEY = secret_key(HOME)
# Earlier signing keys, newest first: sessions and links they signed stay good until these are taken away.
SECRET_KEY_FALLBACKS = listed("GIGAFIBRE_SECRET_KEY_FALLBACKS")
# Keys of the encrypted columns, newest first: the first encrypts, all of them open.
FIELD_KEYS = field_keys(HOME)
# Of the referral codes: a key never changes what was given; with the former system's, printed codes come again.
REFERRAL_KEY = text("GIGAFIBRE_REFERRAL_KEY")
REFERRAL_OLD_KEY = text("GIGAFIBRE_REFERRAL_OLD_KEY")
# The e-signature provider of commercial contracts: its address, our token, and the header its webhooks carry.
DOCUSEAL_URL = text("GIGAFIBRE_DOCUSEAL_URL")
DOCUSEAL_TOKEN = text("GIGAFIBRE_DOCUSEAL_TOKEN")
DOCUSEAL_SECRET = text("GIGAFIBRE_DOCUSEAL_SECRET")
ALLOWED_HOSTS = ["*"] if DEBUG and not text("GIGAFIBRE_HOSTS") else listed("GIGAFIBRE_HOSTS")
CSRF_FAILURE_VIEW = "gigafibre.config.failures.not_from_our_page"
CSRF_TRUSTED_ORIGINS = listed("GIGAFIBRE_ORIGINS")
# Reverse proxies (addresses or networks) whose forwarded headers are believed; from all others these are taken away.
TRUSTED_PROXIES = networks("GIGAFIBRE_PROXIES")
# Requests a minute of one person, program or address, by kind; 0 doesn't count, `off` counts none.
RATE_LIMITS = {"token": 30, "export": 20, "upload": 60, "preview": 240, "search": 300, "act": 600, "read": 3000}
RATE_LIMITS |= numbers("GIGAFIBRE_RATE_LIMITS", RATE_LIMITS.keys())
# The header in which such a proxy names whom it let in, by email (`X-Authentik-Email`); empty: none is read.
LOGIN_HEADER = text("GIGAFIBRE_LOGIN_HEADER").strip()

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django_vite",
    "ninja",
    "procrastinate.contrib.django",
    "gigafibre.kernel",
    "gigafibre.identity",
    "gigafibre.crm",
    "gigafibre.catalog",
    "gigafibre.ledger",
    "gigafibre.subscriptions",
    "gigafibre.messaging",
    "gigafibre.billing",
    "gigafibre.payments",
    "gigafibre.network",
    "gigafibre.dispatch",
    "gigafibre.support",
    "gigafibre.collections",
    "gigafibre.sales",
    "gigafibre.privacy",
    "gigafibre.processes",
    "gigafibre.reports",
    "gigafibre.webhooks",
    "gigafibre.desk",
    "gigafibre.legacy",
    "gigafibre.config",
]

MIDDLEWARE = [
    # Before all: whatever is said while a request is answered carries its id.
    "gigafibre.config.requests.RequestId",
    # Then: whether a request came over TLS, and from whom, is asked by all that follow.
    "gigafibre.identity.forwarded.ForwardedHeaders",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "gigafibre.config.security.SecurityHeaders",
    # Last and not asynchronous, so that the whole chain runs in one hop to the request's thread.
    "gigafibre.identity.middleware.ActorMiddleware",
]

ROOT_URLCONF = "gigafibre.config.urls"
ASGI_APPLICATION = "gigafibre.config.asgi.application"
AUTH_USER_MODEL = "identity.User"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

DATABASES = {"default": database(HOME)}

LANGUAGE_CODE = "fr-ca"
LANGUAGES = [("fr", "Français"), ("en", "English")]
LOCALE_PATHS = [BASE_DIR / "gigafibre" / "locale"]
USE_TZ = True
TIME_ZONE = "America/Toronto"

STATIC_URL = "/static/"
STATIC_ROOT = HOME / "static"
# The build names its files after their content (`index-DRGS_T2K.js`): kept for ever.
WHITENOISE_IMMUTABLE_FILE_TEST = r"/assets/[^/]+-[\w-]{8}\.\w+$"
WEB_DIST = BASE_DIR / "web" / "dist"
STATICFILES_DIRS = [WEB_DIST] if WEB_DIST.exists() else []
DJANGO_VITE = {"default": {"manifest_path": WEB_DIST / ".vite" / "manifest.json", "static_url_prefix": ""}}
FILES_URL = text("GIGAFIBRE_FILES_URL")
STORAGES = {
    "default": file_storage(HOME),
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedStaticFilesStorage"},
}

PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]

# Sessions are rows, so that a disabled person is out everywhere at once.
SESSION_ENGINE = "gigafibre.identity.sessions"
SESSION_COOKIE_AGE = 30 * 24 * 3600  # the row ends long before, when the session is no longer used
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
# Behind a proxy that speaks TLS: cookies go over TLS only, its X-Forwarded-Proto (GIGAFIBRE_PROXIES) says what the
# browser used.
HTTPS = boolean("GIGAFIBRE_HTTPS")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
# Over TLS a browser takes cookies of these names from this very host only, never from a neighbour under its domain.
SESSION_COOKIE_NAME = "__Host-sessionid" if HTTPS else "sessionid"
CSRF_COOKIE_NAME = "__Host-csrftoken" if HTTPS else "csrftoken"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
# Behind TLS browsers are told never to come without it again: for a year unless told; on subdomains, and in the lists
# browsers ship with, only where the whole domain is ready for it. What comes without TLS is sent over if wanted here
# (the proxy mostly does it), but for the checks of load balancers.
SECURE_HSTS_SECONDS = number("GIGAFIBRE_HSTS_SECONDS") if text("GIGAFIBRE_HSTS_SECONDS") else 365 * 24 * 3600 * HTTPS
SECURE_HSTS_INCLUDE_SUBDOMAINS = boolean("GIGAFIBRE_HSTS_SUBDOMAINS")
SECURE_HSTS_PRELOAD = boolean("GIGAFIBRE_HSTS_PRELOAD")
SECURE_SSL_REDIRECT = boolean("GIGAFIBRE_HTTPS_REDIRECT")
SECURE_REDIRECT_EXEMPT = [r"^(healthz|readyz|metrics)$"]
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
CSRF_COOKIE_SAMESITE = "Lax"
X_FRAME_OPTIONS = "SAMEORIGIN"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"

# Who carries messages (`twilio://…`, `smtp://…`, `mailjet://…`); empty: they stay in the local outbox.
SMS_URL = text("GIGAFIBRE_SMS_URL")
EMAIL_URL = text("GIGAFIBRE_EMAIL_URL")
# Who is asked for the point of an address (`nominatim://…`, `mapbox://…`); empty: only our own drops and address files.
GEOCODER_URL = text("GIGAFIBRE_GEOCODER_URL")
# The look of maps, as MapLibre reads it, and where its tiles come from: pages may ask these and no other place.
MAP_STYLE_URL, MAP_HOSTS = text("GIGAFIBRE_MAP_STYLE_URL"), listed("GIGAFIBRE_MAP_HOSTS")

# One line per thing said, on stderr: an object with the request, the action and who acts, or words for people.
LOG, LOG_LEVEL = one_of("GIGAFIBRE_LOG", "console", "json"), one_of("GIGAFIBRE_LOG_LEVEL", *LOG_LEVELS)
SLOW_QUERY_MS = number("GIGAFIBRE_SLOW_QUERY_MS")
METRICS_TOKEN = text("GIGAFIBRE_METRICS_TOKEN")
LOGGING_CONFIG = "gigafibre.config.logs.configure"
LOGGING = wanted(LOG, LOG_LEVEL)
