#!/bin/sh
# Creates the secrets of the stack file with random values. Those that are there stay: a secret of a Swarm can be neither read
# back nor changed.
set -eu

# One for each value. A service gets it under the name of the file that it looks for, see stack.yaml.
for secret in \
  postgres-password:24 airflow-password:24 etl-password:24 pgadmin-password:24 \
  airflow-admin-password:12 pgadmin-admin-password:12 \
  fernet-key:32 jwt-secret:48 api-secret-key:48
do
  name=stack-${secret%:*}
  docker secret inspect "$name" > /dev/null 2>&1 && continue
  head -c "${secret#*:}" /dev/urandom | base64 | tr '+/' '-_' | tr -d '\n' | docker secret create "$name" - > /dev/null
  echo "created $name"
done
