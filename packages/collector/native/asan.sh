#!/bin/sh
# Builds the addon with AddressSanitizer and UndefinedBehaviorSanitizer in a folder of its own and runs the tests of it, with a long
# fuzz of the encoder: sh native/asan.sh [jest arguments]
set -eu
package=$(cd "$(dirname "$0")/.." && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir -p "$folder/packages/collector" "$folder/packages/bpf-core"
ln -s "$package/../../node_modules" "$folder/node_modules"
ln -s "$package/../bpf-core/include" "$package/../bpf-core/generated" "$folder/packages/bpf-core/"
ln -s "$package/native" "$package/binding.gyp" "$package/package.json" "$folder/packages/collector/"

sanitize='-fsanitize=address,undefined -fno-sanitize=vptr -fno-omit-frame-pointer -g'
(cd "$folder/packages/collector" && CXXFLAGS="$sanitize" LDFLAGS="$sanitize" npx node-gyp rebuild --silent)

cd "$package/../.."
# Node itself is not built for leak detection.
export TRACEE_ADDON="$folder/packages/collector/build/Release/collector.node"
export ASAN_OPTIONS=detect_leaks=0:abort_on_error=1 UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1
export FUZZ_RECORDS="${FUZZ_RECORDS:-1000000}"
LD_PRELOAD="$(g++ -print-file-name=libasan.so) $(g++ -print-file-name=libubsan.so)" node node_modules/jest/bin/jest.js "${@:-packages/collector/test/native}"
