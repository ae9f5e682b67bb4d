using System.Diagnostics;
using System.Globalization;

namespace Vigie.Cli;

/// <summary>A line on standard error that counts articles, only where a person sees it and nothing else is drawn there.</summary>
/// <param name="done">What is done with them.</param>
internal sealed class Progress(TextWriter error, string done = "coded")
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private readonly bool shown = !Console.IsErrorRedirected && Console.IsOutputRedirected;
    private readonly long started = Stopwatch.GetTimestamp();
    private TimeSpan last;
    private int coded;
    private int drawn;

    /// <summary>One article more; drawn at most four times a second.</summary>
    public void Advance()
    {
        coded++;
        if (!shown) return;
        TimeSpan now = Stopwatch.GetElapsedTime(started);
        if (now - last < Pause) return;
        last = now;
        string rate = (coded / now.TotalSeconds).ToString("0.0", CultureInfo.InvariantCulture);
        string line = $"{coded.ToString("N0", CultureInfo.InvariantCulture)} articles {done}, {rate} a second";
        error.Write("\r" + line.PadRight(drawn));
        error.Flush();
        drawn = line.Length;
    }

    /// <summary>Wipes the line.</summary>
    public void Clear()
    {
        if (drawn == 0) return;
        error.Write("\r" + new string(' ', drawn) + "\r");
        error.Flush();
        drawn = 0;
    }
}
