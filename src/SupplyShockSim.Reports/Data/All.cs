namespace SupplyShockSim.Reports.Data;

/// <summary>What stands in a column of a data file for all members together: no id is this, and no reader takes it for a missing value.</summary>
public static class All
{
    public const string Of = "*";
}
