#!/usr/bin/env bash
# Makes the pictures of docs/operations.md from a platform that runs (./run.sh).
#   docs/schermafdrukken.sh 'http://localhost:18888/login?t=…'     the link to the dashboard that run.sh prints
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

link=${1:-}
[[ $link == http*'/login?t='* ]] || { sed -n '2,3s/^# \?//p' "${BASH_SOURCE[0]}"; exit 2; }
if ! command -v "${CHROMIUM:-chromium}" > /dev/null; then
  echo "Installeer eerst chromium: apt-get install chromium"
  exit 1
fi
export CHROMIUM
CHROMIUM=$(command -v "${CHROMIUM:-chromium}")
mkdir -p docs/schermafdrukken
dotnet run --project deploy/native/Schermafdrukken -- "$link" "$PWD/docs/schermafdrukken"
