using CsCheck;
using NodaTime;
using Vigie.Events;
using Vigie.Events.Incidents;

namespace Vigie.Tests.Incidents;

/// <summary>Accounts to group: told by hand, or at random in a few towns and weeks so that many could be of one incident.</summary>
internal static class Accounts
{
    private static readonly LocalDate FirstDay = new(2024, 3, 1);

    private static readonly string?[] Types = ["Attack", "Armed clash", null];

    /// <summary>The model of the tests: what it was learned from does not matter to the grouping's rules.</summary>
    public static IncidentModel Model { get; } = IncidentModel.ForArticles(Vigie.Text.DataFolder.BesideProgram);

    public static Account Of(string id, string article, int day, double latitude = 15.66, int? killed = null, Focus focus = Focus.Main) => new(id, article)
    {
        Published = FirstDay.PlusDays(day + 1),
        Focus = focus,
        Date = TimeRange.OfDay(FirstDay.PlusDays(day)),
        Place = new Place("Ansongo", "Gao", "ML", latitude, 0.5, PlacePrecision.Settlement, null, null, null),
        Parties = ["jnim", "fama-mali"],
        Kinds = ["rebel", "state"],
        Type = "Armed clash",
        Family = "Battles",
        Killed = killed is { } number ? Count.Exactly(number) : null,
    };

    public static Gen<Account> Any { get; } =
        from number in Gen.Int[0, 999_999]
        from article in Gen.Int[0, 30]
        from day in Gen.Int[0, 12]
        from length in Gen.Int[0, 3]
        from town in Gen.Int[0, 3]
        from precision in Gen.Enum<PlacePrecision>()
        from killed in Gen.Int[0, 6]
        from type in Gen.Int[0, 2]
        from dated in Gen.Int[0, 9]
        select new Account("e" + number.ToString(System.Globalization.CultureInfo.InvariantCulture), "a" + article.ToString(System.Globalization.CultureInfo.InvariantCulture))
        {
            Published = FirstDay.PlusDays(day + 2),
            Date = dated == 0 ? TimeRange.Unknown : new TimeRange(FirstDay.PlusDays(day), FirstDay.PlusDays(day + length), TimePrecision.Day),
            Place = precision == PlacePrecision.None ? null : new Place("x", null, town == 3 ? null : "ML", 15 + (town * 0.2), 179.9 + (town * 0.05), precision, null, null, null),
            Parties = killed % 2 == 0 ? ["jnim"] : [],
            Type = Types[type],
            Killed = killed == 0 ? null : Count.Exactly(killed * 3),
        };

    /// <summary>Accounts of different events.</summary>
    public static Gen<Account[]> Several { get; } = Any.Array[2, 40].Select(accounts => accounts.DistinctBy(account => account.EventId).ToArray());
}
