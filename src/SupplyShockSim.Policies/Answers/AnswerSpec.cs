namespace SupplyShockSim.Policies.Answers;

/// <summary>An answer: what is done about a shock. It stands under <c>responses</c> in a scenario.</summary>
public abstract record AnswerSpec : PolicySpec;
