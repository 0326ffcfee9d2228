#!/bin/sh
# Prints the first Python that is new enough for this project and can make virtual environments.
# "find-python.sh any" leaves out the second condition.
set -eu

suits() {
    # A version manager's shim can be on PATH and still refuse to run, so each one is tried.
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 || return 1
    [ "$wanted" = any ] || "$1" -c 'import ensurepip, venv' >/dev/null 2>&1
}

wanted=${1:-venv}
for python in ${PYTHON:-python3 python3.13 python3.12 python3.11 python3.14 python}; do
    if suits "$python"; then
        command -v "$python"
        exit 0
    fi
done
exit 1
