using Vigie.Text;

namespace Vigie.Events.Times;

/// <summary>Turns the matches of one text into times, in text order: a time may count from the one before it.</summary>
internal sealed class TimeInterpreter(TimeGrammar grammar, Document document, IReadOnlyList<TimeToken> tokens)
{
    private readonly TimeContext context = new(document.Published);

    /// <summary>Whether a match says that its words are no time.</summary>
    public bool IsNoTime(TimeMatch match) => grammar.Rules[match.Rule].Read == TimeReadingKind.NoTime;

    /// <summary>The times that a match gives; none where it names a day that does not exist.</summary>
    public IReadOnlyList<TimeCandidate> Read(TimeMatch match)
    {
        var rule = grammar.Rules[match.Rule];
        foreach (var (slot, value) in rule.Set)
            if (match.Values[slot] == TimeMatch.Absent) match = match.With((TimeSlot)slot, value);
        var readings = rule.Read switch
        {
            TimeReadingKind.DayList => DateReadings.DayList(match, context),
            TimeReadingKind.WeekdayList => WeekdayReadings.WeekdayList(match, context),
            _ => ReadOne(rule, match) is { } one ? [one] : [],
        };
        var candidates = new TimeCandidate[readings.Count];
        for (int i = 0; i < candidates.Length; i++)
        {
            var reading = readings[i];
            var span = new Span(tokens[reading.First].Start, tokens[reading.End - 1].End);
            candidates[i] = new TimeCandidate(span, span.Of(document.Text), reading.Value, reading.Range, rule.Name, reading.Anchor);
        }
        return candidates;
    }

    /// <summary>These times stand: later ones may count from them.</summary>
    public void Accept(IReadOnlyList<TimeCandidate> times)
    {
        foreach (var time in times) context.Note(time);
    }

    public void StartLine() => context.StartLine();

    private TimeReading? ReadOne(TimeRule rule, TimeMatch match) => rule.Read switch
    {
        TimeReadingKind.Date => DateReadings.Date(match, context),
        TimeReadingKind.DateRange => DateReadings.DateRange(match, context),
        TimeReadingKind.DayOfMonth => DateReadings.DayOfMonth(match, context),
        TimeReadingKind.WeekOfMonth => DateReadings.WeekOfMonth(match, context),
        TimeReadingKind.Weekday => WeekdayReadings.Weekday(match, context),
        TimeReadingKind.WeekdayRange => WeekdayReadings.WeekdayRange(match, context),
        TimeReadingKind.Night => WeekdayReadings.Night(match, context),
        TimeReadingKind.DayShift => RelativeReadings.DayShift(match, context),
        TimeReadingKind.Offset => RelativeReadings.Offset(match, context),
        TimeReadingKind.Period => RelativeReadings.Period(match, context),
        TimeReadingKind.LastUnits => RelativeReadings.LastUnits(match, context),
        TimeReadingKind.Season => RelativeReadings.Season(match, context),
        TimeReadingKind.DayPart => DayPartReadings.DayPart(match, context),
        TimeReadingKind.AnchorDay => DayPartReadings.AnchorDay(match, context),
        TimeReadingKind.AnchorNight => DayPartReadings.AnchorNight(match, context),
        TimeReadingKind.NoTime => null,
        TimeReadingKind.Duration => RelativeReadings.Duration(match),
        _ => new TimeReading(match.First, match.End, rule.Value ?? "PRESENT_REF", TimeRange.Unknown, null),
    };
}
