# Functions that the native scripts share. Sourced, never run.

meld() { printf '%s\n' "$*" >&2; }
die() { printf 'FOUT: %s\n' "$*" >&2; exit 1; }

# Asks the kernel whether a process listens on a port: a fresh Debian has neither ss nor lsof.
port_taken() {
  local hex
  printf -v hex '%04X' "$1"
  grep -qsE "^ *[0-9]+: [0-9A-F]+:$hex [0-9A-F]+:[0-9A-F]{4} 0A" /proc/net/tcp /proc/net/tcp6
}

# Name and pid of the process that listens on a port, as far as the caller may see it.
port_owner() {
  local hex inode fd pid
  printf -v hex '%04X' "$1"
  inode=$(awk -v p=":$hex" '$4 == "0A" && $2 ~ p"$" { print $10; exit }' /proc/net/tcp /proc/net/tcp6 2>/dev/null)
  [[ -n $inode ]] || return 0
  for fd in /proc/[0-9]*/fd/*; do
    if [[ $(readlink "$fd" 2>/dev/null) == "socket:[$inode]" ]]; then
      pid=${fd#/proc/}; pid=${pid%%/*}
      printf '%s (pid %s)' "$(cat "/proc/$pid/comm" 2>/dev/null)" "$pid"
      return 0
    fi
  done
}

# Puts a port in a variable. It is below the range that the kernel uses for outgoing connections, so that no connection can take it first.
# Its lock file keeps others that start servers at the same moment from it; the server inherits the lock.
free_port() { # <variable>
  local candidate lock
  for _ in {1..500}; do
    candidate=$((20000 + SRANDOM % 10000))
    if port_taken "$candidate"; then continue; fi
    exec {lock}>"${TMPDIR:-/tmp}/wmoplatform-poort-$candidate" || continue
    if flock -n "$lock"; then printf -v "$1" %s "$candidate"; return; fi
    exec {lock}>&-
  done 2>/dev/null
  die "Er is geen vrije poort gevonden tussen 20000 en 30000."
}

# A pid file can outlive its process, and another process can get the same number. So the command line must match as well.
alive() { # <pid file> <text in the command line>
  local pid
  [[ -r $1 ]] && read -r pid <"$1" && [[ $pid =~ ^[0-9]+$ && $(tr '\0' ' ' 2>/dev/null <"/proc/$pid/cmdline") == *"$2"* ]]
}

# Waits until a command succeeds: <seconds> <command...>
wait_until() {
  local end=$((SECONDS + $1))
  shift
  until "$@"; do
    (( SECONDS < end )) || return 1
    sleep 0.1
  done
}

# Installs Debian packages. The installation may start no system service, because our servers are separate ones.
apt_install() {
  local policy=/usr/sbin/policy-rc.d ours=
  [[ $EUID == 0 ]] || die "Nodig maar niet geïnstalleerd: $*. Voer dit uit als root, of laat een beheerder 'apt-get install $*' doen."
  command -v apt-get >/dev/null || die "Nodig maar niet geïnstalleerd: $*. Dit is geen Debian: installeer ze zelf."
  meld "Installeren: $* …"
  if [[ ! -e $policy && ! -L $policy ]]; then
    printf '#!/bin/sh\nexit 101\n' >"$policy"
    chmod 755 "$policy"
    ours=$policy
  fi
  local log status=0
  log=$(mktemp)
  {
    apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "$@"
  } >"$log" 2>&1 </dev/null || status=$?
  [[ -z $ours ]] || rm -f "$ours"
  if (( status != 0 )); then
    tail -n 15 "$log" >&2
    rm -f "$log"
    die "Installeren van $* is niet gelukt. Kijk hierboven waarom, of probeer zelf: apt-get install $*"
  fi
  rm -f "$log"
}

newest() { # the highest version among the paths that exist
  local found
  found=$(ls -d "$@" 2>/dev/null | sort -V | tail -n 1)
  [[ -n $found ]] && echo "$found"
}

need_dotnet() {
  command -v dotnet >/dev/null || die "De .NET SDK 10 ontbreekt. Installeer die (https://dotnet.microsoft.com/download/dotnet/10.0) en zet dotnet in het PATH."
  dotnet --version >/dev/null 2>&1 || die "De .NET SDK past niet bij global.json: nodig is versie 10. Aanwezig: $(cd / && dotnet --list-sdks | tr '\n' ' ')"
  # A dozen processes start side by side on a few cores, and compile their code as they go. Mapping that code twice (W^X) and compiling it
  # again for speed (tier 1) during the start took a quarter of the processor's time (docs/measurements.md). Only a developer's machine has
  # these settings: where a service keeps running, it must become fast soon (ADR 0038). The delay is hexadecimal: 8.2 seconds.
  export DOTNET_EnableWriteXorExecute=0 DOTNET_TC_CallCountingDelayMs=2000
}
