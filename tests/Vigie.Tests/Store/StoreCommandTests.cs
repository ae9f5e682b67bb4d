using System.Text.Json;
using Vigie.Cli;
using Vigie.Tests.Cli;
using Xunit;

namespace Vigie.Tests.Store;

/// <summary>Import, search and export as a person runs them.</summary>
public sealed class StoreCommandTests : IDisposable
{
    private const string Table =
        """
        event_id_cnty,event_date,time_precision,sub_event_type,actor1,inter1,actor2,inter2,iso,admin1,location,latitude,longitude,geo_precision,source,notes,fatalities
        MLI1,2025-08-20,1,Attack,Armed men,3,Civilians (Mali),7,466,Gao,Ansongo,15.66,0.5,1,Radio Fleuve,Men shot at traders on the market road.,3
        MLI2,no day,1,Attack,Armed men,3,Civilians (Mali),7,466,Gao,Ansongo,15.66,0.5,1,Radio Fleuve,Bad row.,1
        SYR1,2024-02-01,1,Armed clash,A,1,B,2,760,Idleb,Saraqeb,35.86,36.80,1,Sham News,A clash near the motorway.,0

        """;

    private readonly TemporaryFolder folder = new();

    [Fact]
    public void A_table_is_imported_found_and_given_away()
    {
        string table = folder.File("events.csv", Table), store = Path.Combine(folder.Path, "s.db"), rejects = Path.Combine(folder.Path, "rejects.tsv");
        VigieProcess.Result import = VigieProcess.Run(["import", table, "--store", store, "--rejects", rejects]);
        Assert.Equal(ExitCode.Unreadable, import.ExitCode);
        Assert.Contains("2 new articles with 2 events", import.Output, StringComparison.Ordinal);
        Assert.Contains("line 3", import.Errors, StringComparison.Ordinal);
        Assert.Contains("no day", File.ReadAllLines(rejects)[1], StringComparison.Ordinal);
        Assert.Contains("0 new articles", VigieProcess.Run(["import", table, "--store", store]).Output, StringComparison.Ordinal);

        VigieProcess.Result search = VigieProcess.Run(["search", "traders", "--store", store, "--country", "ml"]);
        Assert.Equal(ExitCode.Done, search.ExitCode);
        Assert.Contains("Ansongo", Assert.Single(search.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Empty(VigieProcess.Run(["search", "traders", "--store", store, "--country", "SY"]).Output);

        string exported = Path.Combine(folder.Path, "out.geojson");
        VigieProcess.Result export = VigieProcess.Run(["export", "--store", store, "--format", "geojson", "--output", exported, "--from", "2025-01-01"]);
        Assert.Equal(ExitCode.Done, export.ExitCode);
        Assert.Equal(1, JsonDocument.Parse(File.ReadAllText(exported)).RootElement.GetProperty("features").GetArrayLength());
        JsonElement manifest = JsonDocument.Parse(File.ReadAllText(exported + ".manifest.json")).RootElement;
        Assert.Equal("2025-01-01", manifest.GetProperty("filter").GetProperty("from").GetString());
        Assert.Equal(1, manifest.GetProperty("rows").GetInt32());

        VigieProcess.Result cut = VigieProcess.Run(["export", "--store", store, "--limit", "1"]);
        Assert.Equal(ExitCode.Unreadable, cut.ExitCode);
        Assert.Contains("cut short", cut.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("export", "--store", "nowhere.db")]
    [InlineData("search", "x", "--store", "nowhere.db")]
    public void A_store_that_is_not_there_is_told(params string[] arguments)
    {
        VigieProcess.Result run = VigieProcess.Run(arguments, folder: folder.Path);
        Assert.Equal(ExitCode.Unreadable, run.ExitCode);
        Assert.Contains("no such store", run.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(folder.Path, "nowhere.db")));
    }

    [Theory]
    [InlineData("export", "--box", "1,2,3")]
    [InlineData("export", "--format", "xls")]
    [InlineData("export", "--limit", "-3")]
    [InlineData("search", "--limit", "0")]
    [InlineData("import", "x.csv", "--table", "what")]
    public void A_wrong_option_is_told(params string[] arguments) => Assert.Equal(ExitCode.Usage, VigieProcess.Run(arguments, folder: folder.Path).ExitCode);

    public void Dispose() => folder.Dispose();
}
