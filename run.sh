#!/usr/bin/env bash
# The whole platform on one Debian machine, without containers: servers, services, gateway and simulators, and a demo that shows it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
source deploy/native/lib.sh

usage() {
  cat <<'TEKST'
Gebruik: ./run.sh [opties]

Start het hele platform op deze machine en speelt twee dossiers na: één met zorg in natura, één met een pgb.
Daarna blijft het draaien tot u Ctrl-C geeft.

  --once       stopt na de twee dossiers; de exitcode zegt of ze gelukt zijn
  --reset      begint met lege gegevens
  --no-demo    speelt geen dossiers na
  --no-build   gebruikt wat al gebouwd is
  --help       deze uitleg

Nodig: Debian 12 of nieuwer, root (voor het installeren van postgresql, rabbitmq-server en supervisor) en .NET SDK 10.
Vrij moeten zijn: de poorten 8080, 8090, 8101 tot en met 8108, 5480 (PostgreSQL) en 5680 (RabbitMQ).
Gegevens en logboeken staan in /var/lib/wmoplatform/<kenmerk van deze map>, of waar WMOPLATFORM_DATA naar wijst.

TEKST
  demo_users
}

demo_users() {
  cat <<'TEKST'
Aanmelden als demogebruiker (client credentials, geheim: demo)
  demo-inwoner  demo-consulent  demo-beslisser  demo-backoffice  demo-aanbieder  demo-beheer  demo-keten  demo-systeem
  Bijvoorbeeld:
  curl -s http://localhost:8090/token -d grant_type=client_credentials -d client_id=demo-consulent -d client_secret=demo
TEKST
}

once=0 reset=0 demo=1 build=1
for option in "$@"; do
  case $option in
    --once) once=1 ;;
    --reset) reset=1 ;;
    --no-demo) demo=0 ;;
    --no-build) build=0 ;;
    --help | -h) usage; exit 0 ;;
    *) die "Onbekende optie: $option. Zie ./run.sh --help." ;;
  esac
done

readonly pg_port=5480 amqp_port=5680
root=$PWD
native=$root/deploy/native
artifacts=${ArtifactsPath:-$root/artifacts}
if [[ -n ${WMOPLATFORM_DATA:-} ]]; then data=$WMOPLATFORM_DATA
elif [[ $EUID == 0 ]]; then data=/var/lib/wmoplatform/$(printf '%s' "$root" | sha256sum | cut -c1-12)
else data=$artifacts/native; fi
mkdir -p "$data"
data=$(cd "$data" && pwd)

# The list of processes: name, project and port.
names=() ; declare -A project port
while read -r name proj number; do
  names+=("$name"); project[$name]=$proj; port[$name]=$number
done < <(grep -E '^[a-z]+ +[A-Z]' "$native/services.conf")
dll() { echo "$artifacts/bin/$1/release/WmoPlatform.$1.dll"; }

supervisor='' servers=''
ok() { printf '  %-34s %s\n' "$1" "$2"; }

# ---------------------------------------------------------------------------------------------------- stopping

end_process() { # <pid file> <text in its command line> <seconds>
  if alive "$1" "$2"; then
    local pid
    pid=$(<"$1")
    kill -TERM "$pid" 2>/dev/null || true
    wait_until "$3" not_alive "$1" "$2" || kill -KILL "$pid" 2>/dev/null || true
  fi
  rm -f "$1"
}
not_alive() { ! alive "$@"; }

stop_everything() {
  local name
  # supervisord stops its children in an orderly way; those that outlive it (it was killed) are found by their pid files.
  end_process "$data/supervisord.pid" "$data/supervisord.conf" 60
  for name in "${names[@]}"; do end_process "$data/pids/$name.pid" "WmoPlatform.${project[$name]}.dll" 20; done
  "$native/servers.sh" stop "$data"
}

finish() {
  local status=$?
  trap '' INT TERM
  trap - EXIT
  if (( started )); then
    meld
    meld "Stoppen …"
    [[ -z $servers ]] || wait "$servers" 2>/dev/null || true
    stop_everything || true
    rm -f "$data/run.pid"
    meld "Alles is gestopt. De gegevens staan in $data"
  fi
  exit "$status"
}
started=0
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# ---------------------------------------------------------------------------------------------------- before the start

if alive "$data/run.pid" run.sh; then die "Het platform draait al (pid $(<"$data/run.pid")). Stop het daar met Ctrl-C, of met: kill $(<"$data/run.pid")"; fi
need_dotnet
"$native/servers.sh" install
command -v supervisord >/dev/null || apt_install supervisor

if [[ -e $data/supervisord.pid || -e $data/postgres.pid || -e $data/rabbitmq.pid ]]; then
  meld "Er is nog iets van een vorige keer: dat wordt eerst gestopt."
  stop_everything
fi
if (( reset )); then
  [[ -f $data/services.conf || -z $(ls -A "$data") ]] || die "$data is geen gegevensmap van run.sh; die wordt niet gewist."
  # As root the databases may lie elsewhere: only servers.sh knows where.
  "$native/servers.sh" stop "$data" --wipe
  rm -rf "$data"
  mkdir -p "$data"
fi

for number in "$pg_port" "$amqp_port" $(printf '%s\n' "${port[@]}" | sort -n); do
  if port_taken "$number"; then
    owner=$(port_owner "$number")
    die "Poort $number is bezet door ${owner:-een ander proces}. Stop dat eerst, en start dan opnieuw."
  fi
done

# ---------------------------------------------------------------------------------------------------- servers, build, configuration

begin=$SECONDS
started=1
echo $$ >"$data/run.pid"
cp "$native/services.conf" "$data/services.conf"
mkdir -p "$data"/{env,pids,logs,keten,post}
echo "WmoPlatform starten (gegevens en logboeken in $data)"

