#!/bin/sh
# Installs the system packages that pip cannot bring, and only those that are missing.
#   install-system-packages.sh build   what `make site` and `make build` need
#   install-system-packages.sh test    what `make test` needs on top
# Asks nothing: where it cannot install, it prints the command that does and stops.
set -eu

purpose=${1:?build or test}
here=$(cd "$(dirname "$0")" && pwd)
missing=""      # Debian packages, separated by spaces
explanation=""  # what they are for, one line each, for other systems

need() {
    missing="$missing $1"
    explanation="$explanation
  - $2"
}

has_library() {
    python=$("$here/find-python.sh" any) || return 1
    "$python" - "$@" <<'PYTHON'
import ctypes
import sys

for name in sys.argv[1:]:
    try:
        ctypes.CDLL(name)
    except OSError:
        continue
    sys.exit(0)
sys.exit(1)
PYTHON
}

has_chromium() {
    for browser in ${CHROMIUM:-chromium chromium-browser google-chrome-stable google-chrome}; do
        if command -v "$browser" >/dev/null 2>&1; then return 0; fi
    done
    return 1
}

has_writer() {
    # On Debian, soffice is there without Writer; lowriter comes with it.
    command -v lowriter >/dev/null 2>&1 && return 0
    ! command -v apt-get >/dev/null 2>&1 && command -v soffice >/dev/null 2>&1
}

look_for_python() {
    "$here/find-python.sh" >/dev/null && return 0
    if python=$("$here/find-python.sh" any); then
        version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
        need "python$version-venv" "the venv and ensurepip modules of $python"
    else
        need "python3 python3-venv" "Python 3.11 or newer, with its venv module"
    fi
}

look_for_test() {
    if ! has_chromium; then
        need "chromium" "Chromium or Chrome (the browser tests; CHROMIUM=/path/to/it names another)"
    fi
    if [ "$(uname)" = Linux ] && ! has_library libatomic.so.1; then
        need "libatomic1" "libatomic (Playwright's own Node.js is linked with it)"
    fi
    if ! command -v pdftotext >/dev/null 2>&1 || ! command -v pdftoppm >/dev/null 2>&1; then
        need "poppler-utils" "Poppler's pdftotext and pdftoppm (the tests read the PDFs with them)"
    fi
    if ! has_writer; then
        need "libreoffice-writer" "LibreOffice Writer (the tests open the DOCX files with it)"
    fi
    # Elsewhere than on Debian these fonts, or the ones they stand for, come with the office suite.
    if command -v dpkg >/dev/null 2>&1 && ! dpkg -s fonts-liberation >/dev/null 2>&1; then
        need "fonts-liberation" "fonts as wide as Arial and Times New Roman, so pages break as in an office"
    fi
}

look() {
    missing=""
    explanation=""
    look_for_python
    if [ "$purpose" = test ]; then look_for_test; fi
}

look
if [ -z "$missing" ]; then exit 0; fi

if ! command -v apt-get >/dev/null 2>&1; then
    echo "This system lacks something that \`make $purpose\` needs:$explanation" >&2
    echo "Only Debian and Ubuntu are set up automatically; install the above with your system's packages" >&2
    echo "(macOS: brew install python poppler, and LibreOffice and Chrome as apps)." >&2
    exit 1
fi

if [ "$(id -u)" = 0 ]; then
    as_root=""
elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
    as_root="sudo -n"
else
    echo "Missing system packages. Install them with this command, then run make again:" >&2
    echo "  sudo apt-get update && sudo apt-get install --no-install-recommends$missing" >&2
    exit 1
fi

echo "Installing system packages:$missing"
export DEBIAN_FRONTEND=noninteractive
options="-qq -o Dpkg::Use-Pty=0 -o DPkg::Lock::Timeout=300"
# A third-party source that does not answer must not stop packages that come from elsewhere.
$as_root apt-get $options update </dev/null ||
    echo "apt-get update reported a problem; going on with the package lists at hand." >&2
if ! $as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get $options install -y --no-install-recommends $missing </dev/null; then
    echo "apt-get could not install:$missing" >&2
    echo "What they are for:$explanation" >&2
    exit 1
fi

look
if [ -n "$missing" ]; then
    # Ubuntu's chromium is a snap, and an old release has no Python 3.11.
    echo "Still missing after apt-get:$explanation" >&2
    echo "This release's packages do not bring it; install it another way, then run make again." >&2
    exit 1
fi
