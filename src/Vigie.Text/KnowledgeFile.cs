using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Vigie.Text;

/// <summary>A data file that cannot be used: names the file, the line where known, and what was expected.</summary>
public sealed class KnowledgeException(string file, int? line, string problem, Exception? inner = null)
    : Exception(line is null ? $"{file}: {problem}" : $"{file}, line {line}: {problem}", inner)
{
    public string File { get; } = file;

    public int? Line { get; } = line;

    /// <summary>What is wrong and what was expected, without the file and the line.</summary>
    public string Problem { get; } = problem;
}

/// <summary>Reads the files of the pack and of the languages; whatever keeps one from being used is a <see cref="KnowledgeException"/>.</summary>
public static class KnowledgeFile
{
    private static readonly IDeserializer Yaml = new DeserializerBuilder()
        .WithNamingConvention(UnderscoredNamingConvention.Instance)
        .WithEnforceRequiredMembers()
        .Build();

    /// <summary>A YAML file as a plain class (keys in snake_case; an unknown key is an error).</summary>
    /// <exception cref="KnowledgeException">The file is missing, is no YAML, or has a key that <typeparamref name="T"/> lacks.</exception>
    public static T Read<T>(string path)
    {
        try
        {
            using var reader = new StreamReader(path);
            return Yaml.Deserialize<T>(reader) ?? throw new KnowledgeException(path, 1, "the file is empty");
        }
        catch (YamlException e)
        {
            throw new KnowledgeException(path, (int)e.Start.Line, e.InnerException?.Message ?? e.Message, e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(path, e);
        }
    }

    /// <summary>The lines of a table in UTF-8, without their ends, numbered from 1; read as they are asked for.</summary>
    /// <exception cref="KnowledgeException">The file is missing or cannot be read; thrown while the lines are enumerated.</exception>
    public static IEnumerable<(int Number, string Text)> Lines(string path)
    {
        using StreamReader reader = Open(path);
        for (int number = 1; Next(reader, path) is { } line; number++) yield return (number, line);
    }

    private static StreamReader Open(string path)
    {
        try
        {
            return new StreamReader(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(path, e);
        }
    }

    private static string? Next(StreamReader reader, string path)
    {
        try
        {
            return reader.ReadLine();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(path, e);
        }
    }

    private static KnowledgeException Unreadable(string path, Exception e) => new(path, null, e switch
    {
        FileNotFoundException or DirectoryNotFoundException => "is missing",
        UnauthorizedAccessException => "may not be read",
        _ => "cannot be read: " + e.Message.TrimEnd('.'),
    }, e);
}
