"""Prints the revision that `airflow db migrate` of this version ends at, as a database tells it that was migrated just now."""

import os
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

with tempfile.TemporaryDirectory() as folder:
    database = Path(folder) / "airflow.db"
    settings = {"AIRFLOW_HOME": folder, "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN": f"sqlite:///{database}"}
    subprocess.run(
        [sys.executable, "-m", "airflow", "db", "migrate"], env={**os.environ, **settings}, stdout=sys.stderr, check=True
    )
    ((head,),) = sqlite3.connect(database).execute("SELECT version_num FROM alembic_version")
    print(head)
