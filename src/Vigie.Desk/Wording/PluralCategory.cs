namespace Vigie.Desk.Wording;

/// <summary>The plural categories of three languages, for whole numbers (Unicode CLDR 48, plural rules).</summary>
internal static class PluralCategory
{
    /// <summary>The categories that a language has.</summary>
    public static IReadOnlyList<string> All(string language) => language switch
    {
        "ar" => ["zero", "one", "two", "few", "many", "other"],
        _ => ["one", "other"],
    };

    /// <param name="number">0 or more.</param>
    public static string Of(string language, long number) => language switch
    {
        "ar" => number switch
        {
            0 => "zero",
            1 => "one",
            2 => "two",
            _ when number % 100 is >= 3 and <= 10 => "few",
            _ when number % 100 >= 11 => "many",
            _ => "other",
        },
        // French has a further category for whole millions, whose form differs only by "de"; no count here comes near.
        "fr" => number is 0 or 1 ? "one" : "other",
        _ => number == 1 ? "one" : "other",
    };
}
