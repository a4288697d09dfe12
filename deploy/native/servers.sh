#!/usr/bin/env bash
# A PostgreSQL and a RabbitMQ of our own, apart from the system's. AppHost runs them in the foreground (run); the tests start and stop them.
# Everything listens on loopback only and can be stopped without touching anything else on the machine.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
self=$here/$(basename "${BASH_SOURCE[0]}")
source "$here/lib.sh"

usage() {
  cat <<'TEKST'
Gebruik: servers.sh <opdracht> [map] [opties]

  install                     installeert wat ontbreekt (postgresql, rabbitmq-server)
  check                       zegt wat ontbreekt, zonder iets te installeren
  run    <map> --pg-only | --amqp-only   draait die server tot SIGTERM of Ctrl-C; wat hij logt gaat naar de uitvoer
  start  <map>                start PostgreSQL en RabbitMQ; schrijft <map>/servers.env
  stop   <map> [--wipe]       stopt precies deze servers; --wipe wist ook hun gegevens
  status <map>                toont of ze draaien en waar
  ctl    <map> <opdracht...>  rabbitmqctl voor deze RabbitMQ
  psql   <map> <opties...>    psql voor deze PostgreSQL

Opties: --pg-only, --amqp-only, --pg-port N, --amqp-port N, --beheer-port N (de beheer-API van RabbitMQ),
        --with PID   stop en wis de servers zodra het proces PID verdwenen is
Een nieuwe server krijgt het wachtwoord uit WMOPLATFORM_WACHTWOORD, of anders uit <map>/wachtwoord.
TEKST
}

# ---------------------------------------------------------------------------------------------------- arguments

(( $# > 0 )) || { usage; exit 2; }
case $1 in --help | -h | help) usage; exit 0 ;; esac
command=$1
shift
dir='' pg=1 amqp=1 pg_port='' amqp_port='' beheer_port='' with_pid='' wipe=0 rest=()
if [[ $command != install && $command != check ]]; then
  [[ ${1:-} && $1 != -* ]] || die "Geef een map voor de servers, bijvoorbeeld: servers.sh $command ./data"
  if [[ $command == start || $command == run ]]; then mkdir -p "$1"; fi
  # Without a folder there is nothing to stop.
  if [[ ! -d $1 ]]; then [[ $command == stop ]] && exit 0; die "Er is geen map $1: start de servers eerst met servers.sh start $1"; fi
  dir=$(cd "$1" && pwd)
  shift
fi
case $command in
  ctl | psql) rest=("$@") ;;
  *)
    while (( $# > 0 )); do
      case $1 in
        --pg-only) amqp=0 ;;
        --amqp-only) pg=0 ;;
        --pg-port) pg_port=$2; shift ;;
        --amqp-port) amqp_port=$2; shift ;;
        --beheer-port) beheer_port=$2; shift ;;
        --with) with_pid=$2; shift ;;
        --wipe) wipe=1 ;;
        *) die "Onbekende optie: $1. Zie servers.sh --help." ;;
      esac
      shift
    done
    ;;
esac

# ---------------------------------------------------------------------------------------------------- what is where

pg_bin=$(newest /usr/lib/postgresql/*/bin) || pg_bin=''
rabbit_bin=$(newest /usr/lib/rabbitmq/bin) || rabbit_bin=''
epmd_bin=$(newest /usr/lib/erlang/erts-*/bin/epmd) || epmd_bin=$(command -v epmd) || epmd_bin=''

