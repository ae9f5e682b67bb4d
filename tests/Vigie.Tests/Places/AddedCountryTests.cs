using System.IO.Compression;
using System.Text;
using Vigie.Events.Places;
using Vigie.Events.Places.Compile;
using Vigie.Text;
using Xunit;

namespace Vigie.Tests.Places;

public sealed class AddedCountryTests : IDisposable
{
    private const string Region = "900001\tVallombre\tVallombre\t\t12.0\t-7.0\tA\tADM1\tML\t\t77\t\t\t\t0\t\t0\tAfrica/Bamako\t2026-01-01";
    private const string Village = "900002\tQuorbélé\tQuorbele\tQuorbele,قربيلي\t12.3456\t-7.4321\tP\tPPL\tML\t\t77\t\t\t\t1200\t\t0\tAfrica/Bamako\t2026-01-01";

    private readonly string folder = Directory.CreateTempSubdirectory("vigie-added").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_country_added_is_read_beside_the_gazetteer()
    {
        var (file, places) = GazetteerBuilder.Add(Zip(Region + "\n" + Village), DataFolder.BesideProgram, folder);
        Assert.Equal(2, places);
        using var recogniser = PlaceRecogniser.Load(DataFolder.BesideProgram, [file]);
        var found = recogniser.Find(PlaceDocuments.Of("Au Mali, des hommes ont attaqué le village de Quorbélé, près de Bamako.", "fr"));
        var village = Assert.Single(found, c => c.Text == "Quorbélé").Place;
        Assert.Equal(("Quorbélé", "Vallombre", "ML", "gn:900002"), (village.Name, village.Admin1, village.Country, village.GazetteerId));
        Assert.Equal(12.3456, village.Latitude!.Value, 0.001);
        // What ships is read as before.
        Assert.Contains(found, c => c.Text == "Bamako" && c.Place.Country == "ML");
    }

    [Fact]
    public void The_same_dump_gives_the_same_bytes()
    {
        string zip = Zip(Region + "\n" + Village);
        byte[] once = File.ReadAllBytes(GazetteerBuilder.Add(zip, DataFolder.BesideProgram, Path.Combine(folder, "a")).File);
        Assert.Equal(once, File.ReadAllBytes(GazetteerBuilder.Add(zip, DataFolder.BesideProgram, Path.Combine(folder, "b")).File));
    }

    [Theory]
    [InlineData("short", "cells", 2)]
    [InlineData("latin1", "UTF-8", 2)]
    [InlineData("degrees", "degrees", 2)]
    [InlineData("number", "number", 2)]
    [InlineData("long", "longer", 2)]
    [InlineData("nowhere", "no place", null)]
    public void A_bad_row_is_named_with_its_line(string fault, string said, int? line)
    {
        byte[] second = fault switch
        {
            "short" => "900002\tQuorbélé"u8.ToArray(),
            "latin1" => Encoding.Latin1.GetBytes(Village.Replace("قربيلي", "", StringComparison.Ordinal)),
            "degrees" => Encoding.UTF8.GetBytes(Village.Replace("12.3456", "412.3", StringComparison.Ordinal)),
            "number" => Encoding.UTF8.GetBytes(Village.Replace("900002", "-1", StringComparison.Ordinal)),
            "long" => Encoding.UTF8.GetBytes(Village.Replace("Quorbele,", string.Concat(Enumerable.Repeat("Alias,", 1_000_000)), StringComparison.Ordinal)),
            _ => Encoding.UTF8.GetBytes(Village.Replace("\tML\t", "\tNE\t", StringComparison.Ordinal)),
        };
        var thrown = Assert.Throws<KnowledgeException>(() => GazetteerBuilder.Add(Zip([.. Encoding.UTF8.GetBytes(Region + "\n"), .. second]), DataFolder.BesideProgram, folder));
        Assert.Contains(said, thrown.Message, StringComparison.Ordinal);
        Assert.Equal(line, thrown.Line);
    }

    [Fact]
    public void What_is_no_zip_says_what_was_expected()
    {
        string path = Path.Combine(folder, "ML.zip");
        File.WriteAllText(path, "not a zip");
        Assert.Contains("country dump", Assert.Throws<KnowledgeException>(() => GazetteerBuilder.Add(path, DataFolder.BesideProgram, folder)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_country_added_and_damaged_says_which_file()
    {
        string path = Path.Combine(folder, "ML.gaz");
        File.WriteAllText(path, new string('x', 200));
        var thrown = Assert.Throws<KnowledgeException>(() => PlaceRecogniser.Load(DataFolder.BesideProgram, [path]));
        Assert.Equal(path, thrown.File);
    }

    private string Zip(string text) => Zip(Encoding.UTF8.GetBytes(text));

    private string Zip(byte[] text)
    {
        string path = Path.Combine(folder, "ML.zip");
        using var archive = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        using (Stream readme = archive.CreateEntry("readme.txt").Open()) readme.Write("about"u8);
        using Stream entry = archive.CreateEntry("ML.txt").Open();
        entry.Write(text);
        return path;
    }
}
