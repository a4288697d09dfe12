#!/usr/bin/env bash
# Builds, checks the formatting, and runs the tests against one PostgreSQL and one RabbitMQ of their own.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
source deploy/native/lib.sh

usage() {
  cat <<'TEKST'
Gebruik: ./test.sh [opties] [project …]

  ./test.sh                     bouwt alles, controleert de opmaak en draait alle tests
  ./test.sh Meldingen.Tests     bouwt en draait één testproject (tests/Meldingen.Tests)
  ./test.sh --snel Meldingen    hetzelfde, snel: bouwt alleen wat veranderde, en de servers blijven klaarstaan voor de volgende keer.
                                Na een uur zonder gebruik stoppen ze vanzelf; eerder met ./test.sh --stop
  ./test.sh --lang Keten.Tests  met de lange duurproef in plaats van de korte; herhaal een verloop met WMOPLATFORM_SEED=getal
  ./test.sh --herhaal 10 --druk Keten.Tests
                                tien keer achter elkaar, terwijl iets anders alle processorkernen bezet houdt: zo blijkt of een test
                                altijd hetzelfde zegt

Installeert wat ontbreekt (postgresql, rabbitmq-server; nodejs en npm voor de linter van Architecture.Tests) als u root bent. Zijn ConnectionStrings__postgres en
ConnectionStrings__rabbitmq al gezet, dan gebruikt het die servers; virtual hosts gaan dan via de beheer-API van
RabbitMQ (RABBITMQ_MANAGEMENT, standaard poort 15672 van dezelfde machine). Zonder die twee, en zonder geïnstalleerde servers,
starten de tests hun servers zelf met Docker.
De uitvoer van elk project staat na afloop in artifacts/testuitslag.
De laatste regel is 'N passed, N failed'; de exitcode is 0 als er tests liepen en alle slaagden.
TEKST
}

# ---------------------------------------------------------------------------------------------------- arguments

