#!/bin/sh
# A Swarm of three Docker engines on one machine: n1 is the manager, n2 and n3 are workers. Needs root.
#
#   swarm.sh up FOLDER     starts it; then DOCKER_HOST=unix://FOLDER/n1/docker.sock is the manager
#   swarm.sh down FOLDER   removes all of it, images and volumes included
set -eu

do=$1 folder=$2
lab=$(dirname "$0")
nodes='n1 n2 n3'
manager=10.201.0.11

on() {
  node=$1
  shift
  docker -H "unix://$folder/$node/docker.sock" "$@"
}

state() { on "$1" info --format '{{.Swarm.LocalNodeState}}'; }

up() {
  # shellcheck disable=SC2086 # three words
  "$lab/../network.sh" up "$folder" swarm 10.201.0.0/24 $nodes
  for node in $nodes; do "$lab/engine.sh" start "$folder" "$node"; done
  [ "$(state n1)" = active ] || on n1 swarm init --advertise-addr "$manager" > /dev/null
  token=$(on n1 swarm join-token --quiet worker)
  for node in n2 n3; do
    [ "$(state "$node")" = active ] || on "$node" swarm join --token "$token" "$manager:2377" > /dev/null
  done
}

# What the kernel keeps of a node that is gone: its groups of processes, by now without any.
groups_down() {
  for node in $nodes; do
    find /sys/fs/cgroup -depth -type d -path "/sys/fs/cgroup/*swarm-$node*" -exec rmdir {} +
  done
}

down() {
  [ -e "$folder/network" ] || return 0
  for node in $nodes; do
    [ ! -d "$folder/$node" ] || "$lab/engine.sh" kill "$folder" "$node"
    rm -rf "${folder:?}/$node"
  done
  groups_down
  "$lab/../network.sh" down "$folder"
}

case $do in
  up) up ;;
  down) down ;;
  *) sed -n '2,/^set/s/^# \{0,1\}//p' "$0" >&2; exit 2 ;;
esac
