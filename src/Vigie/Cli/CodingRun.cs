using System.Globalization;
using System.Text;
using Vigie.Events.Coding;
using Vigie.Events.Triage;
using Vigie.Llm;
using Vigie.Text;
using Vigie.Text.Languages;

namespace Vigie.Cli;

/// <summary>Codes the articles of an input in order and tells of those that cannot be coded.</summary>
internal sealed class CodingRun : IDisposable
{
    private readonly Messages messages;
    private readonly Progress progress = new(Console.Error);

    // Loaded at the first article that needs them: a wrong file name is told without waiting for the model.
    private readonly Lazy<Coder> coder;
    private readonly Lazy<Gate>? gate;
    private readonly Lazy<LlmCoder>? secondOpinion;

    public CodingRun(Messages messages, CodingPlan plan)
    {
        this.messages = messages;
        messages.BeforeLine = progress.Clear;
        coder = new Lazy<Coder>(plan.Coder);
        gate = plan.Gate is null ? null : new Lazy<Gate>(plan.Gate);
        secondOpinion = plan.SecondOpinion is null ? null : new Lazy<LlmCoder>(plan.SecondOpinion);
    }

    /// <summary>Draws every coded article on standard output.</summary>
    public int ToTable(IEnumerable<Input> inputs, Stream output, int threads, Func<Screen, Action<CodedArticle>> drawing)
    {
        // An article is drawn whole before it is written, so that messages never stand within one.
        var page = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        Action<CodedArticle> draw = drawing(Screen.OnOutput(page));
        return Over(inputs, threads, coded =>
        {
            draw(coded);
            output.Write(Encoding.UTF8.GetBytes(page.ToString()));
            output.Flush();
            page.GetStringBuilder().Clear();
        });
    }

    /// <summary>Gives every coded article to <paramref name="write"/>, in input order.</summary>
    /// <param name="threads">Articles coded at a time.</param>
    /// <returns>The exit code.</returns>
    /// <exception cref="KnowledgeException">The knowledge or the model cannot be loaded.</exception>
    public int Over(IEnumerable<Input> inputs, int threads, Action<CodedArticle> write)
    {
        foreach (Outcome outcome in InOrder.Select(inputs, Code, threads))
        {
            if (outcome.Input.Note is { } note) messages.Note(outcome.Input.Where, note);
            if (outcome.Input.Problem is { } inputProblem) messages.Unreadable(outcome.Input.Where, inputProblem);
            if (outcome.Problem is { } problem) messages.Unreadable(outcome.Input.Where, problem);
            if (outcome.NoOpinion is { } reason) messages.NoSecondOpinion(outcome.Input.Where, reason);
            if (gate is not null && outcome.Input.Article is not null) messages.Triaged(outcome.IsLeftOut);
            if (outcome.Coded is not { } coded) continue;
            if (coded.Document.Published is null) messages.Undated(outcome.Input.Where);
            progress.Clear();
            write(coded);
            progress.Advance();
        }
        progress.Clear();
        messages.Summarise();
        return messages.AnyUnreadable ? ExitCode.Unreadable : ExitCode.Done;
    }

    public void Dispose()
    {
        if (coder.IsValueCreated) coder.Value.Dispose();
        if (secondOpinion is { IsValueCreated: true }) secondOpinion.Value.Dispose();
    }

    private Outcome Code(Input input)
    {
        if (input.Article is null) return new Outcome(input, null, null);
        string? noOpinion = null;
        try
        {
            if (gate is not null && !gate.Value.Passes(input.Article)) return new Outcome(input, null, null, IsLeftOut: true);
            if (secondOpinion is not null)
            {
                LlmOutcome asked = secondOpinion.Value.Code(input.Article);
                if (asked.Coded is not null) return new Outcome(input, asked.Coded, null);
                noOpinion = asked.Problem;
            }
            return new Outcome(input, coder.Value.Code(input.Article), null, noOpinion);
        }
        catch (UnsupportedLanguageException e)
        {
            return new Outcome(input, null, $"{e.Message}: if it is one of these, say so with --language");
        }
        catch (Exception e) when (e is not (KnowledgeException or OutOfMemoryException))
        {
            return new Outcome(input, null, $"it could not be coded ({e.GetType().Name}: {e.Message.TrimEnd('.')}); this is a fault in Vigie, please report it", noOpinion);
        }
    }

    /// <param name="Problem">Why a readable article was not coded, or null.</param>
    /// <param name="NoOpinion">Why the language model gave no answer, or null.</param>
    /// <param name="IsLeftOut">The gate let it not pass.</param>
    private sealed record Outcome(Input Input, CodedArticle? Coded, string? Problem, string? NoOpinion = null, bool IsLeftOut = false);
}
