# A Slurm of one node on loopback from Debian's packages, for the test only: sourced, gives start_slurm and stop_slurm.
# Everything is below $work/slurm; needs root (slurmd does) and touches no Slurm that is configured elsewhere.

start_slurm() {
  install slurmctld slurmd slurm-client munge
  cluster=$work/slurm
  mkdir -p "$cluster/state" "$cluster/spool"
  # munged refuses a folder that others can write to.
  munge=$(mktemp -d /run/normtag-munge.XXXXXX)
  chmod 755 "$munge"
  head -c 1024 /dev/urandom > "$munge/key"
  chmod 400 "$munge/key"
  chown -R munge: "$munge"
  setpriv --reuid=munge --regid=munge --clear-groups munged --foreground --key-file="$munge/key" --socket="$munge/socket" \
    --pid-file="$munge/pid" --log-file="$munge/log" --seed-file="$munge/seed" > "$cluster/munged.log" 2>&1 &
  daemons=$!
  host=$(hostname -s)
  cat > "$cluster/slurm.conf" <<CONF
ClusterName=normtag
SlurmctldHost=$host(127.0.0.1)
SlurmUser=root
AuthType=auth/munge
AuthInfo=socket=$munge/socket
CredType=cred/munge
CommunicationParameters=NoAddrCache,NoCtldInAddrAny,NoInAddrAny
SlurmctldPort=${SLURMCTLD_PORT:-16817}
SlurmdPort=${SLURMD_PORT:-16818}
SlurmctldPidFile=$cluster/slurmctld.pid
SlurmdPidFile=$cluster/slurmd.pid
StateSaveLocation=$cluster/state
SlurmdSpoolDir=$cluster/spool
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SchedulerParameters=sched_interval=1,bf_interval=1
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
JobCompType=jobcomp/filetxt
JobCompLoc=$cluster/jobs.txt
MpiDefault=none
ReturnToService=2
NodeName=$host NodeAddr=127.0.0.1 CPUs=2 RealMemory=1000
PartitionName=all Nodes=$host Default=YES MaxTime=INFINITE State=UP
CONF
  export SLURM_CONF="$cluster/slurm.conf"
  slurmctld -D > "$cluster/slurmctld.log" 2>&1 &
  daemons="$daemons $!"
  slurmd -D -N "$host" > "$cluster/slurmd.log" 2>&1 &
  daemons="$daemons $!"
  trap stop_slurm EXIT
  for _ in $(seq 60); do
    [ "$(sinfo -h -o %T 2>/dev/null)" = idle ] && return
    sleep 1
  done
  tail -n 5 "$cluster"/*.log >&2
  echo "slurm: the node does not come up" >&2
  exit 1
}

stop_slurm() {
  kill $daemons 2>/dev/null || true
  wait 2>/dev/null || true
  rm -rf "$munge"
}
