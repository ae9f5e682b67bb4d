namespace Vigie.Events;

/// <summary>A number of people. "au moins 12": low 12, high null, best 12; "about 25": 25, 25, 25; "several": low 2, high null, best null.</summary>
public sealed record Count(int? Low, int? High, int? Best)
{
    public static Count Exactly(int number) => new(number, number, number);
}
