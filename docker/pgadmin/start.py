"""Starts pgAdmin: puts its data volume in order, then becomes the web server.

    start.py             every start of the container
    start.py --prepare   at image build: makes the configuration database, ready but for its account
"""

import base64
import hashlib
import hmac
import json
import os
import secrets
import shutil
import sqlite3
import subprocess
import sys
import sysconfig
import uuid
from collections.abc import Mapping
from pathlib import Path

import volume

EMAIL = "admin@example.com"
# On Kubernetes /run/secrets is where the token of the service account is mounted, so the files are elsewhere there.
SECRETS = Path(os.environ.get("STACK_SECRETS_DIR") or "/run/secrets")
SERVERS = Path("/opt/pgadmin/servers.json")
# STACK_CA_BUNDLE, as docker-compose.yml mounts it; an empty file where it is not set.
CA_BUNDLE = Path("/etc/stack-ca.pem")
SECRETS_CURE = {
    "compose": "`docker compose up -d` makes missing secrets",
    "swarm": "deploy/swarm/secrets.sh creates missing secrets",
    "kubernetes": "deploy/kubernetes/secrets.sh creates missing Secrets",
}
PACKAGE = Path(sysconfig.get_path("purelib")) / "pgadmin4"


def prepare(data: Path) -> None:
    """Makes the database with pgAdmin's own commands and registers the server; its password opens nothing."""
    data.mkdir(parents=True)
    setup = dict(os.environ, PGADMIN_SETUP_EMAIL=EMAIL, PGADMIN_SETUP_PASSWORD=secrets.token_urlsafe())
    for command in (["setup-db"], ["load-servers", str(SERVERS), "--user", EMAIL]):
        subprocess.run([sys.executable, "setup.py", *command], cwd=PACKAGE, env=setup, check=True)
    with sqlite3.connect(data / "pgadmin4.db") as database:
        database.execute("UPDATE user SET password = NULL")
        database.execute("DELETE FROM keys")
    # Nothing in it is secret now, and the running image reads it as another user.
    (data / "pgadmin4.db").chmod(0o644)
    # The folders that pgAdmin made beside it are empty, and closed to that user.
    for folder in filter(Path.is_dir, data.iterdir()):
        folder.rmdir()


def first_start(database_file: Path) -> None:
    """Copies the prepared database and gives it keys of its own: those of an image would be known to all."""
    unfinished = database_file.with_suffix(".new")
    shutil.copyfile(volume.FRESH, unfinished)
    unfinished.chmod(0o600)
    volume.insert_keys(unfinished)
    unfinished.rename(database_file)


def apply_password(database_file: Path, password: str) -> None:
    """Sets the account's password when the secret is another than at the last start.

    A password that the user changed in pgAdmin stays until then. Hashed as Flask-Security does:
    an HMAC with the installation's salt, then PBKDF2.
    """
    from passlib.hash import pbkdf2_sha512

    marker = database_file.with_name("admin-password.sha256")
    fingerprint = hashlib.sha256(password.encode()).hexdigest()
    if marker.exists() and marker.read_text() == fingerprint:
        return
    with sqlite3.connect(database_file) as database:
        (salt,) = database.execute("SELECT value FROM keys WHERE name = 'SECURITY_PASSWORD_SALT'").fetchone()
        mixed = base64.b64encode(hmac.new(salt.encode(), password.encode(), hashlib.sha512).digest())
        # A new uniquifier ends the sessions that were opened with the old password.
        changed = database.execute(
            "UPDATE user SET password = ?, fs_uniquifier = ?, active = 1, login_attempts = 0, locked = 0 WHERE email = ?",
            (pbkdf2_sha512.hash(mixed), uuid.uuid4().hex, EMAIL),
        ).rowcount
    if changed != 1:
        fail(f"the account {EMAIL} is not in the pgAdmin volume", "delete the volume `pgadmin-data` to start over")
    marker.write_text(fingerprint)


