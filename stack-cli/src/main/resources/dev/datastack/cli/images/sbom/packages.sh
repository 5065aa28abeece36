# shellcheck shell=sh
# Runs inside an image, with its own tools alone. One line for each package: kind, name, version, licences, architecture.
# Debian's copyright files name each licence in a line of its own, where they are in the form that programs read.
if command -v dpkg-query >/dev/null; then
  dpkg-query -W -f '${Package}\t${Version}\t${Architecture}\n' | while IFS='	' read -r name version architecture; do
    licences=$(sed -n 's/^License: *//p' "/usr/share/doc/$name/copyright" 2>/dev/null | sort -u | tr '\n' ';')
    printf 'deb\t%s\t%s\t%s\t%s\n' "$name" "$version" "$licences" "$architecture"
  done
fi
# The head of METADATA ends with an empty line. Some packages have Windows' line ends.
for metadata in /opt/venv/lib/python3*/site-packages/*.dist-info/METADATA; do
  [ -f "$metadata" ] || continue
  tr -d '\r' < "$metadata" | sed '/^$/q' | awk '
    { value = $0; sub(/^[^:]*: */, "", value) }
    /^Name: / { name = value } /^Version: / { version = value } /^License-Expression: / { expression = value }
    /^License: / { words = value }
    /^Classifier: License :: / { n = split(value, part, " :: "); classifier = classifier part[n] ";" }
    END { printf "pypi\t%s\t%s\t%s\t\n", name, version, expression != "" ? expression : classifier != "" ? classifier : words }'
done
if [ -f /opt/java/release ]; then
  # shellcheck source=/dev/null
  . /opt/java/release
  printf 'generic\topenjdk\t%s\tGPL-2.0-only WITH Classpath-exception-2.0\t\n' "$JAVA_VERSION"
fi
