"""Takes memory as long as it is given some; at 200 MB it is content, so that it does no harm without a limit either."""

import time

held = []
for megabytes in range(1, 201):
    # A page of memory counts when it is written to, so these are not zeros.
    held.append(b"x" * 1_000_000)
    time.sleep(0.02)
    if megabytes % 20 == 0:
        print(f"holds {megabytes} MB", flush=True)
print("nobody stopped it")
