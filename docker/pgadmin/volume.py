"""Copies pgAdmin's volume out and in, for `stack backup` and `stack restore`.

    volume.py save                 a tar to standard output, also while pgAdmin runs; without passwords and keys
    volume.py restore SHA256       such a tar from standard input in place of what is there, while pgAdmin is stopped

A restore that is killed leaves the old volume, or one that `finish` completes at the next start.
"""

import hashlib
import io
import os
import secrets
import shutil
import sqlite3
import sys
import tarfile
from contextlib import closing
from pathlib import Path

DATABASE = "pgadmin4.db"
STORAGE = "storage"
# The configuration of a new pgAdmin, which the image has.
FRESH = Path("/opt/pgadmin/fresh/pgadmin4.db")
# What pgAdmin makes by itself: sessions, and what start.py remembers of the last start.
VOLATILE = ("sessions", "azure", "admin-password.sha256", "server.json")
# start.py writes it into the user's folder.
PASSWORD_FILE = "pgpass"
UNFINISHED, READY = ".restored", ".ready"


def without_secrets(file: Path) -> bytes:
    """The configuration as a database file. SQLite copies it, so that a change under way is in it or not."""
    with closing(sqlite3.connect(":memory:")) as copy:
        with closing(sqlite3.connect(file)) as original:
            original.backup(copy)
        copy.execute("UPDATE user SET password = NULL, masterpass_check = NULL")
        copy.execute("UPDATE server SET password = NULL, tunnel_password = NULL, save_password = 0")
        copy.execute("UPDATE sharedserver SET password = NULL, tunnel_password = NULL, save_password = 0")
        copy.execute("DELETE FROM user_mfa")
        copy.execute("DELETE FROM keys")
        copy.commit()
        # What was deleted is otherwise still in the file.
        copy.execute("VACUUM")
        return copy.serialize()


def save(data: Path) -> None:
    kept = data / DATABASE
    # Before pgAdmin's first start. SQLite would create an empty file by looking.
    database = without_secrets(kept if kept.exists() else FRESH)
    with tarfile.open(fileobj=sys.stdout.buffer, mode="w|") as tar:
        entry = tarfile.TarInfo(DATABASE)
        entry.size, entry.mode = len(database), 0o600
        tar.addfile(entry, io.BytesIO(database))
        if (data / STORAGE).exists():
            tar.add(data / STORAGE, STORAGE, filter=lambda one: None if one.name.endswith("/" + PASSWORD_FILE) else one)


def insert_keys(file: Path) -> None:
    """Gives a configuration keys of its own where it has none: those of an image or a backup would be known to others."""
    with closing(sqlite3.connect(file)) as database, database:
        for name in ("CSRF_SESSION_KEY", "SECRET_KEY", "SECURITY_PASSWORD_SALT"):
            if not database.execute("SELECT 1 FROM keys WHERE name = ?", (name,)).fetchone():
                database.execute("INSERT INTO keys (name, value) VALUES (?, ?)", (name, secrets.token_urlsafe(32)))


def restore(data: Path, wanted: str) -> None:
    finish(data)
    unfinished = data / UNFINISHED
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir()
    received = unfinished / "tar"
    with received.open("wb") as file:
        shutil.copyfileobj(sys.stdin.buffer, file)
    # A tar that ends too early can look like a shorter one.
    with received.open("rb") as file:
        if hashlib.file_digest(file, "sha256").hexdigest() != wanted:
            sys.exit("pgadmin: the backup of the volume did not arrive whole; the volume is as it was.")
    with tarfile.open(received) as tar:
        tar.extractall(unfinished, filter="data")
    received.unlink()
    insert_keys(unfinished / DATABASE)
    os.sync()
    unfinished.rename(data / READY)
    finish(data)


def finish(data: Path) -> None:
    """Moves a complete restore to its place; begun again where it was killed."""
    ready = data / READY
    if not ready.exists():
        return
    for name in VOLATILE:
        remove(data / name)
    for new in ready.iterdir():
        remove(data / new.name)
        new.rename(data / new.name)
    ready.rmdir()
    os.sync()


def remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def main() -> None:
    data = Path(os.environ["PGADMIN_DATA"])
    match sys.argv[1:]:
        case ["save"]:
            save(data)
        case ["restore", wanted]:
            restore(data, wanted)
        case _:
            sys.exit(__doc__)


if __name__ == "__main__":
    main()
