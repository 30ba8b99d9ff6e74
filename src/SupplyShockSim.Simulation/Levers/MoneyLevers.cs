namespace SupplyShockSim.Simulation.Levers;

/// <summary>What levers on prices and on the terms of sellers come to in a run.</summary>
internal sealed class MoneyLevers(Workshop workshop)
{
    /// <summary>A reference price, or a term of a seller, is another from now on: prices are looked at before anybody decides.</summary>
    public void TakeOver(Lever lever, int subject, double value, long now)
    {
        switch (lever)
        {
            case Lever.ReferencePrice:
                workshop.Prices.SetMultiple(subject, value);
                workshop.Recorder.PriceChanged(subject, now);
                break;
            case Lever.SellerFloor:
                workshop.Prices.Terms.Make(subject).Floor = value;
                break;
            case Lever.SellerStrike:
                workshop.Prices.Terms.Make(subject).Strike = value;
                break;
            default:
                workshop.Prices.Terms.Make(subject).Relief = value;
                break;
        }

        workshop.PricesDue.Wake(now);
    }

    /// <summary>A site runs at least at a share of its capacity.</summary>
    public void TakeLeastActivity(int site, double share, long now, int cause)
    {
        workshop.Prices.Terms.Make(site).LeastActivity = share * workshop.Network.Sites.CapacityPerDay[site];
        workshop.Reviews.Wake(site, now, cause);
    }
}
