namespace Vigie.Cli;

/// <summary>How a run ended, as scripts read it.</summary>
internal static class ExitCode
{
    /// <summary>All that was asked was read and coded.</summary>
    public const int Done = 0;

    /// <summary>Some input could not be read or coded in full; the rest was coded.</summary>
    public const int Unreadable = 1;

    /// <summary>The command line itself was wrong: nothing was read.</summary>
    public const int Usage = 2;
}
