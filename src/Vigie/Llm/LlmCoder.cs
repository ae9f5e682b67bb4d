using System.ClientModel;
using System.ClientModel.Primitives;
using System.Text.Json;
using Microsoft.Extensions.AI;
using OpenAI;
using OpenAI.Chat;
using Vigie.Events;
using Vigie.Events.Actors;
using Vigie.Events.Coding;
using Vigie.Events.Places;
using Vigie.Text;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;
using ChatResponseFormat = Microsoft.Extensions.AI.ChatResponseFormat;

namespace Vigie.Llm;

/// <summary>What came of asking a model: a coded article, or why there is none.</summary>
internal readonly record struct LlmOutcome(CodedArticle? Coded, string? Problem);

/// <summary>
/// A second opinion: asks a language model behind any OpenAI-compatible address for the events of an article. Whatever the server does, the caller gets an answer or a reason
/// within the time that it has. After some failures in a row the server is left alone. Safe for use from many threads.
/// </summary>
internal sealed class LlmCoder : IDisposable
{
    private const int MostFailures = 3;

    private readonly LlmOptions options;
    private readonly HttpClient http;
    private readonly IChatClient client;
    private readonly DocumentReader documents;
    private readonly PlaceRecogniser places;
    private readonly ActorRecogniser actors;
    private readonly ConflictPack pack;
    private readonly LlmPrompt prompt;
    private readonly JsonElement schema;
    private int failures;

    private LlmCoder(LlmOptions options, DataFolder data)
    {
        this.options = options;
        pack = ConflictPack.Load(data);
        prompt = LlmPrompt.Load(data, pack);
        schema = RecordSchema.Of(pack);
        documents = DocumentReader.Load(data);
        actors = ActorRecogniser.Load(data);
        places = PlaceRecogniser.Load(data);
        // No redirection: the text goes to the address given and to no other.
        http = new HttpClient(new BoundedAnswers(new SocketsHttpHandler { AllowAutoRedirect = false })) { Timeout = options.Patience };
        client = new ChatClient(
            options.Model,
            new ApiKeyCredential(options.Key ?? "none"),
            new OpenAIClientOptions
            {
                Endpoint = options.Address,
                NetworkTimeout = options.Patience,
                RetryPolicy = new ClientRetryPolicy(maxRetries: 1),
                Transport = new HttpClientPipelineTransport(http),
            }).AsIChatClient();
    }

    /// <exception cref="KnowledgeException">A data file is missing or broken.</exception>
    public static LlmCoder Load(DataFolder data, LlmOptions options) => new(options, data);

    /// <exception cref="Vigie.Text.Languages.UnsupportedLanguageException">The article is in no language that Vigie codes.</exception>
    public LlmOutcome Code(Article article)
    {
        Document document = documents.Read(article);
        if (Volatile.Read(ref failures) >= MostFailures) return new LlmOutcome(null, "the model server failed before and is left alone");
        LlmOutcome outcome = Ask(document);
        if (outcome.Coded is null) Interlocked.Increment(ref failures);
        else Volatile.Write(ref failures, 0);
        return outcome;
    }

    public void Dispose()
    {
        client.Dispose();
        http.Dispose();
        places.Dispose();
    }

    private LlmOutcome Ask(Document document)
    {
        string answer;
        try
        {
            using var patience = new CancellationTokenSource(options.Patience);
            answer = client.GetResponseAsync(
                [new ChatMessage(ChatRole.System, prompt.Instructions), new ChatMessage(ChatRole.User, LlmPrompt.Data(document))],
                new ChatOptions { Temperature = 0, ResponseFormat = ChatResponseFormat.ForJsonSchema(schema, "events", "The events of the article.") },
                patience.Token).GetAwaiter().GetResult().Text;
        }
        catch (OperationCanceledException)
        {
            return new LlmOutcome(null, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"the model did not answer within {options.Patience.TotalSeconds:0} s"));
        }
        catch (ClientResultException e)
        {
            return new LlmOutcome(null, e.Status == 0 ? "the model server cannot be reached" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"the model server answered {e.Status}"));
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // A stranger's server may break any layer of the client; whatever it is, the article is coded without it.
            return new LlmOutcome(null, $"the model server's answer could not be read ({Innermost(e).Message.TrimEnd('.')})");
        }
        IReadOnlyList<Event>? events = new LlmAnswer(document, pack, places.Find(document), actors).Read(answer);
        return events is null
            ? new LlmOutcome(null, "the model's answer is no list of events that the text proves")
            : new LlmOutcome(new CodedArticle(document, events, new Explanation([], [], [.. events.Select(_ => Array.Empty<ConfidencePart>())])), null);
    }

    private static Exception Innermost(Exception e)
    {
        while ((e is AggregateException { InnerExceptions: [var first, ..] } ? first : e.InnerException) is { } inner) e = inner;
        return e;
    }
}
