#!/bin/bash
# Runs once, when the data volume is still empty: a database per service, each with an owner that can reach no other.
set -euo pipefail

for dienst in meldingen onderzoek beschikkingen pgb zorgaanbieders eigenbijdrage correspondentie dossiers; do
  psql --username "$POSTGRES_USER" --dbname postgres --no-psqlrc --quiet \
    -v ON_ERROR_STOP=1 -v dienst="$dienst" -v wachtwoord="$DATABASE_WACHTWOORD" <<'SQL'
CREATE ROLE :"dienst" LOGIN PASSWORD :'wachtwoord';
CREATE DATABASE :"dienst" OWNER :"dienst";
REVOKE CONNECT, TEMPORARY ON DATABASE :"dienst" FROM PUBLIC;
SQL
done
