using System.CommandLine;
using System.Globalization;

namespace Vigie.Cli;

/// <summary><c>--threads</c> of every command that codes.</summary>
internal static class ThreadsOption
{
    private const int MostThreads = 64;

    /// <summary>Every article in work takes some memory of its own, at worst about 100 MB.</summary>
    private const int DefaultMostThreads = 4;

    public static Option<int> Build() => new("--threads")
    {
        Description = $"How many reports are coded at a time, 1 to {MostThreads.ToString(CultureInfo.InvariantCulture)}; the output is the same and in the same order.",
        HelpName = "N",
        DefaultValueFactory = _ => Math.Min(Environment.ProcessorCount, DefaultMostThreads),
        CustomParser = result =>
        {
            string given = result.Tokens[0].Value;
            if (int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out int n) && n is >= 1 and <= MostThreads) return n;
            result.AddError($"--threads: \"{given}\" is no number from 1 to {MostThreads.ToString(CultureInfo.InvariantCulture)}");
            return 1;
        },
    };
}
