using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Vigie.Cli;

/// <summary>How figures are written by every command that measures: one table, or one JSON object.</summary>
internal static class ScoreOutput
{
    public static Option<string> FormatOption()
    {
        var format = new Option<string>("--format")
        {
            Description = "How the figures are written: a table to read, or JSON for programs.",
            HelpName = "table|json",
            DefaultValueFactory = _ => "table",
        };
        format.AcceptOnlyFromAmong("table", "json");
        return format;
    }

    /// <summary>Does what is asked; a file that cannot be read, or is not what it should be, is one line on standard error.</summary>
    public static int Guarded(Action work) => Guarded(() =>
    {
        work();
        return ExitCode.Done;
    });

    /// <inheritdoc cref="Guarded(Action)"/>
    public static int Guarded(Func<int> work)
    {
        var messages = new Messages(Console.Error);
        try
        {
            return work();
        }
        catch (InvalidDataException e)
        {
            messages.Unreadable("eval", e.Message);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            messages.Unreadable("eval", e.Message.TrimEnd('.') + "; check the name and the folder");
        }
        catch (UnauthorizedAccessException e)
        {
            messages.Unreadable("eval", e.Message.TrimEnd('.') + "; check its permissions");
        }
        catch (IOException e) when (!StandardOutput.HasNoReader(e))
        {
            messages.Unreadable("eval", e.Message.TrimEnd('.') + "; check the file");
        }
        return ExitCode.Unreadable;
    }

    public static void Table(Action<Screen> draw)
    {
        var page = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        draw(Screen.OnOutput(page));
        using Stream output = StandardOutput.Open();
        output.Write(Encoding.UTF8.GetBytes(page.ToString()));
    }

    public static void Json(Action<Utf8JsonWriter> write)
    {
        using var page = new MemoryStream();
        using (var json = new Utf8JsonWriter(page, new JsonWriterOptions { Indented = true, NewLine = "\n" })) write(json);
        page.WriteByte((byte)'\n');
        using Stream output = StandardOutput.Open();
        page.WriteTo(output);
    }

    public static string Share(double share) => share.ToString("0.000", CultureInfo.InvariantCulture);

    /// <summary>A share to four digits, or null.</summary>
    public static void WriteShare(Utf8JsonWriter json, string key, double? share)
    {
        if (share is { } value) json.WriteNumber(key, Math.Round(value, 4) + 0.0);
        else json.WriteNull(key);
    }
}
