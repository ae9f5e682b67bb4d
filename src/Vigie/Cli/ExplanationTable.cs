using System.Globalization;
using Vigie.Events.Coding;
using Vigie.Text;

namespace Vigie.Cli;

/// <summary>Draws why an article was coded as it was: sentences with their best types, values with their runners-up, and what was left out.</summary>
internal sealed class ExplanationTable(Screen screen)
{
    private const int Indent = 3;
    private const int FieldWidth = 11;
    private const int ScoreWidth = 4;

    /// <summary>A sentence left out is shown where its best type is at least this probable: the others were never near.</summary>
    private const double Near = 0.1;

    /// <summary>Parts of a confidence are shown from so many log-odds on.</summary>
    private const double LeastWeight = 0.1;

    private int ValueWidth => Math.Clamp((screen.Width - Indent - FieldWidth - ScoreWidth - 6) / 2, 12, 34);

    private int WordsWidth => screen.Width - Indent - FieldWidth - ScoreWidth - ValueWidth - 6;

    private int WideWidth => screen.Width - Indent - FieldWidth - 2;

    public void Write(CodedArticle coded)
    {
        EventTable.WriteHeader(coded.Document, screen);
        for (int i = 0; i < coded.Events.Count; i++)
        {
            EventTable.WriteEventTitle(i, coded.Events[i], screen);
            WriteConfidence(coded.Events[i].Confidence, coded.Explanation.Confidences[i]);
            foreach (SentenceView view in coded.Explanation.Sentences.Where(view => view.Event == i)) WriteSentence(view, coded.Document);
            foreach (ValueView value in coded.Explanation.Values.Where(value => value.Event == i)) WriteValue(value);
            screen.Line();
        }
        SentenceView[] leftOut = [.. coded.Explanation.Sentences.Where(IsNearlyAnEvent)];
        if (coded.Events.Count == 0) WriteWide("", "no event", false);
        if (leftOut.Length > 0)
        {
            screen.Row(0, new Cell("Left out", screen.Width, Screen.Strong));
            foreach (SentenceView view in leftOut) WriteSentence(view, coded.Document);
        }
        screen.Line();
    }

    private void WriteConfidence(double confidence, IReadOnlyList<ConfidencePart> parts)
    {
        IEnumerable<string> weighty = parts
            .Where(part => Math.Abs(part.Value * part.Weight) >= LeastWeight)
            .OrderByDescending(part => Math.Abs(part.Value * part.Weight))
            .Select(part => (part.Name + (part.Value * part.Weight).ToString(" +0.0; −0.0", CultureInfo.InvariantCulture)).Replace(' ', Wrapping.FirmBlank));
        WriteWide("confidence", FieldText.Score(confidence), false);
        WriteWide("", string.Join(" · ", weighty), true);
    }

    private static bool IsNearlyAnEvent(SentenceView view) =>
        view.Event is null && view.Best.Count > 0 && view.Best[0].Probability >= Near;

    private void WriteSentence(SentenceView view, Document document)
    {
        string number = "sentence " + (view.Sentence.Index + 1).ToString(CultureInfo.InvariantCulture);
        WriteWide(number, FieldText.Quote(view.Sentence.Span.Of(document.Text)), false);
        WriteWide("", string.Join(" · ", view.Best.Select(best => $"{best.SubEventType} {FieldText.Score(best.Probability)}".Replace(' ', Wrapping.FirmBlank))), true);
        if (view.Note is not null) WriteWide("", Plain.OneLine(view.Note), true);
    }

    private void WriteValue(ValueView value)
    {
        for (int i = 0; i < value.Choices.Count; i++)
        {
            ChoiceView choice = value.Choices[i];
            var style = i == 0 ? Screen.Normal : Screen.Faint;
            screen.Row(Indent,
                new Cell(i == 0 ? value.Field : "", FieldWidth, Screen.Faint),
                new Cell(Plain.OneLine(choice.Value), ValueWidth, style),
                new Cell(FieldText.Score(choice.Score), ScoreWidth, style),
                new Cell(choice.Text.Length > 0 ? FieldText.Quote(choice.Text) : "", WordsWidth, style));
        }
        if (value.Why is not null) WriteWide(value.Choices.Count == 0 ? value.Field : "", "why: " + Plain.OneLine(value.Why), true);
    }

    private void WriteWide(string field, string text, bool faint) =>
        screen.Row(Indent, new Cell(field, FieldWidth, Screen.Faint), new Cell(text, WideWidth, faint ? Screen.Faint : Screen.Normal));
}
