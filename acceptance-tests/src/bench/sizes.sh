# shellcheck shell=bash
# Sizes of images that are the same in every image store: the bytes of the files in the layers, read out of `docker save`.
# What inspect and history tell is not: packed layers there, blocks of a disk here.

# layer_bytes IMAGE: a line for each layer, the lowest first, with its digest and its bytes.
layer_bytes() {
  local saved layer
  saved=$(mktemp -d)
  docker save "$1" | tar -x -C "$saved"
  docker image inspect -f '{{range .RootFS.Layers}}{{println .}}{{end}}' "$1" | grep . >"$saved/digests"
  # The containerd store ends the file without a new line.
  { sed 's/.*"Layers":\[\([^]]*\)\].*/\1/' "$saved/manifest.json" && echo; } | tr -d '"' | tr ',' '\n' | grep . |
    while read -r layer; do
      tar -tvf "$saved/$layer" | awk '/^-/ { sum += $3 } END { print sum + 0 }'
    done | paste -d ' ' "$saved/digests" -
  rm -rf "$saved"
}

# bytes IMAGE: the sum of its layers.
bytes() { layer_bytes "$1" | awk '{ sum += $2 } END { print sum }'; }
