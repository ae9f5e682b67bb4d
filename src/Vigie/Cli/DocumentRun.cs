using Vigie.Text;
using Vigie.Text.Languages;

namespace Vigie.Cli;

/// <summary>Gives the articles of an input, as documents and in order, to a recogniser; tells of those that cannot be read.</summary>
internal sealed class DocumentRun
{
    private readonly Messages messages;
    private readonly Progress progress = new(Console.Error);

    // Loaded at the first article that can be read, as CodingRun does.
    private readonly Lazy<DocumentReader> reader = new(() => DocumentReader.Load(DataFolder.BesideProgram));

    public DocumentRun(Messages messages)
    {
        this.messages = messages;
        messages.BeforeLine = progress.Clear;
    }

    /// <returns>The exit code.</returns>
    /// <exception cref="KnowledgeException">The knowledge cannot be loaded.</exception>
    public int Over(IEnumerable<Input> inputs, Action<Document> write)
    {
        foreach (Input input in inputs)
        {
            if (input.Note is { } note) messages.Note(input.Where, note);
            if (input.Problem is { } problem) messages.Unreadable(input.Where, problem);
            if (input.Article is null || Read(input, input.Article) is not { } document) continue;
            if (document.Published is null) messages.Undated(input.Where);
            progress.Clear();
            write(document);
            progress.Advance();
        }
        progress.Clear();
        messages.Summarise();
        return messages.AnyUnreadable ? ExitCode.Unreadable : ExitCode.Done;
    }

    private Document? Read(Input input, Article article)
    {
        try
        {
            return reader.Value.Read(article);
        }
        catch (UnsupportedLanguageException e)
        {
            messages.Unreadable(input.Where, $"{e.Message}: if it is one of these, say so with --language");
            return null;
        }
    }
}
