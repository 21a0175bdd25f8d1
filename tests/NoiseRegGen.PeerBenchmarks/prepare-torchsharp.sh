#!/usr/bin/env bash
# Makes TorchSharp-cpu 0.107 load on a system whose libstdc++ is older than GCC 13 (Debian 12).
# Its native library needs one symbol of version GLIBCXX_3.4.32, an empty start-up hook of <iostream>.
# usage: prepare-torchsharp.sh BUILD_OUTPUT_DIR     then run with: LD_PRELOAD=<the path it prints> dotnet <program>.dll
# Run it again after every build that copies the native library anew. Needs python3 and g++.
set -euo pipefail
out=$1
lib=$(find "$out" -name libLibTorchSharp.so | head -1)
[[ -n $lib ]] || { echo "no libLibTorchSharp.so under $out" >&2; exit 1; }
python3 - "$lib" <<'PY'
import struct, sys
path, name = sys.argv[1], b"GLIBCXX_3.4.32"
d = bytearray(open(path, "rb").read())
sections_at = struct.unpack_from("<Q", d, 40)[0]
size, count = struct.unpack_from("<HH", d, 58)
sections = [struct.unpack_from("<IIQQQQIIQQ", d, sections_at + i * size) for i in range(count)]
for s in sections:
    if s[1] != 0x6FFFFFFE:      # SHT_GNU_verneed
        continue
    strings, at = sections[s[6]][4], s[4]
    while True:
        _, n, _, aux, step = struct.unpack_from("<HHIII", d, at)
        a = at + aux
        for _ in range(n):
            _, flags, _, text, skip = struct.unpack_from("<IHHII", d, a)
            if bytes(d[strings + text:d.index(0, strings + text)]) == name:
                struct.pack_into("<H", d, a + 4, flags | 2)      # VER_FLG_WEAK
            a += skip
        if not step:
            break
        at += step
open(path, "wb").write(d)
PY
shim=$(cd "$out" && pwd)/libiostream_init.so
echo 'extern "C" void _ZSt21ios_base_library_initv() {}' | g++ -x c++ -shared -fPIC -o "$shim" -
echo "$shim"
