#!/usr/bin/env bash
# Builds, checks the formatting, and runs all tests against one PostgreSQL and one RabbitMQ of their own.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
source deploy/native/lib.sh

usage() {
  cat <<'TEKST'
Gebruik: ./test.sh [--lang] [project]

  ./test.sh                     bouwt alles, controleert de opmaak en draait alle tests
  ./test.sh Meldingen.Tests     bouwt en draait één testproject (tests/Meldingen.Tests)
  ./test.sh --lang Keten.Tests  met de lange duurproef in plaats van de korte; herhaal een verloop met WMOPLATFORM_SEED=getal

Installeert wat ontbreekt (postgresql, rabbitmq-server) als u root bent. Zijn ConnectionStrings__postgres en
ConnectionStrings__rabbitmq al gezet, dan gebruikt het die servers; virtual hosts gaan dan via de beheer-API van
RabbitMQ (RABBITMQ_MANAGEMENT, standaard poort 15672 van dezelfde machine).
De laatste regel is 'N passed, N failed'; de exitcode is 0 als er tests liepen en alle slaagden.
TEKST
}

project='' given_pg=${ConnectionStrings__postgres:-} given_amqp=${ConnectionStrings__rabbitmq:-}
while (( $# > 0 )); do
  case $1 in
    --help | -h) usage; exit 0 ;;
    --lang) export WMOPLATFORM_LANG=1 ;;
    -*) die "Onbekende optie: $1. Zie ./test.sh --help." ;;
    *)
      project=${1%/}; project=tests/${project#tests/}
      [[ -f $project/${project##*/}.csproj ]] || die "Er is geen testproject $project. Kies uit: $(ls tests | grep '\.Tests$' | tr '\n' ' ')"
      ;;
  esac
  shift
done

need_dotnet
mkdir -p artifacts
servers=$PWD/artifacts/testservers-$$
output=$(mktemp)
starting='' passed=0 failed=0

finish() {
  local status=$?
  trap - EXIT INT TERM
  [[ -z $starting ]] || wait "$starting" || true
  if [[ -d $servers ]]; then deploy/native/servers.sh stop "$servers" --wipe || true; fi
  rm -f "$output"
  echo "$passed passed, $failed failed"
  exit "$status"
}
trap finish EXIT
trap 'exit 130' INT TERM

if [[ -n $given_pg && -n $given_amqp ]]; then
  meld "De servers uit ConnectionStrings__postgres en ConnectionStrings__rabbitmq worden gebruikt."
else
  only=()
  [[ -z $given_pg ]] || only=(--amqp-only)
  [[ -z $given_amqp ]] || only=(--pg-only)
  deploy/native/servers.sh install "${only[@]}"
fi
if [[ -d tests/Browser.Tests ]] && ! command -v chromium >/dev/null && [[ -z $project || $project == tests/Browser.Tests ]]; then
  apt_install chromium
fi

if [[ -z $project ]]; then
  # Layout is checked here; code style is an error in the build itself (EnforceCodeStyleInBuild).
  meld "Opmaak controleren …"
  dotnet format whitespace --folder . --exclude artifacts --verify-no-changes || die "De opmaak klopt niet. Herstel met: dotnet format whitespace --folder . --exclude artifacts"
fi

# The servers need a few seconds, in which the build is busy anyway.
if [[ -z $given_pg || -z $given_amqp ]]; then deploy/native/servers.sh start "$servers" "${only[@]}" --with $$ & starting=$!; fi

meld "Bouwen …"
dotnet build "${project:-WmoPlatform.Native.slnf}" -v q --nologo -clp:NoSummary || die "Het bouwen is niet gelukt."

if [[ -n $starting ]]; then
  wait "$starting" || die "De servers voor de tests starten niet."
  starting=''
  if [[ -z $given_pg ]]; then
    export ConnectionStrings__postgres
    ConnectionStrings__postgres=$(source "$servers/postgres.env" && echo "Host=$PGHOST;Port=$PGPORT;Username=$PGUSER;Password=$PGPASSWORD;Database=postgres")
  fi
  if [[ -z $given_amqp ]]; then
    export ConnectionStrings__rabbitmq WMOPLATFORM_SERVERS=$servers
    ConnectionStrings__rabbitmq=$(source "$servers/rabbitmq.env" && echo "$AMQP_URI")
  fi
fi

meld "Testen …"
# One project at a time: they share two servers and often a small machine; inside a project xunit runs them side by side.
if [[ -n $project ]]; then what=(--project "$project"); else what=(--solution WmoPlatform.Native.slnf --max-parallel-test-modules 1); fi
status=0
dotnet test "${what[@]}" --no-build --no-ansi 2>&1 | tee "$output" || status=$?

count() { awk -v what="$1:" '/^Test run summary/ { inside = 1 } inside && $1 == what { n = $2 } END { print n + 0 }' "$output"; }
passed=$(count succeeded)
failed=$(count failed)
(( status == 0 && passed > 0 && failed == 0 )) || exit $(( status > 0 ? status : 1 ))
