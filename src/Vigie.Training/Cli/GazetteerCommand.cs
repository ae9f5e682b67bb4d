using System.CommandLine;
using System.Globalization;
using Vigie.Text;
using Vigie.Training.Gazetteers;

namespace Vigie.Training.Cli;

/// <summary><c>vigie-train gazetteer</c>: the gazetteer's sources, compiled into the file that Vigie maps.</summary>
internal static class GazetteerCommand
{
    public static Command Create()
    {
        var sources = new Option<DirectoryInfo>("--sources") { Description = "Folder with wof/*.tsv.gz, naturalearth/ne_10m_admin1.tsv and geonames_admin/*.txt.", Required = true }.AcceptExistingOnly();
        var towns = new Option<FileInfo>("--towns") { Description = "GeoNames cities500.txt.", Required = true }.AcceptExistingOnly();
        var output = new Option<FileInfo>("--out") { Description = "The file to write, places.gaz.", Required = true };
        var command = new Command("gazetteer", "Compiles the gazetteer from its sources; the same sources give the same bytes.") { sources, towns, output };
        command.SetAction(parsed =>
        {
            string file = parsed.GetRequiredValue(output).FullName;
            try
            {
                int places = GazetteerBuilder.Build(
                    parsed.GetRequiredValue(sources).FullName, parsed.GetRequiredValue(towns).FullName, DataFolder.BesideProgram, file);
                Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"wrote {places} places to {file}"));
                return 0;
            }
            catch (Exception e) when (e is KnowledgeException or IOException or UnauthorizedAccessException)
            {
                Console.Error.WriteLine(e.Message);
                return 1;
            }
        });
        return command;
    }
}
