namespace NoiseRegGen.Generator.Emit.Kernels;

/// <summary>Kernels that fill, mask or scale, with one factor per example.</summary>
internal static class ScalingKernels
{
    internal static readonly KernelText Fill = new("Fill", """
        /// <summary>Sets rows of lanes to one number.</summary>
        internal static void Fill(ref Real x, Real value, int rows) => RefSpans.CreateSpan(ref x, rows * Lanes).Fill(value);
        """);

    internal static readonly KernelText MarkLive = new("MarkLive", """
        /// <summary>1 in the lanes that hold an example, 0 in the idle ones of the last block.</summary>
        internal static void MarkLive(ref Real live, int examples, int blocks)
        {
            global::System.Span<Real> lanes = RefSpans.CreateSpan(ref live, blocks * Lanes);
            lanes[..examples].Fill(1);
            lanes[examples..].Clear();
        }
        """);

    internal static readonly KernelText MaskIdle = new("MaskIdle", """
        /// <summary>y = x in live lanes, 0 in idle ones; rows x lanes; y is overwritten.</summary>
        internal static void MaskIdle(ref Real x, ref Real live, ref Real y, int rows, int blocks)
        {
            for (int vector = 0; vector < 2 * blocks; vector++)
            {
                int start = ((vector >> 1) * rows * Lanes) + ((vector & 1) * LaneVector.Count);
                var occupied = Simd.GreaterThan(Simd.LoadUnsafe(ref Refs.Add(ref live, vector * LaneVector.Count)), LaneVector.Zero);
                for (int at = start; at < start + (rows * Lanes); at += Lanes)
                    Simd.StoreUnsafe(Simd.ConditionalSelect(occupied, Simd.LoadUnsafe(ref Refs.Add(ref x, at)), LaneVector.Zero), ref Refs.Add(ref y, at));
            }
        }
        """);

    internal static readonly KernelText Scale = new("Scale", """
        /// <summary>y = factor s o x, with one s per example; x and y features x lanes; y is overwritten.</summary>
        internal static void Scale(ref Real x, ref Real s, Real factor, ref Real y, int features, int blocks)
        {
            for (int vector = 0; vector < 2 * blocks; vector++)
            {
                int start = ((vector >> 1) * features * Lanes) + ((vector & 1) * LaneVector.Count);
                LaneVector scale = new LaneVector(factor) * Simd.LoadUnsafe(ref Refs.Add(ref s, vector * LaneVector.Count));
                for (int at = start; at < start + (features * Lanes); at += Lanes)
                    Simd.StoreUnsafe(scale * Simd.LoadUnsafe(ref Refs.Add(ref x, at)), ref Refs.Add(ref y, at));
            }
        }
        """);

    internal static readonly KernelText ScaleRow = new("ScaleRow", """
        /// <summary>s = factor s; one row.</summary>
        internal static void ScaleRow(ref Real s, Real factor, int blocks)
        {
            LaneVector scale = new(factor);
            for (int at = 0; at < blocks * Lanes; at += LaneVector.Count)
                Simd.StoreUnsafe(scale * Simd.LoadUnsafe(ref Refs.Add(ref s, at)), ref Refs.Add(ref s, at));
        }
        """);

    internal static readonly KernelText AddScaled = new("AddScaled", """
        /// <summary>y += factor s o x, with one s per example; x and y features x lanes.</summary>
        internal static void AddScaled(ref Real x, ref Real s, Real factor, ref Real y, int features, int blocks)
        {
            for (int vector = 0; vector < 2 * blocks; vector++)
            {
                int start = ((vector >> 1) * features * Lanes) + ((vector & 1) * LaneVector.Count);
                LaneVector scale = new LaneVector(factor) * Simd.LoadUnsafe(ref Refs.Add(ref s, vector * LaneVector.Count));
                for (int at = start; at < start + (features * Lanes); at += Lanes)
                {
                    ref Real result = ref Refs.Add(ref y, at);
                    Simd.StoreUnsafe(Simd.FusedMultiplyAdd(scale, Simd.LoadUnsafe(ref Refs.Add(ref x, at)), Simd.LoadUnsafe(ref result)), ref result);
                }
            }
        }
        """);

