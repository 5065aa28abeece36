#!/bin/sh
# The node's first process, started by lab.sh in new namespaces: mounts, network, then the parts of Kubernetes.
#   node.sh FOLDER
set -eu
here=$(cd "$(dirname "$0")" && pwd)
# The new namespace still has the machine's /proc, where this process has the number that others know it by.
read -r pid rest < /proc/self/stat
mount -t proc proc /proc

# Programs find sockets of the machine's engine in /run, so the node has its own. There, the folder has a fixed path: the
# files of settings need no templates.
mount -t tmpfs tmpfs /run
mkdir -p /run/lab /run/lab-settings
mount --bind "$1" /run/lab
mount --bind "$here" /run/lab-settings
mount --make-rshared /
# A kubelet changes settings of the kernel, which all of the machine would share. It shall write into copies.
for setting in vm/overcommit_memory vm/panic_on_oom kernel/panic kernel/panic_on_oops kernel/keys/root_maxkeys \
  kernel/keys/root_maxbytes; do
  copy=/run/settings/$setting
  mkdir -p "$(dirname "$copy")"
  cat "/proc/sys/$setting" > "$copy"
  mount --bind "$copy" "/proc/sys/$setting"
done
cd /run/lab/pki

# A bridge is the node's network: lab.sh connects others to it, and nothing connects it to the machine's.
hostname node
ip link set lo up
ip link add lan type bridge
ip addr add 10.202.0.1/24 dev lan
ip link set lan up
# Without a route, a connection to the address of a Service is refused before kube-proxy's rules see it.
ip route add default dev lan
# Frames between two pods pass through the bridge. Only so do they also pass the rules, and with them the NetworkPolicies.
echo 1 > /proc/sys/net/bridge/bridge-nf-call-iptables
echo 1 > /proc/sys/net/ipv4/ip_forward

awk '$3 ~ /^cgroup/ { print $2 }' /proc/mounts | while read -r hierarchy; do
  mkdir -p "$hierarchy/k8s-lab"
  # The old cpuset gives a new group no processors.
  for file in cpuset.cpus cpuset.mems; do
    [ ! -e "$hierarchy/$file" ] || cat "$hierarchy/$file" > "$hierarchy/k8s-lab/$file"
  done
done
mkdir -p /run/lab/volumes/1 /run/lab/volumes/2 /run/lab/volumes/3 /run/lab/volumes/4 /run/lab/volumes/5
: > /run/lab/resolv.conf
printf '%s\n' "$pid" > /run/lab/pid

packages=/run/lab/packages
# ipset's library is beside it, and not among the machine's.
PATH=/run/lab/programs:$packages/usr/sbin:$packages/usr/bin:$PATH
libraries=$(dirname "$(find $packages/usr/lib -name 'libipset.so.*' | head -n 1)")

start() {
  name=$1
  shift
  "$@" >>"/run/lab/log/$name" 2>&1 </dev/null &
}

start etcd etcd --data-dir /run/lab/etcd --log-level warn --unsafe-no-fsync
start kube-apiserver kube-apiserver --etcd-servers http://127.0.0.1:2379 --advertise-address 10.202.0.1 \
  --tls-cert-file apiserver.crt --tls-private-key-file apiserver.key --client-ca-file ca.crt \
  --kubelet-client-certificate apiserver-to-kubelet.crt --kubelet-client-key apiserver-to-kubelet.key \
  --kubelet-preferred-address-types InternalIP --authorization-mode Node,RBAC --service-cluster-ip-range 10.96.0.0/16 \
  --service-account-issuer https://kubernetes.default.svc --service-account-key-file service-accounts.key \
  --service-account-signing-key-file service-accounts.key
start containerd containerd --config /run/lab-settings/containerd.toml
# The others would give up.
until kubectl --kubeconfig admin.conf get --raw /readyz >/dev/null 2>&1; do sleep 1; done

start kube-controller-manager kube-controller-manager --kubeconfig controllers.conf --leader-elect=false \
  --use-service-account-credentials --service-account-private-key-file service-accounts.key --root-ca-file ca.crt
start kube-scheduler kube-scheduler --kubeconfig scheduler.conf --leader-elect=false

start kubelet kubelet --config /run/lab-settings/kubelet.yaml --kubeconfig kubelet.conf --root-dir /run/lab/kubelet \
  --cert-dir /run/lab/kubelet/pki --hostname-override node --node-ip 10.202.0.1
start kube-proxy kube-proxy --kubeconfig proxy.conf --proxy-mode iptables --cluster-cidr 10.244.0.0/16 \
  --hostname-override node --conntrack-max-per-core 0
start coredns coredns -conf /run/lab-settings/Corefile
# Rules that could not be written are written with the next period; by default that is after 5 minutes.
start kube-router env LD_LIBRARY_PATH="$libraries" kube-router --kubeconfig kube-router.conf --hostname-override node \
  --run-firewall=true --run-router=false --run-service-proxy=false --run-loadbalancer=false \
  --service-cluster-ip-range 10.96.0.0/16 --iptables-sync-period 20s
wait
