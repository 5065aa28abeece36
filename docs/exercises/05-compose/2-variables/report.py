"""Tells with which settings it runs. A token is never shown, only how long it is."""

import os

print("late after", os.environ["LATE_AFTER_MINUTES"], "minutes")
print("token of", len(os.environ["REPORT_TOKEN"]), "characters")
