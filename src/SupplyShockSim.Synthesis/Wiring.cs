namespace SupplyShockSim.Synthesis;

/// <summary>
/// Chooses the suppliers, by their appeal; a seller that nobody chose then takes one lane from a seller that has several, so that none is
/// idle where buyers suffice. As no two firms have two lanes for one thing, hubs run out of hubs and deal with small firms: the network is
/// disassortative, as production networks are.
/// </summary>
internal sealed class Wiring
{
    /// <summary>Share of the lanes that are alternatives without a contract.</summary>
    public const double Spare = 0.2;

    private readonly Firms _firms;
    private readonly Lanes _lanes;
    private readonly Random _random;

    /// <summary>The last buyer to whom each firm sells; a buyer takes from a sector under one input only.</summary>
    private readonly int[] _lastBuyer;

    private Wiring(Firms firms, Lanes lanes, Random random)
    {
        (_firms, _lanes, _random) = (firms, lanes, random);
        _lastBuyer = new int[firms.Count];
        Array.Fill(_lastBuyer, -1);
    }

    public static Lanes Draw(Firms firms, int count, Random random)
    {
        var wiring = new Wiring(firms, new Lanes(count), random);
        wiring.PlaceBuyers();
        wiring.MarkSpare();
        wiring.ChooseSellers();
        wiring.GiveEachSellerABuyer();
        return wiring._lanes;
    }

    private Sector Supplier(int buyer, byte input) => _firms.Sectors[_firms.Sectors[_firms.Sector[buyer]].Inputs[input]];

    /// <summary>One lane for each input of a buyer, then the rest in turns over the inputs that have suppliers left.</summary>
    private void PlaceBuyers()
    {
        var lane = 0;
        for (var buyer = 0; buyer < _firms.Count; buyer++)
        {
            var inputs = _firms.Inputs[buyer];
            var left = _firms.InDegree[buyer];
            var counts = new int[inputs.Length];
            for (var i = _random.Next(Math.Max(1, inputs.Length)); left > 0; i++)
            {
                var at = i % inputs.Length;
                if (counts[at] < Firms.Most(Supplier(buyer, inputs[at])))
                {
                    (counts[at], left) = (counts[at] + 1, left - 1);
                }
            }

            for (var i = 0; i < inputs.Length; i++)
            {
                for (var k = 0; k < counts[i]; k++, lane++)
                {
                    (_lanes.To[lane], _lanes.Input[lane]) = (buyer, inputs[i]);
                }
            }
        }
    }

    private bool IsFirstOfInput(int lane) => lane == 0 || _lanes.To[lane] != _lanes.To[lane - 1] || _lanes.Input[lane] != _lanes.Input[lane - 1];

    /// <summary>The first lane of an input carries its contract; the others are spare at random, so many that the whole has its share.</summary>
    private void MarkSpare()
    {
        var others = 0;
        for (var l = 0; l < _lanes.Count; l++)
        {
            others += IsFirstOfInput(l) ? 0 : 1;
        }

        var probability = Math.Min(0.9, Spare * _lanes.Count / Math.Max(1, others));
        for (var l = 0; l < _lanes.Count; l++)
        {
            _lanes.IsSpare[l] = !IsFirstOfInput(l) && _random.NextDouble() < probability;
        }
    }

    private void GiveEachSellerABuyer()
    {
        var bySector = new List<int>[_firms.Sectors.Length];
        for (var s = 0; s < bySector.Length; s++)
        {
            bySector[s] = [];
        }

        var sales = new int[_firms.Count];
        for (var l = 0; l < _lanes.Count; l++)
        {
            if (_lanes.IsSpare[l])
            {
                continue;
            }

            bySector[_firms.Sector[_lanes.From[l]]].Add(l);
            sales[_lanes.From[l]]++;
        }

        for (var s = 0; s < bySector.Length; s++)
        {
            var offered = bySector[s].ToArray();
            _random.Shuffle(offered);
            var next = 0;
            for (var seller = _firms.Sectors[s].First; seller < _firms.Sectors[s].First + _firms.Sectors[s].Count; seller++)
            {
                while (sales[seller] == 0 && next < offered.Length)
                {
                    var lane = offered[next++];
                    if (sales[_lanes.From[lane]] < 2 || HasLane(seller, lane))
                    {
                        continue;
                    }

                    sales[_lanes.From[lane]]--;
                    sales[seller]++;
                    _lanes.From[lane] = seller;
                }
            }
        }
    }

    /// <summary>Whether the buyer of a lane has one from this seller: its lanes stand around it.</summary>
    private bool HasLane(int seller, int lane)
    {
        for (var l = lane; l >= 0 && _lanes.To[l] == _lanes.To[lane]; l--)
        {
            if (_lanes.From[l] == seller)
            {
                return true;
            }
        }

        for (var l = lane; l < _lanes.Count && _lanes.To[l] == _lanes.To[lane]; l++)
        {
            if (_lanes.From[l] == seller)
            {
                return true;
            }
        }

        return false;
    }

    private void ChooseSellers()
    {
        var byAppeal = Array.ConvertAll(_firms.Sectors, s => new AliasTable(_firms.Appeal.AsSpan(s.First, s.Count)));
        for (var l = 0; l < _lanes.Count; l++)
        {
            var buyer = _lanes.To[l];
            var input = _firms.Sectors[_firms.Sector[buyer]].Inputs[_lanes.Input[l]];
            _lanes.From[l] = Choose(_firms.Sectors[input], byAppeal[input], buyer);
        }
    }

    /// <summary>A seller that does not sell to this buyer yet. There is always one: a buyer has half of a sector's sellers at most.</summary>
    private int Choose(Sector sector, AliasTable byAppeal, int buyer)
    {
        for (var attempt = 0; attempt < 8; attempt++)
        {
            var seller = sector.First + byAppeal.Draw(_random);
            if (IsNew(seller, buyer))
            {
                return seller;
            }
        }

        // The attractive ones are taken: the next free one from a random place on.
        for (var i = _random.Next(sector.Count); ; i = (i + 1) % sector.Count)
        {
            if (IsNew(sector.First + i, buyer))
            {
                return sector.First + i;
            }
        }
    }

    private bool IsNew(int seller, int buyer)
    {
        if (_lastBuyer[seller] == buyer)
        {
            return false;
        }

        _lastBuyer[seller] = buyer;
        return true;
    }
}