def registered(environment: Mapping[str, str]) -> dict:
    """The server of servers.json, at the place that the settings name as all programs of PostgreSQL know them.

    The certificate of PGSSLROOTCERT is not among them: the driver reads that variable itself.
    """
    server = json.loads(SERVERS.read_text())["Servers"]["1"]
    parameters = server["ConnectionParameters"]
    parameters["sslmode"] = environment.get("PGSSLMODE") or parameters["sslmode"]
    port = environment.get("PGPORT") or str(server["Port"])
    if not (port.isascii() and port.isdigit()):
        fail(f"PGPORT is {port!r}", "set it to a port number")
    return {
        "host": environment.get("PGHOST") or server["Host"],
        "port": int(port),
        "maintenance_db": environment.get("STACK_WAREHOUSE_DATABASE") or server["MaintenanceDB"],
        "connection_params": json.dumps(parameters),
    }


def apply_server(database_file: Path, wanted: dict) -> None:
    """Points the registered server to where the settings say, when they are others than at the last start.

    What the user changed in pgAdmin stays until then.
    """
    marker = database_file.with_name("server.json")
    last = json.loads(marker.read_text()) if marker.exists() else registered({})
    if last == wanted:
        return
    columns = ", ".join(f"{name} = :{name}" for name in wanted)
    with sqlite3.connect(database_file) as database:
        database.execute(f"UPDATE server SET {columns} WHERE name = 'warehouse'", wanted)
    marker.write_text(json.dumps(wanted))


def write_pgpass(data: Path, password: str, server: dict) -> None:
    """Gives pgAdmin the server's password; in server mode it looks only below the user's storage folder."""
    storage = data / "storage" / EMAIL.replace("@", "_")
    storage.mkdir(parents=True, exist_ok=True)
    pgpass = storage / "pgpass"
    pgpass.touch(mode=0o600)
    pgpass.chmod(0o600)
    escaped = password.replace("\\", "\\\\").replace(":", "\\:")
    pgpass.write_text(f"{server['host']}:{server['port']}:*:pgadmin:{escaped}\n")


def secret(name: str) -> str:
    try:
        return (SECRETS / name).read_text().rstrip("\n")
    except OSError as error:
        fail(f"the secret {name} cannot be read ({error.strerror})", SECRETS_CURE[orchestrator()])


def orchestrator() -> str:
    """Kubernetes tells every container where its API is; a Swarm tells nothing, so its stack file does."""
    if "KUBERNETES_SERVICE_HOST" in os.environ:
        return "kubernetes"
    return "swarm" if os.environ.get("STACK_ORCHESTRATOR") == "swarm" else "compose"


def fail(what: str, cure: str) -> None:
    sys.exit(f"pgadmin: {what}; {cure}.")


def trust_the_bundle() -> None:
    """For the clouds that pgAdmin can deploy to: the certificates of a proxy that re-signs TLS."""
    if CA_BUNDLE.is_file() and CA_BUNDLE.stat().st_size > 0:
        for name in ("SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "AWS_CA_BUNDLE"):
            os.environ.setdefault(name, str(CA_BUNDLE))


def serve() -> None:
    """Becomes gunicorn with one worker: pgAdmin keeps its database connections in the process, door.py its visitors."""
    os.chdir(PACKAGE)
    os.execv(
        sysconfig.get_path("scripts") + "/gunicorn",
        ["gunicorn", "--bind", "0.0.0.0:8080", "--workers", "1", "--threads", "8", "--worker-class", "gthread"]
        + ["--worker-tmp-dir", "/dev/shm", "--limit-request-line", "8190", "--no-control-socket"]
        + ["--pythonpath", "/opt/pgadmin", "door:app"],
    )


def main() -> None:
    data = Path(os.environ["PGADMIN_DATA"])
    if sys.argv[1:] == ["--prepare"]:
        prepare(data)
        return
    volume.finish(data)
    database_file = data / volume.DATABASE
    if not database_file.exists():
        first_start(database_file)
    apply_password(database_file, secret("admin-password"))
    server = registered(os.environ)
    apply_server(database_file, server)
    write_pgpass(data, secret("database-password"), server)
    trust_the_bundle()
    serve()


if __name__ == "__main__":
    main()
