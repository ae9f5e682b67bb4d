using System.Globalization;
using System.Runtime.CompilerServices;
using Vigie.Events;
using Xunit;

namespace Vigie.Tests.Places;

public sealed class PlaceCorpusTests
{
    public static TheoryData<string, string, string, string, double?, double?> Cases()
    {
        var cases = new TheoryData<string, string, string, string, double?, double?>();
        foreach (string language in new[] { "fr", "en", "ar" })
            foreach (string line in File.ReadLines(Path.Combine(Corpora(), "places", language + ".tsv")).Where(l => l.Length > 0 && l[0] != '#').Skip(1))
            {
                string[] cells = line.Split('\t');
                double? latitude = cells.Length > 4 ? double.Parse(cells[3], CultureInfo.InvariantCulture) : null;
                double? longitude = cells.Length > 4 ? double.Parse(cells[4], CultureInfo.InvariantCulture) : null;
                cases.Add(language, cells[0], cells[1], cells[2], latitude, longitude);
            }
        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_name_is_the_place_that_its_sentence_means(string language, string text, string passage, string country, double? latitude, double? longitude)
    {
        var document = PlaceDocuments.Of(text, language);
        var found = PlaceDocuments.Recogniser.Find(document).Where(c => c.Text == passage).ToList();
        if (country == "-")
        {
            Assert.Empty(found);
            return;
        }
        var place = Assert.Single(found).Place;
        Assert.Equal(country, place.Country);
        if (latitude is null) Assert.Equal(PlacePrecision.Country, place.Precision);
        else
        {
            Assert.InRange(place.Latitude!.Value, latitude.Value - 0.4, latitude.Value + 0.4);
            Assert.InRange(place.Longitude!.Value, longitude!.Value - 0.4, longitude.Value + 0.4);
        }
    }

    private static string Corpora([CallerFilePath] string file = "") =>
        Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "..", "corpora");
}