if [[ -n $dir ]]; then
  hash=$(printf '%s' "$dir" | sha256sum | cut -c1-12)
  # PostgreSQL refuses to run as root, and the user postgres cannot reach a clone under a home directory of mode 700.
  if [[ $EUID == 0 && $dir != /var/lib/wmoplatform/* ]]; then store=/var/lib/wmoplatform/$hash; else store=$dir; fi
  pg_data=$store/postgres
  pg_env=$dir/postgres.env
  pg_pid=$dir/postgres.pid
  rabbit_dir=$dir/rabbitmq
  rabbit_env=$dir/rabbitmq.env
  rabbit_pid=$dir/rabbitmq.pid
  epmd_pid=$dir/epmd.pid
  node=wmo-$hash@localhost
fi

# setpriv becomes the command itself. runuser would stay behind as its parent, and would freeze along with a paused server.
become_postgres=()
[[ $EUID != 0 ]] || become_postgres=(setpriv --reuid postgres --regid postgres --init-groups)

password() {
  if [[ -n ${WMOPLATFORM_WACHTWOORD:-} ]]; then
    printf '%s' "$WMOPLATFORM_WACHTWOORD"
    return
  fi
  if [[ ! -s $dir/wachtwoord ]]; then
    (umask 077; head -c 18 /dev/urandom | base64 | tr -d '/+=\n' >"$dir/wachtwoord")
  fi
  cat "$dir/wachtwoord"
}

refuse_taken() { # <port> <option>
  if port_taken "$1"; then
    local owner
    owner=$(port_owner "$1")
    die "Poort $1 is bezet door ${owner:-een ander proces}. Stop dat, of kies een andere poort met $2."
  fi
}

missing() {
  if (( pg )) && [[ -z $pg_bin ]]; then echo postgresql; fi
  if (( amqp )) && [[ -z $rabbit_bin ]]; then echo rabbitmq-server; fi
}

install_missing() {
  local packages
  packages=$(missing)
  if [[ -n $packages ]]; then
    apt_install $packages
    exec "$self" "$command" ${dir:+"$dir"} "${original[@]}"
  fi
}

# ---------------------------------------------------------------------------------------------------- PostgreSQL

pg_running() { alive "$pg_pid" "$pg_data"; }
pg_answers() { (source "$pg_env" && PGCONNECT_TIMEOUT=2 "$pg_bin/psql" -XAtqc 'select 1' -d postgres) >/dev/null 2>&1; }

# Makes the data folder when it does not exist yet. Sets $port and $secret.
pg_prepare() {
  port=$pg_port
  secret=$(password)
  if [[ -z $port && -r $pg_env ]]; then port=$(source "$pg_env" && echo "$PGPORT"); fi
  [[ -n $port ]] || free_port port
  refuse_taken "$port" --pg-port

  if [[ ! -s $pg_data/PG_VERSION ]]; then
    mkdir -p "$store"
    [[ $EUID != 0 ]] || { chmod 755 /var/lib/wmoplatform "$store"; install -d -o postgres -g postgres -m 700 "$pg_data"; }
    local secret_file
    secret_file=$(mktemp)
    printf '%s\n' "$secret" >"$secret_file"
    [[ $EUID != 0 ]] || chown postgres "$secret_file"
    "${become_postgres[@]}" "$pg_bin/initdb" -D "$pg_data" -U wmo --pwfile="$secret_file" -A scram-sha-256 -E UTF8 --locale=C.UTF-8 --no-sync \
      >"$dir/initdb.log" 2>&1 || { rm -f "$secret_file"; tail -n 5 "$dir/initdb.log" >&2; die "PostgreSQL kon geen gegevensmap maken. Zie $dir/initdb.log"; }
    rm -f "$secret_file"
  elif [[ $(cat "$pg_data/PG_VERSION") != "$(basename "$(dirname "$pg_bin")")" ]]; then
    die "De gegevens in $pg_data zijn van PostgreSQL $(cat "$pg_data/PG_VERSION"), geïnstalleerd is $pg_bin. Zet ze over met pg_upgrade, of begin opnieuw (--reset)."
  elif [[ $secret != "$(source "$pg_env" 2>/dev/null && echo "$PGPASSWORD")" ]]; then
    # $dir was removed, and with it the secrets that these data need.
    die "De gegevens in $pg_data horen bij een ander wachtwoord: $dir is gewist of vervangen. Begin opnieuw (--reset), of wis ze met: deploy/native/servers.sh stop $dir --wipe"
  fi
  # After kill -9 or a reboot the number in the lock file may belong to another process by now.
  alive "$pg_data/postmaster.pid" "$pg_data" || rm -f "$pg_data/postmaster.pid"
  (umask 077; printf 'export PGHOST=127.0.0.1 PGPORT=%s PGUSER=wmo PGPASSWORD=%s\n' "$port" "$secret" >"$pg_env")
}

# cd: the server must not hold on to a folder that its user cannot read. setsid: Ctrl-C in a terminal is not for the server.
# A statement or a value may be about a person, so the log keeps neither.
pg_exec() {
  cd / && exec setsid "${become_postgres[@]}" "$pg_bin/postgres" -D "$pg_data" -p "$port" -c listen_addresses=127.0.0.1 \
    -c unix_socket_directories= -c max_connections=300 -c shared_buffers=128MB -c max_wal_size=2GB -c timezone=UTC -c log_timezone=UTC -c log_min_messages=warning \
    -c log_error_verbosity=terse -c log_min_error_statement=panic -c log_parameter_max_length_on_error=0
}

pg_start() {
  local port secret
  if pg_running; then return; fi
  pg_prepare
  (pg_exec) >>"$dir/postgres.log" 2>&1 </dev/null &
  local launched=$! end=$((SECONDS + 60))
  until pg_answers; do
    if ! kill -0 "$launched" 2>/dev/null || (( SECONDS >= end )); then
      tail -n 5 "$dir/postgres.log" >&2
      die "PostgreSQL is niet gestart op poort $port. Zie $dir/postgres.log"
    fi
    sleep 0.1
  done
  head -n 1 "$pg_data/postmaster.pid" >"$pg_pid"
}

pg_pids() { local pid; pid=$(cat "$pg_pid"); echo "$pid"; cat "/proc/$pid/task/$pid/children" 2>/dev/null || true; }
pg_gone() { ! pg_running; }

pg_stop() {
  if pg_running; then
    local pid
    pid=$(cat "$pg_pid")
    kill -CONT $(pg_pids) 2>/dev/null || true
    kill -INT "$pid" # fast shutdown; SIGTERM would wait for every client
    wait_until 20 pg_gone || { kill -QUIT "$pid" 2>/dev/null; wait_until 10 pg_gone || kill -KILL "$pid"; }
  fi
  rm -f "$pg_pid"
  if (( wipe )); then rm -rf "$pg_data" "$pg_env" "$dir/postgres.log" "$dir/initdb.log"; fi
}

# ---------------------------------------------------------------------------------------------------- RabbitMQ

rabbit_running() { alive "$rabbit_pid" "$rabbit_dir/home"; }
rabbit_gone() { ! rabbit_running; }
rabbit_fact() { (source "$rabbit_env" && echo "${!1:-}"); } # <name>

# The AMQP handshake: a broker that is up answers the protocol header with a frame.
rabbit_answers() {
  local first
  {
    exec 3<>"/dev/tcp/127.0.0.1/$1" || return 1
    printf 'AMQP\x00\x00\x09\x01' >&3
    IFS= read -r -n 1 -t 2 -u 3 first
  } 2>/dev/null || { exec 3>&- || true; return 1; }
  exec 3>&-
  [[ $first == $'\x01' ]]
}

rabbit_environment() {
  source "$rabbit_env"
  export HOME=$rabbit_dir/home RABBITMQ_NODENAME=$node ERL_EPMD_ADDRESS=127.0.0.1 ERL_EPMD_PORT=$EPMD_PORT \
    RABBITMQ_NODE_PORT=$AMQP_PORT RABBITMQ_NODE_IP_ADDRESS=127.0.0.1 RABBITMQ_DIST_PORT=$DIST_PORT \
    RABBITMQ_MNESIA_BASE=$rabbit_dir/data RABBITMQ_LOG_BASE=$rabbit_dir/log RABBITMQ_PID_FILE=$rabbit_dir/broker.pid \
    RABBITMQ_ENABLED_PLUGINS_FILE=$rabbit_dir/enabled_plugins RABBITMQ_CONFIG_FILE=$rabbit_dir/rabbitmq.conf \
    RABBITMQ_CONF_ENV_FILE=/dev/null LANG=C.UTF-8 \
    RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS='-kernel inet_dist_use_interface {127,0,0,1} +sbwt none +sbwtdcpu none +sbwtdio none' \
    RABBITMQ_CTL_ERL_ARGS='-kernel inet_dist_use_interface {127,0,0,1} +sbwt none'
}

epmd_start() {
  alive "$epmd_pid" "-port $EPMD_PORT" && return
  (cd / && exec setsid "$epmd_bin" -address 127.0.0.1 -port "$EPMD_PORT") >/dev/null 2>&1 </dev/null &
  echo $! >"$epmd_pid"
  wait_until 10 port_taken "$EPMD_PORT" || die "epmd (hoort bij RabbitMQ) is niet gestart op poort $EPMD_PORT."
}

# Writes the settings and sets $port. The first argument goes into the settings as well.
rabbit_prepare() {
  local secret beheer dist epmd
  port=$amqp_port
  secret=$(password)
  beheer=$beheer_port
  if [[ -z $port && -r $rabbit_env ]]; then port=$(rabbit_fact AMQP_PORT); fi
  if [[ -z $beheer && -r $rabbit_env ]]; then beheer=$(rabbit_fact BEHEER_PORT); fi
  [[ -n $port ]] || free_port port
  [[ -n $beheer ]] || free_port beheer
  refuse_taken "$port" --amqp-port
  refuse_taken "$beheer" --beheer-port
  free_port dist
  free_port epmd

  mkdir -p "$rabbit_dir"/{home,data,log}
  # The management API sets up users, rights, policies and queues. It keeps no statistics of its own: those cost more than the rest of it.
  echo '[rabbitmq_management].' >"$rabbit_dir/enabled_plugins"
  (
    umask 077
    cat >"$rabbit_dir/rabbitmq.conf" <<CONF
default_user = wmo
default_pass = $secret
disk_free_limit.absolute = 50MB
raft.wal_max_size_bytes = 67108864
management.tcp.ip = 127.0.0.1
management.tcp.port = $beheer
management_agent.disable_metrics_collector = true
${1:-}
CONF
    {
      printf 'export AMQP_PORT=%s DIST_PORT=%s EPMD_PORT=%s AMQP_USER=wmo AMQP_PASSWORD=%s AMQP_URI=amqp://wmo:%s@127.0.0.1:%s/\n' \
        "$port" "$dist" "$epmd" "$secret" "$secret" "$port"
      printf 'export BEHEER_PORT=%s RABBITMQ_MANAGEMENT=http://127.0.0.1:%s\n' "$beheer" "$beheer"
    } >"$rabbit_env.new"
    # After a crash of the broker alone its epmd may still run.
    if [[ -r $rabbit_env ]] && alive "$epmd_pid" "-port $(source "$rabbit_env" && echo "$EPMD_PORT")"; then
      sed -i "s/EPMD_PORT=[0-9]*/EPMD_PORT=$(source "$rabbit_env" && echo "$EPMD_PORT")/" "$rabbit_env.new"
    fi
    mv "$rabbit_env.new" "$rabbit_env"
  )
  rm -f "$rabbit_dir/broker.pid"
  rabbit_environment
  epmd_start
}

