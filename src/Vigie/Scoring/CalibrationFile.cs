using System.Globalization;
using System.Text;
using Vigie.Events.Coding;

namespace Vigie.Scoring;

/// <summary>Writes a calibration as <c>models/reader/calibration.yaml</c> is read.</summary>
internal static class CalibrationFile
{
    /// <param name="reports">Number of gold reports that it was learned from.</param>
    public static void Write(string path, Calibration calibration, int reports)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# How far the reader's scores can be trusted: made by vigie eval calibration from {reports} gold reports (see card.md). Licence: Apache-2.0.\n");
        text.Append("# event: log-odds that an event is right, for each unit of what is known of it. fields: log-odds of a value's score are stretched by scale, then moved by shift.\n");
        text.Append("event:\n");
        foreach (string name in ConfidenceFeatures.Names) text.Append(CultureInfo.InvariantCulture, $"  {name}: {Number(calibration.Event[name])}\n");
        text.Append("fields:\n");
        foreach (string name in Calibration.FieldNames)
            text.Append(CultureInfo.InvariantCulture, $"  {name}: {{scale: {Number(calibration.Fields[name].Scale)}, shift: {Number(calibration.Fields[name].Shift)}}}\n");
        File.WriteAllText(path, text.ToString());
    }

    private static string Number(double value) => (Math.Round(value, 4) + 0.0).ToString("0.####", CultureInfo.InvariantCulture);
}
