using System.Diagnostics;
using System.Text;
using Vigie.Cli;
using Xunit;

namespace Vigie.Tests.Cli;

/// <summary>Whatever is given, a person gets one clear line for each thing that is wrong, and a script gets the right code.</summary>
public sealed class BadInputTests : IDisposable
{
    private const string Report = "Deux soldats tués à Gao\nDes hommes armés ont attaqué un poste de l'armée à Gao lundi, tuant deux soldats, selon l'état-major.\n";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_good_report_is_coded_though_its_neighbours_are_not()
    {
        VigieProcess.Result run = Code(folder.File("empty.txt", ""), folder.File("good.txt", Report), "no-such-file.txt", folder.File("b.txt", "abc\0def"u8.ToArray()));
        Assert.Equal(ExitCode.Unreadable, run.ExitCode);
        Assert.StartsWith("{\"id\":\"good\"", run.Output, StringComparison.Ordinal);
        Assert.Contains("empty.txt: the file is empty", run.Errors, StringComparison.Ordinal);
        Assert.Contains("no-such-file.txt: no such file", run.Errors, StringComparison.Ordinal);
        Assert.Contains("b.txt: a binary file (a NUL byte at offset 3)", run.Errors, StringComparison.Ordinal);
        AreMessages(run.Errors, 3);
    }

