using System.Text;
using System.Text.Json.Nodes;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Policies.Controls;
using SupplyShockSim.Scenarios.Diagnostics;
using SupplyShockSim.Scenarios.Units;

namespace SupplyShockSim.Scenarios.Binding;

/// <summary>A value that is written either as a part of what is there or in a unit of its own; a bare number is what <paramref name="bare"/> says.</summary>
/// <param name="relative">How the part is written.</param>
/// <param name="absolute">How the amount is written.</param>
/// <param name="unit">The dimension that the amount is written in.</param>
/// <param name="bare">Whether a bare number is an amount.</param>
/// <param name="words">What is expected, for messages.</param>
internal abstract class EitherKind<T, TRelative, TAbsolute>(Kind<TRelative> relative, Kind<TAbsolute> absolute, Dimension unit, bool bare, string words)
    : ScalarKind<T>
{
    public override string Expected => words;

    public override Fault? Parse(ReadOnlySpan<char> text, BindContext context, out T value)
    {
        value = default!;
        Fault? fault;
        if (Quantity.Parse(text, out var quantity) is null && (quantity.Dimension == unit || (bare && quantity.Dimension == Dimension.Number)))
        {
            fault = absolute.Parse(text, context, out var amount);
            value = fault is null ? Of(amount) : value;
            return fault;
        }

        fault = relative.Parse(text, context, out var part);
        value = fault is null ? Of(part) : value;
        return fault is { Code: DiagnosticCodes.WrongDimension or DiagnosticCodes.UnknownUnit }
            ? fault with { Message = fault.Message.Replace(relative.Expected, words, StringComparison.Ordinal) }
            : fault;
    }

    public override JsonObject Schema(SchemaDefinitions definitions) => definitions.AnyOf(relative.Schema(definitions), absolute.Schema(definitions));

    protected void WriteRelative(StringBuilder text, TRelative value) => relative.Write(text, value);

    protected void WriteAbsolute(StringBuilder text, TAbsolute value) => absolute.Write(text, value);

    protected abstract T Of(TRelative part);

    protected abstract T Of(TAbsolute amount);
}

/// <summary>The amount of a quota: a share of the baseline or a mass, in tonnes where no unit is given.</summary>
internal sealed class QuotaAmountKind(IKinds kinds) : EitherKind<QuotaAmount, Ratio, Tonnes>(
    kinds.Get<Ratio>(), kinds.Get<Tonnes>(), Dimension.Mass, bare: true, "a mass such as 150 t, or a share of the baseline such as 50 %")
{
    public override void Write(StringBuilder text, QuotaAmount value)
    {
        if (value.OfBaseline is { } share)
        {
            WriteRelative(text, share);
        }
        else
        {
            WriteAbsolute(text, value.Mass);
        }
    }

    protected override QuotaAmount Of(Ratio part) => QuotaAmount.Of(part);

    protected override QuotaAmount Of(Tonnes amount) => amount;
}

/// <summary>What a capacity or a demand goes to: a multiple of the baseline, also where no unit is given, or a mass flow.</summary>
internal sealed class LevelKind(IKinds kinds) : EitherKind<Level, Ratio, TonnesPerDay>(
    kinds.Get<Ratio>(), kinds.Get<TonnesPerDay>(), Dimension.Flow, bare: false, "a multiple of the baseline such as 150 %, or a mass flow such as 12 kt/yr")
{
    public override void Write(StringBuilder text, Level value)
    {
        if (value.Flow is { } flow)
        {
            WriteAbsolute(text, flow);
        }
        else
        {
            WriteRelative(text, value.Multiple);
        }
    }

    protected override Level Of(Ratio part) => part;

    protected override Level Of(TonnesPerDay amount) => amount;
}
