#!/bin/sh
# Writes what a pull request's data means; run by the trusted half, from the main branch's folder.
#   ringkas-pr.sh NUMBER COMMIT FOLDER
# The proposal is fetched into git's store and read there: nothing of it becomes a file or a command.
set -eu

number=${1:?NUMBER} commit=${2:?COMMIT} folder=${3:?FOLDER}
sop=${SOP:-.venv/bin/sop}

git fetch --quiet --no-tags --no-recurse-submodules origin "+refs/pull/$number/head:refs/usulan/$number"
head=$(git rev-parse --verify "refs/usulan/$number^{commit}")
if [ "$head" != "$commit" ]; then
    echo "Usulan $number sudah berubah lagi; pemeriksaan yang lebih baru menulis artinya."
    exit 0
fi
# What the main branch did since the proposal left it is not the proposal's doing.
base=$(git merge-base HEAD "$head")
mkdir -p "$folder"
# A change that is refused is an error with a comment that says why.
"$sop" beda "$base" "$head" --format markdown >"$folder/beda.md" || [ -s "$folder/beda.md" ]