    [Fact]
    public void Broken_utf8_is_named_with_its_offset_and_read()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes("Titre\nUn caf"), 0xE9, .. Encoding.UTF8.GetBytes(" de Gao a été attaqué par des hommes armés, deux soldats ont été tués.\n")];
        VigieProcess.Result run = Code(folder.File("broken.txt", bytes));
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.StartsWith("{\"id\":\"broken\"", run.Output, StringComparison.Ordinal);
        Assert.Contains("broken.txt: broken UTF-8 at byte 12:", run.Errors, StringComparison.Ordinal);
        AreMessages(run.Errors, 1);
    }

    [Fact]
    public void A_text_in_another_language_is_named()
    {
        VigieProcess.Result run = Code(folder.File("de.txt",
            "Explosion in der Hauptstadt\nBei einer Explosion sind am Montag nach Angaben der Polizei mindestens zwölf Menschen ums Leben gekommen. Die Behörden haben noch keine Erklärung gegeben, und die Straßen wurden gesperrt.\n"));
        Assert.Equal(ExitCode.Unreadable, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Contains("Vigie reads French, English and Arabic", run.Errors, StringComparison.Ordinal);
        AreMessages(run.Errors, 1);
    }

    [Fact]
    public void Twenty_megabytes_on_one_line_end_soon()
    {
        string path = folder.File("long.txt", new string('\u0645', 10_000_000));
        long started = Stopwatch.GetTimestamp();
        VigieProcess.Result run = Code(path);
        Assert.Equal(ExitCode.Unreadable, run.ExitCode);
        Assert.Contains("long.txt: too long for one article", run.Errors, StringComparison.Ordinal);
        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromMinutes(2));
    }

    [Fact]
    public void Twenty_megabytes_on_one_line_of_json_are_passed_over()
    {
        string good = "{\"id\":\"a\",\"title\":\"\",\"text\":\"Deux soldats ont été tués lundi à Gao par des hommes armés.\",\"published\":\"2025-08-20\"}\n";
        VigieProcess.Result run = CodeAlone(folder.File("long.jsonl", "{\"id\":\"x\",\"text\":\"" + new string('x', 20_000_000) + "\"}\n" + good));
        Assert.Equal(ExitCode.Unreadable, run.ExitCode);
        Assert.StartsWith("{\"id\":\"a\"", run.Output, StringComparison.Ordinal);
        Assert.Contains("long.jsonl, line 1: longer than", run.Errors, StringComparison.Ordinal);
        AreMessages(run.Errors, 1);
    }

    [Fact]
    public void A_bad_line_of_json_is_named_with_its_number()
    {
        string good = "{\"id\":\"a\",\"title\":\"\",\"text\":\"Deux soldats ont été tués lundi à Gao par des hommes armés.\",\"published\":\"2025-08-20\"}\n";
        VigieProcess.Result run = CodeAlone(folder.File("n.jsonl", good + "{\"id\":\n[1]\n\n{\"id\":\"b\"}\n{\"id\":\"c\",\"text\":\"x\",\"published\":\"mardi\"}\n" + good));
        Assert.Equal(ExitCode.Unreadable, run.ExitCode);
        Assert.Equal(2, run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        foreach (string expected in new[] { "line 2: not valid JSON", "line 3: not a JSON object", "line 5: the article has no \"text\"", "line 6: \"published\" is \"mardi\"" })
            Assert.Contains("n.jsonl, " + expected, run.Errors, StringComparison.Ordinal);
        AreMessages(run.Errors, 4);
    }

    [Fact]
    public void An_unknown_publication_date_is_said()
    {
        VigieProcess.Result run = CodeAlone(folder.File("undated.txt", Report));
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("\"published\":null", run.Output, StringComparison.Ordinal);
        Assert.Contains("undated.txt: no publication date is known", run.Errors, StringComparison.Ordinal);
        AreMessages(run.Errors, 1);
    }

    [Fact]
    public void Standard_input_is_read_and_an_empty_one_is_named()
    {
        VigieProcess.Result run = VigieProcess.Run(["code", "-", "--published", "2025-08-20", "--format", "jsonl"], Encoding.UTF8.GetBytes(Report));
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("\"published\":\"2025-08-20\"", run.Output, StringComparison.Ordinal);
        run = VigieProcess.Run(["code", "-"]);
        Assert.Equal(ExitCode.Unreadable, run.ExitCode);
        Assert.Contains("standard input: the file is empty", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_closed_pipe_ends_the_run_in_silence()
    {
        var lines = new StringBuilder();
        for (int i = 0; i < 400; i++) lines.Append("{\"id\":\"").Append(i).Append("\",\"title\":\"\",\"text\":\"Deux soldats ont été tués lundi à Gao.\",\"published\":\"2025-08-20\"}\n");
        using Process process = VigieProcess.Start(["code", folder.File("many.jsonl", lines.ToString()), "--format", "jsonl"]);
        process.StandardInput.Close();
        process.StandardOutput.ReadLine();
        process.StandardOutput.Close();
        string errors = process.StandardError.ReadToEnd();
        Assert.True(process.WaitForExit(TimeSpan.FromMinutes(3)));
        Assert.Equal(ExitCode.Done, process.ExitCode);
        Assert.Empty(errors);
    }

    [Theory]
    [InlineData("code")]
    [InlineData("kode", "a.txt")]
    [InlineData("code", "a.txt", "--publishd", "2025-08-20")]
    [InlineData("code", "a.txt", "--published", "2025-02-30")]
    [InlineData("code", "a.txt", "--published", "yesterday")]
    [InlineData("code", "a.txt", "--format", "xml")]
    [InlineData("code", "a.txt", "--language", "de")]
    [InlineData("code", "a.txt", "--threads", "0")]
    [InlineData("code", "a.txt", "--threads", "many")]
    [InlineData("explain")]
    [InlineData("explain", "a.txt", "--format", "json")]
    [InlineData]
    public void A_wrong_command_line_is_a_usage_error(params string[] arguments)
    {
        VigieProcess.Result run = VigieProcess.Run(arguments);
        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Empty(run.Output);
        AreMessages(run.Errors);
        Assert.Contains("--help", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Threads_change_neither_order_nor_bytes()
    {
        var lines = new StringBuilder();
        for (int i = 0; i < 24; i++)
            lines.Append("{\"id\":\"").Append(i).Append("\",\"title\":\"\",\"text\":\"Lundi à Gao, ").Append(i + 2).Append(" soldats ont été tués. ").Append('x', i * 31 % 97).Append("\",\"published\":\"2025-08-20\"}\n");
        string path = folder.File("many.jsonl", lines.ToString());
        VigieProcess.Result one = VigieProcess.Run(["code", path, "--format", "jsonl", "--threads", "1"]);
        VigieProcess.Result three = VigieProcess.Run(["code", path, "--format", "jsonl", "--threads", "3"]);
        Assert.Equal(24, one.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal(one.Output, three.Output);
    }

    private static VigieProcess.Result Code(params string[] files) => VigieProcess.Run(["code", .. files, "--format", "jsonl", "--published", "2025-08-20"]);

    private static VigieProcess.Result CodeAlone(string file) => VigieProcess.Run(["code", file, "--format", "jsonl"]);

    /// <summary>Every line says who speaks, and none is a trace.</summary>
    private static void AreMessages(string errors, int? count = null)
    {
        string[] lines = errors.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.NotEmpty(lines);
        Assert.All(lines, line => Assert.StartsWith("vigie: ", line, StringComparison.Ordinal));
        if (count is not null) Assert.Equal(count, lines.Length);
    }
}
