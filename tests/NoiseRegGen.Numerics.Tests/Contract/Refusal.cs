using System;
using System.Numerics;
using NoiseRegGen.Numerics.Tests.Reference;
using Xunit;

namespace NoiseRegGen.Numerics.Tests.Contract;

/// <summary>A call that is good but for what a test changes in it, and assertions about how it is refused.</summary>
internal sealed record Refusal<TSelf, T>
    where TSelf : class, IMlp<TSelf, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private static readonly T Untouched = T.CreateChecked(7);

    private readonly TSelf _network = TSelf.Create(1);
    private readonly Operation<TSelf, T> _operation;

    public Refusal(Operation<TSelf, T> operation, NetworkShape shape, int batch)
    {
        _operation = operation;
        X = new T[batch * shape.InputSize];
        Second = new T[batch * shape.OutputSize];
        Output = new T[operation.OutputLength(shape, batch)];
        Settings = OperationSettings<T>.Of(TSelf.CreateWorkspace());
    }

    public Memory<T> X { get; init; }

    public Memory<T> Second { get; init; }

    public Memory<T> Output { get; init; }

    public OperationSettings<T> Settings { get; init; }

    /// <summary>The call throws exactly this type for this argument, and its message states these numbers.</summary>
    public void IsRefused<TException>(string argument, object[] stated)
        where TException : ArgumentException
    {
        Output.Span.Fill(Untouched);
        TException exception = Assert.Throws<TException>(Invoke);
        Assert.True(argument == exception.ParamName, $"{_operation} names {exception.ParamName}, not {argument}: {exception.Message}");
        foreach (object number in stated)
            Assert.True(exception.Message.Contains($"{number}"), $"{_operation} does not state {number}: {exception.Message}");
        Assert.True(Output.Span.IndexOfAnyExcept(Untouched) < 0, $"{_operation} wrote to its output before it threw: {exception.Message}");
    }

    /// <summary>The call is refused for this property of its noise; the argument is the noise, the message names the property.</summary>
    public void NoiseIsRefused(string property, object value)
    {
        Output.Span.Fill(Untouched);
        ArgumentOutOfRangeException exception = Assert.Throws<ArgumentOutOfRangeException>(Invoke);
        Assert.Equal("noise", exception.ParamName);
        Assert.Contains(property, exception.Message);
        Assert.Contains($"{value}", exception.Message);
        Assert.True(Output.Span.IndexOfAnyExcept(Untouched) < 0, $"{_operation} wrote to its output before it threw: {exception.Message}");
    }

    /// <summary>An output that lies in the network's own parameters is refused, and they stay as they are.</summary>
    public void RefusesOutputInParameters(string argument)
    {
        Span<T> parameters = _network.Parameters;
        T[] before = parameters.ToArray();
        if (Output.Length > parameters.Length)
            return;
        string? named = null;
        try
        {
            _operation.Call(_network, X.Span, Second.Span, parameters[^Output.Length..], Settings);
        }
        catch (ArgumentException exception)
        {
            named = exception.ParamName;
        }

        Assert.True(argument == named, $"{_operation} into its own parameters: '{named}' refused, not '{argument}'.");
        Assert.Equal(before, parameters.ToArray());
    }

    private void Invoke() => _operation.Call(_network, X.Span, Second.Span, Output.Span, Settings);
}
