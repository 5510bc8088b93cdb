# Shared by the scripts beside it: where tools are, and how steps speak.

set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

TOOLS="${CLIENTFOLIO_TOOLS:-$HOME/.cache/clientfolio/tools}"
LOGS="target/logs"
export PATH="$TOOLS/bin:$PWD/node_modules/.bin:$HOME/.cargo/bin:$PATH"

say() { printf '%s\n' "$*"; }

fail() {
  printf '\n%s\n' "$*" >&2
  exit 1
}

# step NAME COMMAND…: runs quietly; says how long it took, or shows the end of what it printed.
step() {
  local name="$1" log began
  shift
  mkdir -p "$LOGS"
  log="$LOGS/$(printf '%s' "$name" | tr -cs '[:alnum:]' '-' | sed 's/-*$//').log"
  began=$SECONDS
  printf '  %-44s' "$name"
  if "$@" >"$log" 2>&1; then
    printf 'ok  %4d s\n' $((SECONDS - began))
  else
    printf 'FAILED after %d s\n\n' $((SECONDS - began))
    tail -n 80 "$log"
    fail "$name failed; all of its output is in $log"
  fi
}

# found COMMAND…: the first of the commands that is there; functions of this file are none.
found() {
  local name
  for name in "$@"; do
    type -P "$name" && return
  done
  return 1
}

browser() { found "${CHROMIUM:-chromium}" chromium chromium-browser google-chrome google-chrome-stable; }
firefox() { found "${FIREFOX:-firefox-esr}" firefox-esr firefox; }
driver() { found "${CHROMEDRIVER:-chromedriver}" chromedriver chromium.chromedriver; }
