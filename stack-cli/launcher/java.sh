# shellcheck shell=sh
# shellcheck disable=SC2154,SC2034 # root and fail come from the file stack, which takes java from here
# Finds a java that serves: JAVA_HOME's, else the one on the PATH.

how_to_get_a_jdk() {
  case $(uname -s) in
    Darwin) echo 'brew install --cask temurin' ;;
    MINGW* | MSYS* | CYGWIN*) echo 'winget install EclipseAdoptium.Temurin.25.JDK' ;;
    *)
      if command -v apt-get >/dev/null 2>&1; then
        echo 'sudo apt-get update && sudo apt-get install -y openjdk-17-jdk-headless   (openjdk-21-… or 25 on newer releases)'
      elif command -v dnf >/dev/null 2>&1; then
        echo 'sudo dnf install -y java-latest-openjdk-devel'
      elif command -v pacman >/dev/null 2>&1; then
        echo 'sudo pacman -S --noconfirm jdk-openjdk'
      else
        echo 'install a JDK from https://adoptium.net/'
      fi
      ;;
  esac
}

# An engine can be installed before there is a JDK.
without_java() {
  if [ "${1-}" = engine ] && [ "${2-}" = install ]; then
    shift 2
    exec bash "$root/docker/engine/install.sh" "$@"
  fi
}

# Sets version and home of a java. A JDK's release file saves the start of a JVM; a wrapper or a version manager's shim
# has none beside it, nor has macOS' /usr/bin/java, so these are asked.
look_at() {
  version=''
  home=$(dirname -- "$(dirname -- "$(real_file "$1")")")
  if [ -r "$home/release" ]; then version=$(sed -n 's/^JAVA_VERSION="\([^"]*\)".*/\1/p' "$home/release"); fi
  if [ -z "$version" ]; then
    said=$("$1" -XshowSettings:properties -version 2>&1 | tr -d '\r') || :
    version=$(printf '%s\n' "$said" | sed -n 's/^ *java\.version = //p')
    home=$(printf '%s\n' "$said" | sed -n 's/^ *java\.home = //p')
  fi
}

# JAVA, WHERE FROM: takes it when it can also compile; one that can only run is kept for want of a better.
java='' runs='' what=''
consider() {
  why=''
  if [ ! -x "$1" ]; then
    why="JAVA_HOME names no JDK: there is no $1."
  else
    look_at "$1"
    case ${version%%[.+-]*} in
      '') why="There is no JDK on this machine: $1 gives no version ($(printf '%s\n' "$said" | sed -n '/Picked up J/d;/[^ ]/{p;q;}'))." ;;
      [0-9] | 1[0-6]) why="This Java is too old: $version is found, 17 or newer is needed." ;;
      *)
        if [ -x "$home/bin/javac" ]; then
          java=$1 java_home=$home
          return
        fi
        why="This Java is no JDK: $home has no bin/javac, and the stack command has to be built."
        [ -n "$runs" ] || runs=$1 runs_home=$home
        ;;
    esac
  fi
  what=${what:-$why}
  tried="${tried:+$tried; }$2: $1${version:+ ($version)}"
  version=''
}

find_java() {
  version='' said=''
  if [ -n "${JAVA_HOME-}" ]; then consider "${JAVA_HOME%/}/bin/java" JAVA_HOME; fi
  on_path=$(command -v java) || on_path=''
  if [ -z "$java" ] && [ -n "$on_path" ]; then consider "$on_path" PATH; fi
  if [ -z "$java" ] && [ -n "$runs" ] && ! is_stale; then java=$runs java_home=$runs_home; fi
  if [ -z "$java" ]; then
    without_java "$@"
    [ -n "$on_path" ] || tried="${tried:+$tried; }PATH: no java"
    what=${what:-"There is no JDK on this machine."}
    fail "$what" "$(how_to_get_a_jdk)" 1
  fi
  tried=''
  # Maven, and the command where it builds, take the same one.
  export JAVA_HOME="$java_home"
}
