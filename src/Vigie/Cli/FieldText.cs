using System.Globalization;
using Vigie.Events;

namespace Vigie.Cli;

/// <summary>What a table shows beside the values of <see cref="ValueText"/>: parties, scores and words of the text.</summary>
internal static class FieldText
{
    private const int LongestQuote = 240;

    public static string Of(Actor actor) => $"{Plain.OneLine(actor.Name ?? actor.Text)} ({Plain.OneLine(actor.Kind)})";

    public static string Score(double score) => score.ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>Words of the text between quotation marks, on one line, the end of a long text left out.</summary>
    public static string Quote(string words) => "“" + Plain.Shortened(words, LongestQuote) + "”";
}
