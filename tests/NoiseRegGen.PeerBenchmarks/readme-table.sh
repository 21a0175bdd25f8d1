#!/usr/bin/env bash
# Prints the README's table from a report of the peer benchmarks: how many times as fast as TorchSharp on one thread, by batch.
# usage: readme-table.sh tests/NoiseRegGen.PeerBenchmarks/results/<cpu>.md
set -euo pipefail
awk -F' *[|] *' '
    BEGIN {
        split("Plain LocalNoise PerBatchNoise Penalized Forward", jobs, " ")
        split("8-64-64-1 64-256-256-10 784-512-512-10", nets, " ")
        split("1 32 256 1024", batches, " ")
        title["Plain"] = "loss and gradient"; title["LocalNoise"] = "the same with local noise"; title["PerBatchNoise"] = "the same with noise per batch"
        title["Penalized"] = "penalised loss and gradient"; title["Forward"] = "forward"
    }
    $6 ~ /^TorchSharp/ { ratio[$2, $3, $4] = $8; ours[$2, $3, $4] = $5 }
    END {
        print "| job | network | batch 1 | 32 | 256 | 1024 |"
        print "|---|---|---|---|---|---|"
        for (j = 1; j <= 5; j++) for (n = 1; n <= 3; n++) {
            line = "| " title[jobs[j]] " | " nets[n] " |"
            for (b = 1; b <= 4; b++) {
                key = jobs[j] SUBSEP nets[n] SUBSEP batches[b]
                time = ours[key]; sub(/ .*/, "", time)
                line = line (key in ratio ? " " ratio[key] " (" time " us)" : " ") " |"
            }
            print line
        }
    }' "$1"
