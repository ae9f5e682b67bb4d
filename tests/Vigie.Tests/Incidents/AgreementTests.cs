using Vigie.Events.Incidents;
using Xunit;

namespace Vigie.Tests.Incidents;

public sealed class AgreementTests
{
    [Fact]
    public void Pairs_and_b_cubed_as_worked_out_by_hand()
    {
        Agreement agreement = Agreement.Of(["x", "x", "x", "y", "z"], ["1", "1", "2", "2", "3"]);
        // Found pairs: (0,1) right, (2,3) wrong. Gold pairs: three.
        Assert.Equal((1.0 / 2, 1.0 / 3), (agreement.Pairwise.Precision, agreement.Pairwise.Recall));
        Assert.Equal((1 + 1 + 0.5 + 0.5 + 1) / 5, agreement.BCubed.Precision, 12);
        Assert.Equal(((2.0 / 3) + (2.0 / 3) + (1.0 / 3) + 1 + 1) / 5, agreement.BCubed.Recall, 12);
    }

    [Fact]
    public void Nothing_put_together_is_no_wrong_pair() => Assert.Equal((1, 0), (Agreement.Of(["x", "x"], ["1", "2"]).Pairwise.Precision, Agreement.Of(["x", "x"], ["1", "2"]).Pairwise.F1));
}
