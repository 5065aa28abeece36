#!/bin/sh
# One certificate per part of the cluster: its subject is the user (CN) and the group (O) that the API server sees.
#   certificates.sh FOLDER
set -eu
[ ! -e "$1/admin.conf" ] || exit 0
mkdir -p "$1"
cd "$1"
umask 077
server=https://10.202.0.1:6443

key() { openssl ecparam -name prime256v1 -genkey -noout -out "$1.key"; }
signed() { # signed NAME SUBJECT EXTENSION
  key "$1"
  openssl req -new -key "$1.key" -subj "$2" -out "$1.csr"
  printf '%s\n' "$3" > "$1.ext"
  openssl x509 -req -in "$1.csr" -CA ca.crt -CAkey ca.key -CAcreateserial -days 30 -extfile "$1.ext" -out "$1.crt" \
    2>openssl.log
}
client() { # client NAME SUBJECT: a certificate, and the file with which a program finds the API server and itself
  signed "$1" "$2" extendedKeyUsage=clientAuth
  cat > "$1.conf" <<EOF
apiVersion: v1
kind: Config
clusters: [{name: lab, cluster: {server: "$server", certificate-authority: ca.crt}}]
users: [{name: "$1", user: {client-certificate: "$1.crt", client-key: "$1.key"}}]
contexts: [{name: lab, context: {cluster: lab, user: "$1"}}]
current-context: lab
EOF
}

key ca
openssl req -x509 -new -key ca.key -days 30 -subj /CN=lab -out ca.crt
# The first address of the range of the Services is the API server's own.
signed apiserver /CN=kube-apiserver "subjectAltName=IP:10.202.0.1,IP:10.96.0.1,DNS:kubernetes.default.svc"
# Signs the tokens of service accounts.
key service-accounts
client admin /O=system:masters/CN=admin
client apiserver-to-kubelet /O=system:masters/CN=apiserver
client controllers /CN=system:kube-controller-manager
client scheduler /CN=system:kube-scheduler
client kubelet /O=system:nodes/CN=system:node:node
client proxy /CN=system:kube-proxy
client coredns /O=lab:readers/CN=coredns
client kube-router /O=lab:readers/CN=kube-router