rabbit_exec() { cd / && exec setsid "$rabbit_bin/rabbitmq-server"; }

rabbit_start() {
  local port
  if rabbit_running; then return; fi
  rabbit_prepare
  (rabbit_exec) >>"$rabbit_dir/uitvoer.log" 2>&1 </dev/null &
  local launched=$! end=$((SECONDS + 90))
  until rabbit_answers "$port"; do
    if ! kill -0 "$launched" 2>/dev/null || (( SECONDS >= end )); then
      tail -n 8 "$rabbit_dir/uitvoer.log" >&2
      die "RabbitMQ is niet gestart op poort $port. Zie $rabbit_dir/log en $rabbit_dir/uitvoer.log"
    fi
    sleep 0.2
  done
  echo "$(<"$RABBITMQ_PID_FILE")" >"$rabbit_pid"
}

# Reads the process group from the kernel: a fresh Debian has no ps. The fields after the name are state, parent and group.
rabbit_group() { sed 's/.*) //' "/proc/$(cat "$rabbit_pid")/stat" | cut -d ' ' -f 3; }

epmd_stop() {
  if [[ -r $rabbit_env ]] && alive "$epmd_pid" "-port $(source "$rabbit_env" && echo "$EPMD_PORT")"; then
    kill "$(cat "$epmd_pid")" 2>/dev/null || true
  fi
  rm -f "$epmd_pid"
}

