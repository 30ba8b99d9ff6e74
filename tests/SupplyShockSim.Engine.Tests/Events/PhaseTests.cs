namespace SupplyShockSim.Engine.Tests;

public class PhaseTests
{
    [Fact]
    public void Fifteen_is_the_last_phase()
    {
        Assert.Equal(15, new Phase(15).Value);
        Assert.Throws<ArgumentOutOfRangeException>(() => new Phase(16));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Phase(255));
    }

    [Fact]
    public void Lower_phases_come_first()
    {
        Assert.True(new Phase(1) < new Phase(2) && new Phase(2) > new Phase(1));
        Assert.True(new Phase(1) <= new Phase(1) && new Phase(1) >= new Phase(1));
        Assert.True(new Phase(0).CompareTo(new Phase(3)) < 0);
        Assert.Equal(default, new Phase(0));
    }
}
