#!/bin/sh
# Deletes from the venv $1 what runs nowhere in this stack.
set -eu
packages=$(find "$1/lib" -maxdepth 2 -type d -name site-packages)
find "$packages" -depth -type d \( -name tests -o -name test -o -name example_dags -o -name __pycache__ \) -exec rm -rf {} +
find "$packages" -type f \( -name '*.pyi' -o -name '*.js.map' -o -name '*.css.map' -o -name '*.pxd' -o -name '*.pyx' \) -delete
