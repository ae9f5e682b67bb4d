using Vigie.Text;

namespace Vigie.Events.Coding;

/// <summary>
/// Turns the reader's scores into probabilities that hold: <c>models/reader/calibration.yaml</c>, made by <c>vigie eval calibration</c>. An event's
/// confidence is the probability that it happened as a careful human would code it, of that type: a logistic regression over what is known of it. A value's is that the
/// value is right: Platt's scaling (Platt 1999) of the link's probability, field by field.
/// </summary>
public sealed class Calibration
{
    /// <summary>Field of all parties.</summary>
    public const string Party = "actor";

    /// <summary>The fields whose choices are calibrated.</summary>
    public static IReadOnlyList<string> FieldNames { get; } = ["date", "place", .. Draft.CountFields, Party];

    /// <summary>Leaves every probability as the reader gives it: an event has its sentence's.</summary>
    public static Calibration None { get; } = new()
    {
        Event = ConfidenceFeatures.Names.ToDictionary(name => name, name => name == ConfidenceFeatures.Sentence ? 1.0 : 0),
        Fields = FieldNames.ToDictionary(name => name, _ => new FieldCalibration { Scale = 1, Shift = 0 }),
    };

    /// <summary>Weight of each of <see cref="ConfidenceFeatures.Names"/>, in log-odds.</summary>
    public required Dictionary<string, double> Event { get; init; }

    /// <summary>By field of <see cref="FieldNames"/>.</summary>
    public required Dictionary<string, FieldCalibration> Fields { get; init; }

    /// <exception cref="KnowledgeException">The file is missing or broken, or lacks a weight.</exception>
    public static Calibration Load(DataFolder data)
    {
        string path = data.Model("reader", "calibration.yaml");
        Calibration read = KnowledgeFile.Read<Calibration>(path);
        Check(path, "event", read.Event.Keys, ConfidenceFeatures.Names);
        Check(path, "fields", read.Fields.Keys, FieldNames);
        return read;
    }

    /// <summary>Probability that an event is right, 0 to 1.</summary>
    /// <param name="features">By name of <see cref="ConfidenceFeatures.Names"/>.</param>
    public double Confidence(double[] features)
    {
        double odds = 0;
        for (int i = 0; i < features.Length; i++) odds += features[i] * Event[ConfidenceFeatures.Names[i]];
        return LogOdds.Probability(odds);
    }

    /// <summary>Probability that a value is right, 0 to 1; of two choices the likelier stays so.</summary>
    /// <param name="field">One of <see cref="FieldNames"/>.</param>
    /// <param name="probability">As the reader gives it.</param>
    public double Confidence(string field, double probability) =>
        LogOdds.Probability(Fields[field].Scale * LogOdds.Of(probability) + Fields[field].Shift);

    private static void Check(string path, string section, IEnumerable<string> given, IReadOnlyList<string> expected)
    {
        if (expected.Except(given).FirstOrDefault() is { } missing) throw new KnowledgeException(path, null, $"'{section}' lacks '{missing}'; make the file again with vigie eval calibration");
        if (given.Except(expected).FirstOrDefault() is { } unknown) throw new KnowledgeException(path, null, $"'{section}' has '{unknown}', which is not known; make the file again with vigie eval calibration");
    }
}

/// <summary>How the log-odds of a field's choices are stretched and moved.</summary>
public sealed class FieldCalibration
{
    /// <summary>Above 0.</summary>
    public required double Scale { get; init; }

    public required double Shift { get; init; }
}

/// <summary>Probabilities as log-odds, cut off where a float says no more.</summary>
public static class LogOdds
{
    private const double Most = 8;

    /// <summary>Of a probability, −8 to 8.</summary>
    public static double Of(double probability) => Math.Clamp(Math.Log(probability / (1 - probability)), -Most, Most);

    /// <summary>The probability of log-odds, 0 to 1.</summary>
    public static double Probability(double odds) => 1 / (1 + Math.Exp(-odds));
}
