namespace CompareRegularizers.Commands;

/// <summary>What the program tells the shell.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    internal const int Success = 0;

    /// <summary>A fault of this program.</summary>
    internal const int Failure = 1;

    /// <summary>Something for the user to put right; nothing was written.</summary>
    internal const int UserError = 2;

    /// <summary>Stopped by Ctrl-C: 128 and the number of the interrupt signal.</summary>
    internal const int Interrupted = 130;
}
