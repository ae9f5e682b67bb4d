using Vigie.Text;

namespace Vigie.Events.Times;

/// <summary>Turns the matches of one text into times, in text order: a time may count from the one before it.</summary>
internal sealed class TimeInterpreter(TimeGrammar grammar, Document document, IReadOnlyList<TimeToken> tokens)
{
    /// <summary>Stands for a year that is not said.</summary>
    private const int LeapYear = 2000;

    private readonly TimeContext context = new(document.Published);

    /// <summary>Whether a match says that its words are no time, or names a day that no calendar has: "31 February" is not February either.</summary>
    public bool IsNoTime(TimeMatch match) => grammar.Rules[match.Rule].Read switch
    {
        TimeReadingKind.NoTime => true,
        TimeReadingKind.Date => match[TimeSlot.Month] is { } month && match[TimeSlot.Day] is { } day
            && TimeCalendar.Day(match[TimeSlot.Year] ?? LeapYear, month, day) is null,
        _ => false,
    };

    /// <summary>The times that a match gives; none where it names a day that does not exist.</summary>
    public IReadOnlyList<TimeReading> Read(TimeMatch match)
    {
        var rule = grammar.Rules[match.Rule];
        match = Filled(match, rule);
        return rule.Read switch
        {
            TimeReadingKind.DayList => DateReadings.DayList(match, context),
            TimeReadingKind.WeekdayList => WeekdayReadings.WeekdayList(match, context),
            _ => ReadOne(rule, match, context) is { } one ? [one] : [],
        };
    }

    /// <summary>These times stand: later ones may count from them. Each comes with what else its words may mean.</summary>
    public IEnumerable<(TimeCandidate Time, IReadOnlyList<TimeCandidate> Others)> Accept(TimeMatch match, IReadOnlyList<TimeReading> readings)
    {
        var rule = grammar.Rules[match.Rule];
        match = Filled(match, rule);
        foreach (var reading in readings)
        {
            TimeCandidate[] others = readings.Count > 1
                ? []
                : [.. OtherReadings.Of(match, reading, context, (other, anchored) => ReadOne(rule, anchored, other)).Select(other => Candidate(rule, other))];
            var time = Candidate(rule, reading);
            context.Note(time, match.Has(TimeSlot.Month));
            yield return (time, others);
        }
    }

    public void StartLine() => context.StartLine();

    private static TimeMatch Filled(TimeMatch match, TimeRule rule)
    {
        foreach (var (slot, value) in rule.Set)
            if (match.Values[slot] == TimeMatch.Absent) match = match.With((TimeSlot)slot, value);
        return match;
    }

    private TimeCandidate Candidate(TimeRule rule, TimeReading reading)
    {
        var span = new Span(tokens[reading.First].Start, tokens[reading.End - 1].End);
        return new TimeCandidate(span, span.Of(document.Text), reading.Value, reading.Range, rule.Name, reading.Anchor);
    }

    private static TimeReading? ReadOne(TimeRule rule, TimeMatch match, TimeContext context) => rule.Read switch
    {
        TimeReadingKind.Date => DateReadings.Date(match, context),
        TimeReadingKind.HijriDate => HijriReadings.Date(match, context),
        TimeReadingKind.HijriNight => HijriReadings.Night(match, context),
        TimeReadingKind.DateRange => DateReadings.DateRange(match, context),
        TimeReadingKind.DayOfMonth => DateReadings.DayOfMonth(match, context),
        TimeReadingKind.WeekOfMonth => DateReadings.WeekOfMonth(match, context),
        TimeReadingKind.Weekday => WeekdayReadings.Weekday(match, context),
        TimeReadingKind.EveryWeekday => WeekdayReadings.EveryWeek(match),
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
