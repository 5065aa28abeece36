#!/bin/sh
# A Kubernetes cluster of one node on this machine, without a virtual machine and without a change to the machine itself.
#
#   lab.sh up FOLDER KUBERNETES COREDNS KUBE-ROUTER   start it with these programs, see docker/test-tools/clients
#   lab.sh load FOLDER IMAGE NAME                     give the node an image of the Docker engine under another name
#   lab.sh join FOLDER CONTAINER ADDRESS              connect a container of the Docker engine to the node's network
#   lab.sh gone FOLDER POD                            wait until the containers of a pod have ended
#   lab.sh at FOLDER COMMAND…                         run a command in the node's network
#   lab.sh down FOLDER                                end it, and delete FOLDER
#
# FOLDER holds all that the node writes, and FOLDER/bin/kubectl speaks to the cluster. The node is one process with its own
# mounts, network, host name and process numbers (node.sh). When that process ends, the kernel ends all processes that it
# started, and removes its mounts and its network.
#
# As root on Debian, with Docker, containerd, runc, iptables, iproute2 and openssl. BASE_PREFIX is the one of .env.example.
set -eu
here=$(cd "$(dirname "$0")" && pwd)

usage() { sed -n 's/^#   //p' "$0" >&2; exit 2; }
fail() { printf 'lab: %s\n' "$*" >&2; exit 1; }

[ $# -ge 2 ] || usage
verb=$1
mkdir -p "$2"
lab=$(cd "$2" && pwd)
shift 2

node() { cat "$lab/pid" 2>/dev/null; }
runs() { [ -n "$(node)" ] && [ -e "/proc/$(node)/ns/net" ]; }
at() { nsenter --target "$(node)" --net --uts "$@"; }

patiently() { # patiently SECONDS COMMAND…: until the command succeeds
  left=$1
  shift
  until "$@" >/dev/null 2>&1; do
    left=$((left - 1))
    [ "$left" -gt 0 ] || fail "this did not succeed in time: $*. The logs are in $lab/log."
    sleep 1
  done
}

up() {
  [ $# = 3 ] || usage
  if runs; then echo "The node runs already."; return; fi
  rm -f "$lab/pid"
  mkdir -p "$lab/bin" "$lab/log" "$lab/programs"
  for part in kube-apiserver kube-controller-manager kube-scheduler kubelet kube-proxy kubectl; do link "$1" $part; done
  link "$2" coredns
  link "$3" kube-router
  cp "$here/kubectl.sh" "$lab/bin/kubectl"
  "$here/packages.sh" "$lab/packages"
  "$here/certificates.sh" "$lab/pki"
  # A session and a log of its own, so that no caller waits for its output.
  setsid unshare --mount --propagation private --net --uts --ipc --pid --fork "$here/node.sh" "$lab" \
    >"$lab/log/node" 2>&1 </dev/null &
  patiently 60 test -s "$lab/pid"
  patiently 60 ctr --address "$lab/containerd.sock" version
  docker build --quiet --build-arg BASE_PREFIX="${BASE_PREFIX-}" --tag k8s-lab/pause:1 "$here/pause" >/dev/null
  load k8s-lab/pause:1 k8s-lab/pause:1
  docker image rm k8s-lab/pause:1 >/dev/null
  patiently 180 "$lab/bin/kubectl" get --raw /readyz
  "$here/cluster.sh" | "$lab/bin/kubectl" apply --filename -
  "$lab/bin/kubectl" wait --for=create --timeout=120s node/node
  "$lab/bin/kubectl" wait --for=condition=Ready --timeout=120s node/node
}

link() { ln -sf "$(realpath "$1")" "$lab/programs/$2"; }

load() {
  [ $# = 2 ] || usage
  docker save "$1" | node_images import --local -
  [ "$1" = "$2" ] || { node_images tag --force "$(full "$1")" "$(full "$2")" && node_images rm "$(full "$1")"; }
}

full() { # The name with its registry, which containerd never leaves out.
  case $1 in
    *.*/* | *:*/* | localhost/*) echo "$1" ;;
    */*) echo "docker.io/$1" ;;
    *) echo "docker.io/library/$1" ;;
  esac
}

node_images() {
  subcommand=$1
  shift
  ctr --address "$lab/containerd.sock" --namespace k8s.io images "$subcommand" "$@" >/dev/null
}

gone() { patiently 120 has_none "$1"; }

has_none() {
  found=$(ctr --address "$lab/containerd.sock" --namespace k8s.io containers list --quiet \
    "labels.\"io.kubernetes.pod.name\"==$1,labels.\"io.cri-containerd.kind\"==container") && [ -z "$found" ]
}

join() {
  target=$(docker inspect --format '{{.State.Pid}}' "$1")
  at ip link add "to-$1" type veth peer name eth1 netns "$target"
  at ip link set "to-$1" master lan up
  nsenter --target "$target" --net ip addr add "$2/24" dev eth1
  nsenter --target "$target" --net ip link set eth1 up
}

down() {
  if runs; then
    pid=$(node)
    kill -KILL "$pid"
    patiently 60 test ! -e "/proc/$pid"
  fi
  awk '$3 ~ /^cgroup/ { print $2 "/k8s-lab" }' /proc/mounts | while read -r group; do
    [ ! -d "$group" ] || find "$group" -depth -type d -exec rmdir {} \;
  done
  rm -rf "$lab"
}

case $verb in
  up | load | join | gone | at | down) "$verb" "$@" ;;
  *) usage ;;
esac
