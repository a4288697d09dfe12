#!/usr/bin/env bash
# Measures the native run: seconds from built programs to ready, and the memory of everything together, ready and after the demo.
# Memory is the sum of PSS: memory that processes share is divided among them. Build first (./run.sh --once does so), and measure on a
# machine that does nothing else.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
source deploy/native/lib.sh

log=$(mktemp)
./run.sh --no-build >"$log" 2>&1 &
run=$!
trap 'kill $run 2>/dev/null || true; wait $run 2>/dev/null || true; rm -f "$log"' EXIT

descendants() { local pid; for pid in "$@"; do echo "$pid"; descendants $(cat /proc/"$pid"/task/*/children 2>/dev/null); done; }
# The orchestrator leaves its parent. Its command line names the process that it follows.
roots() { echo $run; grep -lzxsF -- "$run" /proc/[0-9]*/cmdline | cut -d/ -f3 | while read -r pid; do tr '\0' ' ' 2>/dev/null </proc/"$pid"/cmdline | grep -q -- "--monitor $run " && echo "$pid"; done; }
memory() { # <when>
  descendants $(roots) | sort -un | while read -r pid; do
    pss=$(awk '/^Pss:/ { print $2 }' /proc/"$pid"/smaps_rollup 2>/dev/null) || continue
    echo "${pss:-0} $(tr '\0' ' ' 2>/dev/null </proc/"$pid"/cmdline)"
  done | awk -v when="$1" '
    { kind = /dcp / ? "orchestrator" : /Dashboard/ ? "dashboard" : /AppHost/ ? "AppHost" : /postgres/ ? "PostgreSQL" : /beam|epmd|rabbit/ ? "RabbitMQ" : "processes"
      sum[kind] += $1; n[kind]++; all += $1
      if (kind == "processes") { if (!least || $1 < least) least = $1; if ($1 > most) most = $1 } }
    END { printf "%s: %.0f MB\n", when, all / 1024; for (k in sum) printf "  %-14s %3d  %6.0f MB\n", k, n[k], sum[k] / 1024
          printf "  one process        %6.0f to %.0f MB\n", least / 1024, most / 1024 }'
}

wait_until 600 grep -qE '^Het platform is klaar|^FOUT' "$log" || die "Niet klaar."
grep -E '^Het platform is klaar' "$log" || { cat "$log"; exit 1; }
memory "klaar"
wait_until 600 grep -qE '^Ctrl-C stopt alles|^FOUT' "$log" || die "De demo is niet gespeeld."
memory "na de demo"
