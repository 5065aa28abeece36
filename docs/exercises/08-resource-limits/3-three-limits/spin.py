"""Keeps all CPUs busy for two seconds, and prints the kernel's bound and how often it made the programs wait for it."""

import multiprocessing
import os
import pathlib
import time

# Where the kernel counts: version 2 of control groups has cpu.max here, version 1 has a folder for the CPU.
GROUP = pathlib.Path("/sys/fs/cgroup")
IS_NEW = (GROUP / "cpu.max").exists()


def bound():
    names = ["cpu.max"] if IS_NEW else ["cpu/cpu.cfs_quota_us", "cpu/cpu.cfs_period_us"]
    quota, period = " ".join((GROUP / name).read_text() for name in names).split()
    return None if quota in ("max", "-1") else int(quota) / int(period)


def times_held_back():
    lines = (GROUP / ("cpu.stat" if IS_NEW else "cpu/cpu.stat")).read_text().splitlines()
    return next((int(line.split()[1]) for line in lines if line.startswith("nr_throttled ")), 0)


def spin(end):
    while time.monotonic() < end:
        pass


before = times_held_back()
end = time.monotonic() + 2
spinners = [multiprocessing.Process(target=spin, args=(end,)) for _ in range(min(os.cpu_count() or 1, 8))]
for spinner in spinners:
    spinner.start()
for spinner in spinners:
    spinner.join()

# A whole CPU is no bound for a worker on a machine that has one to spare.
if bound() is None or bound() >= 1:
    print("busy for two seconds, and nobody minded")
else:
    # None at all on a machine where so much is going on that it does not get what it may have.
    print(f"{bound():g} CPU at most, held back {times_held_back() - before} times")
