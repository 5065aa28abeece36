#!/bin/sh
# Unpacks Debian packages into a folder; nothing is installed.   packages.sh FOLDER
set -eu
# The first release that has them new enough.
release=forky
mkdir -p "$1"
cd "$1"
[ ! -e unpacked ] || exit 0

# shellcheck disable=SC2016 # apt expands it
mirror=$(apt-get indextargets --format '$(SITE)' 'Origin: Debian' 'Created-By: Packages' | grep -v security | head -n 1)
[ -n "$mirror" ] || { echo "packages: no Debian source in the apt configuration to take the mirror from" >&2; exit 1; }
# A configuration for this folder alone: the machine's lists of packages stay as they are.
mkdir -p state/lists/partial cache/archives/partial
printf 'deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] %s %s main\n' "$mirror" "$release" > sources.list
get() { apt-get --quiet=2 --option APT::Sandbox::User=root "$@"; }
newer() {
  get --option Dir::State="$PWD/state" --option Dir::Cache="$PWD/cache" --option Acquire::Languages=none \
    --option Dir::Etc::SourceList="$PWD/sources.list" --option Dir::Etc::SourceParts=/dev/null "$@"
}
newer update
# etcd keeps the cluster's objects. The plugins give a pod its interface and address.
newer download etcd-server containernetworking-plugins
# kube-router starts ipset. In the machine's own version, because it is linked with the machine's libraries.
library=$(apt-cache depends ipset | sed -n 's/.*Depends: \(libipset.*\)/\1/p')
get download ipset "$library"
for package in *.deb; do dpkg --extract "$package" .; done
rm -rf state cache ./*.deb
touch unpacked
