using System.Globalization;

namespace Vigie.Cli;

/// <summary>What a person is told on standard error: which input, what is wrong, what to do. One line each.</summary>
/// <param name="error">Where the lines go.</param>
internal sealed class Messages(TextWriter error)
{
    private const int UndatedNamed = 3;
    private int undated;
    private int withoutOpinion;
    private int triaged;
    private int leftOut;

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

    /// <summary>An article that a language model was asked about in vain; after the first they are only counted.</summary>
    public void NoSecondOpinion(string where, string reason)
    {
        if (++withoutOpinion == 1) Write(where, reason + "; it is coded by vigie alone");
    }

    /// <summary>An article that the gate looked at; they are only counted.</summary>
    public void Triaged(bool isLeftOut)
    {
        triaged++;
        if (isLeftOut) leftOut++;
    }

    /// <summary>Says how many more articles had no date than were named, were coded without a second opinion, or did not pass the gate.</summary>
    public void Summarise()
    {
        if (withoutOpinion > 1) Write(null, Number(withoutOpinion - 1) + " more articles were coded by vigie alone: the model gave no usable answer");
        if (triaged > 0) Write(null, $"triage left out {Number(leftOut)} of {Number(triaged)} articles");
        if (undated > UndatedNamed)
            Write(null, Number(undated - UndatedNamed) + " more articles have no known publication date");
    }

    private static string Number(int n) => n.ToString("N0", CultureInfo.InvariantCulture);

    private void Write(string? where, string problem)
    {
        BeforeLine?.Invoke();
        string line = where is null ? "vigie: " + problem : $"vigie: {where}: {problem}";
        error.WriteLine(Plain.OneLine(line));
        error.Flush();
    }
}
