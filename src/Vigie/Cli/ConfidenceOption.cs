using System.CommandLine.Parsing;
using System.Globalization;

namespace Vigie.Cli;

/// <summary>Reads confidences, 0 to 1, from an option.</summary>
internal static class ConfidenceOption
{
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
