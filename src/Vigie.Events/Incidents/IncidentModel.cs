using System.Globalization;
using Vigie.Text;

namespace Vigie.Events.Incidents;

/// <summary>How likely two accounts are of one incident: a logistic model over the levels of their comparison, and where to draw lines.</summary>
public sealed class IncidentModel
{
    private readonly double[] weights;

    internal IncidentModel(double bias, double[] weights, double join, double automatic)
    {
        Bias = bias;
        this.weights = weights;
        Join = join;
        Automatic = automatic;
    }

    /// <summary>Mean likelihood from which on two groups of accounts are put together by a run that is asked for its best guess.</summary>
    public double Join { get; }

    /// <summary>Mean likelihood from which on joining was measured to be right 97 times in 100; 1 where no likelihood was: then a person decides.</summary>
    public double Automatic { get; }

    internal double Bias { get; }

    internal ReadOnlySpan<double> Weights => weights;

    /// <summary>The model for rows of coded tables: no text, a coder's fields.</summary>
    /// <exception cref="KnowledgeException">The weights are missing or broken.</exception>
    public static IncidentModel ForTables(DataFolder data) => Load(data.Model("incidents", "tables.yaml"));

    /// <summary>The model for events of articles, with the words that tell them.</summary>
    /// <exception cref="KnowledgeException">The weights are missing or broken.</exception>
    public static IncidentModel ForArticles(DataFolder data) => Load(data.Model("incidents", "articles.yaml"));

    /// <exception cref="KnowledgeException">The file is missing, has a level that no comparison has, or a threshold outside 0 to 1.</exception>
    public static IncidentModel Load(string path)
    {
        IncidentModelFile file = KnowledgeFile.Read<IncidentModelFile>(path);
        if (!(file.Join is > 0 and <= 1) || !(file.Automatic is > 0 and <= 1)) throw new KnowledgeException(path, null, "join and automatic must lie above 0 and not above 1");
        var weights = new double[Comparison.Levels.Count];
        var numbers = Comparison.Levels.Select((name, i) => (name, i)).ToDictionary(level => level.name, level => level.i, StringComparer.Ordinal);
        foreach ((string level, double weight) in file.Weights)
        {
            if (!numbers.TryGetValue(level, out int number)) throw new KnowledgeException(path, null, $"\"{level}\" is no level of a comparison");
            if (!double.IsFinite(weight)) throw new KnowledgeException(path, null, $"the weight of \"{level}\" is no number");
            weights[number] = weight;
        }
        return new IncidentModel(file.Bias, weights, file.Join, file.Automatic);
    }

    /// <summary>The same weights with other lines drawn.</summary>
    public IncidentModel With(double join, double automatic) => new(Bias, weights, join, automatic);

    /// <summary>The model as a file that <see cref="Load"/> reads, with weights rounded to four places; those that round to 0 are left out.</summary>
    /// <param name="from">What it was learned from, for the file's header.</param>
    public string ToYaml(string from)
    {
        var yaml = new System.Text.StringBuilder();
        yaml.Append(CultureInfo.InvariantCulture, $"# How likely two accounts are of one incident: weights in log-odds by level of comparison. Learned from {from}; see card.md. Licence: Apache-2.0.\n");
        yaml.Append(CultureInfo.InvariantCulture, $"join: {Join:0.##}\nautomatic: {Automatic:0.##}\nbias: {Bias:0.####}\nweights:\n");
        for (int i = 0; i < weights.Length; i++)
            if (Math.Abs(weights[i]) >= 0.00005) yaml.Append(CultureInfo.InvariantCulture, $"  \"{Comparison.Levels[i]}\": {weights[i]:0.####}\n");
        return yaml.ToString();
    }

    /// <summary>0 to 1; 0 where the two cannot be of one incident.</summary>
    public double Likelihood(Account a, Account b) => Likelihood(new Traits(a), new Traits(b));

    /// <summary>What speaks for and against, strongest first: the levels of the comparison with their weights in log-odds.</summary>
    public IReadOnlyList<(string Level, double Weight)> Reasons(Account a, Account b)
    {
        Span<int> levels = stackalloc int[Comparison.Levels.Count];
        int count = Comparison.Read(new Traits(a), new Traits(b), levels);
        var reasons = new List<(string Level, double Weight)>();
        foreach (int level in levels[..count]) reasons.Add((Comparison.Levels[level], weights[level]));
        return [.. reasons.OrderByDescending(reason => Math.Abs(reason.Weight)).ThenBy(reason => reason.Level, StringComparer.Ordinal)];
    }

    internal double Likelihood(Traits a, Traits b)
    {
        if (!Comparison.IsPossible(a, b)) return 0;
        Span<int> levels = stackalloc int[Comparison.Levels.Count];
        return Likelihood(levels[..Comparison.Read(a, b, levels)]);
    }

    internal double Likelihood(ReadOnlySpan<int> levels)
    {
        double sum = Bias;
        foreach (int level in levels) sum += weights[level];
        return 1 / (1 + Math.Exp(-sum));
    }
}

/// <summary>As the files under <c>models/incidents</c> have it.</summary>
internal sealed class IncidentModelFile
{
    public required double Join { get; set; }

    public required double Automatic { get; set; }

    public required double Bias { get; set; }

    /// <summary>Weight in log-odds by level; levels that are left out have none.</summary>
    public required Dictionary<string, double> Weights { get; set; }
}
