#!/usr/bin/env bash
# Makes this machine able to build and run images of another architecture: an emulator (QEMU), and the four base images
# as stand-ins, under a prefix of their own.
#
#   docker/bases/emulated.sh ARCHITECTURE [BASE…]      Debian's and Docker's word for it, e.g. arm64; all four unless told
#
# Afterwards, from the repository's root:
#   BASE_PREFIX=datastack.local/arm64/ DOCKER_DEFAULT_PLATFORM=linux/arm64 docker compose build
#
# As root on Debian, with debootstrap and qemu-user-static. What is there stays, so the second time takes a second. The
# kernel forgets the emulator at the next boot; the images stay until `docker rmi`.
set -euo pipefail
cd "$(dirname "$0")/../.."
readonly architecture=${1:?usage: emulated.sh ARCHITECTURE [BASE…]} kernel=/proc/sys/fs/binfmt_misc
readonly prefix=datastack.local/$architecture/
shift
[ $# -gt 0 ] || set -- debian python temurin postgres

case $architecture in
  arm64) emulator=qemu-aarch64 ;;
  *) emulator=qemu-$architecture ;;
esac

fail() { printf '%s\n' "$*" >&2; exit 1; }

# Tells the kernel what to run such programs with. The emulator is opened now (flag F), so that it is there in containers.
register() {
  [ -e "$kernel/register" ] || mount -t binfmt_misc binfmt_misc "$kernel"
  [ ! -e "$kernel/$emulator" ] || return 0
  [ -s "/usr/lib/binfmt.d/$emulator.conf" ] || fail "No emulator for $architecture. Try: apt-get install qemu-user-static"
  cat "/usr/lib/binfmt.d/$emulator.conf" >"$kernel/register"
}

# name_of FOLDER: the official image that the recipe in this folder stands in for.
name_of() {
  case $1 in
    debian) echo debian:trixie-slim ;;
    python) echo python:3.13-slim-trixie ;;
    temurin) echo eclipse-temurin:25-jdk ;;
    postgres) echo postgres:17 ;;
    *) fail "No recipe in docker/bases for '$1': debian, python, temurin or postgres" ;;
  esac
}

make() {
  local image
  image=$prefix$(name_of "$1")
  if docker image inspect "$image" >/dev/null 2>&1; then return; fi
  case $1 in
    debian) docker/bases/debian/build.sh "$image" "$architecture" ;;
    *) docker build --progress plain --platform "linux/$architecture" --build-arg BASE_PREFIX="$prefix" --tag "$image" "docker/bases/$1" ;;
  esac
}

register
for base in "$@"; do make "$base"; done
