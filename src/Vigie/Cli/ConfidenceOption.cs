using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Vigie.Cli;

/// <summary><c>--min-confidence</c> of every command that codes, and other options that take confidences, 0 to 1.</summary>
internal static class ConfidenceOption
{
    public static Option<double> Build() => new("--min-confidence")
    {
        Description = "Leaves out events that are less sure, 0 to 1: fewer are wrong, and more are missed.",
        HelpName = "X",
        DefaultValueFactory = _ => 0,
        CustomParser = result => Parse(result, "--min-confidence") is [var least] ? least : 0,
    };

    /// <summary>One or more, parted by commas; a wrong one is an error of the command line.</summary>
    public static double[] Parse(ArgumentResult result, string option)
    {
        var values = new List<double>();
        foreach (string given in result.Tokens.SelectMany(token => token.Value.Split(',')))
        {
            if (double.TryParse(given, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value) && value is >= 0 and <= 1) values.Add(value);
            else result.AddError($"{option}: \"{Plain.Shortened(given, 40)}\" is no number from 0 to 1");
        }
        return [.. values];
    }
}
