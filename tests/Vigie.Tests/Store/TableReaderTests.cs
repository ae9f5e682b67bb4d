using System.Text;
using Vigie.Events;
using Vigie.Store;
using Vigie.Store.Codebook;
using Vigie.Store.Import;
using Vigie.Text;
using Xunit;

namespace Vigie.Tests.Store;

public sealed class TableReaderTests
{
    private const string AcledHeader = "event_id_cnty,event_date,time_precision,sub_event_type,actor1,inter1,actor2,inter2,iso,country,admin1,location,latitude,longitude,geo_precision,source,notes,fatalities";

    private static readonly TableReader Reader = new(TypeNames.Load(DataFolder.BesideProgram), Countries.Load(DataFolder.BesideProgram));

    [Fact]
    public void A_row_of_ACLED_is_read_with_codes_as_words_or_numbers()
    {
        string rows = AcledHeader + "\n"
            + "MLI1,20 August 2025,1,Attack,JNIM: made up,Rebel group,Civilians (Mali),Civilians,466,Mali,Gao,Ansongo,15.66,0.5,1,Radio Fleuve; Le Courrier,\"Men came, \"\"many\"\", and shot.\",3\n"
            + "MLI2,2025-08-13,2,Armed clash,A,2,B,1,,Mali,Gao,Gao,16.27,-0.04,3,X,,0\n";
        TableLine[] lines = Read(rows);
        Event attack = lines[0].Record!.Events[0];
        Assert.Equal(("Violence against civilians", "Attack", Count.Exactly(3)), (attack.EventType, attack.SubEventType, attack.Killed));
        Assert.Equal(new Place("Ansongo", "Gao", "ML", 15.66, 0.5, PlacePrecision.Settlement, null, null, null), attack.Place);
        Assert.Equal([("rebel", "initiator"), ("civilians", "victim")], attack.Actors.Select(actor => (actor.Kind, actor.Role)));
        Assert.Equal("Men came, \"many\", and shot.", lines[0].Record!.Article.Text);
        Assert.Equal("Radio Fleuve; Le Courrier", lines[0].Record!.Article.Source);
        Event clash = lines[1].Record!.Events[0];
        Assert.Null(clash.Killed);
        Assert.Equal((new NodaTime.LocalDate(2025, 8, 11), new NodaTime.LocalDate(2025, 8, 17), TimePrecision.Week), (clash.Date.Start!.Value, clash.Date.End!.Value, clash.Date.Precision));
        Assert.Equal("ML", clash.Place!.Country);
        Assert.Equal(["rebel", "state"], clash.Actors.Select(actor => actor.Kind));
    }

    [Fact]
    public void Bad_rows_are_told_with_their_line_and_the_rest_is_read()
    {
        string rows = AcledHeader + "\n"
            + Row("1") + "\n"
            + "2,not a day,1,Attack,A,1,B,7,466,Mali,Gao,Gao,16,0,1,X,n,1\n"
            + "3,2025-01-01\n"
            + "4,2025-01-01,1,Nonsense,A,1,B,7,466,Mali,Gao,Gao,16,0,1,X,n,1\n"
            + "5,2025-01-01,1,Attack,A,1,B,7,466,Mali,Gao,Gao,96,0,1,X,n,1\n"
            + "6,2025-01-01,1,Attack,A,1,B,7,466,Mali,Gao,Gao,16,0,1,X,\"two\nlines\",1\n"
            + "\n"
            + "8,2025-01-01,1,Attack,A,1,B,7,466,Mali,Gao,Gao,16,0,1,X,\"never closed,1\n"
            + Row("9") + "\n"
            + Row("10");
        TableLine[] lines = Read(rows);
        Assert.Equal(["acled:1", "acled:6", "acled:9", "acled:10"], lines.Where(line => line.Record is not null).Select(line => line.Record!.Article.Id));
        Assert.Equal([3L, 4, 5, 6, 10], lines.Where(line => line.Problem is not null).Select(line => line.Line));
        Assert.All(lines.Where(line => line.Problem is not null), line => Assert.NotEmpty(line.Raw));
        Assert.StartsWith("8,2025", lines.Single(line => line.Line == 10).Raw, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stray_quotation_mark_takes_no_other_row_with_it()
    {
        string rows = AcledHeader + "\n" + Row("1") + "\n" + Row("2").Replace(",n,", ",an 82\" mortar,", StringComparison.Ordinal) + "\n" + Row("3") + "\n" + Row("4").Replace(",n,", ",a 3\" gun,", StringComparison.Ordinal) + "\n" + Row("5") + "\n";
        TableLine[] lines = Read(rows);
        Assert.Equal(["acled:1", "acled:3", "acled:5"], lines.Where(line => line.Record is not null).Select(line => line.Record!.Article.Id));
        Assert.Equal([3L, 5], lines.Where(line => line.Problem is not null).Select(line => line.Line));
    }

    [Fact]
    public void Columns_stand_in_any_order_and_case_and_may_be_missing()
    {
        string rows = "FATALITIES;location;actor1;Sub_Event_Type;event_date;event_id_cnty\n2;Gao;A;attack;2025-01-01;x\n";
        Event e = Assert.Single(Read(rows)).Record!.Events[0];
        Assert.Equal(("Attack", "Gao", Count.Exactly(2)), (e.SubEventType, e.Place!.Name, e.Killed));
    }

    [Fact]
    public void Broken_bytes_and_other_tables_are_told()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(AcledHeader + "\n" + Row("1").Replace(",n,1", ",caf", StringComparison.Ordinal)), 0xE9, .. Encoding.UTF8.GetBytes(",1\n")];
        Assert.Equal("caf\uFFFD", Assert.Single([.. Reader.Read(() => new MemoryStream(bytes))]).Record!.Article.Text);
        TableException unknown = Assert.Throws<TableException>(() => Read("a,b\n1,2\n"));
        Assert.Contains("acled", unknown.Message, StringComparison.Ordinal);
        Assert.Throws<TableException>(() => Read(""));
        Assert.Contains("best", Assert.Throws<TableException>(() => Reader.Read(() => new MemoryStream("id,side_a\n"u8.ToArray()), "ucdp-ged").Count()).Message, StringComparison.Ordinal);
        Assert.Equal("acled", Reader.Recognise(AcledHeader));
        Assert.Null(Reader.Recognise("{\"id\":1}"));
    }

