"""pgAdmin's settings here; the package's config.py explains each."""

import os

_data = os.environ.get("PGADMIN_DATA", "/var/lib/pgadmin")

SERVER_MODE = True
DEFAULT_SERVER = "0.0.0.0"
DATA_DIR = _data
SQLITE_PATH = f"{_data}/pgadmin4.db"
SESSION_DB_PATH = f"{_data}/sessions"
STORAGE_DIR = f"{_data}/storage"
AZURE_CREDENTIAL_CACHE_DIR = f"{_data}/azure"
# Read-only image: there is no place for a log file, and the engine keeps standard error.
LOG_FILE = "/dev/null"
DEFAULT_BINARY_PATHS = {"pg": "/usr/lib/postgresql/17/bin", "pg-17": "/usr/lib/postgresql/17/bin"}

# Wrong passwords would lock the one account for ever, at the third; a restart would not unlock it. door.py bounds
# the tries in a minute instead. It looks at the names as well (ALLOWED_HOSTS takes 127.0.0.1.example for an address).
MAX_LOGIN_ATTEMPTS = 0

# A local stack has no mail server, no internet and one user.
ALLOW_SPECIAL_EMAIL_DOMAINS = ["example.com"]
CHECK_EMAIL_DELIVERABILITY = False
SECURITY_EMAIL_VALIDATOR_ARGS = {"check_deliverability": False}
UPGRADE_CHECK_ENABLED = False
SHOW_GRAVATAR_IMAGE = False
LLM_ENABLED = False
AUTO_DISCOVER_SERVERS = False
# The password of the server comes from a file, so there is nothing for a master password to protect.
MASTER_PASSWORD_REQUIRED = False
# It ties a session to the client's address, which a restart of the engine's proxy can change.
ENHANCED_COOKIE_PROTECTION = False
