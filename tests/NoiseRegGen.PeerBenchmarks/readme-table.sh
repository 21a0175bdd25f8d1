#!/usr/bin/env bash
# Prints the README's tables from a report of the peer benchmarks: how many times as fast as TorchSharp on one thread, by batch, and as ONNX Runtime.
# usage: readme-table.sh tests/NoiseRegGen.PeerBenchmarks/results/<cpu>.md
set -euo pipefail
awk -F' *[|] *' '
    BEGIN {
        split("Plain LocalNoise PerBatchNoise Penalized Forward", jobs, " ")
        split("8-64-64-1 64-256-256-10 784-512-512-10", nets, " ")
        split("1 32 256 1024", batches, " ")
        split("4-4-1 8-64-64-1 13-50-1 17-93-61-3 64-256-256-10 784-128-10 784-512-512-10", all, " ")
        split("Frozen Forward Frozen Forward Frozen Forward Frozen Forward", inference, " ")
        split("1 1 32 32 256 256 1024 1024", rows, " ")
        title["Plain"] = "loss and gradient"; title["LocalNoise"] = "the same with local noise"; title["PerBatchNoise"] = "the same with noise per batch"
        title["Penalized"] = "penalised loss and gradient"; title["Forward"] = "forward"
    }
    $6 ~ /^TorchSharp/ { torch[$2, $3, $4] = $8; ours[$2, $3, $4] = $5 }
    $6 ~ /^ONNX/ { onnx[$2, $3, $4] = $8; ours[$2, $3, $4] = $5 }
    function cell(ratios, job, net, batch,    time) {
        time = ours[job, net, batch]; sub(/ .*/, "", time)
        return (job, net, batch) in ratios ? " " ratios[job, net, batch] " (" time " us) |" : " |"
    }
    END {
        print "| job | network | batch 1 | 32 | 256 | 1024 |"
        print "|---|---|---|---|---|---|"
        for (j = 1; j <= 5; j++) for (n = 1; n <= 3; n++) {
            line = "| " title[jobs[j]] " | " nets[n] " |"
            for (b = 1; b <= 4; b++) line = line cell(torch, jobs[j], nets[n], batches[b])
            print line
        }
        print "\n| forward against ONNX Runtime | frozen, batch 1 | batch 1 | frozen, 32 | 32 | frozen, 256 | 256 | frozen, 1024 | 1024 |"
        print "|---|---|---|---|---|---|---|---|---|"
        for (n = 1; n <= 7; n++) {
            line = "| " all[n] " |"
            for (c = 1; c <= 8; c++) line = line cell(onnx, inference[c], all[n], rows[c])
            print line
        }
    }' "$1"
