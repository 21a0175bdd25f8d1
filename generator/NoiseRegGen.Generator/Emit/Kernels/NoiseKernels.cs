namespace NoiseRegGen.Generator.Emit.Kernels;

/// <summary>Kernels of the weight noise.</summary>
internal static class NoiseKernels
{
    internal static readonly KernelText AddLocalNoise = new("AddLocalNoise", """
        /// <summary>Z += rho o Xi with rho = deviation sqrt(s), one s per example; Z and Xi units x lanes.</summary>
        internal static void AddLocalNoise(ref Real xi, ref Real s, Real deviation, ref Real z, int units, int blocks)
        {
            for (int vector = 0; vector < 2 * blocks; vector++)
            {
                int start = ((vector >> 1) * units * Lanes) + ((vector & 1) * LaneVector.Count);
                LaneVector rho = new LaneVector(deviation) * Simd.SquareRoot(Simd.LoadUnsafe(ref Refs.Add(ref s, vector * LaneVector.Count)));
                for (int at = start; at < start + (units * Lanes); at += Lanes)
                {
                    ref Real result = ref Refs.Add(ref z, at);
                    Simd.StoreUnsafe(Simd.FusedMultiplyAdd(rho, Simd.LoadUnsafe(ref Refs.Add(ref xi, at)), Simd.LoadUnsafe(ref result)), ref result);
                }
            }
        }
        """);

    internal static readonly KernelText NoiseFeedback = new("NoiseFeedback", """
        /// <summary>
        /// f = (deviation / sqrt(s)) (xi . dz) of each example: rho = deviation sqrt(s) depends on h through s = ||h||^2 + the biases' share, so that
        /// d rho / d h = (deviation / sqrt(s)) h, and f h is to be added to dh. Xi and dZ units x lanes; s and f one row, f overwritten.
        /// Four partial sums, by the unit's index modulo 4.
        /// </summary>
        internal static void NoiseFeedback(ref Real xi, ref Real dz, ref Real s, Real deviation, ref Real f, int units, int blocks)
        {
            for (int vector = 0; vector < 2 * blocks; vector++)
            {
                int start = ((vector >> 1) * units * Lanes) + ((vector & 1) * LaneVector.Count);
                int end = start + (units * Lanes);
                LaneVector dot = LaneVector.Zero, dot1 = LaneVector.Zero, dot2 = LaneVector.Zero, dot3 = LaneVector.Zero;
                int unit = start;
                for (; unit + (3 * Lanes) < end; unit += 4 * Lanes)
                {
                    dot = Simd.FusedMultiplyAdd(Simd.LoadUnsafe(ref Refs.Add(ref xi, unit)), Simd.LoadUnsafe(ref Refs.Add(ref dz, unit)), dot);
                    dot1 = Simd.FusedMultiplyAdd(Simd.LoadUnsafe(ref Refs.Add(ref xi, unit + Lanes)), Simd.LoadUnsafe(ref Refs.Add(ref dz, unit + Lanes)), dot1);
                    dot2 = Simd.FusedMultiplyAdd(Simd.LoadUnsafe(ref Refs.Add(ref xi, unit + (2 * Lanes))), Simd.LoadUnsafe(ref Refs.Add(ref dz, unit + (2 * Lanes))), dot2);
                    dot3 = Simd.FusedMultiplyAdd(Simd.LoadUnsafe(ref Refs.Add(ref xi, unit + (3 * Lanes))), Simd.LoadUnsafe(ref Refs.Add(ref dz, unit + (3 * Lanes))), dot3);
                }

                for (; unit < end; unit += Lanes)
                    dot = Simd.FusedMultiplyAdd(Simd.LoadUnsafe(ref Refs.Add(ref xi, unit)), Simd.LoadUnsafe(ref Refs.Add(ref dz, unit)), dot);
                dot = (dot + dot1) + (dot2 + dot3);
                LaneVector rho = new LaneVector(deviation) / Simd.SquareRoot(Simd.LoadUnsafe(ref Refs.Add(ref s, vector * LaneVector.Count)));
                Simd.StoreUnsafe(rho * dot, ref Refs.Add(ref f, vector * LaneVector.Count));
            }
        }
        """);

