#!/bin/bash
# Runs once, when the data volume is still empty: a database per service, each with an owner that can reach no other.
set -euo pipefail

voer_uit() { psql --username "$POSTGRES_USER" --dbname postgres --no-psqlrc --quiet -v ON_ERROR_STOP=1 "$@"; }

for dienst in meldingen onderzoek beschikkingen pgb zorgaanbieders eigenbijdrage correspondentie dossiers; do
  wachtwoord=DATABASE_WACHTWOORD_${dienst^^}
  voer_uit -v dienst="$dienst" -v wachtwoord="${!wachtwoord:?}" <<'SQL'
CREATE ROLE :"dienst" LOGIN PASSWORD :'wachtwoord';
CREATE DATABASE :"dienst" OWNER :"dienst";
REVOKE CONNECT, TEMPORARY ON DATABASE :"dienst" FROM PUBLIC;
SQL
done

# The server's own databases are nobody's meeting place either.
voer_uit <<'SQL'
REVOKE CONNECT, TEMPORARY ON DATABASE postgres, template1 FROM PUBLIC;
SQL
