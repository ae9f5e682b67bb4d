using Vigie.Events.Coding;

namespace Vigie.Scoring;

/// <summary>Learns how far the reader's scores can be trusted, from reports coded without calibration and their gold.</summary>
internal sealed class CalibrationFit
{
    private const int Folds = 5;
    private const double EventRidge = 10;
    private const double FieldRidge = 3;
    private const double LeastScale = 0.05;

    private readonly List<Example> events = [];
    private readonly Dictionary<string, List<Example>> fields = Calibration.FieldNames.ToDictionary(field => field, _ => new List<Example>());
    private int reports;

    /// <param name="Features">Of an event as <see cref="ConfidenceFeatures"/> gives them, of a value 1 and the log-odds of its score.</param>
    /// <param name="Raw">Probability that the reader gave.</param>
    private sealed record Example(int Fold, double[] Features, double Raw, bool Right);

    private static double[] EventPrior { get; } = [.. ConfidenceFeatures.Names.Select(name => name == ConfidenceFeatures.Sentence ? 1.0 : 0)];

    /// <param name="coded">As coded under <see cref="Calibration.None"/>.</param>
    public void Add(ScoredReport gold, CodedArticle coded)
    {
        int fold = reports++ % Folds;
        ScoredEvent[] found = [.. coded.Events.Select(ScoredEvent.Of)];
        Dictionary<int, ScoredEvent> goldOf = EventPairing.Of(gold.Events, found).ToDictionary(pair => pair.Coded, pair => gold.Events[pair.Gold]);
        for (int i = 0; i < found.Length; i++)
        {
            bool right = goldOf.TryGetValue(i, out ScoredEvent? match) && match.SubEventType == found[i].SubEventType;
            events.Add(new Example(fold, [.. coded.Explanation.Confidences[i].Select(part => part.Value)], coded.Events[i].Confidence, right));
            if (match is not null) AddValues(fold, match, found[i], [.. coded.Explanation.Values.Where(value => value.Event == i)]);
        }
    }

    /// <summary>Learned from all reports.</summary>
    public Calibration Fit() => Fit(_ => true);

    /// <summary>Events, and the values of each field, judged by what was learned from the other reports.</summary>
    public (IReadOnlyList<Judged> Events, IReadOnlyDictionary<string, IReadOnlyList<Judged>> Fields) HeldOut()
    {
        var judged = new List<Judged>();
        Dictionary<string, List<Judged>> byField = fields.Keys.ToDictionary(field => field, _ => new List<Judged>());
        for (int fold = 0; fold < Folds; fold++)
        {
            Calibration calibration = Fit(other => other != fold);
            judged.AddRange(events.Where(e => e.Fold == fold).Select(e => new Judged(calibration.Confidence(e.Features), e.Raw, e.Right)));
            foreach ((string field, List<Example> values) in fields)
                byField[field].AddRange(values.Where(value => value.Fold == fold).Select(value => new Judged(calibration.Confidence(field, value.Raw), value.Raw, value.Right)));
        }
        return (judged, byField.ToDictionary(field => field.Key, field => (IReadOnlyList<Judged>)field.Value));
    }

    private Calibration Fit(Func<int, bool> isLearnedFrom)
    {
        double[] weights = Regress(events, EventPrior, EventRidge, isLearnedFrom);
        return new Calibration
        {
            Event = ConfidenceFeatures.Names.Index().ToDictionary(name => name.Item, name => weights[name.Index]),
            Fields = fields.ToDictionary(field => field.Key, field =>
            {
                double[] line = Regress(field.Value, [0, 1], FieldRidge, isLearnedFrom);
                return new FieldCalibration { Scale = Math.Max(LeastScale, line[1]), Shift = line[0] };
            }),
        };
    }

    private static double[] Regress(List<Example> examples, double[] prior, double ridge, Func<int, bool> isLearnedFrom) =>
        LogisticRegression.Fit([.. examples.Where(example => isLearnedFrom(example.Fold)).Select(example => (example.Features, example.Right))], prior, ridge);

    // Only what the lead sentence chose by itself: a value that another telling gave was not weighed here.
    private void AddValues(int fold, ScoredEvent gold, ScoredEvent coded, ValueView[] values)
    {
        foreach (ValueView value in values)
        {
            if (value.Choices.Count == 0) continue;
            bool isNone = value.Choices[0].Text.Length == 0;
            switch (value.Field)
            {
                case "date":
                    if (isNone != coded.Date.IsKnown) Add(fold, value.Field, value, EventLikeness.IsDateRight(gold, coded));
                    break;
                case "place":
                    if (isNone != coded.Place.IsKnown) Add(fold, value.Field, value, EventLikeness.IsPlaceRight(gold, coded));
                    break;
                case var field when Draft.CountFields.Contains(field):
                    int at = Draft.CountFields.Index().First(f => f.Item == field).Index;
                    if (isNone == (coded.Counts[at] is null)) Add(fold, field, value, EventLikeness.IsCountRight(gold.Counts[at], coded.Counts[at]));
                    break;
            }
        }
        var left = gold.Actors.ToList();
        ValueView[] parties = [.. values.Where(value => value.Field.StartsWith(Calibration.Party + ":", StringComparison.Ordinal))];
        foreach ((ScoredActor actor, ValueView value) in coded.Actors.Zip(parties))
        {
            int at = left.FindIndex(other => other.Role == actor.Role && EventLikeness.IsSame(other, actor));
            Add(fold, Calibration.Party, value, at >= 0);
            if (at >= 0) left.RemoveAt(at);
        }
    }

    private void Add(int fold, string field, ValueView value, bool right)
    {
        double raw = value.Choices[0].Score;
        fields[field].Add(new Example(fold, [1, LogOdds.Of(raw)], raw, right));
    }
}
