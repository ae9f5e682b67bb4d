using System.CommandLine;
using System.Globalization;
using Vigie.Llm;

namespace Vigie.Cli;

/// <summary><c>--coder llm</c> with its address and model: the only options of <c>vigie code</c> that let a text leave the machine.</summary>
internal sealed class SecondOpinionOptions
{
    private const int LongestPatience = 3600;

    private readonly Option<string> coder = new("--coder")
    {
        Description = "Who codes: vigie, or a language model (llm) at the address given; its articles that fail are coded by vigie.",
        HelpName = "vigie|llm",
        DefaultValueFactory = _ => "vigie",
    };

    private readonly Option<Uri?> address = new("--llm-address")
    {
        Description = "Base address of an OpenAI-compatible server, as http://localhost:8080/v1. Titles and texts of articles are sent there, and to no other.",
        HelpName = "URL",
        CustomParser = result =>
        {
            string given = result.Tokens[0].Value;
            if (Uri.TryCreate(given, UriKind.Absolute, out Uri? uri) && uri.Scheme is "http" or "https" && uri.UserInfo.Length == 0) return uri;
            result.AddError($"--llm-address: \"{Plain.Shortened(given, 60)}\" is no address; write it as http://localhost:8080/v1");
            return null;
        },
    };

    private readonly Option<string?> model = new("--llm-model") { Description = "The model's name as the server knows it.", HelpName = "NAME" };

    private readonly Option<int> patience = new("--llm-timeout")
    {
        Description = "Seconds that the model has for one article.",
        HelpName = "SECONDS",
        DefaultValueFactory = _ => (int)LlmOptions.DefaultPatience.TotalSeconds,
        CustomParser = result =>
        {
            string given = result.Tokens[0].Value;
            if (int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out int n) && n is >= 1 and <= LongestPatience) return n;
            result.AddError($"--llm-timeout: \"{Plain.Shortened(given, 40)}\" is no number from 1 to {LongestPatience.ToString(CultureInfo.InvariantCulture)}");
            return 1;
        },
    };

    public void AddTo(Command command)
    {
        coder.AcceptOnlyFromAmong("vigie", "llm");
        command.Options.Add(coder);
        command.Options.Add(address);
        command.Options.Add(model);
        command.Options.Add(patience);
        command.Validators.Add(result =>
        {
            bool isAsked = result.GetValue(coder) == "llm";
            bool isNamed = result.GetResult(address) is { Implicit: false } || result.GetResult(model) is { Implicit: false };
            if (isAsked && (result.GetResult(address) is null || result.GetResult(model) is null)) result.AddError("--coder llm needs --llm-address and --llm-model");
            if (!isAsked && isNamed) result.AddError("--llm-address and --llm-model mean something with --coder llm only");
        });
    }

    /// <summary>Null where no model is asked.</summary>
    public LlmOptions? Read(ParseResult parsed)
    {
        if (parsed.GetValue(coder) != "llm") return null;
        string? key = Environment.GetEnvironmentVariable(LlmOptions.KeyVariable);
        return new LlmOptions(parsed.GetValue(address)!, parsed.GetValue(model)!, string.IsNullOrWhiteSpace(key) ? null : key.Trim(), TimeSpan.FromSeconds(parsed.GetValue(patience)));
    }
}
