using System;

namespace CompareRegularizers.Equivalence;

/// <summary>What the states are called.</summary>
internal static class StateNames
{
    /// <summary>For people, inside a sentence.</summary>
    internal static string Title(this NetworkState state) => state switch
    {
        NetworkState.Initial => "at initialisation",
        NetworkState.Extreme => "where r T is largest",
        NetworkState.Trained => "after training",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    /// <summary>In files: never to change, for people's scripts read it.</summary>
    internal static string Key(this NetworkState state) => state switch
    {
        NetworkState.Initial => "initial",
        NetworkState.Extreme => "extreme",
        NetworkState.Trained => "trained",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };
}
