namespace NoiseRegGen.Generator.Emit.Kernels;

/// <summary>Kernels that sum over features, outputs or examples.</summary>
internal static class ReductionKernels
{
    internal static readonly KernelText AddLeading = new("AddLeading", """
        /// <summary>Adds the first <c>count</c> of two vectors' numbers to memory, or to 0 if fresh, for columns that do not fill a group.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static void AddLeading(ref Real sum, LaneVector low, LaneVector high, int count, bool fresh)
        {
            if (count >= LaneVector.Count)
            {
                Simd.StoreUnsafe((fresh ? LaneVector.Zero : Simd.LoadUnsafe(ref sum)) + low, ref sum);
                sum = ref Refs.Add(ref sum, LaneVector.Count);
                count -= LaneVector.Count;
                low = high;
            }

            ref Real rest = ref Refs.As<LaneVector, Real>(ref low);
            for (int i = 0; i < count; i++)
                Refs.Add(ref sum, i) = (fresh ? 0 : Refs.Add(ref sum, i)) + Refs.Add(ref rest, i);
        }
        """);

    internal static readonly KernelText Sum = new(
        "Sum",
        """
        /// <summary>The sum of a vector's numbers, in double precision.</summary>
        private static double Sum(LaneVector numbers)
        {
            Simd.Widen(numbers, out global::System.Numerics.Vector<double> low, out global::System.Numerics.Vector<double> high);
            return Simd.Sum(low + high);
        }
        """,
        DoubleText: """
        /// <summary>The sum of a vector's numbers.</summary>
        private static double Sum(LaneVector numbers) => Simd.Sum(numbers);
        """);

    internal static readonly KernelText SumLanes = new(
        "SumLanes",
        """
        /// <summary>The sum over the examples of a row, in double precision; idle lanes hold 0.</summary>
        internal static double SumLanes(ref Real row, int blocks)
        {
            double sum = 0;
            for (int block = 0; block < blocks; block++)
            {
                ref Real lanes = ref Refs.Add(ref row, block * Lanes);
                sum += Sum(Simd.LoadUnsafe(ref lanes)) + Sum(Simd.LoadUnsafe(ref Refs.Add(ref lanes, LaneVector.Count)));
            }

            return sum;
        }
        """,
        Uses: [Sum]);

    internal static readonly KernelText AddSquaredNorms = new("AddSquaredNorms", """
        /// <summary>s += ||x||^2 of each example: x features x lanes. Four partial sums, by the feature's index modulo 4.</summary>
        internal static void AddSquaredNorms(ref Real x, ref Real s, int features, int blocks)
        {
            for (int vector = 0; vector < 2 * blocks; vector++)
            {
                // Half a lane block at a time: its features lie Lanes apart.
                ref Real data = ref Refs.Add(ref x, ((vector >> 1) * features * Lanes) + ((vector & 1) * LaneVector.Count));
                ref Real norm = ref Refs.Add(ref s, vector * LaneVector.Count);
                LaneVector sum0 = Simd.LoadUnsafe(ref norm), sum1 = LaneVector.Zero, sum2 = LaneVector.Zero, sum3 = LaneVector.Zero;
                int feature = 0;
                for (; feature + 4 <= features; feature += 4)
                {
                    LaneVector x0 = Simd.LoadUnsafe(ref data), x1 = Simd.LoadUnsafe(ref Refs.Add(ref data, Lanes));
                    LaneVector x2 = Simd.LoadUnsafe(ref Refs.Add(ref data, 2 * Lanes)), x3 = Simd.LoadUnsafe(ref Refs.Add(ref data, 3 * Lanes));
                    sum0 = Simd.FusedMultiplyAdd(x0, x0, sum0);
                    sum1 = Simd.FusedMultiplyAdd(x1, x1, sum1);
                    sum2 = Simd.FusedMultiplyAdd(x2, x2, sum2);
                    sum3 = Simd.FusedMultiplyAdd(x3, x3, sum3);
                    data = ref Refs.Add(ref data, 4 * Lanes);
                }

                for (; feature < features; feature++)
                {
                    LaneVector x0 = Simd.LoadUnsafe(ref data);
                    sum0 = Simd.FusedMultiplyAdd(x0, x0, sum0);
                    data = ref Refs.Add(ref data, Lanes);
                }

                Simd.StoreUnsafe((sum0 + sum1) + (sum2 + sum3), ref norm);
            }
        }
        """);

