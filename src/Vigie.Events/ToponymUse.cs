namespace Vigie.Events;

/// <summary>What a toponym does in its sentence.</summary>
public enum ToponymUse
{
    /// <summary>It names a place, where something may have happened.</summary>
    Place,

    /// <summary>It heads the report: where it was written.</summary>
    Dateline,

    /// <summary>It tells where a person comes from.</summary>
    Origin,

    /// <summary>It stands for a government that speaks.</summary>
    Speaker,

    /// <summary>No name but a noun for a place that is known: "the town", "the capital", "the north of the country".</summary>
    Nominal,
}
