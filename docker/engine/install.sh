#!/usr/bin/env bash
# Puts a Docker engine with Compose v2 on a bare Debian or Ubuntu machine and starts it.
# `./stack engine install` runs this file; it also works by itself, on a machine without a JDK.
#
#   docker/engine/install.sh           shows the commands, then asks
#   docker/engine/install.sh --yes     does not ask
#   docker/engine/install.sh --print   shows the commands and stops
#
# Exit codes: 0 an engine answers, 1 an installation step failed, 2 usage, 3 this system is not one it can install on.
set -euo pipefail

# Below these, a health check cannot have a start_interval, a volume no subpath, a build no `provenance`.
readonly engine_floor=26 compose_floor=2.40
# Debian releases whose own packages are older than that take them from this suite instead.
readonly newer_suite=forky
# The image store that a new engine gets: containerd's, as Docker Desktop and Engine 29 have it. An engine that has been
# used keeps its own, because it would no longer see its images in the other store.
readonly settings=/etc/docker/daemon.json used=/var/lib/docker/image
readonly engine_log=${STACK_ENGINE_LOG:-/var/log/dockerd.log}

say() { printf 'engine: %s\n' "$*"; }
fail() { printf 'engine: %s\n' "$2" >&2; exit "$1"; }

at_least() { # at_least HAVE WANT: compares dotted versions, a packager's suffix does not count
  [ "$(printf '%s\n%s\n' "$2" "${1%%[-+~]*}" | sort -V | head -n 1)" = "$2" ]
}

engine_version() { docker version --format '{{.Server.Version}}' 2>/dev/null; }
compose_version() { docker compose version --short 2>/dev/null | sed 's/^v//'; }
candidate() { apt-cache policy "$1" 2>/dev/null | sed -n 's/^ *Candidate: \([0-9]*:\)\{0,1\}\([0-9.]*\).*/\2/p'; }

well() {
  local engine compose
  engine=$(engine_version) && compose=$(compose_version) &&
    at_least "$engine" "$engine_floor" && at_least "$compose" "$compose_floor"
}
summary() { printf 'Docker Engine %s with Compose %s' "$(engine_version)" "$(compose_version)"; }

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

# The mirror and the key of the machine's own Debian source: behind a company mirror only that one answers.
debian_source() {
  local uri key
  # shellcheck disable=SC2016 # apt expands it
  uri=$(apt-get indextargets --format '$(SITE)' 'Origin: Debian' 'Created-By: Packages' | grep -v security | head -n 1)
  key=$(sed -n 's/^Signed-By: *//p' /etc/apt/sources.list.d/debian.sources 2>/dev/null | head -n 1)
  [ -n "$uri" ] || fail 3 "no Debian source in the apt configuration to take the mirror from. Add one and run this again."
  printf 'Types: deb\nURIs: %s\nSuites: %s\nComponents: main\nSigned-By: %s\n' \
    "$uri" "$newer_suite" "${key:-/usr/share/keyrings/debian-archive-keyring.gpg}"
}

# Prints the installation as shell commands, one a line: what is shown is what is run.
plan() {
  [ -e "$settings" ] || [ -e "$used" ] ||
    echo "install -d /etc/docker && echo '{\"features\": {\"containerd-snapshotter\": true}}' > $settings"
  packages
}

packages() {
  local compose_package=docker-compose buildx_package=docker-buildx
  # shellcheck disable=SC1091 # the system's own file
  [ "$(. /etc/os-release && echo "$ID")" = ubuntu ] && compose_package=docker-compose-v2
  echo "apt-get update -q"
  if at_least "$(candidate docker.io)" "$engine_floor" && at_least "$(candidate "$compose_package")" "$compose_floor"; then
    echo "apt-get install -q -y --no-install-recommends docker.io $compose_package $buildx_package iptables debootstrap"
    return
  fi
  [ "$compose_package" = docker-compose ] ||
    fail 3 "this release's packages are older than Engine $engine_floor and Compose $compose_floor. Install Docker from https://docs.docker.com/engine/install/ubuntu/ and run this again."
  # Priority 50: nothing else on the machine is upgraded from there.
  # shellcheck disable=SC2028 # the printf of the command expands it
  echo "printf '%s\n' '$(debian_source | sed ':a;N;$!ba;s/\n/'"' '"'/g')' > /etc/apt/sources.list.d/datastack-engine.sources"
  # shellcheck disable=SC2028 # as above
  echo "printf '%s\n' 'Package: *' 'Pin: release n=$newer_suite' 'Pin-Priority: 50' > /etc/apt/preferences.d/datastack-engine"
  echo "apt-get update -q"
  echo "apt-get install -q -y --no-install-recommends docker.io iptables runc debootstrap"
  echo "apt-get install -q -y --no-install-recommends docker.io/$newer_suite containerd/$newer_suite docker-compose/$newer_suite docker-buildx/$newer_suite docker-cli/$newer_suite iptables"
}

