using System.Numerics.Tensors;
using Vigie.Events.Encoding;
using Vigie.Text;

namespace Vigie.Events.Coding;

/// <summary>A linear layer: weight [out, in], bias [out].</summary>
internal sealed class Linear
{
    private readonly float[] weight;
    private readonly float[] bias;
    private readonly int inputs;

    public Linear(WeightFile file, string name)
    {
        weight = file.Read(name + ".weight");
        bias = file.Read(name + ".bias");
        inputs = weight.Length / bias.Length;
    }

    public int Outputs => bias.Length;

    public void Apply(ReadOnlySpan<float> x, Span<float> into)
    {
        for (int o = 0; o < bias.Length; o++) into[o] = bias[o] + TensorPrimitives.Dot(weight.AsSpan(o * inputs, inputs), x);
    }

    public float[] Apply(ReadOnlySpan<float> x)
    {
        var into = new float[Outputs];
        Apply(x, into);
        return into;
    }
}

/// <summary>The reader's weights, named as <c>vigie-train</c> names them: <c>models/reader/reader.safetensors</c>.</summary>
internal sealed class ReaderWeights
{
    private ReaderWeights(WeightFile file)
    {
        SentenceHidden = new Linear(file, "sentence.hidden");
        SentenceOut = new Linear(file, "sentence.out");
        Type = new Linear(file, "type");
        MentionType = file.Read("mention.type");
        MentionHidden = new Linear(file, "mention.hidden");
        LinkQuery = new Linear(file, "link.query");
        LinkNull = new Linear(file, "link.null");
        LinkDistance = file.Read("link.distance");
        LinkFeature = file.Read("link.feature");
        RoleMention = new Linear(file, "role.mention");
        RoleDistance = file.Read("role.distance");
        RoleOut = new Linear(file, "role.out");
        KindHidden = new Linear(file, "kind.hidden");
        KindOut = new Linear(file, "kind.out");
        SaysMention = new Linear(file, "says.mention");
        SaysDistance = file.Read("says.distance");
        SaysOut = new Linear(file, "says.out");
        ViewQuery = new Linear(file, "view.query");
        ViewHidden = new Linear(file, "view.hidden");
        FocusOut = new Linear(file, "focus.out");
        StatusOut = new Linear(file, "status.out");
        WeaponOut = new Linear(file, "weapon.out");
    }

    public Linear SentenceHidden { get; }

    public Linear SentenceOut { get; }

    public Linear Type { get; }

    public float[] MentionType { get; }

    public Linear MentionHidden { get; }

    public Linear LinkQuery { get; }

    public Linear LinkNull { get; }

    /// <summary>[fields, distances].</summary>
    public float[] LinkDistance { get; }

    /// <summary>[fields, features of a candidate].</summary>
    public float[] LinkFeature { get; }

    public Linear RoleMention { get; }

    public float[] RoleDistance { get; }

    public Linear RoleOut { get; }

    public Linear KindHidden { get; }

    public Linear KindOut { get; }

    public Linear SaysMention { get; }

    public float[] SaysDistance { get; }

    public Linear SaysOut { get; }

    public Linear ViewQuery { get; }

    public Linear ViewHidden { get; }

    public Linear FocusOut { get; }

    public Linear StatusOut { get; }

    public Linear WeaponOut { get; }

    /// <exception cref="KnowledgeException">The file is missing, broken, or lacks a weight.</exception>
    public static ReaderWeights Load(DataFolder data)
    {
        using var file = new WeightFile(data.Model("reader", "reader.safetensors"));
        return new ReaderWeights(file);
    }
}
