#!/bin/sh
# Deletes from a pgAdmin venv what a local pgAdmin never opens. usage: slim.sh VENV
set -eu
packages=$("$1/bin/python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))')
cd "$packages"

rm -rf pgadmin4/docs googleapiclient/discovery_cache/documents azure/mgmt
# boto3 looks for a description of every service it is asked for; the sign-in dialogue asks for these four.
find botocore/data -mindepth 1 -maxdepth 1 -type d \
  ! -name rds ! -name sts ! -name sso ! -name sso-oidc -exec rm -rf {} +
find . -depth -type d \( -name tests -o -name test -o -name regression \) -exec rm -rf {} +
find . -type f \( -name '*.map' -o -name '*.pyi' -o -name '*.c' -o -name '*.h' -o -name '*.pyx' \) -delete
# The symbols of compiled modules are for debuggers and linkers. Libraries that a wheel brings along (*.libs) are left
# alone: what moved them there rewrote their headers, and strip may damage them.
find . -name '*.so' -type f ! -path '*.libs/*' -exec strip --strip-unneeded {} +

# Babel knows a thousand locales; pgAdmin asks it for the languages that it is translated into, and for English.
kept=" root en $(cd pgadmin4/pgadmin/translations && echo */ | tr -d /) "
for file in babel/locale-data/*.dat; do
  language=$(basename "$file" .dat)
  case $kept in
    *" ${language%%_*} "* | *" $language "* | *" ${language%%_*}_"*) ;;
    *) rm "$file" ;;
  esac
done
