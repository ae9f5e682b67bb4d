using Vigie.Evaluation;
using Xunit;

namespace Vigie.Tests.Places;

public sealed class PlacedTextTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("vigie-placed").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Toponyms_of_a_lexicon_keep_their_passages_and_points()
    {
        var text = Assert.Single(PlacedText.Read(Written("a.xml", """
            <articles><article><text><![CDATA[A fire broke out in Gao.]]></text><toponyms>
            <toponym><start>20</start><end>23</end><phrase>Gao</phrase><gaztag><lat>16.27</lat><lon>-0.04</lon></gaztag></toponym>
            <toponym><start>900</start><end>903</end><phrase>far</phrase></toponym>
            </toponyms></article></articles>
            """)));
        var place = Assert.Single(text.Places);
        Assert.Equal("Gao", place.Passage!.Value.Of(text.Article.FullText));
        Assert.Equal((16.27, -0.04), place.Point);
        var score = new PlaceScore();
        score.Add(text, PlaceDocuments.Recogniser.Find(PlaceDocuments.Of(text.Article.Text, "en")));
        Assert.Equal((1, 1, 1), (score.Among, score.Chosen, score.Recognition));
    }

    [Theory]
    [InlineData("a.jsonl", "{\"id\":\"x\"}", "line 1")]
    [InlineData("a.jsonl", "no json", "line 1")]
    [InlineData("a.xml", "<articles>", "a.xml")]
    [InlineData("a.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><articles/>", "a.xml")]
    public void A_file_that_is_none_is_named(string name, string content, string said) =>
        Assert.Contains(said, Assert.Throws<InvalidDataException>(() => PlacedText.Read(Written(name, content)).ToList()).Message, StringComparison.Ordinal);

    private string Written(string name, string content)
    {
        string path = Path.Combine(folder, name);
        File.WriteAllText(path, content);
        return path;
    }
}
