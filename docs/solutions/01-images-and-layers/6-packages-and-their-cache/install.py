"""Fetches the packages of a list, as pip does it: install.py LIST. A package that the cache has is not fetched again."""

import pathlib
import sys
import time

CACHE = pathlib.Path("/root/.cache/course-packages")
INSTALLED = pathlib.Path("/opt/packages")
LOG = pathlib.Path("/install.log")


def fetch(package):
    """Stands for a download, which takes a while."""
    time.sleep(1)
    return f"NAME = {package!r}\n"


def tell(words):
    """Into a file as well, so that the image says how it was made."""
    print(words, flush=True)
    with LOG.open("a") as log:
        print(words, file=log)


def install(package):
    kept = CACHE / package
    tell(f"{package}: from the cache" if kept.exists() else f"{package}: fetched")
    if not kept.exists():
        kept.write_text(fetch(package))
    (INSTALLED / package).write_text(kept.read_text())


CACHE.mkdir(parents=True, exist_ok=True)
INSTALLED.mkdir(parents=True, exist_ok=True)
for line in pathlib.Path(sys.argv[1]).read_text().split():
    install(line)
