namespace Vigie.Llm;

/// <summary>Where a language model is asked, and how long it is waited for.</summary>
/// <param name="Address">Base of an OpenAI-compatible interface, such as <c>http://localhost:8080/v1</c>.</param>
/// <param name="Model">The model's name as its server knows it.</param>
/// <param name="Key">Sent as bearer token, or null where the server wants none.</param>
/// <param name="Patience">Longest time for one article, tries together.</param>
internal sealed record LlmOptions(Uri Address, string Model, string? Key, TimeSpan Patience)
{
    /// <summary>The variable of the environment that holds the key: a key on the command line could be read by others.</summary>
    public const string KeyVariable = "VIGIE_LLM_KEY";

    public static TimeSpan DefaultPatience { get; } = TimeSpan.FromSeconds(120);
}
