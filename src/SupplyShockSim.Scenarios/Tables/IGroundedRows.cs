namespace SupplyShockSim.Scenarios.Tables;

/// <summary>Rows that say what each rests on without making the row: there may be millions.</summary>
public interface IGroundedRows
{
    /// <summary>Whether any row says anything of this.</summary>
    bool AreGrounded { get; }

    /// <summary>How far the row can be trusted, where it comes from and what a reader should know; null where the file does not say.</summary>
    /// <param name="index">Its position.</param>
    (string? Confidence, string? Source, string? Note) GroundOf(int index);
}
