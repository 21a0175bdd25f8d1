namespace NoiseRegGen.Generator.Emit.Kernels;

/// <summary>Kernels of the Laplacian and of the corrected penalty that do not depend on an activation (theory 1.6).</summary>
internal static class LaplacianKernels
{
    internal static readonly KernelText Square = new("Square", """
        /// <summary>y = x o x; y is overwritten.</summary>
        internal static void Square(ref Real x, ref Real y, int count)
        {
            int i = 0;
            for (; i <= count - LaneVector.Count; i += LaneVector.Count)
            {
                LaneVector numbers = Simd.LoadUnsafe(ref Refs.Add(ref x, i));
                Simd.StoreUnsafe(numbers * numbers, ref Refs.Add(ref y, i));
            }

            for (; i < count; i++)
                Refs.Add(ref y, i) = Refs.Add(ref x, i) * Refs.Add(ref x, i);
        }
        """);

    internal static readonly KernelText AddTwiceProduct = new("AddTwiceProduct", """
        /// <summary>z += 2 x o y.</summary>
        internal static void AddTwiceProduct(ref Real x, ref Real y, ref Real z, int count)
        {
            int i = 0;
            for (; i <= count - LaneVector.Count; i += LaneVector.Count)
            {
                LaneVector twice = Simd.LoadUnsafe(ref Refs.Add(ref x, i)) + Simd.LoadUnsafe(ref Refs.Add(ref x, i));
                Simd.StoreUnsafe(Simd.FusedMultiplyAdd(twice, Simd.LoadUnsafe(ref Refs.Add(ref y, i)), Simd.LoadUnsafe(ref Refs.Add(ref z, i))), ref Refs.Add(ref z, i));
            }

            for (; i < count; i++)
                Refs.Add(ref z, i) += 2 * Refs.Add(ref x, i) * Refs.Add(ref y, i);
        }
        """);

    internal static readonly KernelText OuterColumn = new("OuterColumn", """
        /// <summary>T = w d^T: one column of weights, stride apart, times one number per example; T rows x lanes, overwritten.</summary>
        internal static void OuterColumn(ref Real w, int stride, ref Real d, ref Real t, int rows, int blocks)
        {
            for (int block = 0; block < blocks; block++)
            {
                LaneVector low = Simd.LoadUnsafe(ref Refs.Add(ref d, block * Lanes));
                LaneVector high = Simd.LoadUnsafe(ref Refs.Add(ref d, (block * Lanes) + LaneVector.Count));
                ref Real result = ref Refs.Add(ref t, block * rows * Lanes);
                for (int row = 0; row < rows; row++)
                {
                    LaneVector weight = new(Refs.Add(ref w, row * stride));
                    Simd.StoreUnsafe(weight * low, ref result);
                    Simd.StoreUnsafe(weight * high, ref Refs.Add(ref result, LaneVector.Count));
                    result = ref Refs.Add(ref result, Lanes);
                }
            }
        }
        """);

    internal static readonly KernelText ColumnDot = new("ColumnDot", """
        /// <summary>e = w^T T of each example: one column of weights, stride apart; T rows x lanes, e one row, overwritten.</summary>
        internal static void ColumnDot(ref Real w, int stride, ref Real t, ref Real e, int rows, int blocks)
        {
            for (int vector = 0; vector < 2 * blocks; vector++)
            {
                ref Real data = ref Refs.Add(ref t, ((vector >> 1) * rows * Lanes) + ((vector & 1) * LaneVector.Count));
                LaneVector sum = LaneVector.Zero;
                for (int row = 0; row < rows; row++)
                    sum = Simd.FusedMultiplyAdd(new LaneVector(Refs.Add(ref w, row * stride)), Simd.LoadUnsafe(ref Refs.Add(ref data, row * Lanes)), sum);
                Simd.StoreUnsafe(sum, ref Refs.Add(ref e, vector * LaneVector.Count));
            }
        }
        """);

