using System.CommandLine;
using System.Globalization;
using Vigie.Events.Places.Compile;
using Vigie.Text;

namespace Vigie.Cli;

/// <summary><c>vigie gazetteer</c>: compiles the gazetteer from its sources, and adds a country to it.</summary>
internal static class GazetteerCommand
{
    public static Command Build() => new("gazetteer", "Compile the gazetteer, or add a country's places to it.") { BuildBuild(), BuildAdd() };

    private static Command BuildBuild()
    {
        var sources = new Option<DirectoryInfo>("--sources") { Description = "Folder with wof/*.tsv.gz, naturalearth/ne_10m_admin1.tsv, geonames_admin/*.txt and pcodes/*.csv.gz.", HelpName = "FOLDER", Required = true }.AcceptExistingOnly();
        var towns = new Option<FileInfo>("--towns") { Description = "GeoNames cities500.txt.", HelpName = "FILE", Required = true }.AcceptExistingOnly();
        var output = new Option<FileInfo>("--out") { Description = "The file to write.", HelpName = "FILE", Required = true };
        var command = new Command("build", "Compile the gazetteer from its sources; the same sources give the same bytes.") { sources, towns, output };
        command.SetAction(parsed =>
        {
            string file = parsed.GetRequiredValue(output).FullName;
            int places = GazetteerBuilder.Build(parsed.GetRequiredValue(sources).FullName, parsed.GetRequiredValue(towns).FullName, DataFolder.BesideProgram, file);
            Console.Error.WriteLine(Plain.OneLine(string.Create(CultureInfo.InvariantCulture, $"vigie: wrote {places:N0} places to {file}")));
            return ExitCode.Done;
        });
        return command;
    }

    private static Command BuildAdd()
    {
        var dump = new Argument<FileInfo>("COUNTRY.zip") { Description = "A country dump of GeoNames, as ML.zip." }.AcceptExistingOnly();
        var folder = AddedGazetteer.Option("Where the compiled country goes; by default the user's own folder, which every command reads.");
        var command = new Command("add", "Add the places of a GeoNames country dump to the gazetteer.") { dump, folder };
        command.SetAction(parsed =>
        {
            string target = parsed.GetValue(folder)?.FullName ?? AddedGazetteer.DefaultFolder;
            var (file, places) = GazetteerBuilder.Add(parsed.GetRequiredValue(dump).FullName, DataFolder.BesideProgram, target);
            Console.Error.WriteLine(Plain.OneLine(string.Create(CultureInfo.InvariantCulture, $"vigie: wrote {places:N0} places to {file}")));
            return ExitCode.Done;
        });
        return command;
    }
}
