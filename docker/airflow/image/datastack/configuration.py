"""Hands the secret files to Airflow, by the commands that airflow.cfg names and by the environment.

Standard library only: it runs before every command, and without the site packages.
"""

import json
import os
from pathlib import Path
from types import MappingProxyType
from urllib.parse import parse_qs, quote, urlsplit

from orchestrator import cure

from datastack import Refused

# On Kubernetes /run/secrets is where the token of the service account is mounted, so the files are elsewhere there.
SECRETS = Path(os.environ.get("STACK_SECRETS_DIR") or "/run/secrets")
# STACK_CA_BUNDLE, as docker-compose.yml mounts it; an empty file where it is not set.
CA_BUNDLE = Path("/etc/stack-ca.pem")
# OpenSSL (ssl, httpx), requests, and libcurl each ask for a variable of their own.
CA_VARIABLES = ("SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE")
PASSWORDS_FILE = Path("/tmp/simple-auth-passwords.json")
# What airflow.cfg asks for, and the variable that wins over it. Pairs, because a name that ends in "secret" with a colon
# and a text behind it is what a search of the image for secrets looks for, such as that of `stack course grade`.
SETTINGS = dict(
    [
        ("database-url", "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN"),
        ("fernet-key", "AIRFLOW__CORE__FERNET_KEY"),
        ("jwt-secret", "AIRFLOW__API_AUTH__JWT_SECRET"),
        ("api-secret-key", "AIRFLOW__API__SECRET_KEY"),
    ]
)
# A variable that ends so holds no value, but a command that prints it, or its name in Airflow's secrets backend.
INDIRECT = ("_CMD", "_SECRET")
CONNECTION = "AIRFLOW_CONN_WAREHOUSE"
ASYNC_URL = "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN_ASYNC"
NOTHING = MappingProxyType({})
# The names that PostgreSQL's own programs read. Its drivers read PGSSLMODE and PGSSLROOTCERT themselves.
HOST, PORT = os.environ.get("PGHOST") or "postgres", os.environ.get("PGPORT") or "5432"
# The drivers take an empty one for a value, and refuse it.
DRIVERS_VARIABLES = ("PGSSLMODE", "PGSSLROOTCERT")
LOGIN = "airflow"
METADATA = os.environ.get("STACK_METADATA_DATABASE") or "airflow"
WAREHOUSE = os.environ.get("STACK_WAREHOUSE_DATABASE") or "warehouse"
# Settings that name another service of the stack.
URL_VARIABLES = ("AIRFLOW__CORE__EXECUTION_API_SERVER_URL", "AIRFLOW__API__BASE_URL")
# Programs read one spelling or the other, and some of them only the second when both are set.
NO_PROXY_VARIABLES = ("NO_PROXY", "no_proxy")


def secret(name, folder=SECRETS):
    """The content of one secret file."""
    path = folder / name
    try:
        value = path.read_text(encoding="utf-8").strip("\r\n")
    except FileNotFoundError:
        raise Refused(_incomplete(f"{path} is missing")) from None
    except OSError as error:
        raise Refused(_incomplete(f"{path} cannot be read ({error.strerror})")) from None
    if not value:
        raise Refused(_incomplete(f"{path} is empty"))
    return value


def _incomplete(what):
    return f"{what}. {cure('secrets')}"


def setting(name, folder=SECRETS, already=NOTHING):
    """What airflow.cfg asks for by `setting NAME`: a secret as it is, or the address that has one in it.

    A variable that is set already wins, and the secret behind it is not asked for.
    """
    if (variable := SETTINGS[name]) in already:
        return already[variable]
    return database_url(secret("database-password", folder)) if name == "database-url" else secret(name, folder)


def is_given(name, environment):
    """Whether Airflow finds this setting in its environment, in one of the three forms that it knows."""
    return any(SETTINGS[name] + form in environment for form in ("", *INDIRECT))


