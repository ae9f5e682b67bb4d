using NodaTime;

namespace Vigie.Events.Times;

/// <summary>A rule that fits a run of tokens, with what its parts say.</summary>
/// <param name="Rule">Index of the rule.</param>
/// <param name="First">First token of the passage (context left out).</param>
/// <param name="End">Past the last token of the passage.</param>
/// <param name="Reach">Tokens read, context included: the longest reading wins.</param>
/// <param name="Values">Value by <see cref="TimeSlot"/>, or <see cref="Absent"/>.</param>
/// <param name="Tokens">Token that gave it, by <see cref="TimeSlot"/>.</param>
internal sealed record TimeMatch(int Rule, int First, int End, int Reach, int[] Values, int[] Tokens)
{
    public const int Absent = int.MinValue;

    public static int Slots { get; } = Enum.GetValues<TimeSlot>().Length;

    public int? this[TimeSlot slot] => Values[(int)slot] == Absent ? null : Values[(int)slot];

    public bool Has(TimeSlot slot) => Values[(int)slot] != Absent;

    /// <summary>This match as if it said <paramref name="value"/> too.</summary>
    public TimeMatch With(TimeSlot slot, int? value)
    {
        int[] values = [.. Values];
        values[(int)slot] = value ?? Absent;
        return this with { Values = values };
    }
}

/// <summary>What a match, or a part of it, means: a TIMEX3 value, days, and what they were counted from.</summary>
/// <param name="First">First token of the passage.</param>
/// <param name="End">Past its last token.</param>
internal sealed record TimeReading(int First, int End, string Value, TimeRange Range, string? Anchor)
{
    /// <summary>This reading with other days, written as a day or a run.</summary>
    public TimeReading Over(LocalDate start, LocalDate end) => this with
    {
        Value = start == end ? TimeContext.Iso(start) : TimeContext.Iso(start) + "/" + TimeContext.Iso(end),
        Range = new TimeRange(start, end, TimePrecision.Day),
    };
}
