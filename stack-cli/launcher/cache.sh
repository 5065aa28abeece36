# shellcheck shell=sh
# shellcheck disable=SC2154,SC2034 # root, jar, java, java_home and version come from the file stack, which takes cached
# A cache of the command's classes, as the JVM lays them out in memory. The JVM takes it by itself where it fits, and
# starts without it, and without a word, where it does not: -Xlog:disable.

readonly jvm_options='-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xlog:disable'
caches=$root/stack-cli/target/start

# Sum and size.
checksum() { cksum | tr ' ' -; }

# The option that names the cache of this JVM and this place of the jar, since a JVM refuses that of another place; nothing
# where no release file tells the JVM from others. The name ends with the checksum: JDK 17 crashes on a file that was cut off or damaged. It takes three milliseconds.
find_cache() {
  cache='' cached=''
  [ -r "$java_home/release" ] || return 0
  sum=$(echo "$jar" | cat - "$java_home/release" 2>/dev/null | cksum) || return 0
  cache=$caches/${sum%% *}
  for file in "$cache".*-*; do
    if [ -n "$(find "$file" -newer "$jar" 2>/dev/null)" ] && [ "${file##*.}" = "$(checksum <"$file")" ]; then
      cached=-XX:SharedArchiveFile=$file
      [ "${version%%[.+-]*}" -lt 25 ] || cached=-XX:AOTCache=$file
    fi
  done
}

# Writes the cache while the command runs, with the classes of a status on a docker that answers at once. What fails here
# is no matter to anyone: the marker stays then, and it is tried again on another day, or with another jar.
make_cache() {
  making=$cache.making
  mkdir -p "$caches" 2>/dev/null || return 0
  find "$making" \( -mtime +0 -o ! -newer "$jar" \) -exec rm -f {} + 2>/dev/null || :
  (set -C && : >"$making") 2>/dev/null || return 0
  (record && keep) </dev/null >/dev/null 2>&1 &
}

# First without, so that what is kept from one run to the next is there; and again, with options by which a JVM refuses a
# cache that does not fit or was not written to its end.
record() {
  if [ "${version%%[.+-]*}" -ge 25 ]; then
    rehearse && rehearse -XX:AOTCacheOutput="$cache.new" && rehearse -XX:AOTCache="$cache.new" -XX:AOTMode=on
  else
    rehearse && rehearse -XX:ArchiveClassesAtExit="$cache.new" && rehearse -XX:SharedArchiveFile="$cache.new" -Xshare:on
  fi
}

rehearse() {
  # shellcheck disable=SC2086 # several options
  (cd "$caches" && PATH=$root/stack-cli/launcher/training:$PATH exec nice "$java" $jvm_options "$@" -Dstack.home="$caches" \
    -Dstack.rehearsal=true -jar "$jar" status)
}

# And removes what belongs to a jar that is gone, and what the rehearsals left.
keep() {
  rm -f "$cache".*-*
  mv -f "$cache.new" "$cache.$(checksum <"$cache.new")"
  rm -rf "$making" "$caches/.stack"
  find "$caches" -type f ! -newer "$jar" -exec rm -f {} +
}