    internal static readonly KernelText OuterRow = new("OuterRow", """
        /// <summary>a = w d: one row of weights times one number per example; a features x lanes, overwritten.</summary>
        internal static void OuterRow(ref Real w, ref Real d, ref Real a, int features, int blocks)
        {
            for (int block = 0; block < blocks; block++)
            {
                LaneVector low = Simd.LoadUnsafe(ref Refs.Add(ref d, block * Lanes));
                LaneVector high = Simd.LoadUnsafe(ref Refs.Add(ref d, (block * Lanes) + LaneVector.Count));
                ref Real result = ref Refs.Add(ref a, block * features * Lanes);
                for (int feature = 0; feature < features; feature++)
                {
                    LaneVector weight = new(Refs.Add(ref w, feature));
                    Simd.StoreUnsafe(weight * low, ref result);
                    Simd.StoreUnsafe(weight * high, ref Refs.Add(ref result, LaneVector.Count));
                    result = ref Refs.Add(ref result, Lanes);
                }
            }
        }
        """);

    internal static readonly KernelText CopyRow = new("CopyRow", """
        /// <summary>y = a row of X, which x points at: X rows x lanes; y one row, overwritten.</summary>
        internal static void CopyRow(ref Real x, ref Real y, int rows, int blocks)
        {
            for (int block = 0; block < blocks; block++)
            {
                ref Real from = ref Refs.Add(ref x, block * rows * Lanes);
                ref Real to = ref Refs.Add(ref y, block * Lanes);
                Simd.StoreUnsafe(Simd.LoadUnsafe(ref from), ref to);
                Simd.StoreUnsafe(Simd.LoadUnsafe(ref Refs.Add(ref from, LaneVector.Count)), ref Refs.Add(ref to, LaneVector.Count));
            }
        }
        """);

    internal static readonly KernelText PlaceRow = new("PlaceRow", """
        /// <summary>A row of Y, which y points at, = x: Y rows x lanes; x one row.</summary>
        internal static void PlaceRow(ref Real x, ref Real y, int rows, int blocks)
        {
            for (int block = 0; block < blocks; block++)
            {
                ref Real from = ref Refs.Add(ref x, block * Lanes);
                ref Real to = ref Refs.Add(ref y, block * rows * Lanes);
                Simd.StoreUnsafe(Simd.LoadUnsafe(ref from), ref to);
                Simd.StoreUnsafe(Simd.LoadUnsafe(ref Refs.Add(ref from, LaneVector.Count)), ref Refs.Add(ref to, LaneVector.Count));
            }
        }
        """);

    internal static readonly KernelText Spread = new("Spread", """
        /// <summary>Every row of y = s, one s per example; y rows x lanes, overwritten.</summary>
        internal static void Spread(ref Real s, ref Real y, int rows, int blocks)
        {
            for (int block = 0; block < blocks; block++)
            {
                LaneVector low = Simd.LoadUnsafe(ref Refs.Add(ref s, block * Lanes));
                LaneVector high = Simd.LoadUnsafe(ref Refs.Add(ref s, (block * Lanes) + LaneVector.Count));
                ref Real result = ref Refs.Add(ref y, block * rows * Lanes);
                for (int row = 0; row < rows; row++)
                {
                    Simd.StoreUnsafe(low, ref result);
                    Simd.StoreUnsafe(high, ref Refs.Add(ref result, LaneVector.Count));
                    result = ref Refs.Add(ref result, Lanes);
                }
            }
        }
        """);

    internal static readonly KernelText RepeatRows = new("RepeatRows", """
        /// <summary>Each row of x, rows x columns, the given number of times one after another; y is overwritten.</summary>
        internal static void RepeatRows(ref Real x, ref Real y, int rows, int columns, int times)
        {
            for (int row = 0; row < rows * times; row++)
                RefSpans.CreateSpan(ref Refs.Add(ref x, row / times * columns), columns).CopyTo(RefSpans.CreateSpan(ref Refs.Add(ref y, row * columns), columns));
        }
        """);

    internal static readonly KernelText SeedPairs = new("SeedPairs", """
        /// <summary>A has 1 in row p mod outputs of lane p, for each pair p, and 0 elsewhere: A outputs x lanes. First has 1 in the lanes of output 0.</summary>
        internal static void SeedPairs(ref Real a, ref Real first, int pairs, int outputs, int blocks)
        {
            RefSpans.CreateSpan(ref a, outputs * blocks * Lanes).Clear();
            RefSpans.CreateSpan(ref first, blocks * Lanes).Clear();
            for (int pair = 0; pair < pairs; pair++)
            {
                int output = pair % outputs;
                Refs.Add(ref a, (((pair / Lanes * outputs) + output) * Lanes) + (pair % Lanes)) = 1;
                if (output == 0)
                    Refs.Add(ref first, pair) = 1;
            }
        }
        """);
}
