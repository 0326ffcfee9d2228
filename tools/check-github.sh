#!/bin/sh
# Checks the workflows and templates under .github/ against their published schemas and for unsafe workflows.
set -eu
cd "$(dirname "$0")/.."

schema() {
    name=$1
    shift
    # An unmatched pattern stays as it is and names no file.
    if [ -e "$1" ]; then .venv/bin/check-jsonschema --builtin-schema "vendor.$name" "$@"; fi
}

schema github-workflows .github/workflows/*.yml
schema dependabot .github/dependabot.yml
schema github-issue-config .github/ISSUE_TEMPLATE/config.yml
for form in .github/ISSUE_TEMPLATE/*.yml; do
    if [ "$form" != .github/ISSUE_TEMPLATE/config.yml ]; then schema github-issue-forms "$form"; fi
done
if [ -d .github/workflows ]; then .venv/bin/zizmor --offline --quiet .github/workflows; fi
