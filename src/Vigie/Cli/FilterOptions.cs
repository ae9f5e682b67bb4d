using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Vigie.Events;
using Vigie.Store;
using Vigie.Text.Languages;

namespace Vigie.Cli;

/// <summary>The options that say which events of a store are meant; the same for every command that reads one.</summary>
internal sealed class FilterOptions
{
    private readonly Option<LocalDate?> from = Day("--from", "Events that may have happened on this day or later, as 2025-08-20.");
    private readonly Option<LocalDate?> to = Day("--to", "Events that may have happened on this day or earlier.");

    private readonly Option<Box?> box = new("--box")
    {
        Description = "Events with a point in this box of degrees: west,south,east,north. One whose west lies east of its east crosses the 180th meridian.",
        HelpName = "W,S,E,N",
        CustomParser = ReadBox,
    };

    private readonly Option<string[]> country = Several("--country", "Countries, by their ISO code of two letters.", "CODE");
    private readonly Option<string[]> type = Several("--type", "Event types or sub-types, by ACLED's names.", "NAME");
    private readonly Option<string[]> actor = Several("--actor", "Parties, by the register's id or by name.", "NAME");
    private readonly Option<string[]> language = Several("--language", "Languages of articles.", "fr|en|ar");

    private readonly Option<int> sources = new("--min-sources") { Description = "Least number of independent sources of an incident; copies count once.", HelpName = "N" };
    private readonly Option<string?> text = new("--text") { Description = "Words that an article must hold, in any form; \"quoted\" ones stand side by side, a last * is any ending, a first - forbids.", HelpName = "WORDS" };
    private readonly Option<string[]> state = Several("--state", "What reviewers decided; drafts and accepted events where it is not given.", "draft|accepted|rejected|merged");

    public FilterOptions()
    {
        language.AcceptOnlyFromAmong([.. LanguageGuesser.Coded]);
        state.AcceptOnlyFromAmong([.. Enum.GetValues<ReviewState>().Select(ValueText.Name)]);
        sources.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && (!int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out int n) || n < 1))
                result.AddError($"--min-sources: \"{result.Tokens[0].Value}\" is no number from 1 on");
        });
    }

    public void AddTo(Command command)
    {
        foreach (Option option in new Option[] { from, to, box, country, type, actor, language, sources, text, state }) command.Options.Add(option);
    }

    public Filter Read(ParseResult parsed)
    {
        string[] types = parsed.GetValue(type) ?? [];
        return new Filter
        {
            From = parsed.GetValue(from),
            To = parsed.GetValue(to),
            Box = parsed.GetValue(box),
            Countries = [.. (parsed.GetValue(country) ?? []).Select(code => code.ToUpperInvariant())],
            EventTypes = types.All(IsEventType) ? types : [],
            SubEventTypes = types.All(IsEventType) ? [] : types,
            Actors = parsed.GetValue(actor) ?? [],
            Languages = parsed.GetValue(language) ?? [],
            MinimumSources = parsed.GetValue(sources),
            Text = parsed.GetValue(text),
            States = [.. (parsed.GetValue(state) ?? []).Select(name => Enum.Parse<ReviewState>(name, ignoreCase: true))],
        };
    }

    // The event types are six, and no sub-type has the name of one.
    private static bool IsEventType(string name) => name is "Battles" or "Explosions/Remote violence" or "Violence against civilians" or "Protests" or "Riots" or "Strategic developments";

    private static Option<LocalDate?> Day(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "DATE",
        CustomParser = result =>
        {
            ParseResult<LocalDate> day = LocalDatePattern.Iso.Parse(result.Tokens[0].Value);
            if (day.Success) return day.Value;
            result.AddError($"{name}: \"{result.Tokens[0].Value}\" is no day; write it as 2025-08-20");
            return null;
        },
    };

    private static Option<string[]> Several(string name, string description, string help) => new(name)
    {
        Description = description + " May be given several times: one is enough.",
        HelpName = help,
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = false,
    };

    private static Box? ReadBox(ArgumentResult result)
    {
        string[] sides = result.Tokens[0].Value.Split(',');
        var degrees = new double[4];
        if (sides.Length == 4 && sides.Select((side, i) => double.TryParse(side, NumberStyles.Float, CultureInfo.InvariantCulture, out degrees[i])).All(good => good)
            && degrees is [>= -180 and <= 180, >= -90 and <= 90, >= -180 and <= 180, >= -90 and <= 90] && degrees[1] <= degrees[3])
            return new Box(degrees[0], degrees[1], degrees[2], degrees[3]);
        result.AddError($"--box: \"{result.Tokens[0].Value}\" is no box; write it as west,south,east,north in degrees, for example 0,10,5,20");
        return null;
    }
}
