"""Asks the page of this container, and prints what it answers."""

import urllib.request

with urllib.request.urlopen("http://localhost:8000/", timeout=5) as answer:
    print("answer:", answer.status)
