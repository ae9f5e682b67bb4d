using NodaTime;

namespace Vigie.Events.Incidents;

/// <summary>An account made ready to be compared: days as numbers, words as hashes. Some 200 bytes, so that millions fit in memory.</summary>
internal sealed class Traits
{
    /// <summary>Days before its publication that an account without a date may be about.</summary>
    private const int UndatedDays = 3;

    public Traits(Account account)
    {
        EventId = account.EventId;
        ArticleId = account.ArticleId;
        Focus = account.Focus;
        Published = Day(account.Published);
        IsDated = account.Date is { Start: not null, End: not null };
        Start = Day(account.Date.Start) ?? (Published - UndatedDays) ?? 0;
        End = Math.Max(Start, Day(account.Date.End) ?? Published ?? 0);
        HasDays = IsDated || Published is not null;
        DatePrecision = account.Date.Precision;
        PlacePrecision = account.Place?.Precision ?? PlacePrecision.None;
        if (account.Place is { Latitude: { } latitude, Longitude: { } longitude } && PlacePrecision >= PlacePrecision.Admin2)
            Point = new Point(latitude, longitude);
        Country = Hash(account.Place?.Country);
        Division = Hash(account.Place?.Admin1);
        Location = WordHash.Set(account.Location);
        Parties = WordHash.Set(account.Parties);
        Kinds = WordHash.Set(account.Kinds);
        Manner = WordHash.Set(account.Manner);
        Type = Hash(account.Type);
        Family = Hash(account.Family);
        Target = Hash(account.Target);
        Killed = new Extent(account.Killed);
        Injured = new Extent(account.Injured);
        Taken = new Extent(account.Taken);
        Siblings = account.Siblings;
        if (account.Wording is not { } wording) return;
        Language = Hash(wording.Language);
        Names = WordHash.Set(wording.Names);
        Numbers = WordHash.Set(wording.Numbers);
        Words = WordHash.Set(wording.Words);
        Article = wording.Article;
    }

    public string EventId { get; }

    public string ArticleId { get; }

    public Focus Focus { get; }

    public int? Published { get; }

    /// <summary>First day; meaningless without <see cref="HasDays"/>.</summary>
    public int Start { get; }

    /// <summary>Last day, not before the first.</summary>
    public int End { get; }

    public bool HasDays { get; }

    /// <summary>Whether the days are those of the event, and not guessed from the day of publication.</summary>
    public bool IsDated { get; }

    public TimePrecision DatePrecision { get; }

    public PlacePrecision PlacePrecision { get; }

    /// <summary>Where it happened, where known to a district or better.</summary>
    public Point? Point { get; }

    /// <summary>0 where unknown, as for the other single words.</summary>
    public uint Country { get; }

    public uint Division { get; }

    public uint[] Location { get; }

    public uint[] Parties { get; }

    public uint[] Kinds { get; }

    public uint[] Manner { get; }

    public uint Type { get; }

    public uint Family { get; }

    public uint Target { get; }

    public Extent Killed { get; }

    public Extent Injured { get; }

    public Extent Taken { get; }

    public int Siblings { get; }

    public uint Language { get; }

    public uint[] Names { get; } = [];

    public uint[] Numbers { get; } = [];

    public uint[] Words { get; } = [];

    public MinHash? Article { get; }

    /// <summary>Days between two runs of days: 0 where they touch or share one.</summary>
    public int Gap(Traits other) => Math.Max(0, Math.Max(Start, other.Start) - Math.Min(End, other.End));

    private static int? Day(LocalDate? date) => date?.ToDateOnly().DayNumber;

    private static uint Hash(string? word) => string.IsNullOrEmpty(word) ? 0 : WordHash.Of(word);
}

/// <summary>Degrees north and east.</summary>
internal readonly record struct Point(double Latitude, double Longitude);

/// <summary>A count as numbers; silence has none.</summary>
internal readonly record struct Extent
{
    public Extent(Count? count)
    {
        if (count is null) return;
        IsTold = true;
        Best = count.Best ?? count.Low ?? count.High ?? 0;
        Low = count.Low ?? Math.Min(Best, count.High ?? Best);
        // "At least 12" leaves the high end open.
        High = count.High ?? (count.Low is null ? Best : int.MaxValue);
    }

    public bool IsTold { get; }

    public int Low { get; }

    public int Best { get; }

    public int High { get; }
}
