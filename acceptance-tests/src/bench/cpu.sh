# shellcheck shell=bash
# Sourced by the benchmarks: CPU seconds of containers, from the engine's control groups. Linux, as root.

# container_cpu ID: what the container's own group has used. Its first process names the group: version 2 has one line,
# version 1 one for each controller.
container_cpu() {
  local pid group
  pid=$(docker inspect -f '{{.State.Pid}}' "$1")
  group=$(sed -n 's/^[0-9]*:\([a-z,]*cpuacct[a-z,]*\):\(.*\)/\1\2/p' "/proc/$pid/cgroup")
  if [ -n "$group" ]; then
    awk '{ print $1 / 1e9 }' "/sys/fs/cgroup/$group/cpuacct.usage"
  else
    awk '$1 == "usage_usec" { print $2 / 1e6 }' "/sys/fs/cgroup$(sed -n 's/^0:://p' "/proc/$pid/cgroup")/cpu.stat"
  fi
}

# process_cpu PID: what the process has used.
process_cpu() { sed 's/.*) //' "/proc/$1/stat" | awk -v ticks="$(getconf CLK_TCK)" '{ print ($12 + $13) / ticks }'; }

minus() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.3f", a - b }'; }
