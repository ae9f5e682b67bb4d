using System.Globalization;

namespace Vigie.Cli;

/// <summary>What a person is told on standard error: which input, what is wrong, what to do. One line each.</summary>
/// <param name="error">Where the lines go.</param>
internal sealed class Messages(TextWriter error)
{
    private const int UndatedNamed = 3;
    private int undated;

    /// <summary>Whether some input could not be read or coded in full.</summary>
    public bool AnyUnreadable { get; private set; }

    /// <summary>Called before a line is written: the progress line makes room.</summary>
    public Action? BeforeLine { get; set; }

    /// <summary>Something was not coded: the run ends with <see cref="ExitCode.Unreadable"/>.</summary>
    public void Unreadable(string where, string problem)
    {
        AnyUnreadable = true;
        Write(where, problem);
    }

    /// <summary>As <see cref="Unreadable"/>, where enough was named already.</summary>
    public void UnreadableUnnamed() => AnyUnreadable = true;

    /// <summary>Something was coded, yet not quite as it stood.</summary>
    public void Note(string where, string problem) => Write(where, problem);

    /// <summary>An article whose day of publication nobody knows; after the first few they are only counted.</summary>
    public void Undated(string where)
    {
        if (++undated <= UndatedNamed)
            Write(where, "no publication date is known, so relative dates (\"yesterday\", \"in June\") are left open; give one with --published 2025-08-20");
    }

    /// <summary>Says how many more articles had no date than were named.</summary>
    public void Summarise()
    {
        if (undated > UndatedNamed)
            Write(null, (undated - UndatedNamed).ToString("N0", CultureInfo.InvariantCulture) + " more articles have no known publication date");
    }

    private void Write(string? where, string problem)
    {
        BeforeLine?.Invoke();
        string line = where is null ? "vigie: " + problem : $"vigie: {where}: {problem}";
        error.WriteLine(Plain.OneLine(line));
        error.Flush();
    }
}