start_engine() {
  if [ -d /run/systemd/system ]; then
    as_root systemctl enable --now docker
  else
    # A session, a log and no input of its own, so that no caller waits for its pipes.
    as_root setsid dockerd >>"$engine_log" 2>&1 </dev/null &
  fi
  local tries
  for tries in $(seq 60); do
    if docker info >/dev/null 2>&1; then return 0; fi
    [ $((tries % 10)) = 0 ] && say "waiting for the engine to answer ($tries s)"
    sleep 1
  done
  fail 1 "the engine did not answer within 60 s. Its last lines: $(tail -n 5 "$engine_log" 2>/dev/null || journalctl -u docker -n 5 2>/dev/null). Start it by hand with 'dockerd' to see more."
}

confirm() {
  printf 'engine: these commands will run as root:\n'
  plan | sed 's/^/  /'
  [ "$mode" = --yes ] && return
  [ -t 0 ] || fail 2 "no terminal to ask on. Run it with --yes to go on."
  local answer
  read -r -p 'engine: go on? [y/N] ' answer
  [[ $answer = [yY]* ]] || fail 1 "nothing was changed."
}

mode=${1:-ask}
case $mode in
  ask | --yes | --print) ;;
  -h | --help) sed -n '2,9s/^# \{0,1\}//p' "$0"; exit 0 ;;
  *) fail 2 "unknown argument '$mode'. See --help." ;;
esac

# DOCKER_HOST, DOCKER_CONTEXT or `docker context use` may mean an engine that runs elsewhere, where nothing is installed
# from here. The socket of this machine's own engine is the default of all three.
elsewhere() {
  case ${DOCKER_HOST-} in "" | unix:///var/run/docker.sock) ;; *) echo "DOCKER_HOST=$DOCKER_HOST"; return ;; esac
  local context
  context=$(docker context show 2>/dev/null) || context=
  case $context in "" | default) ;; *) [ -n "${DOCKER_HOST-}" ] || echo "the context '$context'" ;; esac
}

if well; then say "$(summary) answers; nothing to do."; exit 0; fi

other=$(elsewhere)
[ -z "$other" ] || fail 3 "your docker command means another engine ($other), which does not answer. To use this machine's own: unset DOCKER_HOST DOCKER_CONTEXT; docker context use default. Then run this again."

if command -v dockerd >/dev/null && at_least "$(compose_version)" "$compose_floor"; then
  say "installed but not running; starting it."
  start_engine
  well || fail 1 "$(summary) answers, but Engine $engine_floor and Compose $compose_floor are needed. Upgrade it, see docs/troubleshooting.md."
  say "started $(summary)."
  exit 0
fi

grep -qsE '^ID="?(debian|ubuntu)"?$' /etc/os-release ||
  fail 3 "this system is neither Debian nor Ubuntu. Install Docker Engine $engine_floor or newer: https://docs.docker.com/engine/install/"

[ "$mode" = --print ] && { plan; exit 0; }
confirm
started=$SECONDS
export DEBIAN_FRONTEND=noninteractive
plan | while IFS= read -r command; do
  say "$ $command"
  as_root bash -c "$command" >&2 </dev/null || fail 1 "that command failed (see above). Nothing was started."
done
start_engine
well || fail 1 "the packages are installed, but 'docker' answers as $(summary). An older docker first on the PATH? See docs/troubleshooting.md."
say "installed and started $(summary) in $((SECONDS - started)) s."