    [Fact]
    public void A_row_of_the_GED_is_read()
    {
        string rows = "id,type_of_violence,side_a,side_b,where_prec,where_coordinates,adm_1,latitude,longitude,country,date_prec,date_start,date_end,best,high,low,source_office,source_date,source_headline,source_article,source_original\n"
            + "77,1,Government of Yemen (North Yemen),Ansarallah,4,Taizz province,Ta'izz,13.5,44.1,Yemen (North Yemen),4,2015-08-01 00:00:00.000,2015-08-31 00:00:00.000,12,20,8,Reuters News,2015-09-02,Headline,Text,Medics\n";
        ArticleRecord record = Assert.Single(Read(rows)).Record!;
        Event e = record.Events[0];
        Assert.Equal(("ucdp-ged:77", "Armed clash", new Count(8, 20, 12)), (e.Id, e.SubEventType, e.Killed));
        Assert.Equal(("YE", PlacePrecision.Admin1, TimePrecision.Month), (e.Place!.Country, e.Place.Precision, e.Date.Precision));
        Assert.Equal([("state", "initiator"), ("rebel", "target")], e.Actors.Select(actor => (actor.Kind, actor.Role)));
        Assert.Equal(("Headline", "Reuters News", new NodaTime.LocalDate(2015, 9, 2)), (record.Article.Title, record.Article.Source, record.Article.Published!.Value));
    }

    [Fact]
    public void A_row_of_MAVERICK_keeps_its_incident_and_takes_zero_for_silence()
    {
        string rows = "id,event_id,country,election,date_start,date_end,city,latitude,longitude,geo_precision,actor1,actor1_type,actor1_subtype,actor1_initiator,actor1_victim,event_context,deaths_best,deaths_low,deaths_high,injuries_best,injuries_low,injuries_high,source,source_author\n"
            + "r1,CIV-1,Ivory Coast,X,2011-01-03,2011-01-04,Duékoué,6.7,-7.3,3.0,Some police,Security forces,Security forces: Police,1.0,0.0,Security force crack-down on protest,0,0,0,5,5,7,Agency (2011-01-05) Title,Agency\n";
        ArticleRecord record = Assert.Single(Read(rows)).Record!;
        Event e = record.Events[0];
        Assert.Equal(("Excessive force against protesters", (Count?)null, new Count(5, 7, 5)), (e.SubEventType, e.Killed, e.Injured));
        Assert.Equal("maverick:CIV-1", record.Standings!["maverick:r1"].IncidentId);
        Assert.Equal(("CI", new NodaTime.LocalDate(2011, 1, 5)), (e.Place!.Country, record.Article.Published!.Value));
    }

    [Fact]
    public void A_row_of_GDELT_is_a_lead_and_talk_is_passed_over()
    {
        string[] cells = new string[61];
        Array.Fill(cells, "");
        (cells[0], cells[1], cells[6], cells[16], cells[26], cells[60]) = ("123", "20250820", "MALI", "CIVILIAN", "1831", "https://news.example/a");
        (cells[51], cells[52], cells[56], cells[57]) = ("4", "Gao, Gao, Mali", "16.27", "-0.04");
        string row = string.Join('\t', cells);
        Event e = Assert.Single(Read(row + "\n")).Record!.Events[0];
        Assert.Equal(("Suicide bomb", "ML", Status.Alleged, "Gao"), (e.SubEventType, e.Place!.Country, e.Status, e.Place.Admin1));
        cells[26] = "042";
        TableLine talk = Assert.Single(Read(string.Join('\t', cells) + "\n"));
        Assert.Equal((null, null), (talk.Record, talk.Problem));
    }

    private static string Row(string id) => id + ",2025-01-01,1,Attack,A,1,B,7,466,Mali,Gao,Gao,16,0,1,X,n,1";

    private static TableLine[] Read(string text) => [.. Reader.Read(() => new MemoryStream(Encoding.UTF8.GetBytes(text)))];
}
