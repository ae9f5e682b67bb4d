using System.CommandLine;
using System.Text.Json;
using System.Text.RegularExpressions;
using Vigie.Cli;
using Vigie.Tests.Cli;
using Xunit;

namespace Vigie.Tests.House;

/// <summary>What the pages say is what the program does.</summary>
public sealed partial class DocumentationTests
{
    [Fact]
    public void Every_command_and_option_is_documented()
    {
        string page = Repository.Read("docs", "command-line.md");
        var missing = new List<string>();
        foreach (Command command in VigieCommand.Build().Subcommands)
        {
            Match section = Regex.Match(page, $@"^## `vigie {command.Name}`.*?(?=^## |\z)", RegexOptions.Multiline | RegexOptions.Singleline);
            if (!section.Success) missing.Add("vigie " + command.Name);
            missing.AddRange(command.Options.Where(option => !option.Hidden && !section.Value.Contains($"`{option.Name}", StringComparison.Ordinal))
                .Select(option => $"vigie {command.Name} {option.Name}"));
        }
        Assert.Empty(missing);
    }

    [Fact]
    public void Every_exit_code_is_documented()
    {
        string page = Repository.Read("docs", "command-line.md");
        foreach (int code in new[] { ExitCode.Done, ExitCode.Unreadable, ExitCode.Usage })
            Assert.Matches($@"(?m)^\| {code} \|", page);
    }

    [Fact]
    public void The_readme_code_command_codes_every_sample_report()
    {
        string[] arguments = [.. ReadmeArguments().Single(command => command[0] == "code"), "--format", "jsonl"];
        VigieProcess.Result run = VigieProcess.Run(arguments, folder: Repository.Root);
        Assert.Equal(ExitCode.Done, run.ExitCode);
        string[] lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(Directory.GetFiles(Repository.File("corpora", "reports"), "*.txt").Length, lines.Length);
        Assert.True(lines.Sum(line => JsonDocument.Parse(line).RootElement.GetProperty("events").GetArrayLength()) >= lines.Length);
    }

    [Fact]
    public void The_readme_code_command_draws_its_table()
    {
        string[] arguments = ReadmeArguments().Single(command => command[0] == "code");
        VigieProcess.Result run = VigieProcess.Run(arguments, folder: Repository.Root);
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.NotEmpty(run.Output);
        Assert.DoesNotContain('\u001b', run.Output);
    }

    [Fact]
    public void The_readme_test_command_is_the_one_that_ci_runs()
    {
        string command = ReadmeCommands().Single(line => line.StartsWith("dotnet test", StringComparison.Ordinal));
        Assert.Contains(command, Repository.Read(".ci", "run"), StringComparison.Ordinal);
    }

    [Fact]
    public void Links_between_pages_lead_somewhere() =>
        Assert.Empty(from page in Repository.Files
                     where page.EndsWith(".md", StringComparison.Ordinal)
                     from Match link in PageLink().Matches(Repository.Read(page))
                     let target = link.Groups[1].Value
                     where !target.Contains("://", StringComparison.Ordinal)
                     let path = Path.Combine(Path.GetDirectoryName(Repository.File(page))!, target)
                     where !Path.Exists(path)
                     select $"{page}: {target}");

    private static IEnumerable<string> ReadmeCommands() =>
        ShellBlock().Matches(Repository.Read("README.md")).SelectMany(block => block.Groups[1].Value.Split('\n')).Select(line => line.Trim())
            .Where(line => line.Length > 0 && line[0] != '#');

    /// <summary>What stands after <c>--</c> in the README's <c>dotnet run</c> lines.</summary>
    private static IEnumerable<string[]> ReadmeArguments() =>
        ReadmeCommands().Where(line => line.StartsWith("dotnet run", StringComparison.Ordinal) && line.Contains("src/Vigie ", StringComparison.Ordinal))
            .Select(line => line[(line.IndexOf(" -- ", StringComparison.Ordinal) + 4)..].Split(' ', StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex(@"^```sh\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex ShellBlock();

    [GeneratedRegex(@"\]\(([^)#\s]+)(?:#[^)]*)?\)")]
    private static partial Regex PageLink();
}
