namespace Vigie.Text;

/// <summary>Where the knowledge (<c>data/</c>) and the weights (<c>models/</c>) lie: beside the program, as the build puts them there.</summary>
public sealed record DataFolder(string Root)
{
    public static DataFolder BesideProgram { get; } = new(AppContext.BaseDirectory);

    /// <summary>Path of a file under <c>data/</c>, e.g. <c>Data("languages", "fr", "times.yaml")</c>.</summary>
    public string Data(params string[] parts) => Path.Combine([Root, "data", .. parts]);

    /// <summary>Path of a file under <c>models/</c>.</summary>
    public string Model(params string[] parts) => Path.Combine([Root, "models", .. parts]);
}
