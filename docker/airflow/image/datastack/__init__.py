"""What this image adds to Airflow: its configuration out of secret files, and a start that explains itself."""


class Refused(Exception):
    """A start that must not go on. Its text says what happened, and what to do next."""
