using System.Text.Json;
using NodaTime;
using Vigie.Events.Coding;
using Vigie.Llm;
using Vigie.Text;
using Xunit;

namespace Vigie.Tests.Llm;

/// <summary>A model server that answers well, nonsense, slowly, wrongly or not at all: there is an answer or a reason, never a fault.</summary>
public sealed class LlmCoderTests
{
    private const string Well =
        "{\"events\":[{\"sub_event_type\":\"Attack\",\"focus\":\"main\",\"status\":\"asserted\",\"actors\":[],\"confidence\":0.7,\"killed\":{\"low\":9,\"high\":9,\"best\":9},"
        + "\"evidence\":{\"event\":\"shot dead nine traders\",\"killed\":\"nine traders\"}}]}";

    private static readonly Article Report = new("case", "Raid", "Gunmen shot dead nine traders in Bor on Monday.", "en", new LocalDate(2025, 3, 13));

    [Fact]
    public void A_good_answer_is_a_coded_article()
    {
        using FakeModelServer server = FakeModelServer.Saying(Well);
        LlmOutcome outcome = Ask(server, key: "secret");
        CodedArticle coded = Assert.IsType<CodedArticle>(outcome.Coded);
        Assert.Equal("Attack", Assert.Single(coded.Events).SubEventType);
        Assert.Single(coded.AtLeast(0.5).Events);
        Assert.Empty(coded.AtLeast(0.9).Events);

        string request = Assert.Single(server.Requests);
        Assert.StartsWith("POST /v1/chat/completions ", request, StringComparison.Ordinal);
        Assert.Contains("Authorization: Bearer secret", request, StringComparison.Ordinal);
        string json = request[request.IndexOf("\r\n\r\n", StringComparison.Ordinal)..].Trim();
        using JsonDocument body = JsonDocument.Parse(json[json.IndexOf('{', StringComparison.Ordinal)..(json.LastIndexOf('}') + 1)]);
        Assert.Equal("model-x", body.RootElement.GetProperty("model").GetString());
        Assert.Equal("json_schema", body.RootElement.GetProperty("response_format").GetProperty("type").GetString());
        Assert.Equal(["system", "user"], body.RootElement.GetProperty("messages").EnumerateArray().Select(message => message.GetProperty("role").GetString()));
    }

    [Fact]
    public void A_quiet_answer_is_an_article_without_events()
    {
        using FakeModelServer server = FakeModelServer.Saying("{\"events\":[]}");
        Assert.Empty(Ask(server).Coded!.Events);
    }

    [Theory]
    [InlineData("I will not.")]
    [InlineData("{\"events\":[{\"sub_event_type\":\"Attack\",\"evidence\":{\"event\":\"words that stand nowhere\"}}]}")]
    [InlineData("{\"events\":[{\"sub_event_type\":\"Att")]
    public void Nonsense_is_a_reason(string content)
    {
        using FakeModelServer server = FakeModelServer.Saying(content);
        Refused(Ask(server), "no list of events");
    }

    [Theory]
    [InlineData(500)]
    [InlineData(401)]
    [InlineData(404)]
    public void An_error_of_the_server_is_a_reason(int status)
    {
        using FakeModelServer server = FakeModelServer.Answering(status, "{\"error\":{\"message\":\"no\"}}");
        Refused(Ask(server), "answered " + status.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_redirection_is_not_followed()
    {
        using var server = new FakeModelServer(async (stream, stop) =>
            await stream.WriteAsync("HTTP/1.1 307 Elsewhere\r\nLocation: /elsewhere\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray(), stop));
        Refused(Ask(server), "");
        Assert.DoesNotContain(server.Requests, request => request.Contains("/elsewhere ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("not JSON")]
    [InlineData("{\"choices\":[]}")]
    [InlineData("{\"id\":\"1\",\"object\":\"chat.completion\",\"created\":1,\"model\":\"m\",\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":null},\"finish_reason\":\"stop\"}]}")]
    public void A_body_of_another_kind_is_a_reason(string body)
    {
        using FakeModelServer server = FakeModelServer.Answering(200, body);
        Refused(Ask(server), "");
    }

    [Fact]
    public void An_answer_cut_off_is_a_reason()
    {
        using FakeModelServer server = FakeModelServer.CutOff();
        Refused(Ask(server), "");
    }

    [Fact]
    public void A_silent_server_costs_its_time_and_no_more()
    {
        using FakeModelServer server = FakeModelServer.Silent();
        Refused(Ask(server, seconds: 1), "");
    }

    [Fact]
    public void An_endless_answer_is_cut()
    {
        using FakeModelServer server = FakeModelServer.Endless();
        Refused(Ask(server), "");
    }

    [Fact]
    public void An_absent_server_is_a_reason()
    {
        Uri address;
        using (FakeModelServer server = FakeModelServer.Silent()) address = server.Address;
        using LlmCoder coder = LlmCoder.Load(DataFolder.BesideProgram, new LlmOptions(address, "model-x", null, TimeSpan.FromSeconds(20)));
        Refused(coder.Code(Report), "");
    }

    [Fact]
    public void After_failures_in_a_row_the_server_is_left_alone()
    {
        using FakeModelServer server = FakeModelServer.Saying("nonsense");
        using LlmCoder coder = LlmCoder.Load(DataFolder.BesideProgram, new LlmOptions(server.Address, "model-x", null, TimeSpan.FromSeconds(60)));
        for (int i = 0; i < 5; i++) Refused(coder.Code(Report), "");
        Assert.Equal(3, server.Requests.Count);
        Refused(coder.Code(Report), "left alone");
    }

    private static LlmOutcome Ask(FakeModelServer server, string? key = null, int seconds = 60)
    {
        using LlmCoder coder = LlmCoder.Load(DataFolder.BesideProgram, new LlmOptions(server.Address, "model-x", key, TimeSpan.FromSeconds(seconds)));
        return coder.Code(Report);
    }

    private static void Refused(LlmOutcome outcome, string reason)
    {
        Assert.Null(outcome.Coded);
        Assert.Contains(reason, Assert.IsType<string>(outcome.Problem), StringComparison.Ordinal);
    }
}
