#!/usr/bin/env bash
# Puts a persona's index beside its transcript, so that the first start does not encode:
#   Scripts/ship-index.sh PROGRAM Personas/mark-zuckerberg TRANSCRIPT.txt
# To be run again whenever the encoder, the index's format or the cut of passages changes; a test tells.
set -euo pipefail
program=$1 persona=$2 transcript=$3
cache=$(mktemp -d)
trap 'rm -rf "$cache"' EXIT
rm -f "$persona/$transcript.index"
XDG_CACHE_HOME=$cache "$program" search -p "$persona" hello > /dev/null
cp "$cache"/onrecord/*.index "$persona/$transcript.index"
chmod 644 "$persona/$transcript.index"
