using System.Globalization;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;
using Vigie.Text;

namespace Vigie.Events.Places.Compile;

/// <summary>
/// Reads a GeoNames country dump, <c>ML.zip</c> with <c>ML.txt</c> in it: 19 cells with tabs between, in UTF-8. It comes from strangers: sizes
/// are bounded, and a bad row is an error that names its line.
/// </summary>
internal static class CountryDump
{
    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);

    private const int LongestLine = 100_000, MostAliases = 300, Cells = 15;
    private const int MostPlaces = 1_000_000;
    private const long LongestText = 2_000_000_000;

    /// <summary>Feature codes of sites worth a name: air fields, bases, camps, prisons, hospitals, dams, bridges, crossings, markets, mosques, churches.</summary>
    private static readonly HashSet<string> Sites = new(StringComparer.Ordinal)
    {
        "AIRP", "AIRB", "AIRF", "AIRH", "INSM", "MILB", "FT", "CMP", "CMPRF", "CMPMN", "CMPLA", "PRN", "HSP", "DAM", "BDG", "CTRB", "PSTB", "MKT", "MSQE", "CH", "UNIV", "PAL", "OILR", "OILF", "PS", "PSN",
    };

    /// <exception cref="KnowledgeException">The file is no such dump, or has a bad row.</exception>
    public static (string Country, List<DraftPlace> Places, DivisionTable Divisions) Read(string zip)
    {
        try
        {
            using ZipArchive archive = ZipFile.OpenRead(zip);
            string wanted = Path.GetFileNameWithoutExtension(zip).ToUpperInvariant() + ".txt";
            ZipArchiveEntry[] texts = [.. archive.Entries.Where(e => e.Name.Length == 6 && e.Name.EndsWith(".txt", StringComparison.Ordinal))];
            ZipArchiveEntry entry = texts.FirstOrDefault(e => e.Name == wanted) ?? (texts.Length == 1 ? texts[0] : throw new KnowledgeException(zip, null, "is no country dump: expected one text in it that bears the country's code, as ML.txt"));
            if (entry.Length > LongestText) throw new KnowledgeException(zip, null, "is too large: expected a dump of one country, under 2 GB");
            using Stream stream = entry.Open();
            return Read(stream, zip, entry.Name[..2]);
        }
        catch (InvalidDataException e)
        {
            throw new KnowledgeException(zip, null, $"is no zip file or a damaged one: expected a country dump of GeoNames ({e.Message.TrimEnd('.')})", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new KnowledgeException(zip, null, "cannot be read: " + e.Message, e);
        }
    }

    private static (string, List<DraftPlace>, DivisionTable) Read(Stream stream, string zip, string country)
    {
        var divisions = new DivisionTable();
        var places = new List<DraftPlace>();
        using var lines = new BufferedStream(stream, 1 << 16);
        var bytes = new List<byte>();
        int number = 0;
        while (Line(lines, bytes, zip, ++number) is { } line)
        {
            if (line.Length == 0) continue;
            string[] row = line.Split('\t');
            if (row.Length < Cells) throw new KnowledgeException(zip, number, $"expected {Cells} or more cells with tabs between, as GeoNames has them, found {row.Length}");
            if (row[8] != country) continue;
            if (row[7] == "ADM1") divisions.Add(country + "." + row[10], row[1], row[2], Number(row[0], zip, number), Degrees(row[4], 90, zip, number), Degrees(row[5], 180, zip, number), Aliases(row));
            else if (Kind(row) is { } kind) places.Add(Place(row, kind, country, zip, number));
            if (places.Count > MostPlaces) throw new KnowledgeException(zip, number, $"has more than {MostPlaces.ToString("N0", CultureInfo.InvariantCulture)} places, which the compiled file cannot hold");
        }
        if (places.Count == 0) throw new KnowledgeException(zip, null, $"has no place of {country}");
        return (country, places, divisions);
    }

    /// <summary>The next line, decoded by itself so that a fault in it is told with its number; null at the end.</summary>
    private static string? Line(BufferedStream stream, List<byte> bytes, string zip, int number)
    {
        bytes.Clear();
        int b;
        while ((b = stream.ReadByte()) >= 0 && b != '\n')
        {
            bytes.Add((byte)b);
            if (bytes.Count > LongestLine) throw new KnowledgeException(zip, number, $"is longer than {LongestLine.ToString("N0", CultureInfo.InvariantCulture)} bytes: expected one place a line");
        }
        if (b < 0 && bytes.Count == 0) return null;
        try
        {
            return Utf8.GetString(CollectionsMarshal.AsSpan(bytes)).TrimEnd('\r');
        }
        catch (DecoderFallbackException e)
        {
            throw new KnowledgeException(zip, number, "is not UTF-8: expected the text as GeoNames publishes it", e);
        }
    }

    private static PlacePrecision? Kind(string[] row) => (row[6], row[7]) switch
    {
        ("P", "PPLH" or "PPLQ" or "PPLW" or "PPLCH") => null,
        ("P", "PPLX") => PlacePrecision.Site,
        ("P", _) => PlacePrecision.Settlement,
        ("A", "ADM2" or "ADM3") => PlacePrecision.Admin2,
        ("L", "RGN" or "AREA") or ("T", "ISL" or "ISLS") => PlacePrecision.Admin2,
        (_, var code) when Sites.Contains(code) => PlacePrecision.Site,
        _ => null,
    };

    private static DraftPlace Place(string[] row, PlacePrecision kind, string country, string zip, int number)
    {
        var place = new DraftPlace
        {
            Source = GazetteerSource.GeoNames,
            Number = Number(row[0], zip, number),
            GeoNamesId = Number(row[0], zip, number),
            Kind = kind,
            Country = country,
            Latitude = Degrees(row[4], 90, zip, number),
            Longitude = Degrees(row[5], 180, zip, number),
            English = row[1].Trim(),
            Population = SourceTable.Long(row[14]),
            Division = row[10].Length > 0 ? country + "." + row[10] : "",
            Standing = row[7] switch { "PPLC" => 25, "PPLA" => 12, "PPLA2" => 5, "ADM2" => 14, "PPLX" => -12, _ => 0 },
        };
        foreach (string name in Aliases(row))
            if (NameFilter.Keep(name) && !place.Names.Contains(name)) place.Names.Add(name);
        place.OwnNames.UnionWith([row[1], row[2]]);
        if (NameFilter.IsArabic(row[1])) place.English = row[2];
        place.Arabic = place.Names.Find(NameFilter.IsArabic) ?? "";
        return place;
    }

    private static IEnumerable<string> Aliases(string[] row) => row[3].Split(',', StringSplitOptions.RemoveEmptyEntries).Take(MostAliases).Prepend(row[2]).Prepend(row[1]);

    private static uint Number(string cell, string zip, int line) =>
        uint.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out uint number) ? number : throw new KnowledgeException(zip, line, $"expected the place's number first, found \"{Short(cell)}\"");

    private static float Degrees(string cell, float most, string zip, int line) =>
        float.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out float degrees) && MathF.Abs(degrees) <= most
            ? degrees : throw new KnowledgeException(zip, line, $"expected degrees, found \"{Short(cell)}\"");

    private static string Short(string cell) => cell.Length <= 30 ? cell : cell[..30] + "…";
}
