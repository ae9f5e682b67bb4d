using System.Text;
using Spectre.Console;

namespace Vigie.Cli;

/// <summary>Where tables are drawn: lines of a known width, with colour only on a terminal that wants it.</summary>
/// <param name="console">Writes styled text.</param>
/// <param name="isTerminal">Whether a person looks at it; then right-to-left words are shut off from their surroundings.</param>
internal sealed class Screen(IAnsiConsole console, bool isTerminal)
{
    private const int PlainWidth = 80;
    private const int WidestLine = 120;

    public static Style Strong { get; } = new(decoration: Decoration.Bold);

    public static Style Faint { get; } = new(Color.Grey);

    public static Style Normal { get; } = Style.Plain;

    /// <summary>Columns of a line.</summary>
    public int Width => console.Profile.Width;

    /// <summary>A screen on standard output.</summary>
    public static Screen OnOutput(TextWriter output)
    {
        bool terminal = !Console.IsOutputRedirected;
        bool colour = terminal && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
            && Environment.GetEnvironmentVariable("TERM") is not "dumb";
        return On(output, terminal, colour, terminal ? TerminalWidth() : PlainWidth);
    }

    /// <param name="width">Columns of a line.</param>
    public static Screen On(TextWriter output, bool terminal, bool colour, int width)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = colour ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = colour ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(output),
        });
        console.Profile.Width = width;
        console.Profile.Capabilities.Unicode = true;
        return new Screen(console, terminal);
    }

    public void Line() => console.WriteLine();

    /// <summary>One or more lines, each part in its style; the parts together fit the width.</summary>
    public void Line(params ReadOnlySpan<(string Text, Style Style)> parts)
    {
        foreach ((string text, Style style) in parts)
            if (text.Length > 0) console.Write(new Paragraph(text, style));
        console.WriteLine();
    }

    /// <summary>A line across the screen.</summary>
    public void Rule() => Line((new string('─', Width), Faint));

    /// <summary>Columns side by side, each wrapped at its width; two blanks between them.</summary>
    /// <param name="indent">Columns left blank before the first.</param>
    public void Row(int indent, params ReadOnlySpan<Cell> cells)
    {
        var wrapped = new List<string>[cells.Length];
        int height = 0;
        for (int i = 0; i < cells.Length; i++)
        {
            wrapped[i] = Wrapping.Lines(cells[i].Text, cells[i].Width);
            height = Math.Max(height, wrapped[i].Count);
        }
        for (int line = 0; line < height; line++)
        {
            var blank = new StringBuilder().Append(' ', indent);
            for (int i = 0; i < cells.Length; i++)
            {
                string text = line < wrapped[i].Count ? wrapped[i][line] : "";
                if (text.Length > 0)
                {
                    bool isolate = isTerminal && Plain.HasRightToLeft(text);
                    console.Write(new Paragraph(blank.ToString()));
                    console.Write(new Paragraph(isolate ? Plain.Isolated(text) : text, cells[i].Style));
                    blank.Clear();
                }
                blank.Append(' ', Math.Max(0, cells[i].Width - text.GetCellWidth()) + 2);
            }
            console.WriteLine();
        }
    }

    private static int TerminalWidth()
    {
        try
        {
            return Math.Clamp(Console.WindowWidth, PlainWidth / 2, WidestLine);
        }
        catch (IOException)
        {
            return PlainWidth;
        }
    }
}

/// <summary>A text in a column of a row.</summary>
/// <param name="Width">Columns of the screen that it may fill.</param>
internal readonly record struct Cell(string Text, int Width, Style Style);
