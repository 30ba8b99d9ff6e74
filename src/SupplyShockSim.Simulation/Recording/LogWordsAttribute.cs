namespace SupplyShockSim.Simulation.Recording;

/// <summary>What a kind of log entry is in words, and the unit of its values.</summary>
/// <param name="words">
/// A clause in which <c>{it}</c> is the subject, <c>{before}</c> and <c>{after}</c> are the values with their unit, <c>{change}</c> is
/// <c>from {before} to {after}</c>, and what stands in <c>[ ]</c> is left out where the value in it is not there.
/// </param>
[AttributeUsage(AttributeTargets.Field)]
public sealed class LogWordsAttribute(string words) : Attribute
{
    /// <inheritdoc cref="LogWordsAttribute"/>
    public string Words { get; } = words;

    /// <summary>The unit of the values before and after: by default that of rates and limits; <c>1</c> for a multiple of the baseline.</summary>
    public string Unit { get; init; } = "t/d";

    /// <summary>The clause where there is no value after, if another; default: the same.</summary>
    public string? WithoutAfter { get; init; }

    /// <summary>The clause where this is the reason for a loss: a rise that still leaves too little; default: the same.</summary>
    public string? AsTooLittle { get; init; }

    /// <summary>Someone gets less than before.</summary>
    public bool IsLoss { get; init; }

    /// <summary>Things got worse where it happened, which is never why they get better there.</summary>
    public bool IsSetback { get; init; }

    /// <summary>Someone gets in full again what was short.</summary>
    public bool IsRecovery { get; init; }

    /// <summary>What makes an entry worth reading in a long log; default: that it happened.</summary>
    public LogWeight Weight { get; init; }

    /// <summary>A control that caused it is no reason but what it happened under.</summary>
    public bool IsUnderControl { get; init; }
}

/// <summary>What makes an entry worth reading in a long log.</summary>
public enum LogWeight
{
    /// <summary>That it happened.</summary>
    Milestone,

    /// <summary>How far a rate moved.</summary>
    Level,

    /// <summary>What came of it.</summary>
    Step,
}
