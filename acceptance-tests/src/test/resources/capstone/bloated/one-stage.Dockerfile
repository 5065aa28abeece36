ARG BASE_PREFIX=
FROM ${BASE_PREFIX}python:3.13-slim-trixie
ENV PGADMIN_DEFAULT_PASSWORD=letmein
COPY stand_in.py /app/
ENTRYPOINT ["python3", "/app/stand_in.py"]