rabbit_stop() {
  # This script may have been killed before it wrote the broker's pid. The broker writes a pid file of its own.
  [[ -s $rabbit_pid || ! -s $rabbit_dir/broker.pid ]] || cp "$rabbit_dir/broker.pid" "$rabbit_pid"
  if rabbit_running; then
    local group
    group=$(rabbit_group)
    kill -CONT -- "-$group" 2>/dev/null || true
    kill -TERM "$(cat "$rabbit_pid")"
    wait_until 20 rabbit_gone || kill -KILL -- "-$group"
  fi
  rm -f "$rabbit_pid"
  epmd_stop
  if (( wipe )); then rm -rf "$rabbit_dir" "$rabbit_env"; fi
}

ctl() { (rabbit_environment && exec "$rabbit_bin/rabbitmqctl" -q "$@"); }

# ---------------------------------------------------------------------------------------------------- both

both() { # <verb>: PostgreSQL and RabbitMQ side by side; fails when one of them does
  local status=0 jobs=() job
  if (( pg )); then (flock 9; "pg_$1" 9>&-) 9>>"$dir/postgres.lock" & jobs+=($!); fi
  if (( amqp )); then (flock 9; "rabbit_$1" 9>&-) 9>>"$dir/rabbitmq.lock" & jobs+=($!); fi
  for job in "${jobs[@]}"; do wait "$job" || status=1; done
  (umask 077; cat "$pg_env" "$rabbit_env" >"$dir/servers.env.$$" 2>/dev/null || true)
  mv "$dir/servers.env.$$" "$dir/servers.env"
  return $status
}

