using NodaTime;
using NodaTime.Text;
using Vigie.Events;
using Xunit;

namespace Vigie.Tests.Times;

public class TimeCorpusTests
{
    public static TheoryData<string, int> Cases()
    {
        var cases = new TheoryData<string, int>();
        foreach (string language in (string[])["fr", "en", "ar"])
        {
            string[] lines = File.ReadAllLines(TimeCorpus.PathOf(language));
            for (int i = 0; i < lines.Length; i++)
                if (lines[i].Length > 0 && lines[i][0] != '#') cases.Add(language, i + 1);
        }
        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Reads_the_case_as_its_line_says(string language, int line)
    {
        string[] fields = File.ReadAllLines(TimeCorpus.PathOf(language))[line - 1].Split('\t');
        var times = TimeCorpus.Find(fields[1], language, fields[0] == "-" ? null : fields[0]);
        if (fields[2] == "-")
        {
            Assert.Empty(times);
            return;
        }
        var time = Assert.Single(times, t => t.Text == fields[2]);
        Assert.Equal(fields[3], time.Value);
        var expected = new TimeRange(Day(fields[4]), Day(fields[5]), Enum.Parse<TimePrecision>(fields[6], ignoreCase: true));
        Assert.Equal(expected, time.Range);
    }

    public static TheoryData<int> Offers()
    {
        string[] lines = File.ReadAllLines(TimeCorpus.PathOf("offered"));
        return [.. Enumerable.Range(1, lines.Length).Where(line => lines[line - 1].Length > 0 && lines[line - 1][0] != '#')];
    }

    [Theory]
    [MemberData(nameof(Offers))]
    public void Offers_the_days_that_its_line_says(int line)
    {
        string[] fields = File.ReadAllLines(TimeCorpus.PathOf("offered"))[line - 1].Split('\t');
        var offered = TimeCorpus.Recogniser.Offer(TimeCorpus.Document(fields[2], fields[0], fields[1]));
        Assert.Contains(offered, time => time.Text == fields[3] && time.Range.Start == Day(fields[4]) && time.Range.End == Day(fields[5]));
    }

    [Fact]
    public void Holds_enough_cases_of_both_kinds()
    {
        foreach (string language in (string[])["fr", "en", "ar"])
        {
            var lines = File.ReadAllLines(TimeCorpus.PathOf(language)).Where(l => l.Length > 0 && l[0] != '#').ToList();
            int negative = lines.Count(l => l.Split('\t')[2] == "-");
            Assert.True(negative >= 20, $"{language}: {negative} negative cases");
            Assert.True(lines.Count - negative >= 60, $"{language}: {lines.Count - negative} positive cases");
        }
    }

    private static LocalDate? Day(string field) => field == "-" ? null : LocalDatePattern.Iso.Parse(field).Value;
}
