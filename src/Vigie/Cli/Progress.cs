using System.Diagnostics;
using System.Globalization;

namespace Vigie.Cli;

/// <summary>A line on standard error that counts the articles coded, only where a person sees it and nothing else is drawn there.</summary>
internal sealed class Progress(TextWriter error)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private readonly bool _shown = !Console.IsErrorRedirected && Console.IsOutputRedirected;
    private readonly long _started = Stopwatch.GetTimestamp();
    private TimeSpan _last;
    private int _coded;
    private int _drawn;

    /// <summary>One article more; drawn at most four times a second.</summary>
    public void Advance()
    {
        _coded++;
        if (!_shown) return;
        TimeSpan now = Stopwatch.GetElapsedTime(_started);
        if (now - _last < Pause) return;
        _last = now;
        string rate = (_coded / now.TotalSeconds).ToString("0.0", CultureInfo.InvariantCulture);
        string line = $"{_coded.ToString("N0", CultureInfo.InvariantCulture)} articles coded, {rate} a second";
        error.Write("\r" + line.PadRight(_drawn));
        error.Flush();
        _drawn = line.Length;
    }

    /// <summary>Wipes the line.</summary>
    public void Clear()
    {
        if (_drawn == 0) return;
        error.Write("\r" + new string(' ', _drawn) + "\r");
        error.Flush();
        _drawn = 0;
    }
}
