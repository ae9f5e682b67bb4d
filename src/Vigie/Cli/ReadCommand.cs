using System.CommandLine;
using Vigie.Text.Pages;
using Vigie.Text.Pages.Archives;
using Vigie.Text.Pages.Metadata;

namespace Vigie.Cli;

/// <summary><c>vigie read</c>: pages in, articles out.</summary>
internal static class ReadCommand
{
    public static Command Build()
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "A web page (.html), a feed (.xml), a mail (.eml), a PDF file, an archive of pages (.warc, .arc, .zip, .mbox; packed as .gz or .zst or not), a folder of these, or - for standard input.",
            Arity = ArgumentArity.OneOrMore,
        };
        var furniture = new Option<bool>("--furniture")
        {
            Description = "Write also the lines that were left out (captions, share bars, \"Lire aussi\"), each with what it is and where it stood.",
        };
        var command = new Command("read", "Read web pages, feeds and archives: write each article, without what stands around it, as a line of JSON.");
        command.Arguments.Add(files);
        command.Options.Add(furniture);
        command.SetAction(parsed => Run(parsed.GetRequiredValue(files), parsed.GetValue(furniture)));
        return command;
    }

    private static int Run(string[] arguments, bool withFurniture)
    {
        using Stream output = StandardOutput.Open();
        using var lines = new PageLineWriter(output, withFurniture);
        var messages = new Messages(Console.Error);
        var progress = new Progress(Console.Error);
        messages.BeforeLine = progress.Clear;
        foreach (PageInput input in arguments.SelectMany(Inputs))
        {
            if (input.Problem is { } problem) messages.Unreadable(input.Where, problem);
            if (input.Article is not { } article) continue;
            progress.Clear();
            lines.Write(article.Id, article.Article);
            progress.Advance();
        }
        progress.Clear();
        return messages.AnyUnreadable ? ExitCode.Unreadable : ExitCode.Done;
    }

    private static IEnumerable<PageInput> Inputs(string argument)
    {
        string[] files = [];
        PageInput? problem = null;
        try
        {
            files = InputFiles.Pages(argument);
        }
        catch (InputException e)
        {
            problem = new PageInput(argument, null, e.Message);
        }
        return problem is not null ? [problem] : files.SelectMany(File);
    }

    private static IEnumerable<PageInput> File(string file)
    {
        string where = file == InputFiles.Standard ? "standard input" : file;
        string name = file == InputFiles.Standard ? "stdin" : Path.GetFileName(file);
        if (Path.GetExtension(Packing.WithoutExtension(name)).ToUpperInvariant() is ".JSONL" or ".NDJSON") return Cli.Inputs.Read([file], new InputDefaults(null, null)).Select(Line);
        try
        {
            return PageInputs.Read(InputFiles.Open(file), where, name);
        }
        catch (InputException e)
        {
            return [new PageInput(where, null, e.Message)];
        }
    }

    // A line of JSON is an article already: it is written in the same form.
    private static PageInput Line(Input input)
    {
        if (input.Article is not { } article) return new PageInput(input.Where, null, input.Problem);
        PageTime? published = article.Published is { } day ? new PageTime(day) : null;
        return new PageInput(input.Where, new NamedArticle(article.Id, new PageArticle(article.Title, article.Text, published, null, [], article.Source, article.Language, article.Url, null, [])), input.Problem);
    }
}
