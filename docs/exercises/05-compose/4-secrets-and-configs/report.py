"""Signs the report with a secret, and reads from a file of settings what it is about."""

import configparser
import hashlib
import pathlib
import sys

settings = configparser.ConfigParser()
if not settings.read("/etc/report.ini"):
    sys.exit("There are no settings: /etc/report.ini is missing.")
key = pathlib.Path("/run/secrets/signing-key")
if not key.is_file():
    sys.exit("There is no key: /run/secrets/signing-key is missing.")
airport = settings["report"]["airport"]
signature = hashlib.sha256(key.read_bytes() + airport.encode()).hexdigest()[:12]
print(f"Report about {airport}, signed {signature}")
