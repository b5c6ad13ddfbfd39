# Shared by the scripts beside it: the checkout, a Python that is new enough, the environment.
# Sourced, not run. POSIX sh.

ROOT=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)
cd "$ROOT" || exit 1
VENV=${WHENCE_VENV:-"$ROOT/.venv"}
# Compiled code is kept, whatever the environment says: the tests start Python some hundred times.
unset PYTHONDONTWRITEBYTECODE

say() { printf '%s\n' "$*" >&2; }

die() {
    say "$*"
    exit 1
}

# Set PYTHON to the first Python from 3.11 on; the user's own choice in $PYTHON comes first.
find_python() {
    for candidate in ${PYTHON:+"$PYTHON"} python3.13 python3.12 python3.11 python3 python; do
        if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            PYTHON=$candidate
            return 0
        fi
    done
    die "Whence needs Python 3.11 or newer, and none was found.
On Debian and Ubuntu: apt install python3 python3-venv
Or name one: PYTHON=/path/to/python3.12 $0"
}

# Make the environment when there is none (or only half of one), and leave its Python in $PY.
ensure_venv() {
    PY="$VENV/bin/python"
    if "$PY" -c 'import pip' 2>/dev/null; then
        return 0
    fi
    find_python
    if ! "$PYTHON" -c 'import venv, ensurepip' 2>/dev/null; then
        version=$("$PYTHON" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
        die "$PYTHON cannot make an environment: its venv module is not installed.
On Debian and Ubuntu: apt install python3-venv (or python$version-venv)"
    fi
    say "Making the environment $VENV with $("$PYTHON" --version)"
    "$PYTHON" -m venv --clear "$VENV" || die "The environment $VENV could not be made."
}

# Install Whence from this checkout; with the word "dev", the tools for its tests as well.
# A stamp spares the second run the installation, until pyproject.toml changes.
install() {
    stamp="$VENV/.whence-${1:-run}"
    if [ -f "$stamp" ] && [ ! pyproject.toml -nt "$stamp" ]; then
        return 0
    fi
    say "Installing Whence and what it needs into $VENV (a minute or so)"
    if [ "${1:-}" = dev ]; then
        # Dependency groups need pip 25.1; Python 3.11 brings older ones.
        "$PY" -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=25.1' ||
            die "pip could not be brought up to date: is the package index within reach?"
        "$PY" -m pip install --quiet --disable-pip-version-check --editable . --group dev ||
            die "The tools for the tests could not be installed: see the lines above."
        : >"$VENV/.whence-run"
    else
        "$PY" -m pip install --quiet --disable-pip-version-check --editable . ||
            die "Whence could not be installed: see the lines above."
    fi
    : >"$stamp"
}

# Install a package of Debian's for the tests; say WHAT is left out where that is impossible.
# Arguments: the name to tell people, the package, and what else anybody may do about it.
install_debian() {
    if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
        say "No $1 was found: its tests are left out (in CI they fail).
On Debian and Ubuntu: apt install $2
$3"
        return 0
    fi
    say "Installing $1 for the tests"
    # The runlevel keeps Debian from starting a server of its own, which nobody needs.
    get="apt-get install --yes --quiet --no-install-recommends $2"
    { RUNLEVEL=1 DEBIAN_FRONTEND=noninteractive $get ||
        { apt-get update --quiet && RUNLEVEL=1 DEBIAN_FRONTEND=noninteractive $get; }
    } >/dev/null 2>&1 || say "$1 could not be installed: its tests are left out."
}

# See to it that the tests find a PostgreSQL to start: root gets Debian's, others are told how.
ensure_postgres() {
    [ -z "${WHENCE_TEST_POSTGRES:-}" ] || return 0
    ! command -v initdb >/dev/null || return 0
    for found in "${POSTGRES_HOME:-/usr/lib/postgresql}"/*/bin/initdb; do
        [ ! -x "$found" ] || return 0
    done
    install_debian PostgreSQL postgresql \
        "Or name a server: WHENCE_TEST_POSTGRES=postgresql://user:password@host/database $0"
}

# See to it that the tests find a Chromium to drive: root gets Debian's, others are told how.
ensure_chromium() {
    [ -z "${WHENCE_TEST_CHROMIUM:-}" ] || return 0
    for found in chromium chromium-browser google-chrome; do
        ! command -v "$found" >/dev/null || return 0
    done
    install_debian Chromium chromium "Or name one: WHENCE_TEST_CHROMIUM=/path/to/chromium $0"
}

# Bring axe-core, which looks for barriers in pages, beside the tests that use it; never shipped.
ensure_axe() {
    folder="$ROOT/tests/browser"
    there="$folder/node_modules/.package-lock.json"
    if [ -f "$there" ] && [ ! "$folder/package-lock.json" -nt "$there" ]; then
        return 0
    fi
    command -v npm >/dev/null || install_debian npm npm "Or have any npm on the path: $0"
    command -v npm >/dev/null || return 0
    say "Installing axe-core for the tests"
    npm ci --silent --no-fund --no-audit --ignore-scripts --prefix "$folder" >/dev/null ||
        say "axe-core could not be installed: its tests are left out (in CI they fail)."
}
