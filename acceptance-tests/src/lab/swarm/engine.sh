#!/bin/sh
# One Docker engine of the lab, as on a machine of its own. A node has namespaces for its network, its processes, its mounts
# and its host name, and in them its own /run. So its dockerd meets nothing of this machine's engine.
#
#   engine.sh start FOLDER NODE   starts it, and waits until it responds at unix://FOLDER/NODE/docker.sock
#   engine.sh kill FOLDER NODE    ends the node as a power failure does: all of its processes at once. Its data stay
set -eu

do=$1 node=$3
# Inside the node, too, the folder has this name.
folder=$(cd "$2" && pwd)
here=$folder/$node
network=$(cat "$folder/network")

# What the node does as its first process. PID 1 of a namespace takes all others with it when it ends.
# shellcheck disable=SC2016 # the node's shell expands it
boot='
  hostname "$1"
  mount -t tmpfs tmpfs /run
  # /sys shows the devices of the network in which it was mounted. The groups of processes below it are those of before.
  mkdir /run/cgroup
  mount --rbind /sys/fs/cgroup /run/cgroup
  mount -t sysfs sysfs /sys
  mount --rbind /run/cgroup /sys/fs/cgroup
  exec docker-init -- dockerd --config-file "$2/daemon.json"'

settings() {
  cat << END
{
  "hosts": ["unix://$here/docker.sock"],
  "data-root": "$here/data",
  "cgroup-parent": "/$network-$node",
  "exec-opts": ["native.cgroupdriver=cgroupfs"],
  "insecure-registries": ["$(sed -n 's/^http: {addr: "\(.*\)"}/\1/p' "$folder/registry.yml")"],
  "log-level": "warn"
}
END
}

running() { kill -0 "$(cat "$here/pid" 2> /dev/null)" 2> /dev/null; }
responds() { docker -H "unix://$here/docker.sock" info > /dev/null 2>&1; }

start() {
  running && return
  mkdir -p "$here"
  settings > "$here/daemon.json"
  rm -f "$here/docker.sock"
  # A mount that this machine removes goes in the node as well (slave); no mount of the node is seen outside.
  setsid nsenter --net="/run/netns/$network-$node" \
    unshare --mount --propagation slave --uts --pid --fork --kill-child --mount-proc \
    sh -c "$boot" boot "$node" "$here" >> "$here/log" 2>&1 < /dev/null &
  echo $! > "$here/pid"
  tries=0
  until responds; do
    tries=$((tries + 1))
    if ! running || [ "$tries" -ge 120 ]; then
      tail -n 20 "$here/log" >&2
      exit 1
    fi
    sleep 0.5
  done
}

kill_all() {
  running || return 0
  pid=$(cat "$here/pid")
  kill -9 "$pid"
  while kill -0 "$pid" 2> /dev/null; do sleep 0.1; done
  rm "$here/pid"
}

case $do in
  start) start ;;
  kill)
    [ -d "$here" ] || { echo "engine.sh: there is no node in $here" >&2; exit 1; }
    kill_all
    ;;
  *) sed -n '2,/^set/s/^# \{0,1\}//p' "$0" >&2; exit 2 ;;
esac
