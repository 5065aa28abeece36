"""A row that only the right Fernet key can decrypt.

Airflow encrypts the passwords of connections and the values of variables with that key. With another key it starts
all the same and fails later, in whatever task first needs one. The canary finds out at the start.
It has a schema of its own, so that neither `airflow db reset` nor a migration meets a table it does not know.
"""

from cryptography.fernet import Fernet, InvalidToken
from orchestrator import cure

from datastack import Refused

PLAINTEXT = b"local-data-stack"

# Each table that Airflow encrypts in: its key, the columns, and for each the flag that says it is encrypted. These tables
# are Airflow's own, so undocumented.py looks whether they still have all of that.
ENCRYPTED = (
    ("connection", "conn_id", (("password", "is_encrypted"), ("extra", "is_extra_encrypted"))),
    ("variable", "key", (("val", "is_encrypted"),)),
)


def check(connection, key, accept_new_key):
    """True when there is a canary and the key decrypts it, False when there is none yet. Refuses a wrong key."""
    fernet = _fernet(key)
    token = _read(connection)
    if token is None:
        return False
    if _decrypts(fernet, token):
        return True
    if not accept_new_key:
        raise Refused(_wrong_key())
    _forget_undecryptable(connection, fernet)
    write(connection, key)
    print("airflow-init: the new Fernet key is accepted")
    return True


def write(connection, key):
    """Encrypts the canary with this key, in place of an older one."""
    token = _fernet(key).encrypt(PLAINTEXT).decode()
    with connection.cursor() as cursor:
        cursor.execute("CREATE SCHEMA IF NOT EXISTS datastack")
        cursor.execute("CREATE TABLE IF NOT EXISTS datastack.fernet_canary (id int PRIMARY KEY, token text NOT NULL)")
        cursor.execute(
            "INSERT INTO datastack.fernet_canary VALUES (1, %s) ON CONFLICT (id) DO UPDATE SET token = excluded.token",
            (token,),
        )


def _fernet(key):
    try:
        return Fernet(key)
    except ValueError:
        raise Refused(
            f"the secret fernet-key holds no Fernet key (32 bytes in URL-safe base64). {cure('no-key')}"
        ) from None


def _read(connection):
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_regclass('datastack.fernet_canary') IS NOT NULL")
        if not cursor.fetchone()[0]:
            return None
        cursor.execute("SELECT token FROM datastack.fernet_canary")
        row = cursor.fetchone()
        return row and row[0]


def _decrypts(fernet, token):
    try:
        fernet.decrypt(token.encode())
        return True
    except InvalidToken:
        return False


def _wrong_key():
    return (
        "the Fernet key of the secrets is not the one that Airflow's database was encrypted with. The secrets "
        f"were made anew while the data stayed. Nothing was changed. {cure('other-key')}"
    )


def _forget_undecryptable(connection, fernet):
    """Deletes what no key can read any more, in one transaction, and says the name of each."""
    connection.autocommit = False
    with connection, connection.cursor() as cursor:
        for table, name, columns in ENCRYPTED:
            for lost in _undecryptable(cursor, fernet, table, name, columns):
                cursor.execute(f"DELETE FROM public.{table} WHERE {name} = %s", (lost,))
                print(f"airflow-init: deleted the {table} {lost!r}: the new Fernet key does not decrypt it")
    connection.autocommit = True


def _undecryptable(cursor, fernet, table, name, columns):
    pairs = ", ".join(f"{column}, {flag}" for column, flag in columns)
    cursor.execute(f"SELECT {name}, {pairs} FROM public.{table} ORDER BY {name}")
    for row in cursor.fetchall():
        values = zip(row[1::2], row[2::2], strict=True)
        if any(flag and value and not _decrypts(fernet, value) for value, flag in values):
            yield row[0]