"$native/servers.sh" start "$data" --pg-port "$pg_port" --amqp-port "$amqp_port" &
servers=$!

if (( build )); then
  filter=$artifacts/native.slnf
  mkdir -p "$artifacts"
  {
    printf '{"solution":{"path":"%s","projects":[' "$(realpath --relative-to="$artifacts" WmoPlatform.sln)"
    comma=''
    for proj in "${project[@]}" Demo; do
      printf '%s"%s"' "$comma" "$(find src deploy -name "$proj.csproj" -print -quit)"; comma=,
    done
    printf ']}}\n'
  } >"$filter"
  dotnet build "$filter" -c Release -v q --nologo -clp:NoSummary >"$data/logs/bouwen.log" 2>&1 || { cat "$data/logs/bouwen.log"; die "Het bouwen is niet gelukt."; }
  ok "Gebouwd" "na $((SECONDS - begin)) s"
fi
for name in "${names[@]}"; do
  [[ -f $(dll "${project[$name]}") ]] || die "$(dll "${project[$name]}") ontbreekt. Start zonder --no-build."
done

wait "$servers" || die "De servers starten niet. Zie de melding hierboven."
servers=''
source "$data/postgres.env"
source "$data/rabbitmq.env"
ok "PostgreSQL en RabbitMQ" "klaar na $((SECONDS - begin)) s"

[[ -s $data/sleutel ]] || (umask 077; head -c 32 /dev/urandom | base64 -w 0 >"$data/sleutel")

settings() { # <name>: the settings of 'alle' and of this process, filled in, ready to be sourced
  local line
  awk -v name="$1" '/^[a-z]/ { inside = ($1 == "alle" || $1 == name) } inside && /^  / { sub(/^ +/, ""); print }' "$native/services.conf" |
    while IFS= read -r line; do
      line=${line//'{postgres}'/"Host=$PGHOST;Port=$PGPORT;Username=$PGUSER;Password=$PGPASSWORD;Database=$1"}
      line=${line//'{rabbitmq}'/$AMQP_URI}
      line=${line//'{sleutel}'/$(<"$data/sleutel")}
      line=${line//'{data}'/$data}
      line=${line//'{naam}'/$1}
      line=${line//'{poort}'/${port[$1]}}
      printf '%s=%q\n' "${line%%=*}" "${line#*=}"
    done
}

present=$("$native/servers.sh" psql "$data" -Atc 'select datname from pg_database')
cat >"$data/supervisord.conf" <<CONF
[supervisord]
nodaemon=true
logfile=$data/logs/supervisord.log
pidfile=$data/supervisord.pid
childlogdir=$data/logs
CONF
for name in "${names[@]}"; do
  (umask 077; settings "$name" >"$data/env/$name.env")
  if grep -q "^ConnectionStrings__$name=" "$data/env/$name.env" && ! grep -qx "$name" <<<"$present"; then
    "$native/servers.sh" psql "$data" -qc "create database $name"
  fi
  cat >>"$data/supervisord.conf" <<CONF

[program:$name]
command="$native/dienst.sh" "$data" $name "$(dll "${project[$name]}")"
redirect_stderr=true
stdout_logfile=$data/logs/$name.log
stdout_logfile_maxbytes=20MB
stdout_logfile_backups=1
autorestart=true
startretries=20
stopsignal=TERM
stopwaitsecs=30
CONF
done

# ---------------------------------------------------------------------------------------------------- services

ready() { # <port>
  local first
  { exec 3<>"/dev/tcp/localhost/$1"; } 2>/dev/null || return 1
  printf 'GET /health/ready HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' >&3
  IFS= read -r -t 5 -u 3 first || first=''
  exec 3>&-
  [[ $first == *' 200 '* ]]
}

# A session of its own: Ctrl-C comes here, and this script stops the rest in order.
setsid supervisord -n -c "$data/supervisord.conf" >"$data/logs/supervisord.out" 2>&1 </dev/null &
supervisor=$!
waiting=("${names[@]}")
until (( ${#waiting[@]} == 0 )); do
  still=()
  for name in "${waiting[@]}"; do
    if ready "${port[$name]}"; then ok "${project[$name]}" "klaar na $((SECONDS - begin)) s"; else still+=("$name"); fi
  done
  waiting=("${still[@]}")
  if (( ${#waiting[@]} > 0 )); then
    kill -0 "$supervisor" 2>/dev/null || { cat "$data/logs/supervisord.out" >&2; die "supervisord is gestopt. Zie $data/logs/supervisord.log"; }
    if (( SECONDS - begin > 180 )); then
      for name in "${waiting[@]}"; do meld "--- $name:"; tail -n 15 "$data/logs/$name.log" >&2; done
      die "Niet klaar na 3 minuten: ${waiting[*]}. De logboeken staan in $data/logs"
    fi
    sleep 0.2
  fi
done
echo "Het platform is klaar, na $((SECONDS - begin)) s."

# ---------------------------------------------------------------------------------------------------- demo

result=0
if (( demo )); then
  dotnet "$(dll Demo)" || result=$?
fi
if (( once )); then exit "$result"; fi

cat <<TEKST

Adressen
  Catalogus en documentatie van de API's   http://localhost:8080/
  Aanmelden (ketensimulator)               http://localhost:8090/.well-known/openid-configuration
  PostgreSQL                               127.0.0.1:$pg_port  (deploy/native/servers.sh psql $data)
  RabbitMQ                                 127.0.0.1:$amqp_port
  Verstuurde e-mail                        $data/post
  Logboeken                                $data/logs

$(demo_users)

Ctrl-C stopt alles.
TEKST
wait "$supervisor" || die "supervisord is gestopt. Zie $data/logs/supervisord.log"
