using System.CommandLine;
using Vigie.Text;
using Vigie.Text.Pages;

namespace Vigie.Cli;

/// <summary><c>vigie read</c>: pages in, articles out.</summary>
internal static class ReadCommand
{
    public static Command Build()
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "A web page (.html), a folder of these, or - for standard input.",
            Arity = ArgumentArity.OneOrMore,
        };
        var furniture = new Option<bool>("--furniture")
        {
            Description = "Write also the lines that were left out (captions, share bars, \"Lire aussi\"), each with what it is and where it stood.",
        };
        var command = new Command("read", "Read web pages: write the article of each, without what stands around it, as JSON lines.");
        command.Arguments.Add(files);
        command.Options.Add(furniture);
        command.SetAction(parsed => Run(parsed.GetRequiredValue(files), parsed.GetValue(furniture)));
        return command;
    }

    private static int Run(string[] files, bool withFurniture)
    {
        using Stream output = StandardOutput.Open();
        using var lines = new PageLineWriter(output, withFurniture);
        var messages = new Messages(Console.Error);
        var progress = new Progress(Console.Error);
        messages.BeforeLine = progress.Clear;
        var reader = new Lazy<PageReader>(() => PageReader.Load(DataFolder.BesideProgram));
        foreach (PageInput input in PageInputs.Read(files))
        {
            if (input.Problem is { } problem) messages.Unreadable(input.Where, problem);
            if (input.Page is not { } page) continue;
            PageArticle article = reader.Value.Read(page);
            if (article.Title.Length == 0 && article.Text.Length == 0)
            {
                messages.Unreadable(input.Where, "no article found in it; is it a web page with a text?");
                continue;
            }
            progress.Clear();
            lines.Write(page.Id, article);
            progress.Advance();
        }
        progress.Clear();
        return messages.AnyUnreadable ? ExitCode.Unreadable : ExitCode.Done;
    }
}