    internal static readonly KernelText AddScaledSquares = new("AddScaledSquares", """
        /// <summary>Y += s o T o T with one s per example; T and Y rows x lanes.</summary>
        internal static void AddScaledSquares(ref Real t, ref Real s, ref Real y, int rows, int blocks)
        {
            for (int vector = 0; vector < 2 * blocks; vector++)
            {
                int start = ((vector >> 1) * rows * Lanes) + ((vector & 1) * LaneVector.Count);
                LaneVector scale = Simd.LoadUnsafe(ref Refs.Add(ref s, vector * LaneVector.Count));
                for (int at = start; at < start + (rows * Lanes); at += Lanes)
                {
                    LaneVector answer = Simd.LoadUnsafe(ref Refs.Add(ref t, at));
                    ref Real result = ref Refs.Add(ref y, at);
                    Simd.StoreUnsafe(Simd.FusedMultiplyAdd(scale * answer, answer, Simd.LoadUnsafe(ref result)), ref result);
                }
            }
        }
        """);

    internal static readonly KernelText AddSquareFeedback = new("AddSquareFeedback", """
        /// <summary>
        /// What Y += s o T o T gives back where dY is the derivative with respect to Y: dT += 2 s o dY o T, and q += 2 sum over the rows of dY o T o T, twice
        /// the derivative with respect to s. All rows x lanes, s and q one row.
        /// </summary>
        internal static void AddSquareFeedback(ref Real dy, ref Real t, ref Real s, ref Real dt, ref Real q, int rows, int blocks)
        {
            LaneVector two = new(2);
            for (int vector = 0; vector < 2 * blocks; vector++)
            {
                int start = ((vector >> 1) * rows * Lanes) + ((vector & 1) * LaneVector.Count);
                LaneVector scale = two * Simd.LoadUnsafe(ref Refs.Add(ref s, vector * LaneVector.Count));
                LaneVector sum = LaneVector.Zero;
                for (int at = start; at < start + (rows * Lanes); at += Lanes)
                {
                    LaneVector answer = Simd.LoadUnsafe(ref Refs.Add(ref t, at));
                    LaneVector product = Simd.LoadUnsafe(ref Refs.Add(ref dy, at)) * answer;
                    ref Real result = ref Refs.Add(ref dt, at);
                    Simd.StoreUnsafe(Simd.FusedMultiplyAdd(scale, product, Simd.LoadUnsafe(ref result)), ref result);
                    sum = Simd.FusedMultiplyAdd(product, answer, sum);
                }

                ref Real total = ref Refs.Add(ref q, vector * LaneVector.Count);
                Simd.StoreUnsafe(Simd.FusedMultiplyAdd(two, sum, Simd.LoadUnsafe(ref total)), ref total);
            }
        }
        """);

    internal static readonly KernelText AddColumnSums = new("AddColumnSums", """
        /// <summary>s += factor times the sum over the rows of X, for each example: X rows x lanes, s one row.</summary>
        internal static void AddColumnSums(ref Real x, Real factor, ref Real s, int rows, int blocks)
        {
            for (int vector = 0; vector < 2 * blocks; vector++)
            {
                ref Real data = ref Refs.Add(ref x, ((vector >> 1) * rows * Lanes) + ((vector & 1) * LaneVector.Count));
                LaneVector sum = LaneVector.Zero;
                for (int row = 0; row < rows; row++)
                    sum += Simd.LoadUnsafe(ref Refs.Add(ref data, row * Lanes));
                ref Real result = ref Refs.Add(ref s, vector * LaneVector.Count);
                Simd.StoreUnsafe(Simd.FusedMultiplyAdd(new LaneVector(factor), sum, Simd.LoadUnsafe(ref result)), ref result);
            }
        }
        """);

    internal static readonly KernelText ScaleByRoot = new("ScaleByRoot", """
        /// <summary>Y = sqrt(s) o X with one s per example; X and Y rows x lanes; Y is overwritten.</summary>
        internal static void ScaleByRoot(ref Real x, ref Real s, ref Real y, int rows, int blocks)
        {
            for (int vector = 0; vector < 2 * blocks; vector++)
            {
                int start = ((vector >> 1) * rows * Lanes) + ((vector & 1) * LaneVector.Count);
                LaneVector root = Simd.SquareRoot(Simd.LoadUnsafe(ref Refs.Add(ref s, vector * LaneVector.Count)));
                for (int at = start; at < start + (rows * Lanes); at += Lanes)
                    Simd.StoreUnsafe(root * Simd.LoadUnsafe(ref Refs.Add(ref x, at)), ref Refs.Add(ref y, at));
            }
        }
        """);

