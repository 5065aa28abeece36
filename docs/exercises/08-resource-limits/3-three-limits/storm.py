"""Starts processes that sleep, 40 at most, and ends them all."""

import subprocess

started = []
try:
    for _ in range(40):
        started.append(subprocess.Popen(["sleep", "20"]))
    print(f"{len(started)} processes, and nobody minded")
except BlockingIOError as refusal:
    print(f"refused after {len(started)} processes: {refusal.strerror}")
finally:
    for process in started:
        process.kill()
        process.wait()
