"""Keeps a CPU busy for two seconds, and prints how often the kernel made it wait because its share was used up."""

import pathlib
import time

# Where the kernel counts, in version 2 of control groups and in version 1.
PLACES = ("/sys/fs/cgroup/cpu.stat", "/sys/fs/cgroup/cpu/cpu.stat")


def times_held_back():
    counts = next(path for path in map(pathlib.Path, PLACES) if path.exists()).read_text()
    return next((int(line.split()[1]) for line in counts.splitlines() if line.startswith("nr_throttled ")), 0)


before = times_held_back()
end = time.monotonic() + 2
while time.monotonic() < end:
    pass
times = times_held_back() - before
print(f"held back {times} times" if times else "busy for two seconds, and nobody minded")
