#!/bin/sh
# Stands for an upload that runs on the developer's machine, and takes the password and the key from there.
set -eu
cd "$(dirname "$0")/.."
echo "upload with a password of $(wc -c <deploy/password.txt) bytes and a key of $(wc -c <keys/upload.key)"
