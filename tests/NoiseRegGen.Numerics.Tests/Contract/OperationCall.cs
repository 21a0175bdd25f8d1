using System;
using System.Numerics;

namespace NoiseRegGen.Numerics.Tests.Contract;

/// <summary>A call of an operation; what it returns beside its output span goes nowhere.</summary>
internal delegate void OperationCall<TSelf, T>(
    TSelf network, ReadOnlySpan<T> x, ReadOnlySpan<T> second, Span<T> output, in OperationSettings<T> settings)
    where TSelf : class, IMlp<TSelf, T>
    where T : unmanaged, IFloatingPointIeee754<T>;
