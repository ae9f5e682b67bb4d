using System.IO.Compression;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using NodaTime.Text;
using Vigie.Text;

namespace Vigie.Evaluation;

/// <summary>A place as a corpus has it.</summary>
/// <param name="Passage">Where it is named, in the article's <see cref="Article.FullText"/>; null where the corpus gives no passage that stands there.</param>
/// <param name="Country">ISO 3166-1 alpha-2, or null where the corpus has none.</param>
/// <param name="Point">Degrees north and east, or null where the corpus has none.</param>
/// <param name="RadiusKm">How near is right; infinite where the country alone is meant.</param>
internal sealed record ExpectedPlace(Span? Passage, string? Country, (double Latitude, double Longitude)? Point, double RadiusKm);

/// <summary>A text of a corpus with its places.</summary>
/// <param name="HasEveryToponym">Whether the corpus marks every toponym, or only the places of events.</param>
internal sealed record PlacedText(Article Article, IReadOnlyList<ExpectedPlace> Places, bool HasEveryToponym)
{
    private const double LglRadiusKm = 161;

    /// <summary>The texts of a corpus: coded reports (.jsonl), or toponyms as the Local-Global Lexicon has them (.xml or .xml.gz).</summary>
    /// <exception cref="InvalidDataException">The file is neither; names it, and the line where known.</exception>
    public static IEnumerable<PlacedText> Read(string path) =>
        path.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".xml.gz", StringComparison.OrdinalIgnoreCase) ? ReadLexicon(path) : ReadReports(path);

    private static IEnumerable<PlacedText> ReadReports(string path)
    {
        int number = 0;
        foreach (string line in File.ReadLines(path))
        {
            number++;
            if (line.Length == 0) continue;
            PlacedText text;
            try
            {
                using JsonDocument json = JsonDocument.Parse(line);
                text = Report(json.RootElement);
            }
            catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or UnparsableValueException)
            {
                throw new InvalidDataException($"{path}, line {number}: no coded report with its text ({e.Message.TrimEnd('.')})", e);
            }
            yield return text;
        }
    }

    private static PlacedText Report(JsonElement report)
    {
        string Word(string key) => report.GetProperty(key).GetString() ?? "";
        var article = new Article(Word("id"), Word("title"), Word("text"), Word("language"), LocalDatePattern.Iso.Parse(Word("published")).GetValueOrThrow());
        var places = new List<ExpectedPlace>();
        foreach (JsonElement e in report.GetProperty("events").EnumerateArray())
        {
            JsonElement place = e.GetProperty("place");
            string precision = place.GetProperty("precision").GetString() ?? "none";
            if (precision == "none") continue;
            double radius = precision switch { "country" => double.PositiveInfinity, "admin1" => 150, "admin2" => 60, _ => 30 };
            (double, double)? point = place.GetProperty("latitude").ValueKind == JsonValueKind.Number ? (place.GetProperty("latitude").GetDouble(), place.GetProperty("longitude").GetDouble()) : null;
            string? quote = e.TryGetProperty("evidence", out JsonElement evidence) && evidence.TryGetProperty("place", out JsonElement words) ? words.GetString() : null;
            int at = string.IsNullOrEmpty(quote) ? -1 : article.FullText.IndexOf(quote, StringComparison.Ordinal);
            places.Add(new ExpectedPlace(at < 0 ? null : new Span(at, at + quote!.Length), place.GetProperty("country").GetString(), point, radius));
        }
        return new PlacedText(article, places, HasEveryToponym: false);
    }

    private static IEnumerable<PlacedText> ReadLexicon(string path)
    {
        XElement root;
        try
        {
            using Stream file = File.OpenRead(path);
            using Stream stream = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : file;
            using XmlReader reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = 100_000_000 });
            root = XDocument.Load(reader, LoadOptions.PreserveWhitespace).Root!;
        }
        catch (XmlException e)
        {
            throw new InvalidDataException($"{path}: {e.Message}", e);
        }
        return root.Elements("article").Select((article, i) => Lexical(article, $"{Path.GetFileName(path)} {i}"));
    }

    private static PlacedText Lexical(XElement element, string id)
    {
        string text = element.Element("text")?.Value ?? "";
        var places = new List<ExpectedPlace>();
        foreach (XElement toponym in element.Descendants("toponym"))
        {
            if ((int?)toponym.Element("start") is not { } start || (int?)toponym.Element("end") is not { } end || start < 0 || end <= start || end > text.Length) continue;
            // Title and newline go before the text: there is no title.
            XElement? place = toponym.Element("gaztag");
            (double, double)? point = (double?)place?.Element("lat") is { } latitude && (double?)place.Element("lon") is { } longitude ? (latitude, longitude) : null;
            places.Add(new ExpectedPlace(new Span(start + 1, end + 1), null, point, LglRadiusKm));
        }
        return new PlacedText(new Article(id, "", text, "en"), places, HasEveryToponym: true);
    }
}
