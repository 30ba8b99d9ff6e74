using System.Collections;
using SupplyShockSim.Engine;
using SupplyShockSim.Network;
using SupplyShockSim.Network.Quantities;

namespace SupplyShockSim.Scenarios.Tables;

/// <summary>
/// Lanes kept in columns, a record made whenever one is asked for: of millions of lanes most have the same few columns filled, and an object for
/// each would take three times the memory and the collector's time.
/// </summary>
internal sealed class LaneRows : IRows<LaneSpec>, IGroundedRows
{
    private static readonly LaneSpec Usual = new();

    private readonly Column<string?> _id = new(Usual.Id);
    private readonly Column<string> _from = new(Usual.From);
    private readonly Column<string> _to = new(Usual.To);
    private readonly Column<string> _of = new(Usual.Of);
    private readonly Column<TonnesPerDay> _flow = new(Usual.Flow);
    private readonly Column<FlowRange?> _range = new(Usual.Range);
    private readonly Column<TonnesPerDay?> _capacity = new(Usual.Capacity);
    private readonly Column<SimDuration> _transit = new(Usual.Transit);
    private readonly Column<UsdPerTonne> _cost = new(Usual.Cost);
    private readonly Column<SimDuration> _qualification = new(Usual.Qualification);
    private readonly Column<string?> _source = new(Usual.Source);
    private readonly Column<string?> _confidence = new(Usual.Confidence);
    private readonly Column<string?> _note = new(Usual.Note);

    public int Count { get; private set; }

    public LaneSpec this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count, nameof(index));
            return new LaneSpec
            {
                Id = _id[index],
                From = _from[index],
                To = _to[index],
                Of = _of[index],
                Flow = _flow[index],
                Range = _range[index],
                Capacity = _capacity[index],
                Transit = _transit[index],
                Cost = _cost[index],
                Qualification = _qualification[index],
                Source = _source[index],
                Confidence = _confidence[index],
                Note = _note[index],
            };
        }
    }

    public void Add(LaneSpec row)
    {
        var at = Count++;
        _id.Add(at, row.Id);
        _from.Add(at, row.From);
        _to.Add(at, row.To);
        _of.Add(at, row.Of);
        _flow.Add(at, row.Flow);
        _range.Add(at, row.Range);
        _capacity.Add(at, row.Capacity);
        _transit.Add(at, row.Transit);
        _cost.Add(at, row.Cost);
        _qualification.Add(at, row.Qualification);
        _source.Add(at, row.Source);
        _confidence.Add(at, row.Confidence);
        _note.Add(at, row.Note);
    }

    public bool AreGrounded => _confidence.IsUsed || _source.IsUsed || _note.IsUsed;

    public (string? Confidence, string? Source, string? Note) GroundOf(int index) => (_confidence[index], _source[index], _note[index]);

    public IEnumerator<LaneSpec> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
