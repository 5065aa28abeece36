"""Takes memory; at 200 MB it is content, so that it does no harm without a limit either."""

held = []
for _ in range(200):
    # A page of memory counts when it is written to, so these are not zeros.
    held.append(b"x" * 1_000_000)
print(f"holds {len(held)} MB, and nobody stopped it")
