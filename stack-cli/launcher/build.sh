# shellcheck shell=sh
# shellcheck disable=SC2154 # root, jar, lock and fail come from the file stack
# Builds the stack command, shows how far that is, and says why it failed.

# Two at once would write the same files. The lock holds the number of the process that made it, so that one that was
# killed keeps nobody out.
take_lock() {
  mkdir -p "$root/stack-cli/target" || :
  waiting=false empty=0
  until (set -C && echo $$ >"$lock") 2>/dev/null; do
    holder=$(cat "$lock" 2>/dev/null) || holder=''
    if [ -z "$holder" ]; then
      # It is being written this moment; or nothing can be written here, and then Maven will say why.
      empty=$((empty + 1))
      [ $empty -lt 3 ] || break
      sleep 1
    elif kill -0 "$holder" 2>/dev/null; then
      $waiting || echo "stack: another ./stack (process $holder) is building the command; waiting for it" >&2
      waiting=true
      sleep 1
    else
      rm -f "$lock"
    fi
  done
  trap 'rm -f "$lock"' EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM HUP
}

now() { # written over itself on a screen
  if [ -t 2 ]; then printf '\r\033[Kstack: %s' "$1" >&2; else printf 'stack: %s\n' "$1" >&2; fi
}

# The first ones are kept: what follows them is mostly their consequence.
complain() {
  count=$((count + 1))
  [ $count -gt 20 ] || complaints="$complaints$1
"
}

# Reads what Maven prints: shows module, step and downloads, keeps the lines that are complaints, and ends as Maven did.
follow_maven() {
  module='' step='' downloads=0 complaints='' count=0
  while IFS= read -r line; do
    case $line in
      'maven ended: 0')
        [ ! -t 2 ] || printf '\r\033[K' >&2
        return 0
        ;;
      'maven ended: '*) break ;;
      *'Downloaded from '*)
        downloads=$((downloads + 1))
        [ $((downloads % 25)) != 0 ] || now "building: $downloads files downloaded ${module:+($module: $step)}"
        ;;
      '[INFO] Building '*']')
        module=${line#'[INFO] Building '}
        module=${module%% [0-9]*}
        now "building $module"
        ;;
      '[INFO] --- '*)
        step=${line#*--- *:*:}
        step=${step%% *}
        [ ! -t 2 ] || now "building $module: $step"
        ;;
      # A warning of the compiler is an error here.
      '[WARNING] '*'.java:['*) complain "$line" ;;
      '[INFO]'* | '[WARNING]'* | *'Picked up J'* | '[ERROR] ' | '[ERROR] -> '* | *'[Help '[0-9]'] http'* | *'re-run Maven'* | *'Re-run Maven'* | \
        *'please read the following'* | *'you can resume the build'* | *' -rf :'* | *'Downloading from '*) ;;
      *) complain "$line" ;;
    esac
  done
  [ ! -t 2 ] || printf '\r\033[K' >&2
  printf '%s' "$complaints" | cut -c 1-400 >&2
  explain "$complaints"
}

# Maven's own words, and what they come down to.
explain() {
  case $1 in
    *'No space left on device'*)
      unbuilt 'the disk is full.' "see which one with: df -h '$root' ~/.m2 /tmp" ;;
    *'PKIX path building failed'* | *'unable to find valid certification path'*)
      unbuilt 'Java does not trust the certificate of the server; a proxy may re-sign TLS.' \
        "keytool -importcert -cacerts -storepass changeit -noprompt -alias proxy -file THE-PROXYS-CERTIFICATE.pem" ;;
    *'COMPILATION ERROR'*)
      unbuilt "it does not compile: $(first_error "$1")." \
        "correct that line; 'git status' shows what was changed, 'git stash' puts it aside" ;;
    *'status code: 40'[137]*)
      unbuilt 'the repository or the proxy requires a user name and a password.' \
        'put them into ~/.m2/settings.xml: https://maven.apache.org/guides/mini/guide-proxies.html' ;;
    *'Failed to fetch'*)
      unbuilt 'Maven itself could not be downloaded.' \
        'see the address above; a mirror: export MVNW_REPOURL=https://MIRROR/maven2, a proxy: export https_proxy=…' ;;
    *'Could not transfer'* | *'in offline mode'* | *UnknownHostException* | *ConnectException*)
      unbuilt 'Maven did not reach its repository.' \
        'connect to the internet, or name a mirror or a proxy in ~/.m2/settings.xml' ;;
    *'Permission denied'* | *AccessDeniedException* | *'Read-only file system'* | *'Operation not permitted'*)
      unbuilt 'a file or folder cannot be written; it may belong to root after a sudo.' \
        "sudo chown -R \"\$(id -un)\" '$root' ~/.m2" ;;
    *) unbuilt 'Maven ended with an error.' "see the lines above; all of them: sh ./mvnw -pl stack-cli -am package" ;;
  esac
}

unbuilt() { fail "The stack command was not built: $1" "$2" 1; }

# The first FILE:LINE: MESSAGE of a compiler.
first_error() {
  error=$(printf '%s' "$1" | sed -n 's/^\[[A-Z]*\] \(.*\):\[\([0-9]*\),[0-9]*\] \(.*\)/\1:\2: \3/p' | head -n 1)
  printf '%s' "${error#"$root/"}"
}

build() {
  take_lock
  # The one that was waited for has built it.
  if is_old; then
    echo 'stack: building the stack command (once, and after a change of its sources); the first time Maven downloads a lot' >&2
    # A command that runs keeps the old file; Maven would write into it.
    rm -f "$jar" || :
    {
      ended=0
      # In English, which `explain` reads. By `sh`, because an archive that was unpacked may have lost the execute bits.
      (cd "$root" && LC_MESSAGES=C sh ./mvnw -B -pl stack-cli -am package -Dmaven.test.skip=true -Dspotless.check.skip=true) 2>&1 ||
        ended=$?
      echo "maven ended: $ended"
    } | follow_maven
  fi
  rm -f "$lock"
  trap - EXIT INT TERM HUP
}