projects=() repeat=1 load=0 fast=0 stop=0
given_pg=${ConnectionStrings__postgres:-} given_amqp=${ConnectionStrings__rabbitmq:-}
while (( $# > 0 )); do
  case $1 in
    --help | -h) usage; exit 0 ;;
    --lang) export WMOPLATFORM_LANG=1 ;;
    --snel) fast=1 ;;
    --stop) stop=1 ;;
    --druk) load=1 ;;
    --herhaal)
      [[ ${2:-} =~ ^[1-9][0-9]*$ ]] || die "Geef na --herhaal hoe vaak, bijvoorbeeld: ./test.sh --herhaal 10 Keten.Tests"
      repeat=$2
      shift
      ;;
    -*) die "Onbekende optie: $1. Zie ./test.sh --help." ;;
    *)
      name=${1%/}; name=${name#tests/}; name=${name%.Tests}.Tests
      [[ -f tests/$name/$name.csproj ]] || die "Er is geen testproject tests/$name. Kies uit: $(ls tests | grep '\.Tests$' | tr '\n' ' ')"
      projects+=("$name")
      ;;
  esac
  shift
done
if (( fast && ${#projects[@]} == 0 && ! stop )); then die "Zeg wat u wilt testen, bijvoorbeeld: ./test.sh --snel Meldingen"; fi

# One compiler for all projects: it starts once and stays warm. It is ours, so that it can be stopped afterwards.
if (( fast || stop )); then compiler=wmoplatform-$(printf '%s' "$PWD" | sha256sum | cut -c1-12); else compiler=wmoplatform-test-$$; fi

stop_compiler() {
  local process
  for process in /proc/[0-9]*; do
    if grep -qs "pipename:$compiler" "$process/cmdline"; then kill "${process#/proc/}" 2>/dev/null || true; fi
  done
}

warm=$PWD/artifacts/testservers
if (( stop )); then
  rm -f "$warm.gebruikt"
  deploy/native/servers.sh stop "$warm" --wipe
  stop_compiler
  meld "De servers voor --snel zijn gestopt."
  exit 0
fi

need_dotnet
results=$PWD/artifacts/testuitslag
mkdir -p "$results"
if (( fast )); then servers=$warm; else servers=$PWD/artifacts/testservers-$$; fi
starting='' burners=() running=() passed=0 failed=0 broken=0

finish() {
  local status=$?
  trap - EXIT INT TERM
  (( ${#burners[@]} == 0 )) || kill "${burners[@]}" 2>/dev/null || true
  (( ${#running[@]} == 0 )) || kill "${running[@]}" 2>/dev/null || true
  (( fast )) || stop_compiler
  [[ -z $starting ]] || wait "$starting" || true
  if (( ! fast )) && [[ -d $servers ]]; then deploy/native/servers.sh stop "$servers" --wipe || true; fi
  echo "$passed passed, $failed failed"
  exit "$status"
}
trap finish EXIT
trap 'exit 130' INT TERM

# ---------------------------------------------------------------------------------------------------- servers

# Starts what was not given. The servers need a few seconds, in which the build is busy anyway.
only=() containers=0
if [[ -n $given_pg && -n $given_amqp ]]; then
  meld "De servers uit ConnectionStrings__postgres en ConnectionStrings__rabbitmq worden gebruikt."
else
  [[ -z $given_pg ]] || only=(--amqp-only)
  [[ -z $given_amqp ]] || only=(--pg-only)
  if [[ $EUID != 0 ]] && ! newest /usr/lib/postgresql/*/bin >/dev/null && docker info >/dev/null 2>&1; then
    containers=1
    meld "PostgreSQL en RabbitMQ draaien in containers van Docker: elk testproject start zijn eigen."
  else
    deploy/native/servers.sh install "${only[@]}"
  fi
fi

start_servers() {
  if (( fast )); then
    # Whoever tests keeps the stamp young; an hour after the last time this process ends, and the servers with it.
    touch "$servers.gebruikt"
    if ! deploy/native/servers.sh status "$servers" >/dev/null 2>&1; then
      setsid bash -c 'cd / && while [[ $(find "$1" -mmin -60 2>/dev/null) ]]; do sleep 30; done' wacht "$servers.gebruikt" >/dev/null 2>&1 </dev/null &
      deploy/native/servers.sh start "$servers" "${only[@]}" --with $!
    fi
  else
    deploy/native/servers.sh start "$servers" "${only[@]}" --with $$
  fi
}

if (( ! containers )) && [[ -z $given_pg || -z $given_amqp ]]; then start_servers & starting=$!; fi

# The linter of the OpenAPI documents (tests/Architecture.Tests/Spectral.cs).
if [[ ${#projects[@]} == 0 || " ${projects[*]} " == *" Architecture.Tests "* ]] && ! command -v node npm >/dev/null; then apt_install nodejs npm; fi

# ---------------------------------------------------------------------------------------------------- build

if (( ${#projects[@]} == 0 )); then
  # Layout is checked here; code style is an error in the build itself (EnforceCodeStyleInBuild).
  meld "Opmaak controleren …"
  dotnet format whitespace --folder . --exclude artifacts --verify-no-changes || die "De opmaak klopt niet. Herstel met: dotnet format whitespace --folder . --exclude artifacts"
  build=(WmoPlatform.sln)
  projects=($(ls tests | grep '\.Tests$'))
else
  build=("${projects[@]/#/tests/}")
fi

meld "Bouwen …"
began=$SECONDS
for what in "${build[@]}"; do
  restore=()
  # Restoring again what was restored costs seconds; what changes in the packages of a project is newer than the result.
  if (( fast )) && assets=artifacts/obj/${what##*/}/project.assets.json && [[ -f $assets ]] &&
    [[ -z $(find Directory.Packages.props Directory.Build.props src tests ServiceDefaults -name '*.csproj' -newer "$assets" -o -name '*.props' -newer "$assets") ]]; then
    restore=(--no-restore)
  fi
  dotnet build "$what" "${restore[@]}" -v q --nologo -clp:NoSummary -p:UseSharedCompilation=true -p:SharedCompilationId="$compiler" || die "Het bouwen is niet gelukt."
done
meld "Gebouwd in $((SECONDS - began)) s."

if [[ -n $starting ]]; then
  wait "$starting" || die "De servers voor de tests starten niet."
  starting=''
  if [[ -z $given_pg ]]; then
    export ConnectionStrings__postgres
    ConnectionStrings__postgres=$(source "$servers/postgres.env" && echo "Host=$PGHOST;Port=$PGPORT;Username=$PGUSER;Password=$PGPASSWORD;Database=postgres")
  fi
  if [[ -z $given_amqp ]]; then
    export ConnectionStrings__rabbitmq RABBITMQ_MANAGEMENT WMOPLATFORM_SERVERS=$servers
    ConnectionStrings__rabbitmq=$(source "$servers/rabbitmq.env" && echo "$AMQP_URI")
    RABBITMQ_MANAGEMENT=$(source "$servers/rabbitmq.env" && echo "$RABBITMQ_MANAGEMENT")
  fi
fi

# ---------------------------------------------------------------------------------------------------- tests

# A number from the summary with which a test program ends: Total, Errors, Failed, Skipped.
count() { sed -n "/ Total: /s/.*[ ,]$2: \([0-9]*\),.*/\1/p" "$1" | tail -n 1 | grep . || echo 0; }

log_of() { if (( repeat == 1 )); then echo "$results/$1.log"; else echo "$results/$1.$2.log"; fi; }

# One line about one project: its numbers and its time, why something was skipped, and all that it said when something failed.
run_project() { # <project> <round>
  local log began=$SECONDS status=0 program line bad skipped
  log=$(log_of "$1" "$2")
  "artifacts/bin/$1/debug/WmoPlatform.$1" -noColor -noLogo -noAutoReporters >"$log" 2>&1 </dev/null &
  program=$!
  trap 'kill "$program" 2>/dev/null || true; exit 143' TERM
  wait "$program" || status=$?
  bad=$(($(count "$log" Failed) + $(count "$log" Errors))) skipped=$(count "$log" Skipped)
  line="$(($(count "$log" Total) - bad - skipped)) geslaagd"
  (( bad == 0 )) || line+=", $bad GEZAKT"
  (( skipped == 0 )) || line+=", $skipped overgeslagen ($(awk '/\[SKIP\]/ { getline; sub(/^ +/, ""); print }' "$log" | sort -u | paste -sd ';'))"
  (( status == 0 || bad > 0 )) || line+=", VOORTIJDIG GESTOPT"
  (( repeat == 1 )) || line="ronde $2: $line"
  printf '  %-24s %4d s  %s\n' "$1" $((SECONDS - began)) "$line" >&2
  (( status == 0 )) || cat "$log" >&2
  return $status
}

# Tests mostly wait for each other's messages: two projects at a time keep two cores busy. A whole platform keeps them busy by itself: those
# projects, the longest first, run one at a time, with the others beside them.
lanes=$(( $(nproc) > 1 ? 2 : 1 ))
platforms=() others=()
for (( round = 1; round <= repeat; round++ )); do
  for name in Keten.Tests AppHost.Tests Verhalen.Tests Telemetrie.Tests; do [[ " ${projects[*]} " != *" $name "* ]] || platforms+=("$name $round"); done
  for name in "${projects[@]}"; do [[ " ${platforms[*]} " == *" $name "* ]] || others+=("$name $round"); done
done
meld "Testen: ${#projects[@]} $( ((${#projects[@]} == 1)) && echo project || echo projecten)$( ((repeat == 1)) || echo ", $repeat keer") …"
if (( load )); then
  for (( i = 0; i < $(nproc); i++ )); do (while :; do :; done) & burners+=($!); done
  meld "Intussen houden ${#burners[@]} processen alle kernen bezet."
fi
rm -f "$results"/*.log
running=() platform=''
while (( ${#platforms[@]} + ${#others[@]} + ${#running[@]} > 0 )); do
  if (( ${#running[@]} < lanes )) && [[ -z $platform ]] && (( ${#platforms[@]} > 0 )); then
    run_project ${platforms[0]} & platform=$! running+=($!)
    platforms=("${platforms[@]:1}")
  elif (( ${#running[@]} < lanes && ${#others[@]} > 0 )); then
    run_project ${others[0]} & running+=($!)
    others=("${others[@]:1}")
  else
    wait -n -p ended "${running[@]}" || broken=1
    [[ $platform != "$ended" ]] || platform=''
    for i in "${!running[@]}"; do [[ ${running[i]} != "$ended" ]] || unset "running[i]"; done
  fi
done

# The failures once more, together: the logs above are long.
for log in "$results"/*.log; do awk '/ \[FAIL\]$/ { print; lines = 12; next } lines-- > 0 && /^      /' "$log" >&2; done

for log in "$results"/*.log; do
  bad=$(($(count "$log" Failed) + $(count "$log" Errors)))
  failed=$((failed + bad))
  passed=$((passed + $(count "$log" Total) - bad - $(count "$log" Skipped)))
done
(( broken == 0 && passed > 0 && failed == 0 )) || exit 1