    internal static readonly KernelText AddRowSums = new("AddRowSums", """
        /// <summary>g += E 1: the sum over the examples of each row of E, rows x lanes; idle lanes hold 0. g is overwritten if fresh.</summary>
        internal static void AddRowSums(ref Real e, ref Real g, int rows, int blocks, bool fresh)
        {
            for (int row = 0; row < rows; row++)
            {
                LaneVector low = LaneVector.Zero, high = LaneVector.Zero;
                for (int block = 0; block < blocks; block++)
                {
                    ref Real lanes = ref Refs.Add(ref e, ((block * rows) + row) * Lanes);
                    low += Simd.LoadUnsafe(ref lanes);
                    high += Simd.LoadUnsafe(ref Refs.Add(ref lanes, LaneVector.Count));
                }

                Refs.Add(ref g, row) = (fresh ? 0 : Refs.Add(ref g, row)) + Simd.Sum(low + high);
            }
        }
        """);

    internal static readonly KernelText Residual = new(
        "Residual",
        """
        /// <summary>dH = scale (yhat - y), 0 in idle lanes; returns the sum of (yhat - y)^2. All outputs x lanes; dH is overwritten.</summary>
        internal static double Residual(ref Real yhat, ref Real y, ref Real live, Real scale, ref Real dh, int outputs, int blocks)
        {
            LaneVector factor = new(scale);
            double sum = 0;
            for (int vector = 0; vector < 2 * blocks; vector++)
            {
                int start = ((vector >> 1) * outputs * Lanes) + ((vector & 1) * LaneVector.Count);
                var occupied = Simd.GreaterThan(Simd.LoadUnsafe(ref Refs.Add(ref live, vector * LaneVector.Count)), LaneVector.Zero);
                LaneVector squares = LaneVector.Zero;
                for (int k = 0; k < outputs; k++)
                {
                    int at = start + (k * Lanes);
                    LaneVector residual = Simd.LoadUnsafe(ref Refs.Add(ref yhat, at)) - Simd.LoadUnsafe(ref Refs.Add(ref y, at));
                    residual = Simd.ConditionalSelect(occupied, residual, LaneVector.Zero);
                    squares = Simd.FusedMultiplyAdd(residual, residual, squares);
                    Simd.StoreUnsafe(factor * residual, ref Refs.Add(ref dh, at));
                }

                sum += Sum(squares);
            }

            return sum;
        }
        """,
        Uses: [Sum]);

    internal static readonly KernelText AddDots = new("AddDots", """
        /// <summary>p += sum over the rows of x o y: rows x lanes, p one row.</summary>
        internal static void AddDots(ref Real x, ref Real y, ref Real p, int rows, int blocks)
        {
            for (int vector = 0; vector < 2 * blocks; vector++)
            {
                int start = ((vector >> 1) * rows * Lanes) + ((vector & 1) * LaneVector.Count);
                ref Real result = ref Refs.Add(ref p, vector * LaneVector.Count);
                LaneVector sum = Simd.LoadUnsafe(ref result);
                for (int row = 0; row < rows; row++)
                {
                    LaneVector left = Simd.LoadUnsafe(ref Refs.Add(ref x, start + (row * Lanes)));
                    sum = Simd.FusedMultiplyAdd(left, Simd.LoadUnsafe(ref Refs.Add(ref y, start + (row * Lanes))), sum);
                }

                Simd.StoreUnsafe(sum, ref result);
            }
        }
        """);

    internal static readonly KernelText AddRowTimesMatrix = new("AddRowTimesMatrix", """
        /// <summary>y += w^T X of each example: w one row of weights, X features x lanes, y one row of a result with the given rows.</summary>
        internal static void AddRowTimesMatrix(ref Real w, ref Real x, ref Real y, int features, int rows, int blocks)
        {
            for (int vector = 0; vector < 2 * blocks; vector++)
            {
                ref Real data = ref Refs.Add(ref x, ((vector >> 1) * features * Lanes) + ((vector & 1) * LaneVector.Count));
                ref Real result = ref Refs.Add(ref y, ((vector >> 1) * rows * Lanes) + ((vector & 1) * LaneVector.Count));
                LaneVector sum = Simd.LoadUnsafe(ref result);
                for (int feature = 0; feature < features; feature++)
                    sum = Simd.FusedMultiplyAdd(new LaneVector(Refs.Add(ref w, feature)), Simd.LoadUnsafe(ref Refs.Add(ref data, feature * Lanes)), sum);
                Simd.StoreUnsafe(sum, ref result);
            }
        }
        """);

    private static readonly KernelText AddSum = new("AddSum", """
        /// <summary>g += the sum of a vector's numbers; g is overwritten if fresh.</summary>
        private static void AddSum(ref Real g, LaneVector numbers, bool fresh) => g = (fresh ? 0 : g) + Simd.Sum(numbers);
        """);

