"""Asks the service for the number of flights."""

import os
import urllib.request

with urllib.request.urlopen(os.environ["FLIGHTS_URL"], timeout=5) as answer:
    print("flights:", answer.read().decode().strip())
