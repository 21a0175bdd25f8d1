namespace NoiseRegGen.Generator.Emit.Kernels;

/// <summary>Kernels of the Gram recursion, one lane block at a time: a matrix has one number per example in each place.</summary>
internal static class LaplacianKernels
{
    internal static readonly KernelText ScaleColumns = new("ScaleColumns", """
        /// <summary>X = W diag(s): W rows x columns, s columns x lanes, X rows x columns x lanes, overwritten.</summary>
        internal static void ScaleColumns(ref Real w, ref Real s, ref Real x, int rows, int columns)
        {
            for (int row = 0; row < rows; row++)
                OuterElements(ref Refs.Add(ref w, row * columns), ref s, ref Refs.Add(ref x, (nint)row * columns * Lanes), columns);
        }

        private static void OuterElements(ref Real w, ref Real s, ref Real x, int columns)
        {
            for (int column = 0; column < columns; column++)
            {
                LaneVector weight = new(Refs.Add(ref w, column));
                for (int half = column * Lanes; half < (column + 1) * Lanes; half += LaneVector.Count)
                    Simd.StoreUnsafe(weight * Simd.LoadUnsafe(ref Refs.Add(ref s, half)), ref Refs.Add(ref x, half));
            }
        }
        """);

    internal static readonly KernelText Sandwich = new("Sandwich", """
        /// <summary>G = D G D in place, D = diag(p): G n x n x lanes, p n x lanes.</summary>
        internal static void Sandwich(ref Real p, ref Real g, int n)
        {
            for (int row = 0; row < n; row++)
            {
                ref Real matrixRow = ref Refs.Add(ref g, (nint)row * n * Lanes);
                for (int at = 0; at < n * Lanes; at += LaneVector.Count)
                {
                    ref Real entry = ref Refs.Add(ref matrixRow, at);
                    LaneVector left = Simd.LoadUnsafe(ref Refs.Add(ref p, (row * Lanes) + (at % Lanes)));
                    Simd.StoreUnsafe(left * Simd.LoadUnsafe(ref entry) * Simd.LoadUnsafe(ref Refs.Add(ref p, at)), ref entry);
                }
            }
        }
        """);

    internal static readonly KernelText SwapIndices = new("SwapIndices", """
        /// <summary>Y = X^T: X rows x columns x lanes, Y columns x rows x lanes, overwritten.</summary>
        internal static void SwapIndices(ref Real x, ref Real y, int rows, int columns)
        {
            for (int row = 0; row < rows; row++)
            {
                for (int column = 0; column < columns; column++)
                {
                    ref Real from = ref Refs.Add(ref x, (((nint)row * columns) + column) * Lanes);
                    ref Real to = ref Refs.Add(ref y, (((nint)column * rows) + row) * Lanes);
                    Simd.StoreUnsafe(Simd.LoadUnsafe(ref from), ref to);
                    Simd.StoreUnsafe(Simd.LoadUnsafe(ref Refs.Add(ref from, LaneVector.Count)), ref Refs.Add(ref to, LaneVector.Count));
                }
            }
        }
        """);

    internal static readonly KernelText AddToDiagonal = new("AddToDiagonal", """
        /// <summary>G += s I with one s per example, and the diagonal of the result: G n x n x lanes, diagonal n x lanes, overwritten.</summary>
        internal static void AddToDiagonal(ref Real s, ref Real g, ref Real diagonal, int n)
        {
            for (int row = 0; row < n; row++)
            {
                for (int half = 0; half < Lanes; half += LaneVector.Count)
                {
                    ref Real entry = ref Refs.Add(ref g, ((((nint)row * n) + row) * Lanes) + half);
                    LaneVector sum = Simd.LoadUnsafe(ref entry) + Simd.LoadUnsafe(ref Refs.Add(ref s, half));
                    Simd.StoreUnsafe(sum, ref entry);
                    Simd.StoreUnsafe(sum, ref Refs.Add(ref diagonal, (row * Lanes) + half));
                }
            }
        }
        """);

    internal static readonly KernelText ProductDiagonal = new("ProductDiagonal", """
        /// <summary>diagonal = s + diag(W M): W rows x columns, M columns x rows x lanes, diagonal rows x lanes, overwritten.</summary>
        internal static void ProductDiagonal(ref Real w, ref Real m, ref Real s, ref Real diagonal, int rows, int columns)
        {
            for (int row = 0; row < rows; row++)
            {
                for (int half = 0; half < Lanes; half += LaneVector.Count)
                {
                    LaneVector sum = Simd.LoadUnsafe(ref Refs.Add(ref s, half));
                    for (int column = 0; column < columns; column++)
                    {
                        LaneVector entry = Simd.LoadUnsafe(ref Refs.Add(ref m, ((((nint)column * rows) + row) * Lanes) + half));
                        sum = Simd.FusedMultiplyAdd(new LaneVector(Refs.Add(ref w, (row * columns) + column)), entry, sum);
                    }

                    Simd.StoreUnsafe(sum, ref Refs.Add(ref diagonal, (row * Lanes) + half));
                }
            }
        }
        """);

    internal static readonly KernelText AddSquaredProduct = new("AddSquaredProduct", """
        /// <summary>Y += (W o W) X in each lane block: W rows x columns, X columns x lanes, Y rows x lanes.</summary>
        internal static void AddSquaredProduct(ref Real w, ref Real x, ref Real y, int rows, int columns, int blocks)
        {
            for (int block = 0; block < blocks; block++)
            {
                for (int row = 0; row < rows; row++)
                {
                    ref Real result = ref Refs.Add(ref y, ((block * rows) + row) * Lanes);
                    LaneVector low = Simd.LoadUnsafe(ref result), high = Simd.LoadUnsafe(ref Refs.Add(ref result, LaneVector.Count));
                    for (int column = 0; column < columns; column++)
                    {
                        LaneVector weight = new(Refs.Add(ref w, (row * columns) + column));
                        weight *= weight;
                        ref Real data = ref Refs.Add(ref x, ((block * columns) + column) * Lanes);
                        low = Simd.FusedMultiplyAdd(weight, Simd.LoadUnsafe(ref data), low);
                        high = Simd.FusedMultiplyAdd(weight, Simd.LoadUnsafe(ref Refs.Add(ref data, LaneVector.Count)), high);
                    }

                    Simd.StoreUnsafe(low, ref result);
                    Simd.StoreUnsafe(high, ref Refs.Add(ref result, LaneVector.Count));
                }
            }
        }
        """);
}
