"""Which orchestrator runs this container, so that an error names the commands that help there.

Standard library only: the entry point imports it before every command, and so do the DAGs.
"""

import os

COMPOSE, SWARM, KUBERNETES = "compose", "swarm", "kubernetes"

# What to do, by what went wrong. Each says what the reader of a log can type as it is.
CURES = {
    "secrets": {
        COMPOSE: "The service `secrets` fills this folder before anything else starts. "
        "See what it said: docker compose logs secrets. Then start the stack again: docker compose up -d",
        SWARM: "The stack file lists the secrets of each service, and deploy/swarm/secrets.sh creates them. "
        "See which there are: docker secret ls",
        KUBERNETES: "A Secret is mounted there, with a file for each key, and deploy/kubernetes/secrets.sh creates it. "
        "See which there are: kubectl get secrets. STACK_SECRETS_DIR names another folder",
    },
    "password": {
        COMPOSE: "PostgreSQL sets the passwords from the secrets volume at each of its starts, so start it anew: "
        "docker compose restart postgres, then docker compose up -d",
        SWARM: "PostgreSQL sets the passwords from its secrets at each of its starts, so start it anew: "
        "docker service update --force stack_postgres",
        KUBERNETES: "PostgreSQL sets the passwords from its Secret at each of its starts, so start it anew: "
        "kubectl rollout restart statefulset/postgres. A managed server keeps the password that was set there",
    },
    "set-up": {
        COMPOSE: "The data directory was made without this stack's set-up. See docker compose logs postgres; "
        "docker compose down --volumes starts anew and deletes all data",
        SWARM: "The data directory was made without this stack's set-up. See docker service logs stack_postgres",
        KUBERNETES: "The server was set up without this stack's roles and databases. See kubectl logs "
        "statefulset/postgres; for a managed server run deploy/kubernetes/overlays/managed-postgres/roles.sql",
    },
    "server": {
        COMPOSE: "See docker compose ps postgres and docker compose logs postgres",
        SWARM: "See docker service ps stack_postgres and docker service logs stack_postgres",
        KUBERNETES: "PGHOST and PGPORT name the server. See kubectl get pods and kubectl logs statefulset/postgres",
    },
    "migration": {
        COMPOSE: "It can be run again at any time: docker compose up -d airflow-init",
        SWARM: "The service runs it again by itself. See docker service logs stack_airflow-webserver",
        KUBERNETES: "The pod runs it again by itself. See kubectl logs deployment/airflow-webserver -c airflow-init",
    },
    "no-key": {
        COMPOSE: "Bring back the secrets volume from a backup, or delete the file, and the next start makes a new key: "
        "docker compose run --rm --entrypoint rm secrets /secrets/airflow/fernet-key",
        SWARM: "Create the secret again from a backup, or from 32 random bytes",
        KUBERNETES: "Create the Secret `airflow` again from a backup, or with a key of 32 random bytes",
    },
    "other-key": {
        COMPOSE: "Either bring back the secrets volume that belongs to this data, from a backup, or give up the "
        "connections and variables that were encrypted with the old key: AIRFLOW_ACCEPT_NEW_FERNET_KEY=true "
        "docker compose up -d (each one that is deleted is named in docker compose logs airflow-init)",
        SWARM: "Either create the secret again from a backup, or give up the connections and variables that were "
        "encrypted with the old key: docker service update --env-add AIRFLOW_ACCEPT_NEW_FERNET_KEY=true "
        "stack_airflow-webserver (each one that is deleted is named in docker service logs stack_airflow-webserver)",
        KUBERNETES: "Either create the Secret `airflow` again from a backup, or give up the connections and variables "
        "that were encrypted with the old key: set AIRFLOW_ACCEPT_NEW_FERNET_KEY to true in the container airflow-init "
        "for one start (each one that is deleted is named in its log)",
    },
    "loads": {
        COMPOSE: "docker compose ps etl-service; docker compose logs etl-service",
        SWARM: "docker service ps stack_etl-service; docker service logs stack_etl-service",
        KUBERNETES: "kubectl get pods; kubectl logs deployment/etl-service",
    },
}


def cure(trouble, environment=os.environ):
    """What helps against this trouble where this container runs."""
    return CURES[trouble][here(environment)]


def here(environment=os.environ):
    """Kubernetes tells every container where its API is; a Swarm tells nothing, so its stack file does."""
    if "KUBERNETES_SERVICE_HOST" in environment:
        return KUBERNETES
    return SWARM if environment.get("STACK_ORCHESTRATOR") == SWARM else COMPOSE