    private static readonly KernelText AddInnerProduct = new(
        "AddInnerProduct",
        """
        /// <summary>g += the sum over the examples of one row times another, each of lane blocks of the given height; g is overwritten if fresh.</summary>
        private static void AddInnerProduct(ref Real x, int rows, ref Real d, int height, ref Real g, int blocks, bool fresh)
        {
            LaneVector low = LaneVector.Zero, high = LaneVector.Zero;
            for (int block = 0; block < blocks; block++)
            {
                ref Real lanes = ref Refs.Add(ref x, block * rows * Lanes);
                ref Real weight = ref Refs.Add(ref d, block * height * Lanes);
                low = Simd.FusedMultiplyAdd(Simd.LoadUnsafe(ref weight), Simd.LoadUnsafe(ref lanes), low);
                high = Simd.FusedMultiplyAdd(Simd.LoadUnsafe(ref Refs.Add(ref weight, LaneVector.Count)), Simd.LoadUnsafe(ref Refs.Add(ref lanes, LaneVector.Count)), high);
            }

            AddSum(ref g, low + high, fresh);
        }
        """,
        Uses: [AddSum]);

    internal static readonly KernelText AddInnerProducts = new(
        "AddInnerProducts",
        """
        /// <summary>
        /// G += X D^T: the sums over the examples of each row of X times each of the first count rows of D; X rows x lanes, D height x lanes, one of them 0 in
        /// idle lanes. G's numbers lie rowStride apart from row to row of X, columnStride from row to row of D; they are overwritten if fresh.
        /// </summary>
        /// <remarks>Four rows of X at a time share what they read of D, and keep eight sums for the additions to wait for.</remarks>
        internal static void AddInnerProducts(ref Real x, int rows, ref Real d, int height, int count, ref Real g, int rowStride, int columnStride, int blocks, bool fresh)
        {
            int row = 0;
            for (; row + 4 <= rows; row += 4)
            {
                for (int k = 0; k < count; k++)
                {
                    ref Real lanes = ref Refs.Add(ref x, row * Lanes);
                    ref Real weight = ref Refs.Add(ref d, k * Lanes);
                    LaneVector low0 = LaneVector.Zero, high0 = LaneVector.Zero, low1 = LaneVector.Zero, high1 = LaneVector.Zero;
                    LaneVector low2 = LaneVector.Zero, high2 = LaneVector.Zero, low3 = LaneVector.Zero, high3 = LaneVector.Zero;
                    for (int block = 0; block < blocks; block++)
                    {
                        LaneVector low = Simd.LoadUnsafe(ref weight), high = Simd.LoadUnsafe(ref Refs.Add(ref weight, LaneVector.Count));
                        low0 = Simd.FusedMultiplyAdd(low, Simd.LoadUnsafe(ref lanes), low0);
                        high0 = Simd.FusedMultiplyAdd(high, Simd.LoadUnsafe(ref Refs.Add(ref lanes, LaneVector.Count)), high0);
                        low1 = Simd.FusedMultiplyAdd(low, Simd.LoadUnsafe(ref Refs.Add(ref lanes, Lanes)), low1);
                        high1 = Simd.FusedMultiplyAdd(high, Simd.LoadUnsafe(ref Refs.Add(ref lanes, Lanes + LaneVector.Count)), high1);
                        low2 = Simd.FusedMultiplyAdd(low, Simd.LoadUnsafe(ref Refs.Add(ref lanes, 2 * Lanes)), low2);
                        high2 = Simd.FusedMultiplyAdd(high, Simd.LoadUnsafe(ref Refs.Add(ref lanes, (2 * Lanes) + LaneVector.Count)), high2);
                        low3 = Simd.FusedMultiplyAdd(low, Simd.LoadUnsafe(ref Refs.Add(ref lanes, 3 * Lanes)), low3);
                        high3 = Simd.FusedMultiplyAdd(high, Simd.LoadUnsafe(ref Refs.Add(ref lanes, (3 * Lanes) + LaneVector.Count)), high3);
                        lanes = ref Refs.Add(ref lanes, rows * Lanes);
                        weight = ref Refs.Add(ref weight, height * Lanes);
                    }

                    ref Real sum = ref Refs.Add(ref g, (row * rowStride) + (k * columnStride));
                    AddSum(ref sum, low0 + high0, fresh);
                    AddSum(ref Refs.Add(ref sum, rowStride), low1 + high1, fresh);
                    AddSum(ref Refs.Add(ref sum, 2 * rowStride), low2 + high2, fresh);
                    AddSum(ref Refs.Add(ref sum, 3 * rowStride), low3 + high3, fresh);
                }
            }

            for (; row < rows; row++)
            {
                for (int k = 0; k < count; k++)
                    AddInnerProduct(ref Refs.Add(ref x, row * Lanes), rows, ref Refs.Add(ref d, k * Lanes), height, ref Refs.Add(ref g, (row * rowStride) + (k * columnStride)), blocks, fresh);
            }
        }
        """,
        Uses: [AddSum, AddInnerProduct]);
}
