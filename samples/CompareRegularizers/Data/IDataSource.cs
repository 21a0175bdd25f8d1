namespace CompareRegularizers.Data;

/// <summary>Where the data of each repeat come from.</summary>
internal interface IDataSource
{
    /// <summary>What reports call it.</summary>
    string Name { get; }

    /// <summary>The number of inputs.</summary>
    int InputCount { get; }

    /// <summary>The number of rows to train on, in every repeat.</summary>
    int TrainCount { get; }

    /// <summary>The name of the target, for messages.</summary>
    string TargetName { get; }

    /// <summary>What the test error is measured against.</summary>
    string TestDescription { get; }

    /// <summary>The data of one repeat: a pure function of the seed and the repeat.</summary>
    Split Draw(ulong seed, int repeat);

    /// <summary>The name of an input, for messages.</summary>
    string InputName(int input);
}
