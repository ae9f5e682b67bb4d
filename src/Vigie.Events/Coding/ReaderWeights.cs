using Vigie.Events.Encoding;
using Vigie.Text;

namespace Vigie.Events.Coding;

/// <summary>The reader's weights, named as <c>vigie-train</c> names them: <c>models/reader/reader.safetensors</c>.</summary>
internal sealed class ReaderWeights
{
    private ReaderWeights(WeightFile file, ConflictPack pack)
    {
        const int width = ReaderShape.Width, key = ReaderShape.KeyWidth, distances = ReaderShape.Distances;
        int fields = ReaderShape.Fields.Count, types = pack.Types.Count;
        if (types != PieceScores.TypeWidth) throw new KnowledgeException(file.Path, null, $"the reader knows {PieceScores.TypeWidth} sub-types, the pack has {types}");
        SentenceHidden = new Linear(file, "sentence.hidden", width, 2 * width);
        SentenceOut = new Linear(file, "sentence.out", width, width);
        Type = new Linear(file, "type", types, width);
        MentionType = Linear.Matrix(file, "mention.type", types, ReaderShape.TypeWidth);
        MentionHidden = new Linear(file, "mention.hidden", width, 2 * width + ReaderShape.TypeWidth);
        LinkQuery = new Linear(file, "link.query", fields * key, width);
        LinkNull = new Linear(file, "link.null", fields, width);
        LinkDistance = Linear.Matrix(file, "link.distance", fields, distances);
        LinkFeature = Linear.Matrix(file, "link.feature", fields, LinkFeatures.Count);
        ValueMention = new Linear(file, "value.mention", key, width);
        ValueCandidate = new Linear(file, "value.candidate", key, width);
        ValueFeature = Linear.Matrix(file, "value.feature", key, LinkFeatures.Count);
        ValueDistance = Linear.Matrix(file, "value.distance", distances, key);
        ValueField = Linear.Matrix(file, "value.field", fields - ReaderShape.PassageFields, key);
        ValueOut = Linear.Matrix(file, "value.out", fields - ReaderShape.PassageFields, key);
        RoleQuery = new Linear(file, "role.query", ReaderShape.Roles * key, width);
        RoleNull = new Linear(file, "role.null", ReaderShape.Roles, width);
        RoleDistance = Linear.Matrix(file, "role.far", ReaderShape.Roles, distances);
        KindHidden = new Linear(file, "kind.hidden", key, width);
        KindOut = new Linear(file, "kind.out", ActorKinds.All.Count, key);
        SaysMention = new Linear(file, "says.mention", key, width);
        SaysDistance = Linear.Matrix(file, "says.distance", distances, key);
        SaysOut = new Linear(file, "says.out", 1, key);
        ViewQuery = new Linear(file, "view.query", key, width);
        ViewHidden = new Linear(file, "view.hidden", width, 2 * width);
        FocusOut = new Linear(file, "focus.out", 2, width);
        StatusOut = new Linear(file, "status.out", 3, width);
        WeaponOut = new Linear(file, "weapon.out", pack.Weapons.Count, width);
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

    public Linear ValueMention { get; }

    public Linear ValueCandidate { get; }

    /// <summary>[key, features of a candidate].</summary>
    public float[] ValueFeature { get; }

    /// <summary>[distances, key].</summary>
    public float[] ValueDistance { get; }

    /// <summary>[fields of values, key].</summary>
    public float[] ValueField { get; }

    /// <summary>[fields of values, key].</summary>
    public float[] ValueOut { get; }

    public Linear RoleQuery { get; }

    public Linear RoleNull { get; }

    /// <summary>[roles, distances].</summary>
    public float[] RoleDistance { get; }

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
    public static ReaderWeights Load(DataFolder data, ConflictPack pack)
    {
        using var file = new WeightFile(data.Model("reader", "reader.safetensors"));
        return new ReaderWeights(file, pack);
    }
}
