#!/usr/bin/env bash
# The whole platform on one Debian machine, without containers: installs what is missing, builds, and becomes AppHost.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
source deploy/native/lib.sh

usage() {
  cat <<'TEKST'
Gebruik: ./run.sh [opties]

Start het hele platform op deze machine en speelt twee dossiers na: één met zorg in natura, één met een pgb.
Daarna blijft het draaien tot u Ctrl-C geeft. In het dashboard ziet u wat er gebeurt, en speelt u de dossiers nog eens.

  --once          stopt na de twee dossiers; de exitcode zegt of ze gelukt zijn
  --reset         begint met lege gegevens
  --no-demo       speelt geen dossiers na
  --ggk           laat de berichten met aanbieders over SOAP gaan, zoals bij het echte GGk
  --no-build      gebruikt wat al gebouwd is
  --alleen a,b    start alleen deze diensten, met wat ze nodig hebben; bijvoorbeeld --alleen meldingen,onderzoek
  --help          deze uitleg

Nodig: Debian 12 of nieuwer, root (voor het installeren van postgresql en rabbitmq-server) en .NET SDK 10.
Vrij moeten zijn: de poorten 8080, 8090, 8101 tot en met 8108, 5480 (PostgreSQL), 5680 (RabbitMQ) en 18888 (het dashboard).
Gegevens en logboeken staan in /var/lib/wmoplatform/<kenmerk van deze map>, of waar WMOPLATFORM_DATA naar wijst.
TEKST
}

build=1 options=()
for option in "$@"; do
  case $option in
    --no-build) build=0 ;;
    --help | -h) usage; exit 0 ;;
    *) options+=("$option") ;;
  esac
done

need_dotnet
deploy/native/servers.sh install
artifacts=${ArtifactsPath:-$PWD/artifacts}
if (( build )); then
  meld "Bouwen …"
  mkdir -p "$artifacts"
  dotnet build AppHost -c Release -v q --nologo -clp:NoSummary >"$artifacts/bouwen.log" 2>&1 || { cat "$artifacts/bouwen.log"; die "Het bouwen is niet gelukt."; }
fi
apphost=$artifacts/bin/AppHost/release/WmoPlatform.AppHost.dll
[[ -f $apphost ]] || die "$apphost ontbreekt. Start zonder --no-build."
exec dotnet "$apphost" --native "${options[@]}"
