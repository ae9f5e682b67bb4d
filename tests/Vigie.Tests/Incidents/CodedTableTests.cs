using System.Text;
using NodaTime;
using Vigie.Cli;
using Vigie.Events;
using Xunit;

namespace Vigie.Tests.Incidents;

/// <summary>Tables as people have them: marks at the start, quotes, newlines, short rows, figures that are none.</summary>
public sealed class CodedTableTests
{
    private const string Header = "id,event_id,election,date_start,date_end,city,location,latitude,longitude,geo_precision,actor1,actor1_id,actor1_precision,event_context,deaths_best,deaths_low,deaths_high,source\n";

    private static IReadOnlyList<TableRow> Read(string text) => CodedTable.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void A_row_becomes_an_account()
    {
        TableRow row = Assert.Single(Read("\uFEFF" + Header + "7,E-1,2010,2010-12-01,2010-12-02,Abidjan,\"Wassakara, Yopougon\",5.34,-4.06,4.0,Gendarmerie,CIV-202,4.0,Unknown,4,4,9,\"The \"\"Wire\"\"\n(2010-12-03) Title\"\n"));
        Assert.Equal(("E-1", "2010", (string?)null), (row.Incident, row.Election, row.Problem));
        Assert.Equal((new LocalDate(2010, 12, 1), new LocalDate(2010, 12, 2)), (row.Account!.Date.Start!.Value, row.Account.Date.End!.Value));
        Assert.Equal(PlacePrecision.Site, row.Account.Place!.Precision);
        Assert.Equal(["wassakara", "yopougon"], row.Account.Location);
        Assert.Equal(["CIV-202"], row.Account.Parties);
        Assert.Equal(new Count(4, 9, 4), row.Account.Killed);
        Assert.Equal(new LocalDate(2010, 12, 3), row.Account.Published);
        Assert.Null(row.Account.Type);
    }

    [Fact]
    public void Zero_stands_for_silence() =>
        Assert.Null(Assert.Single(Read(Header + "7,E-1,2010,2010-12-01,,Abidjan,,5.34,-4.06,3.0,,,,Clash,0,0,0,S\n")).Account!.Killed);

    [Fact]
    public void A_bad_row_is_told_with_its_line_and_the_rest_is_read()
    {
        IReadOnlyList<TableRow> rows = Read(Header
            + "1,E-1,2010,1 December,,Abidjan,,5.34,-4.06,3.0,,,,Clash,0,0,0,S\n"
            + "2,E-1,2010,2010-12-01,,Abidjan,,north,-4.06,3.0,,,,Clash,0,0,0,S\n"
            + "3,E-1,2010,2010-12-01\n"
            + "4,E-1,2010,2010-12-01,,Abidjan,,5.34,-4.06,3.0,,,,Clash,-3,0,0,S\n"
            + "5,E-1,2010,2010-12-01,,Abidjan,,5.34,-4.06,3.0,,,,Clash,3,3,3,S\n");
        Assert.Equal([2, 3, 4, 5, 6], rows.Select(row => row.Line));
        Assert.Equal([true, true, false, true, false], rows.Select(row => row.Problem is not null));
        Assert.Contains("1 December", rows[0].Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a,b,c\n1,2,3\n")]
    [InlineData("date_start;latitude;longitude\n2010-12-01;5;4\n")]
    public void What_is_no_such_table_is_said(string text) => Assert.Throws<InputException>(() => Read(text));

    [Fact]
    public void Rows_of_one_document_are_counted()
    {
        IReadOnlyList<TableRow> rows = Read(Header + "1,,,2010-12-01,,,,,,,,,,,,,,One\n2,,,2010-12-05,,,,,,,,,,,,,,One\n3,,,2010-12-05,,,,,,,,,,,,,,\n");
        Assert.Equal([2, 2, 1], rows.Select(row => row.Account!.Siblings));
        Assert.All(rows, row => Assert.Null(row.Incident));
    }
}
