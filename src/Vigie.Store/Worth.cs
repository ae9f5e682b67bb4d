using Vigie.Events;

namespace Vigie.Store;

/// <summary>How much a look at an event is worth, 0 to 1: where the coder is unsure, many were killed, sources disagree, or nobody knew of it yet.</summary>
public static class Worth
{
    private const double OfDoubt = 0.3, OfSeverity = 0.3, OfDisagreement = 0.2, OfNovelty = 0.2;

    /// <summary>Log of a count that is as severe as it gets: a thousand killed.</summary>
    private const double MostSevere = 3;

    /// <param name="disagrees">Whether its incident's events disagree.</param>
    /// <param name="known">Whether its incident has an accepted event.</param>
    public static double Of(Event e, bool disagrees, bool known)
    {
        double doubt = 4 * e.Confidence * (1 - e.Confidence);
        int killed = e.Killed?.Best ?? e.Killed?.Low ?? e.Killed?.High ?? 0;
        double severity = Math.Min(1, Math.Log10(1 + killed) / MostSevere);
        double novelty = !known && e.Focus == Focus.Main ? 1 : 0;
        return Math.Round(OfDoubt * doubt + OfSeverity * severity + (disagrees ? OfDisagreement : 0) + OfNovelty * novelty, 4);
    }
}
