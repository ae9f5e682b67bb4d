namespace Vigie.Events.Times;

/// <summary>How <c>times.yaml</c> of a language is written; the file's header tells its methodologist how.</summary>
internal sealed class TimeGrammarFile
{
    /// <summary>Clitics written onto the next word.</summary>
    public List<string> Prefixes { get; set; } = [];

    /// <summary>Words that count only with a capital.</summary>
    public List<string> Capitalised { get; set; } = [];

    /// <summary>Class name, then value, then the phrases that have that value.</summary>
    public required Dictionary<string, Dictionary<int, List<string>>> Classes { get; set; }

    /// <summary>Pieces of pattern with a name, used as <c>&lt;name&gt;</c>; a fragment may use those above it.</summary>
    public Dictionary<string, string> Fragments { get; set; } = [];

    public required List<TimeRuleLine> Rules { get; set; }
}

/// <summary>A rule: its patterns, and how what they find is read.</summary>
internal sealed class TimeRuleLine
{
    public required string Name { get; set; }

    /// <summary>Name of a way of reading (see <see cref="TimeInterpreter"/>).</summary>
    public required string Read { get; set; }

    /// <summary>Slots that the rule itself fills.</summary>
    public Dictionary<string, int> Set { get; set; } = [];

    /// <summary>A TIMEX3 value for rules that read as <c>value</c>.</summary>
    public string? Value { get; set; }

    public required List<string> Patterns { get; set; }
}
