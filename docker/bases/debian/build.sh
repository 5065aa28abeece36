#!/usr/bin/env bash
# Builds a stand-in for debian:trixie-slim from Debian's own packages, for machines that reach no image registry.
#
#   docker/bases/debian/build.sh IMAGE [ARCHITECTURE]      e.g. datastack.local/debian:trixie-slim
#
# Another architecture than the machine's own, in Debian's word for it, needs an emulator:
# docker/bases/emulated.sh.
# Needs root and debootstrap (`stack engine install` brings it). Takes the mirror from the machine's own apt configuration.
set -euo pipefail

readonly image=${1:?usage: build.sh IMAGE [ARCHITECTURE]} suite=trixie
readonly architecture=${2:-$(dpkg --print-architecture)}

# shellcheck disable=SC2016 # apt expands it
mirror=$(apt-get indextargets --format '$(SITE)' 'Origin: Debian' 'Created-By: Packages' | grep -v security | head -n 1)
root=$(mktemp -d "${TMPDIR:-/tmp}/datastack-base.XXXXXX")
trap 'rm -rf --one-file-system "$root"' EXIT

debootstrap --arch="$architecture" --variant=minbase --include=ca-certificates "$suite" "$root" "${mirror:-http://deb.debian.org/debian}"

# What the official slim image leaves out as well. Licences (copyright files) stay.
rm -rf "$root"/var/lib/apt/lists/* "$root"/var/cache/apt/*.bin "$root"/var/cache/apt/archives/*.deb \
  "$root"/var/log/*.log "$root"/usr/share/locale/* "$root"/usr/share/man/* "$root"/usr/share/info/*
find "$root/usr/share/doc" -depth \( -type f -o -type l \) ! -name copyright -delete
find "$root/usr/share/doc" -depth -type d -empty -delete
cat >"$root/etc/dpkg/dpkg.cfg.d/slim" <<'CONF'
path-exclude /usr/share/doc/*
path-include /usr/share/doc/*/copyright
path-exclude /usr/share/locale/*
path-include /usr/share/locale/locale.alias
path-exclude /usr/share/man/*
path-exclude /usr/share/info/*
CONF

tar --directory "$root" --numeric-owner --sort=name --create . |
  docker import --platform "linux/$architecture" --change 'CMD ["bash"]' --change 'LABEL dev.datastack.standin=true' - "$image"
