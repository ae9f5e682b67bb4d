using System.CommandLine;
using NodaTime;
using NodaTime.Text;
using Vigie.Text.Languages;

namespace Vigie.Cli;

/// <summary>The argument and options that say which articles to read; the same for every command that codes.</summary>
internal sealed class InputOptions
{
    private readonly Argument<string[]> files = new("FILE")
    {
        Description = "A report (.txt: title line, then text), a file of articles (.jsonl), a folder of these, or - for standard input.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<LocalDate?> published = new("--published")
    {
        Description = "The day the report came out, from which \"yesterday\" counts, as 2025-08-20. Holds for plain texts, and for lines of JSON that name no day.",
        HelpName = "DATE",
        CustomParser = result =>
        {
            ParseResult<LocalDate> day = LocalDatePattern.Iso.Parse(result.Tokens[0].Value);
            if (day.Success) return day.Value;
            result.AddError($"--published: \"{result.Tokens[0].Value}\" is no day; write it as 2025-08-20");
            return null;
        },
    };

    private readonly Option<string?> language = new("--language")
    {
        Description = "The language of the report, where it should not be found in the text.",
        HelpName = string.Join('|', LanguageGuesser.Coded),
    };

    public InputOptions()
    {
        language.AcceptOnlyFromAmong([.. LanguageGuesser.Coded]);
        // An option mistyped would else be looked for as a file.
        files.Validators.Add(result =>
        {
            foreach (string word in result.Tokens.Select(token => token.Value))
                if (word.Length > 1 && word[0] == '-' && !Path.Exists(word)) result.AddError($"unknown option {word}");
        });
    }

    public void AddTo(Command command)
    {
        command.Arguments.Add(files);
        command.Options.Add(published);
        command.Options.Add(language);
    }

    public IEnumerable<Input> Read(ParseResult parsed) => Inputs.Read(Files(parsed), Defaults(parsed));

    /// <summary>The arguments: files, folders, or <c>-</c>.</summary>
    public string[] Files(ParseResult parsed) => parsed.GetRequiredValue(files);

    public InputDefaults Defaults(ParseResult parsed) => new(parsed.GetValue(published), parsed.GetValue(language));
}
