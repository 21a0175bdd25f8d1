#!/usr/bin/env bash
# Prints the tables of generator/docs/native-aot.md: the library compiled at run time and ahead of time, with and without fused multiply-add in
# hardware. Needs the .NET 10 SDK and clang or gcc; measures in about 20 s after building. On a quiet machine, pinned to one core: taskset -c 1 bash measure.sh
set -euo pipefail
cd "$(dirname "$0")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
out=${NRG_AOT_OUT:-$(mktemp -d)}
name=NoiseRegGen.NativeAotBenchmarks

build() {
  dotnet publish -c Release --artifacts-path "$out/$1.build" -o "$out/$1" -nodeReuse:false -p:UseSharedCompilation=false "${@:2}" > "$out/$1.log" || { cat "$out/$1.log"; exit 1; }
}

if [ ! -e "$out/any/$name" ]; then
  build jit
  build any -p:NativeAot=true
  build v3 -p:NativeAot=true -p:IlcInstructionSet=x86-64-v3
  build native -p:NativeAot=true -p:IlcInstructionSet=native
  build native512 -p:NativeAot=true -p:IlcInstructionSet=native -p:IlcMaxVectorTBitWidth=512
fi
[ "${1:-}" = build ] && { echo "$out"; exit; }

row() { # what, size, command
  local what=$1 size=$2 start end
  shift 2
  "$@" once
  start=$(date +%s%N)
  for _ in 1 2 3 4 5; do "$@" once; done
  end=$(date +%s%N)
  echo "| $what | $("$@" | sed "s/ | / | $(((end - start) / 5000000)) | $size | /") |"
}

mib() { awk '{ printf "%.1f", $1 / 1048576 }' < <(stat -c %s "$1"); }

echo "| | vectors | start to first step, ms | size, MiB | gradient, us | with noise, us | penalised, us | gradient, 64-256-256-10, us |"
echo "|---|---|---|---|---|---|---|---|"
jit=(dotnet "$out/jit/$name.dll")
row "JIT" "-" "${jit[@]}"
row "native, \`x86-64-v3\`" "$(mib "$out/v3/$name")" "$out/v3/$name"
row "native, \`native\`" "$(mib "$out/native/$name")" "$out/native/$name"
row "native, \`native\`, \`IlcMaxVectorTBitWidth\` 512" "$(mib "$out/native512/$name")" "$out/native512/$name"
row "native, any x64 processor" "$(mib "$out/any/$name")" "$out/any/$name"
row "JIT, \`DOTNET_MaxVectorTBitWidth=128\`" "-" env DOTNET_MaxVectorTBitWidth=128 "${jit[@]}"
row "JIT, \`DOTNET_EnableAVX2=0\`" "-" env DOTNET_EnableAVX2=0 "${jit[@]}"
row "JIT, \`DOTNET_EnableHWIntrinsic=0\`" "-" env DOTNET_EnableHWIntrinsic=0 "${jit[@]}"