def environment(folder=SECRETS, already=NOTHING):
    """The one secret that Airflow has no `_cmd` for. The user's name is in airflow.cfg.

    The others are read as well: one that is missing ends the start here, with a sentence and no traceback.
    """
    for name in SETTINGS:
        if not is_given(name, already):
            setting(name, folder)
    ours = async_url(already)
    # With a database URL there need be no file, and the connection may be in Airflow's own store or in a secrets backend.
    if CONNECTION in already or (is_given("database-url", already) and not (folder / "database-password").exists()):
        return ours
    return {**ours, CONNECTION: warehouse_connection(secret("database-password", folder))}


def async_url(already):
    """The same database for the driver asyncpg, when a URL that is set has options in it.

    Airflow derives one, options included, but asyncpg knows none of libpq's, and `sslmode` under another name. The
    official Helm chart always sets that one. The authority's certificate it finds only by a variable.
    """
    url = urlsplit(already.get(SETTINGS["database-url"], ""))
    if ASYNC_URL in already or not url.query or not url.scheme.startswith("postgres"):
        return {}
    given = parse_qs(url.query)
    options = "".join(f"?ssl={mode}" for mode in given.get("sslmode", []))
    certificate = {} if already.get("PGSSLROOTCERT") else {"PGSSLROOTCERT": file for file in given.get("sslrootcert", [])}
    return {ASYNC_URL: f"postgresql+asyncpg://{url.netloc}{url.path}{options}", **certificate}


def certificates(bundle=CA_BUNDLE):
    """What makes a DAG trust a proxy that re-signs TLS; nothing where there is no bundle."""
    if not bundle.is_file() or bundle.stat().st_size == 0:
        return {}
    return {name: str(bundle) for name in CA_VARIABLES}


def direct_hosts(variables):
    """Names that no proxy knows: this machine and the stack's, after whatever is set.

    `proxies` in Docker's config.json reach every container as HTTP_PROXY, and each task would ask the proxy for the web
    server. The other services need nothing of the kind: they speak to PostgreSQL alone, and to that through no proxy.
    """
    found = [name.strip() for variable in NO_PROXY_VARIABLES for name in variables.get(variable, "").split(",")]
    hosts = [urlsplit(variables.get(variable, "")).hostname for variable in URL_VARIABLES]
    names = dict.fromkeys(name for name in (*found, *hosts, HOST, "localhost", "127.0.0.1") if name)
    return dict.fromkeys(NO_PROXY_VARIABLES, ",".join(names))


def database_url(password, host=HOST):
    """Airflow's own database. In a URL the characters : @ / % and space of a password must be encoded, and an address with
    colons stands in brackets."""
    place = f"[{host}]" if ":" in host else host
    return f"postgresql+psycopg2://{LOGIN}:{quote(password, safe='')}@{place}:{port()}/{quote(METADATA, safe='')}"


def port(given=PORT):
    if not given.isascii() or not given.isdigit():
        raise Refused(f"PGPORT is {given!r}, which is not a port number")
    return int(given)


def warehouse_connection(password):
    """The connection `warehouse` of the DAGs; as JSON, which needs no encoding."""
    return json.dumps(
        {
            "conn_type": "postgres",
            "host": HOST,
            "port": port(),
            "login": LOGIN,
            "password": password,
            "schema": WAREHOUSE,
            "extra": {"connect_timeout": 5, "application_name": "airflow"},
        }
    )


def write_passwords_file(folder=SECRETS, path=PASSWORDS_FILE, already=NOTHING):
    """The web server opens this file for writing, so it cannot be the secret itself, which is mounted read-only.

    Nothing to write when all other secrets come from the environment and there is no file: then Airflow generates a
    password and prints it, or another auth manager is in charge.
    """
    if not (folder / "admin-password").exists() and all(is_given(name, already) for name in SETTINGS):
        return
    content = json.dumps({"admin": secret("admin-password", folder)})
    path.unlink(missing_ok=True)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(content)
