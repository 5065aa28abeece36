"""Prints the revision that `airflow db migrate` of this version ends at."""

from airflow.utils.db import _get_alembic_config
from alembic.script import ScriptDirectory

print(ScriptDirectory.from_config(_get_alembic_config()).get_current_head())
