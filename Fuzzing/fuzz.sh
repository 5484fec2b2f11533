#!/usr/bin/env bash
# Fuzzes with libFuzzer:  Fuzzing/fuzz.sh tokenizer|index|text|vtt|srt|json|html|chapters [SECONDS]
# Seeds are in Fuzzing/Corpus, those of transcripts in Tests/Fixtures; what is found grows beside them, under .build-fuzz (not committed).
set -euo pipefail
cd "$(dirname "$0")/.."
target=$1; seconds=${2:-600}; out=.build-fuzz/$target
mkdir -p "$out/corpus"
case "$target" in
  text|vtt|srt|json|html|chapters)
    case "$target" in text) endings="txt md" ;; *) endings=$target ;; esac
    [ "$target" = chapters ] && endings=json
    mkdir -p "$out/seeds"
    for ending in $endings; do cp Tests/Fixtures/bakery*/*."$ending" "$out/seeds/" 2>/dev/null || true; done
    if [ "$target" = chapters ]; then cp Tests/Fixtures/bakery-chapters.json "$out/seeds/"; fi
    swiftc -O -g -swift-version 6 -parse-as-library -package-name OnRecord -sanitize=fuzzer,address -wmo \
      -enable-upcoming-feature InternalImportsByDefault -emit-module -emit-module-path "$out/Transcripts.swiftmodule" \
      -module-name Transcripts -c $(find Sources/Transcripts -name '*.swift') -o "$out/Transcripts.o"
    swiftc -O -g -swift-version 6 -parse-as-library -package-name OnRecord -sanitize=fuzzer,address -I "$out" \
      Fuzzing/TranscriptFuzzer.swift "$out/Transcripts.o" -o "$out/fuzz"
    exec "$out/fuzz" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -max_len=20000 "$out/corpus" "$out/seeds" ;;
esac
include=Sources/CSentenceEncoder/include
cat > "$out/module.modulemap" <<MAP
module CSentenceEncoder { header "$PWD/$include/CSentenceEncoder.h" export * }
MAP
for file in Sources/CSentenceEncoder/*.c; do
  clang -std=c2x -O1 -g -fsanitize=fuzzer-no-link,address -I "$include" -c "$file" -o "$out/$(basename "$file").o"
done
flags=(-O -g -swift-version 6 -parse-as-library -package-name OnRecord -sanitize=fuzzer,address -D Meaning -enable-upcoming-feature InternalImportsByDefault
  -Xcc "-fmodule-map-file=$out/module.modulemap" -I "$out")
swiftc "${flags[@]}" -wmo -emit-module -emit-module-path "$out/SentenceEncoder.swiftmodule" -module-name SentenceEncoder \
  -c Sources/SentenceEncoder/*.swift -o "$out/SentenceEncoder.o"
sources=()
if [ "$target" = index ]; then
  swiftc "${flags[@]}" -wmo -emit-module -emit-module-path "$out/Retrieval.swiftmodule" -module-name Retrieval \
    -c $(find Sources/Retrieval -name '*.swift') "Fuzzing/EncodedPassages+Fuzzing.swift" -o "$out/Retrieval.o"
  sources=("$out/Retrieval.o" Fuzzing/IndexFuzzer.swift)
else
  sources=(Fuzzing/TokenizerFuzzer.swift)
fi
swiftc "${flags[@]}" "${sources[@]}" "$out/SentenceEncoder.o" "$out"/*.c.o -o "$out/fuzz"
exec "$out/fuzz" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=4096 "$out/corpus" "Fuzzing/Corpus/$target"
