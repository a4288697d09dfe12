#!/usr/bin/env bash
# What supervisord runs for each process: writes down the pid (so that the next run.sh finds it, should supervisord be killed),
# takes the settings of this process, and becomes it.
# Usage: dienst.sh <data directory> <name> <dll>
set -euo pipefail
echo $$ >"$1/pids/$2.pid"
set -a
source "$1/env/$2.env"
cd "$(dirname "$3")"
exec dotnet "$3"
