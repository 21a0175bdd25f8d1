using System;

namespace CompareRegularizers.Experiments;

/// <summary>What the arms are called.</summary>
internal static class ArmNames
{
    /// <summary>For people.</summary>
    internal static string Title(this Arm arm) => arm switch
    {
        Arm.None => "none",
        Arm.WeightNoise => "weight noise",
        Arm.GradientPenalty => "gradient penalty",
        _ => throw new ArgumentOutOfRangeException(nameof(arm), arm, null),
    };

    /// <summary>In files: never to change, for people's scripts read it.</summary>
    internal static string Key(this Arm arm) => arm.Title().Replace(' ', '-');
}
