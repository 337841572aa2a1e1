#!/bin/sh
# Counts what a run allocates: the same workload with few and with many runs, each under a counter of allocations (Linux with glibc).
# Fails when more than one run in a hundred allocates. What grows with the first runs (the packages seen, the sets of a draft) has
# grown by the thousandth; hashing is the same each time, as the size of a table of names depends on it.
# Usage: Benchmarks/allocations/count.sh [PATH_OF_DETENTE] [WORKLOAD...]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
program=${1:-.build/release/detente}
[ $# -gt 0 ] && shift
[ $# -gt 0 ] || set -- boulware-4096 micro-4096 three-party-4096 paris
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
compiler=${CC:-$(command -v cc || command -v clang || true)}
[ -n "$compiler" ] || { echo "there is no C compiler; the Debian package gcc has one"; exit 1; }
"$compiler" -O2 -shared -fPIC -o "$scratch/count.so" "$here/count.c"
few=1000 many=11000
status=0
for workload in "$@"; do
  for runs in $few $many; do
    SWIFT_DETERMINISTIC_HASHING=1 LD_PRELOAD="$scratch/count.so" "$program" bench "$workload" --runs $runs --threads 1 --quiet 2>&1 >/dev/null |
      sed -n 's/^allocations //p' >"$scratch/$runs"
  done
  a=$(cat "$scratch/$few") b=$(cat "$scratch/$many")
  echo "$workload: $a allocations in $few runs, $b in $many: $(awk "BEGIN { print ($b - $a) / ($many - $few) }") a run"
  # Printing the result takes one more or less, by its digits, and blocks of runs that are added up together a few.
  [ $((b - a)) -lt 100 ] || status=1
done
exit $status
