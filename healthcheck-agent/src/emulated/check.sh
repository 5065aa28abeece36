#!/usr/bin/env bash
# Builds the agent for another architecture with its own Dockerfile, and runs the suites of the binary against it. An
# emulator (QEMU) stands in for the machine.
#
#   healthcheck-agent/src/emulated/check.sh ARCHITECTURE      Debian's and Docker's word for it, e.g. arm64
#
# From the repository's root, after ./mvnw package. As root on Debian, with debootstrap and qemu-user-static. The first
# time takes some ten minutes, most of them for a base image of that architecture, which is kept; then two.
set -euo pipefail
readonly architecture=${1:?usage: check.sh ARCHITECTURE} kernel=/proc/sys/fs/binfmt_misc
readonly prefix=datastack.local/$architecture/ result=healthcheck-agent/target/native-$architecture

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
  trap 'echo -1 >"$kernel/$emulator"' EXIT
  cat "/usr/lib/binfmt.d/$emulator.conf" >"$kernel/register"
}

bundle() {
  local set
  set=${STACK_CA_BUNDLE-$(sed -n 's/^STACK_CA_BUNDLE=//p' .env 2>/dev/null)}
  printf '%s' "${set:-docker/no-ca-bundle}"
}

[ -f healthcheck-agent/target/c/all.c ] || fail "The generated C is not there. Try: ./mvnw package"
register
docker image inspect "${prefix}debian:trixie-slim" >/dev/null 2>&1 ||
  docker/bases/debian/build.sh "${prefix}debian:trixie-slim" "$architecture"
docker build --progress plain --platform "linux/$architecture" --build-arg BASE_PREFIX="$prefix" \
  --secret "id=ca,src=$(bundle)" --file docker/healthcheck-agent/Dockerfile --output "type=local,dest=$result" healthcheck-agent

file=$PWD/$result/healthcheck
# Bytes 18 and 19 of an ELF file name the machine: 62 is amd64, 183 is arm64.
printf '%s bytes for machine %s\n' "$(stat -c %s "$file")" "$(od -A n -t u2 -j 18 -N 2 "$file" | tr -d ' ')"
./mvnw -B -ntp -pl healthcheck-agent verify -Dprobe.binary="$file" -Dprobe.answers=500 -Dprobe.runs=500 \
  -Dtest=NoUnitTest -Dsurefire.failIfNoSpecifiedTests=false \
  -Dit.test='NativeContractIT,NativeHostileIT,NativeRandomAnswersIT,NativeGoodRunsIT,SizeIT' \
  -Dfailsafe.failIfNoSpecifiedTests=false