    internal static readonly KernelText AddRootFeedback = new("AddRootFeedback", """
        /// <summary>
        /// q += (sum over the rows of X o dY) / sqrt(s) of each example: twice what Y = sqrt(s) o X gives back to s where dY is the derivative with
        /// respect to Y. X and dY rows x lanes, s and q one row.
        /// </summary>
        internal static void AddRootFeedback(ref Real x, ref Real dy, ref Real s, ref Real q, int rows, int blocks)
        {
            for (int vector = 0; vector < 2 * blocks; vector++)
            {
                int start = ((vector >> 1) * rows * Lanes) + ((vector & 1) * LaneVector.Count);
                LaneVector sum = LaneVector.Zero;
                for (int at = start; at < start + (rows * Lanes); at += Lanes)
                    sum = Simd.FusedMultiplyAdd(Simd.LoadUnsafe(ref Refs.Add(ref x, at)), Simd.LoadUnsafe(ref Refs.Add(ref dy, at)), sum);
                ref Real result = ref Refs.Add(ref q, vector * LaneVector.Count);
                Simd.StoreUnsafe((sum / Simd.SquareRoot(Simd.LoadUnsafe(ref Refs.Add(ref s, vector * LaneVector.Count)))) + Simd.LoadUnsafe(ref result), ref result);
            }
        }
        """);

    internal static readonly KernelText ShiftedResidual = new(
        "ShiftedResidual",
        """
        /// <summary>
        /// r' = yhat + halfEta T - y, 0 in idle lanes: dH = scale r', kappa = halfEta dH; returns the sums of (yhat - y)^2 and of r'^2. All outputs x lanes; dH and
        /// kappa are overwritten.
        /// </summary>
        internal static (double Plain, double Shifted) ShiftedResidual(ref Real yhat, ref Real y, ref Real t, ref Real live, Real halfEta, Real scale, ref Real dh, ref Real kappa, int outputs, int blocks)
        {
            LaneVector factor = new(scale), weight = new(halfEta);
            double plain = 0, shifted = 0;
            for (int vector = 0; vector < 2 * blocks; vector++)
            {
                int start = ((vector >> 1) * outputs * Lanes) + ((vector & 1) * LaneVector.Count);
                var occupied = Simd.GreaterThan(Simd.LoadUnsafe(ref Refs.Add(ref live, vector * LaneVector.Count)), LaneVector.Zero);
                LaneVector squares = LaneVector.Zero, shiftedSquares = LaneVector.Zero;
                for (int k = 0; k < outputs; k++)
                {
                    int at = start + (k * Lanes);
                    LaneVector residual = Simd.LoadUnsafe(ref Refs.Add(ref yhat, at)) - Simd.LoadUnsafe(ref Refs.Add(ref y, at));
                    LaneVector moved = Simd.FusedMultiplyAdd(weight, Simd.LoadUnsafe(ref Refs.Add(ref t, at)), residual);
                    residual = Simd.ConditionalSelect(occupied, residual, LaneVector.Zero);
                    moved = Simd.ConditionalSelect(occupied, moved, LaneVector.Zero);
                    squares = Simd.FusedMultiplyAdd(residual, residual, squares);
                    shiftedSquares = Simd.FusedMultiplyAdd(moved, moved, shiftedSquares);
                    Simd.StoreUnsafe(factor * moved, ref Refs.Add(ref dh, at));
                    Simd.StoreUnsafe(weight * (factor * moved), ref Refs.Add(ref kappa, at));
                }

                plain += Sum(squares);
                shifted += Sum(shiftedSquares);
            }

            return (plain, shifted);
        }
        """,
        Uses: [ReductionKernels.Sum]);
}
