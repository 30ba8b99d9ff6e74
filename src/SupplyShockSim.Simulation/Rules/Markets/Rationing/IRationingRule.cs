namespace SupplyShockSim.Simulation.Rules.Markets.Rationing;

/// <summary>One order at a seller that cannot fill all.</summary>
/// <param name="Order">t/d ordered, above zero.</param>
/// <param name="Priority">Class of the buyer; lower is served first.</param>
/// <param name="Distance">0 = home buyer, 1 = buyer in a bloc with the seller's country, 2 = any other.</param>
/// <param name="Contract">t/d under contract; 0 for an order on the spot.</param>
/// <param name="Row">The row that the buyer belongs to: buyers of one row are one.</param>
/// <param name="PriceUsdPerTonne">The price in the buyer's country; NaN for a commodity without one.</param>
public readonly record struct Claim(double Order, int Priority, int Distance, double Contract = 0, int Row = 0, double PriceUsdPerTonne = 0);

/// <summary>Who is served, and how much, when a seller has less than was ordered.</summary>
public interface IRationingRule
{
    /// <summary>Divides what there is.</summary>
    /// <param name="claims">The orders; their sum is above <paramref name="available"/>.</param>
    /// <param name="available">t/d to divide, 0 or more.</param>
    /// <param name="grants">Takes t/d for each claim, in the same order; none above its order, and together no more than is available.</param>
    void Ration(ReadOnlySpan<Claim> claims, double available, Span<double> grants);
}

/// <summary>The one list of rationing rules.</summary>
public static class RationingCatalog
{
    public static IReadOnlyDictionary<string, IRationingRule> All { get; } = new Dictionary<string, IRationingRule>(StringComparer.Ordinal)
    {
        ["pro-rata"] = new ProRata(),
        ["by-history"] = new ByHistory(),
        ["priority"] = new Priority(),
        ["progressive"] = new Progressive(),
        ["domestic-first"] = new DomesticFirst(),
        ["price"] = new ByPrice(),
    };
}
