using Vigie.Text;

namespace Vigie.Events.Places;

/// <summary>A language's words around places, as <c>data/languages/*/places.yaml</c> has them.</summary>
internal sealed class PlaceWordsFile
{
    public required List<string> Connectors { get; set; }
    public required List<string> Prepositions { get; set; }
    public required Dictionary<string, List<string>> Before { get; set; }
    public required Dictionary<string, List<string>> After { get; set; }
    public required List<string> Titles { get; set; }
    public required List<string> NotPlaces { get; set; }
    public required DistanceWordsFile Distance { get; set; }
    public required LineWordsFile Lines { get; set; }
    public required NationWordsFile Nation { get; set; }
    public required UseWordsFile Uses { get; set; }
    public required NounWordsFile Nouns { get; set; }
    public Dictionary<string, string> Abbreviations { get; set; } = [];
}

/// <summary>Words of "the road from X to Y".</summary>
internal sealed class LineWordsFile
{
    public required List<string> Nouns { get; set; }

    /// <summary>Words between the two ends.</summary>
    public required List<string> Joiners { get; set; }
}

/// <summary>Words of "throughout the country".</summary>
internal sealed class NationWordsFile
{
    public required List<string> Nouns { get; set; }

    /// <summary>Words before the noun that make the whole country the place.</summary>
    public required List<string> Wide { get; set; }
}

/// <summary>Nouns that stand for a place named elsewhere.</summary>
internal sealed class NounWordsFile
{
    public required List<string> Capital { get; set; }
    public required List<string> Town { get; set; }

    /// <summary>Words before the noun that say which one is meant; in Arabic the article does.</summary>
    public required List<string> Definite { get; set; }

    /// <summary>Nouns behind which a name that no source knows is taken for a place; empty: all that announce one.</summary>
    public List<string> Naming { get; set; } = [];
}

/// <summary>Words that make a toponym something else than the place of an event.</summary>
internal sealed class UseWordsFile
{
    /// <summary>A person comes from the place that follows.</summary>
    public required List<string> Origin { get; set; }

    /// <summary>Verbs of a government that speaks: behind its name, in Arabic before it.</summary>
    public required List<string> Speaking { get; set; }
}

/// <summary>Words of "20 km south of".</summary>
internal sealed class DistanceWordsFile
{
    /// <summary>Kilometres of one unit.</summary>
    public required Dictionary<string, double> Units { get; set; }

    /// <summary>Bearings in degrees from north.</summary>
    public required Dictionary<string, double> Directions { get; set; }

    public required List<string> Fillers { get; set; }
}

/// <summary>A language's words around places, by their folded form.</summary>
internal sealed class PlaceWords
{
    private PlaceWords(PlaceWordsFile file, string path, IEnumerable<string> commonWords)
    {
        Connectors = Folded(file.Connectors);
        Prepositions = Folded(file.Prepositions);
        Before = Kinds(file.Before, path);
        After = Kinds(file.After, path);
        Titles = Folded(file.Titles);
        NotPlaces = Folded(file.NotPlaces);
        CommonWords = commonWords.ToHashSet(StringComparer.Ordinal);
        Units = file.Distance.Units.GroupBy(u => Key(u.Key), StringComparer.Ordinal).ToDictionary(u => u.Key, u => u.First().Value, StringComparer.Ordinal);
        Directions = file.Distance.Directions.GroupBy(u => Key(u.Key), StringComparer.Ordinal).ToDictionary(u => u.Key, u => u.First().Value, StringComparer.Ordinal);
        Fillers = Folded(file.Distance.Fillers);
        LineNouns = Folded(file.Lines.Nouns);
        LineJoiners = Folded(file.Lines.Joiners);
        NationNouns = Folded(file.Nation.Nouns);
        NationWide = Folded(file.Nation.Wide);
        CapitalNouns = Folded(file.Nouns.Capital);
        TownNouns = Folded(file.Nouns.Town);
        NamingNouns = Folded(file.Nouns.Naming);
        Definite = Folded(file.Nouns.Definite);
        Origin = Folded(file.Uses.Origin);
        Speaking = Folded(file.Uses.Speaking);
        Abbreviations = file.Abbreviations.ToDictionary(a => Key(a.Key), a => ToponymKey.Words(a.Value), StringComparer.Ordinal);
    }

    /// <summary>Small words between a cue and the name: "ville <em>de la</em> …".</summary>
    public HashSet<string> Connectors { get; }

    public HashSet<string> Prepositions { get; }

    /// <summary>Nouns before a name, with the kind of place they announce.</summary>
    public Dictionary<string, PlacePrecision> Before { get; }

    /// <summary>Nouns after a name.</summary>
    public Dictionary<string, PlacePrecision> After { get; }

    /// <summary>Words whose following name is a person's.</summary>
    public HashSet<string> Titles { get; }

    /// <summary>Names of the gazetteer, of one word or more, that are no places unless a noun says so.</summary>
    public HashSet<string> NotPlaces { get; }

    /// <summary>Ordinary words that are also names of minor places: none where a capital may be due to the sentence.</summary>
    public HashSet<string> CommonWords { get; }

    public Dictionary<string, double> Units { get; }

    public Dictionary<string, double> Directions { get; }

    public HashSet<string> Fillers { get; }

    public HashSet<string> LineNouns { get; }

    public HashSet<string> LineJoiners { get; }

    public HashSet<string> NationNouns { get; }

    public HashSet<string> NationWide { get; }

    public HashSet<string> CapitalNouns { get; }

    public HashSet<string> TownNouns { get; }

    public HashSet<string> NamingNouns { get; }

    public HashSet<string> Definite { get; }

    public HashSet<string> Origin { get; }

    public HashSet<string> Speaking { get; }

    /// <summary>First-level divisions as they are cut short behind a town's name ("Houston, Tex."), with the words of the full name.</summary>
    public Dictionary<string, List<string>> Abbreviations { get; }

    /// <summary>Whether a folded word belongs to the talk around places and so names none by itself.</summary>
    public bool IsOwn(string folded) =>
        NotPlaces.Contains(folded) || Before.ContainsKey(folded) || Prepositions.Contains(folded) || Titles.Contains(folded) || Units.ContainsKey(folded) || Directions.ContainsKey(folded);

    /// <exception cref="KnowledgeException">The file is missing or has a kind that is none.</exception>
    public static PlaceWords Load(DataFolder data, string language)
    {
        string path = data.Data("languages", language, "places.yaml");
        string common = data.Data("languages", language, "place_names_like_words.txt");
        try
        {
            return new PlaceWords(KnowledgeFile.Read<PlaceWordsFile>(path), path, File.ReadLines(common).Where(l => l.Length > 0 && l[0] != '#'));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new KnowledgeException(common, null, "cannot be read: " + e.Message, e);
        }
    }

    private static string Key(string word) => ToponymKey.Fold(word);

    private static HashSet<string> Folded(IEnumerable<string> words) => words.Select(Key).ToHashSet(StringComparer.Ordinal);

    private static Dictionary<string, PlacePrecision> Kinds(Dictionary<string, List<string>> words, string path)
    {
        var kinds = new Dictionary<string, PlacePrecision>(StringComparer.Ordinal);
        foreach (var (kind, list) in words)
        {
            if (!Enum.TryParse(kind, ignoreCase: true, out PlacePrecision precision))
                throw new KnowledgeException(path, null, $"expected one of country, admin1, admin2, settlement, site, found {kind}");
            foreach (string word in list) kinds.TryAdd(Key(word), precision);
        }
        return kinds;
    }
}
