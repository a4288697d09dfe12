#!/usr/bin/env bash
# Makes .env from the example, with fresh random secrets. Never overwrites an existing one: its databases would become unreachable.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
target=$(cd "$here/../.." && pwd)/.env

if [[ -e $target ]]; then
  echo "$target bestaat al en blijft zoals het is."
  exit 0
fi

umask 077
password() { LC_ALL=C tr -dc 'A-Za-z0-9' </dev/urandom | head -c 32 || true; }
key() { head -c 32 /dev/urandom | base64 | tr -d '\n'; }
signing_key() { openssl ecparam -name prime256v1 -genkey -noout | openssl pkcs8 -topk8 -nocrypt -outform DER | base64 | tr -d '\n'; }
public_key() { base64 -d <<<"$1" | openssl pkey -inform DER -pubout -outform DER | base64 | tr -d '\n'; }

while IFS= read -r line; do
  case $line in
    SMTP_*) printf '%s\n' "$line" ;; # the mail server's own, for the operator to fill in
    *_WACHTWOORD= | OTLP_SLEUTEL= | DASHBOARD_TOKEN=) printf '%s%s\n' "$line" "$(password)" ;;
    MESSAGING_SLEUTEL=) printf '%s%s\n' "$line" "$(key)" ;;
    *_HANDTEKENING_SLEUTEL=) private=$(signing_key); printf '%s%s\n' "$line" "$private" ;;
    *_HANDTEKENING_OPENBAAR=) printf '%s%s\n' "$line" "$(public_key "$private")" ;; # of the private key on the line before
    *) printf '%s\n' "$line" ;;
  esac
done <"$here/.env.example" >"$target"
# PostgreSQL in its container reads the init scripts as another user. A strict umask at the checkout would keep it out.
chmod -R a+rX "$here/postgres"
echo "$target is gemaakt. Start nu het platform: docker compose up --build"
