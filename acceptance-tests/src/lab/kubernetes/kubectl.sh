#!/bin/sh
# kubectl from within the node's network, which only the node's processes reach. lab.sh puts it into FOLDER/bin.
set -eu
lab=$(dirname "$(dirname "$(realpath "$0")")")
KUBECONFIG=${KUBECONFIG:-$lab/pki/admin.conf}
export KUBECONFIG
exec nsenter --target "$(cat "$lab/pid")" --net "$lab/programs/kubectl" "$@"
