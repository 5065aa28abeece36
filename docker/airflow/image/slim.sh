#!/bin/sh
# Deletes from the venv $1 what runs nowhere in this stack.
set -eu
packages=$(find "$1/lib" -maxdepth 2 -type d -name site-packages)
find "$packages" -depth -type d \( -name tests -o -name test -o -name example_dags -o -name __pycache__ \) -exec rm -rf {} +
find "$packages" -type f \( -name '*.pyi' -o -name '*.js.map' -o -name '*.css.map' -o -name '*.pxd' -o -name '*.pyx' \) -delete
# The symbols of compiled modules are for debuggers and linkers: half of their bytes. Libraries that a wheel brings along
# (*.libs) are left alone: what moved them there rewrote their headers, and strip may damage them.
find "$packages" -name '*.so' -type f ! -path '*.libs/*' -exec strip --strip-unneeded {} +
