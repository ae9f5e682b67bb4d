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
}

/// <summary>Reads a YAML file of the pack or of a language into a plain class (keys in snake_case; an unknown key is an error).</summary>
public static class KnowledgeFile
{
    private static readonly IDeserializer Yaml = new DeserializerBuilder()
        .WithNamingConvention(UnderscoredNamingConvention.Instance)
        .WithEnforceRequiredMembers()
        .Build();

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
        catch (IOException e)
        {
            throw new KnowledgeException(path, null, "cannot be read: " + e.Message, e);
        }
    }
}
