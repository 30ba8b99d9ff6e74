namespace SupplyShockSim.Reports.Data;

/// <summary>What rows stand on: those with the same confidence, source and note are counted together.</summary>
internal sealed class GroundBook
{
    private readonly Dictionary<(string? Confidence, string? Source, string? Note), Ground> _grounds = [];
    private readonly List<Ground> _inOrder = [];
    private Ground? _last;

    /// <summary>In the order in which they first came.</summary>
    public IReadOnlyList<Ground> Grounds => _inOrder;

    /// <summary>Counts a row. Returns where its id is wanted, null where not: a network may have millions of rows of which nothing needs to be said.</summary>
    public List<string>? Add(string? confidence, string? source, string? note)
    {
        var ground = Find(confidence, source, note);
        ground.Rows++;
        return ground.IsAssumption && ground.Ids.Count < Provenance.Most ? ground.Ids : null;
    }

    /// <summary>Counts rows that say nothing.</summary>
    public void AddUngrounded(int rows) => Find(null, null, null).Rows += rows;

    private Ground Find(string? confidence, string? source, string? note)
    {
        // Rows that stand on the same mostly follow one another, with the same strings.
        if (_last is not { } ground || !ReferenceEquals(ground.Confidence, confidence) || !ReferenceEquals(ground.Source, source) || !ReferenceEquals(ground.Note, note))
        {
            if (!_grounds.TryGetValue((confidence, source, note), out ground!))
            {
                ground = new Ground(confidence, source, note);
                _grounds.Add((confidence, source, note), ground);
                _inOrder.Add(ground);
            }

            _last = ground;
        }

        return ground;
    }

    /// <summary>What some rows stand on.</summary>
    public sealed class Ground(string? confidence, string? source, string? note)
    {
        public string? Confidence => confidence;

        public string? Source => source;

        public string? Note => note;

        public bool IsAssumption { get; } = confidence is "inferred" or "assumption";

        public int Rows { get; set; }

        /// <summary>Ids of the first rows of an assumption.</summary>
        public List<string> Ids { get; } = [];
    }
}
