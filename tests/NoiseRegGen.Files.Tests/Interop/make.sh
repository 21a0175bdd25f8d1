#!/usr/bin/env bash
# Makes the files in ../Data/Interop that involve the safetensors format's own implementation (Rust, Apache-2.0, not part of this repository).
#   bash make.sh CHECKOUT [CARGO ARGUMENTS]
# CHECKOUT is a git clone of huggingface/safetensors; version 0.4.5 is taken. It needs the crates serde and serde_json alone; where cargo
# is offline, Debian's packages librust-serde-json-dev and librust-serde-derive-dev have them, and two --config arguments say so.
# First have ours-*.safetensors written, which this script has the reference read:
#   dotnet run -c Release --project tests/NoiseRegGen.Files.Tests -- --explicit only --filter-method "*InteropTests.Files_for*"
set -euo pipefail
checkout=$(realpath "$1")
shift
cd "$(dirname "$0")"
rm -rf build && mkdir build
git -C "$checkout" archive v0.4.5 safetensors README.md | tar x -C build
# Its benchmarks and property tests need crates of their own.
sed -i '/^\[dev-dependencies\]/,$d' build/safetensors/Cargo.toml
cargo build --release --target-dir build/target "$@"
data=../Data/Interop
mkdir -p "$data"
build/target/release/reference write "$data"
for file in "$data"/ours-*.safetensors; do
  build/target/release/reference read "$file" > "${file%.safetensors}.txt"
done
rm -rf build Cargo.lock
