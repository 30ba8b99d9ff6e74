using System.Globalization;

namespace SupplyShockSim.Analysis;

/// <summary>
/// The day on which a share of a need was first missing; null when it never was. The first shortfall is that of the firm with the least stock, and comes
/// the sooner, the finer a row is split into firms; the day on which a tenth of the row is short does not hang on that.
/// </summary>
/// <param name="percent">Of what is needed at the time, %.</param>
public sealed class ShareShortDay(int percent) : ServiceMeasure
{
    private readonly string _percent = percent.ToString(CultureInfo.InvariantCulture);

    public override string Key => $"short{_percent}PercentDay";

    public override string Unit => "d";

    public override string Meaning => $"day {_percent} % of the need was first missing";

    public override string Formula => $"least t with s(t) >= {(percent / 100.0).ToString("0.00", CultureInfo.InvariantCulture)} D(t), where D(t) > 0";

    public override BetterWhen Better => BetterWhen.More;

    public override string CheckKey => $"shortfall.day{_percent}Percent";

    /// <inheritdoc/>
    public override double WithoutValue(Recovery recovery, bool isShort) => double.PositiveInfinity;

    public override double? Of(NeedInRun need)
    {
        if (need.FirstShort is not { } first)
        {
            return null;
        }

        double? day = null;
        PairedSeries.ForEach(need.Need.Shortfall, need.Need.Demand, first, need.End, (from, _, shortfall, demand) =>
        {
            if (day is null && demand > 0 && shortfall >= percent / 100.0 * demand)
            {
                day = from.Days;
            }
        });
        return day;
    }
}
