"""Prints which packages are installed."""

import pathlib

print("Installed:", *sorted(file.name for file in pathlib.Path("/opt/packages").iterdir()))
