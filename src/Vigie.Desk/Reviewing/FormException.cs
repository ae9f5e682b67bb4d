namespace Vigie.Desk.Reviewing;

/// <summary>What a person sent in cannot be taken; the key of the words that say why, and what belongs into them.</summary>
public sealed class FormException(string key, params object[] values) : Exception(key)
{
    /// <summary>Key of a sentence of the desk.</summary>
    public string Key { get; } = key;

    public IReadOnlyList<object> Values { get; } = values;
}