status() {
  if pg_running; then echo "PostgreSQL draait op 127.0.0.1:$(source "$pg_env" && echo "$PGPORT") (pid $(cat "$pg_pid"))"; else echo "PostgreSQL draait niet"; fi
  if rabbit_running; then echo "RabbitMQ draait op 127.0.0.1:$(rabbit_fact AMQP_PORT) (pid $(cat "$rabbit_pid"))"; else echo "RabbitMQ draait niet"; fi
  pg_running && rabbit_running
}

# The caller may be killed without a chance to stop its servers.
watch_over() {
  (
    cd /
    exec setsid bash -c 'while kill -0 "$1" 2>/dev/null; do sleep 1; done; exec "$2" stop "$3" --wipe' wacht "$with_pid" "$self" "$dir"
  ) >/dev/null 2>&1 </dev/null &
}

# ---------------------------------------------------------------------------------------------------- in the foreground

# Runs one server until SIGTERM, SIGINT or SIGHUP: a resource of AppHost. A server that an earlier, killed run left behind stops first.
run() {
  local port secret launched status=0 ending=0
  (( pg + amqp == 1 )) || die "Kies met run één server: --pg-only of --amqp-only."
  both stop
  trap 'ending=1' TERM INT HUP
  if (( pg )); then
    pg_prepare
    (pg_exec) </dev/null &
    launched=$!
    echo "$launched" >"$pg_pid"
  else
    rabbit_prepare 'log.console = true
log.file = false'
    (rabbit_exec) </dev/null &
    launched=$!
    # A request to stop waits until the broker has written its pid file.
    while [[ ! -s $RABBITMQ_PID_FILE ]] && kill -0 "$launched" 2>/dev/null; do sleep 0.1; done
    cp "$RABBITMQ_PID_FILE" "$rabbit_pid" 2>/dev/null || true
  fi
  (( ending )) || wait "$launched" || status=$?
  both stop
  wait "$launched" 2>/dev/null || true
  (( ending )) || exit "$status"
}

original=()
(( pg )) || original+=(--amqp-only)
(( amqp )) || original+=(--pg-only)
[[ -z $pg_port ]] || original+=(--pg-port "$pg_port")
[[ -z $amqp_port ]] || original+=(--amqp-port "$amqp_port")
[[ -z $beheer_port ]] || original+=(--beheer-port "$beheer_port")
[[ -z $with_pid ]] || original+=(--with "$with_pid")

case $command in
  install) install_missing ;;
  check)
    packages=$(missing)
    [[ -z $packages ]] || die "Nodig maar niet geïnstalleerd:" $packages
    ;;
  run) run ;;
  start)
    install_missing
    password >/dev/null
    # One of the two may start and the other not, so the watch begins before both.
    [[ -z $with_pid ]] || watch_over
    if ! both start; then (( ! wipe )) || both stop; exit 1; fi
    ;;
  stop)
    both stop
    if (( wipe && pg && amqp )); then
      rm -f "$dir"/{servers.env,wachtwoord,postgres.lock,rabbitmq.lock}
      rmdir "$store" "$dir" 2>/dev/null || true
    fi
    ;;
  status) status ;;
  ctl) ctl "${rest[@]}" ;;
  psql) source "$pg_env"; exec "$pg_bin/psql" -X -d postgres "${rest[@]}" ;;
  *) usage; exit 2 ;;
esac
