#!/bin/sh
# Prints the path of the browser that the tests look at the site with: Chromium or Chrome.
# With --install, and none found, installs Debian's chromium where that is allowed, or says what to ask for.
set -eu

find_browser() {
    if [ -n "${CLAUSIER_BROWSER:-}" ]; then
        command -v "$CLAUSIER_BROWSER"
        return
    fi
    for name in chromium chromium-browser google-chrome google-chrome-stable chrome \
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" \
        /Applications/Chromium.app/Contents/MacOS/Chromium; do
        if command -v "$name"; then
            return
        fi
    done
    return 1
}

explain() {
    cat >&2 <<'END'
Les tests du site demandent le navigateur Chromium (ou Chrome), et il ne peut pas être installé d’ici.
  Demandez à qui administre la machine : apt-get install chromium (Debian, Ubuntu), ou Google Chrome.
  S’il est ailleurs : CLAUSIER_BROWSER=/chemin/du/navigateur make test
The tests of the site need the browser Chromium (or Chrome), and it cannot be installed from here.
  Ask the machine's administrator: apt-get install chromium (Debian, Ubuntu), or Google Chrome.
  If it is elsewhere: CLAUSIER_BROWSER=/path/of/the/browser make test
END
    exit 1
}

if find_browser; then
    exit 0
fi
if [ "${1:-}" != --install ]; then
    explain
fi
if ! command -v apt-get >/dev/null; then
    explain
elif [ "$(id -u)" = 0 ]; then
    as_root=""
elif sudo -n true 2>/dev/null; then
    as_root="sudo -n"
else
    explain
fi
echo "Installation de Chromium · installing Chromium (apt-get)" >&2
{
    $as_root apt-get update -qq &&
        $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
            chromium fonts-dejavu-core </dev/null
} >/dev/null || explain
find_browser || explain
