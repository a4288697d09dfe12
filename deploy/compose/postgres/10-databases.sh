#!/bin/bash
# Runs once, when the data volume is still empty. Makes a database per service, with an owner that can reach no other database.
# Every variable with a password stands for one service: MELDINGEN_DB_WACHTWOORD makes the database and the role meldingen.
set -euo pipefail

voer_uit() { psql --username "$POSTGRES_USER" --dbname postgres --no-psqlrc --quiet -v ON_ERROR_STOP=1 "$@"; }

for wachtwoord in $(compgen -e | grep '_DB_WACHTWOORD$'); do
  dienst=${wachtwoord%_DB_WACHTWOORD}
  voer_uit -v dienst="${dienst,,}" -v wachtwoord="${!wachtwoord:?}" <<'SQL'
CREATE ROLE :"dienst" LOGIN PASSWORD :'wachtwoord';
CREATE DATABASE :"dienst" OWNER :"dienst";
REVOKE CONNECT, TEMPORARY ON DATABASE :"dienst" FROM PUBLIC;
SQL
done

# No service may connect to the server's own databases either.
voer_uit <<'SQL'
REVOKE CONNECT, TEMPORARY ON DATABASE postgres, template1 FROM PUBLIC;
SQL