    internal static readonly KernelText PerturbedAffine = new("PerturbedAffine", """
        /// <summary>
        /// Z = (W + deviation E) X + b + biasDeviation e with a draw of E, e of its own for every example: W rows x inputs, X inputs x lanes, Z rows
        /// x lanes, overwritten. The bias is column <c>inputs</c> of its row; <c>xi</c> is room for one row of draws, (inputs + 1) x lanes.
        /// </summary>
        internal static void PerturbedAffine(ref Real w, ref Real b, ref Real x, ref Real z, in NoiseKey key, int layer, uint first, Real deviation, Real biasDeviation, ref Real xi, int rows, int inputs, int blocks)
        {
            LaneVector scale = new(deviation), biasScale = new(biasDeviation);
            for (int block = 0; block < blocks; block++)
            {
                for (int row = 0; row < rows; row++)
                {
                    NormalNoise.FillRow(in key, layer, row, inputs + 1, unchecked(first + (uint)(block * Lanes)), ref xi);
                    for (int half = 0; half < Lanes; half += LaneVector.Count)
                    {
                        ref Real draw = ref Refs.Add(ref xi, half);
                        ref Real data = ref Refs.Add(ref x, (block * inputs * Lanes) + half);
                        ref Real weights = ref Refs.Add(ref w, row * inputs);
                        LaneVector sum = Simd.FusedMultiplyAdd(biasScale, Simd.LoadUnsafe(ref Refs.Add(ref draw, inputs * Lanes)), new LaneVector(Refs.Add(ref b, row)));
                        for (int j = 0; j < inputs; j++)
                        {
                            LaneVector weight = Simd.FusedMultiplyAdd(scale, Simd.LoadUnsafe(ref Refs.Add(ref draw, j * Lanes)), new LaneVector(Refs.Add(ref weights, j)));
                            sum = Simd.FusedMultiplyAdd(weight, Simd.LoadUnsafe(ref Refs.Add(ref data, j * Lanes)), sum);
                        }

                        Simd.StoreUnsafe(sum, ref Refs.Add(ref z, (((block * rows) + row) * Lanes) + half));
                    }
                }
            }
        }
        """);

    internal static readonly KernelText PerturbedTransposed = new("PerturbedTransposed", """
        /// <summary>A = (W + deviation E)^T dZ with the same draws again: dZ rows x lanes, A inputs x lanes, overwritten.</summary>
        internal static void PerturbedTransposed(ref Real w, ref Real dz, ref Real a, in NoiseKey key, int layer, uint first, Real deviation, ref Real xi, int rows, int inputs, int blocks)
        {
            LaneVector scale = new(deviation);
            RefSpans.CreateSpan(ref a, inputs * blocks * Lanes).Clear();
            for (int block = 0; block < blocks; block++)
            {
                for (int row = 0; row < rows; row++)
                {
                    NormalNoise.FillRow(in key, layer, row, inputs + 1, unchecked(first + (uint)(block * Lanes)), ref xi);
                    for (int half = 0; half < Lanes; half += LaneVector.Count)
                    {
                        ref Real draw = ref Refs.Add(ref xi, half);
                        ref Real result = ref Refs.Add(ref a, (block * inputs * Lanes) + half);
                        ref Real weights = ref Refs.Add(ref w, row * inputs);
                        LaneVector error = Simd.LoadUnsafe(ref Refs.Add(ref dz, (((block * rows) + row) * Lanes) + half));
                        for (int j = 0; j < inputs; j++)
                        {
                            LaneVector weight = Simd.FusedMultiplyAdd(scale, Simd.LoadUnsafe(ref Refs.Add(ref draw, j * Lanes)), new LaneVector(Refs.Add(ref weights, j)));
                            ref Real sum = ref Refs.Add(ref result, j * Lanes);
                            Simd.StoreUnsafe(Simd.FusedMultiplyAdd(weight, error, Simd.LoadUnsafe(ref sum)), ref sum);
                        }
                    }
                }
            }
        }
        """);

    internal static readonly KernelText Perturb = new("Perturb", """
        /// <summary>y = w + deviation xi, count numbers; y is overwritten and may be xi.</summary>
        internal static void Perturb(ref Real w, ref Real xi, Real deviation, ref Real y, int count)
        {
            int i = 0;
            for (; i + LaneVector.Count <= count; i += LaneVector.Count)
                Simd.StoreUnsafe(Simd.FusedMultiplyAdd(new LaneVector(deviation), Simd.LoadUnsafe(ref Refs.Add(ref xi, i)), Simd.LoadUnsafe(ref Refs.Add(ref w, i))), ref Refs.Add(ref y, i));
            for (; i < count; i++)
                Refs.Add(ref y, i) = Real.FusedMultiplyAdd(deviation, Refs.Add(ref xi, i), Refs.Add(ref w, i));
        }
        """);

    internal static readonly KernelText Mean = new("Mean", """
        /// <summary>y = (x + y) / 2 in each lane; rows of lanes.</summary>
        internal static void Mean(ref Real x, ref Real y, int rows)
        {
            for (int at = 0; at < rows * Lanes; at += LaneVector.Count)
            {
                ref Real result = ref Refs.Add(ref y, at);
                Simd.StoreUnsafe(new LaneVector((Real)0.5) * (Simd.LoadUnsafe(ref Refs.Add(ref x, at)) + Simd.LoadUnsafe(ref result)), ref result);
            }
        }
        """);
}
