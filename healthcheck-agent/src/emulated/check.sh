#!/usr/bin/env bash
# Builds the agent for another architecture with its own Dockerfile, and runs the suites of the binary against it. An
# emulator (QEMU) stands in for the machine.
#
#   healthcheck-agent/src/emulated/check.sh ARCHITECTURE      Debian's and Docker's word for it, e.g. arm64
#
# From the repository's root, after ./mvnw package. As root on Debian, with debootstrap and qemu-user-static. The first
# time takes some ten minutes, most of them for a base image of that architecture, which is kept; then two.
set -euo pipefail
readonly architecture=${1:?usage: check.sh ARCHITECTURE}
readonly prefix=datastack.local/$architecture/ result=healthcheck-agent/target/native-$architecture

fail() { printf '%s\n' "$*" >&2; exit 1; }

bundle() {
  local set
  set=${STACK_CA_BUNDLE-$(sed -n 's/^STACK_CA_BUNDLE=//p' .env 2>/dev/null)}
  printf '%s' "${set:-docker/no-ca-bundle}"
}

[ -f healthcheck-agent/target/c/all.c ] || fail "The generated C is not there. Try: ./mvnw package"
docker/bases/emulated.sh "$architecture" debian
docker build --progress plain --platform "linux/$architecture" --build-arg BASE_PREFIX="$prefix" \
  --secret "id=ca,src=$(bundle)" --file docker/healthcheck-agent/Dockerfile --output "type=local,dest=$result" healthcheck-agent

file=$PWD/$result/healthcheck
# Bytes 18 and 19 of an ELF file name the machine: 62 is amd64, 183 is arm64.
printf '%s bytes for machine %s\n' "$(stat -c %s "$file")" "$(od -A n -t u2 -j 18 -N 2 "$file" | tr -d ' ')"
./mvnw -B -ntp -pl healthcheck-agent verify -Dprobe.binary="$file" -Dprobe.answers=500 -Dprobe.runs=500 \
  -Dtest=NoUnitTest -Dsurefire.failIfNoSpecifiedTests=false \
  -Dit.test='NativeContractIT,NativeHostileIT,NativeResetIT,NativeRandomAnswersIT,NativeGoodRunsIT,SizeIT' \
  -Dfailsafe.failIfNoSpecifiedTests=false
