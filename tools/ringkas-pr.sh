#!/bin/sh
# The untrusted half of the pull-request path: writes what the change means, for another workflow to post.
#   ringkas-pr.sh BASE HEAD NUMBER FOLDER
# Runs the pull request's own code, so it must never see a secret or a token that can write.
set -eu

base=${1:?BASE} head=${2:?HEAD} number=${3:?NUMBER} folder=${4:?FOLDER}
sop=${SOP:-.venv/bin/sop}

mkdir -p "$folder"
"$sop" beda "$base" "$head" --format markdown >"$folder/beda.md"
"$sop" beda "$base" "$head" --format json >"$folder/beda.json"
printf '%s\n' "$number" >"$folder/nomor.txt"
# The same text on the run's own page, where no token is needed.
if [ -n "${GITHUB_STEP_SUMMARY:-}" ]; then cat "$folder/beda.md" >>"$GITHUB_STEP_SUMMARY"; fi
