#!/bin/sh
# A network of several machines on one: each node is a network namespace with a cable to a hub, and in the hub there is a
# registry that every node can pull from. Nothing of this machine's own network changes. Needs root, iproute2 and apt.
#
#   network.sh up FOLDER NAME SUBNET NODE…   the hub NAME and the nodes NAME-NODE, for example: up /tmp/lab swarm 10.201.0.0/24 n1 n2
#   network.sh cut FOLDER NODE               unplugs the cable of a node
#   network.sh plug FOLDER NODE              plugs it in again
#   network.sh down FOLDER                   removes all of it
#
# In the subnet the hub is .1, with the registry at port 5000, and the nodes are .11, .12, … FOLDER keeps the registry's
# program, its images and its process ID.
set -eu

# Runs a command in a namespace.
at() {
  namespace=$1
  shift
  nsenter --net="/run/netns/$namespace" "$@"
}

exists() { [ -e "/run/netns/$1" ]; }

hub_up() {
  exists "$name" && return
  ip netns add "$name"
  at "$name" ip link set lo up
  at "$name" ip link add hub type bridge
  at "$name" ip address add "$net.1/24" dev hub
  at "$name" ip link set hub up
}

# node_up NODE NUMBER: a cable is a pair of devices, one end in the hub, the other one in the node.
node_up() {
  exists "$name-$1" && return
  ip netns add "$name-$1"
  at "$name" ip link add "to-$1" type veth peer name eth0 netns "$name-$1"
  at "$name" ip link set "to-$1" master hub up
  at "$name-$1" ip link set lo up
  at "$name-$1" ip address add "$net.$2/24" dev eth0
  at "$name-$1" ip link set eth0 up
  # Programs that look for the address of their machine take that of the default route.
  at "$name-$1" ip route add default via "$net.1"
}

# Debian's package, unpacked here instead of installed.
registry_program() {
  [ -x "$folder/registry/usr/bin/docker-registry" ] && return
  mkdir -p "$folder/registry"
  (cd "$folder/registry" && apt-get -q -o APT::Sandbox::User=root download docker-registry > apt.log)
  dpkg -x "$folder"/registry/docker-registry_*.deb "$folder/registry"
}

registry_runs() { kill -0 "$(cat "$folder/registry.pid" 2> /dev/null)" 2> /dev/null; }

registry_up() {
  registry_runs && return
  registry_program
  cat > "$folder/registry.yml" << END
version: 0.1
storage: {filesystem: {rootdirectory: $folder/images}}
http: {addr: "$net.1:5000"}
log: {level: warn}
END
  setsid nsenter --net="/run/netns/$name" "$folder/registry/usr/bin/docker-registry" serve "$folder/registry.yml" \
    > "$folder/registry.log" 2>&1 < /dev/null &
  echo $! > "$folder/registry.pid"
  until at "$name" ss -Hltn "sport = :5000" | grep -q LISTEN; do
    registry_runs || { cat "$folder/registry.log" >&2; exit 1; }
    sleep 0.1
  done
}

up() {
  if [ ! -e "$folder/network" ] && exists "$name"; then
    echo "network.sh: there is a network $name already, from another folder. First end it: $0 down FOLDER" >&2
    exit 1
  fi
  mkdir -p "$folder"
  echo "$name" > "$folder/network"
  hub_up
  number=11
  for node; do
    node_up "$node" "$number"
    number=$((number + 1))
  done
  registry_up
}

down() {
  [ -e "$folder/network" ] || return 0
  if registry_runs; then kill "$(cat "$folder/registry.pid")"; fi
  ip netns list | cut -d ' ' -f 1 | grep -E "^$name(-|\$)" | while read -r namespace; do
    ip netns delete "$namespace"
  done
  rm -rf "$folder/registry" "$folder/registry.yml" "$folder/registry.log" "$folder/registry.pid" "$folder/images" \
    "$folder/network"
}

do=$1 folder=$2
shift 2
name=$(cat "$folder/network" 2> /dev/null) || true
case $do in
  up)
    name=$1 net=${2%.0/24}
    shift 2
    up "$@"
    ;;
  cut) at "$name" ip link set "to-$1" down ;;
  plug) at "$name" ip link set "to-$1" up ;;
  down) down ;;
  *) sed -n '2,/^set/s/^# \{0,1\}//p' "$0" >&2; exit 2 ;;
esac
