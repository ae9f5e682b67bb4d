using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Vigie.Text;
using Vigie.Text.Pages;

namespace Vigie.Cli;

/// <summary><c>vigie eval pages</c>: how well pages are read, by a file of gold.</summary>
internal static class EvalPages
{
    public static Command Build()
    {
        var gold = new Argument<FileInfo>("GOLD") { Description = "JSON lines: {\"file\",\"url\",\"with\":[…],\"without\":[…],\"title\",\"author\",\"date\"}; a line may lack any but the file." };
        var folder = new Option<DirectoryInfo?>("--pages") { Description = "The folder from which the names of files count; by default that of GOLD.", HelpName = "FOLDER" };
        var command = new Command("pages", "Measure the reading of pages: passages that belong to the text and that do not, title, author, day, and pages a second.");
        command.Arguments.Add(gold);
        command.Options.Add(folder);
        command.SetAction(parsed => Run(parsed.GetRequiredValue(gold), parsed.GetValue(folder)));
        return command;
    }

    private static int Run(FileInfo gold, DirectoryInfo? folder)
    {
        var messages = new Messages(Console.Error);
        string root = folder?.FullName ?? gold.DirectoryName ?? "";
        PageReader reader = PageReader.Load(DataFolder.BesideProgram);
        var score = new PageScore();
        int number = 0;
        foreach (string line in File.ReadLines(gold.FullName))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            try
            {
                using JsonDocument page = JsonDocument.Parse(line);
                Measure(page.RootElement, root, reader, score);
            }
            catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException or InvalidOperationException or KeyNotFoundException)
            {
                messages.Unreadable($"{gold.Name}, line {number.ToString(CultureInfo.InvariantCulture)}", e.Message.TrimEnd('.') + "; check the line and --pages");
            }
        }
        using Stream output = StandardOutput.Open();
        output.Write(Encoding.UTF8.GetBytes(score.Table()));
        return messages.AnyUnreadable ? ExitCode.Unreadable : ExitCode.Done;
    }

    private static void Measure(JsonElement gold, string root, PageReader reader, PageScore score)
    {
        string file = gold.GetProperty("file").GetString() ?? "";
        byte[] bytes = File.ReadAllBytes(Path.Combine(root, file));
        long start = Stopwatch.GetTimestamp();
        PageArticle article = reader.Read(new Page(file, bytes, Word(gold, "url")));
        score.Time += Stopwatch.GetElapsedTime(start);
        score.Take(article, Words(gold, "with"), Words(gold, "without"), Word(gold, "title"), Word(gold, "author"), Word(gold, "date"));
    }

    private static string? Word(JsonElement gold, string key) =>
        gold.TryGetProperty(key, out JsonElement word) && word.ValueKind == JsonValueKind.String && !string.IsNullOrWhiteSpace(word.GetString()) ? word.GetString() : null;

    private static List<string> Words(JsonElement gold, string key) =>
        gold.TryGetProperty(key, out JsonElement words) && words.ValueKind == JsonValueKind.Array ? [.. words.EnumerateArray().Select(word => word.GetString() ?? "")] : [];
}
