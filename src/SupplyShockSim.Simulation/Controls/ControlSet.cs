using SupplyShockSim.Simulation.Flow;

namespace SupplyShockSim.Simulation.Controls;

/// <summary>The controls of a run.</summary>
internal sealed class ControlSet
{
    private readonly Control[] _controls;
    private readonly Control[] _metered;

    public ControlSet(SupplyModel model, IReadOnlyList<ResolvedControl> resolved)
    {
        var controls = new List<Control>();
        for (var i = 0; i < resolved.Count; i++)
        {
            controls.Add(ControlCatalog.Create(model, resolved[i], i));
        }

        // Precautionary stocking follows the controls, with indices after theirs, so that it never moves a control's events.
        if (model.Spec.Market.Caution is { } caution)
        {
            for (var i = 0; i < resolved.Count; i++)
            {
                if (resolved[i].Spec is LaneControlSpec and not Tariff)
                {
                    controls.Add(new PrecautionaryStocking(model, resolved[i], controls.Count, i, caution));
                }
            }
        }

        _controls = [.. controls];
        _metered = [.. controls.Where(c => c is QuotaAtWork)];
    }

    private ControlSet(SupplyModel model, ControlSet from)
    {
        _controls = [.. from._controls.Select(c => c.CloneFor(model))];
        _metered = [.. _controls.Where(c => c is QuotaAtWork)];
    }

    public ControlSet CloneFor(SupplyModel model) => new(model, this);

    public void Open()
    {
        foreach (var control in _controls)
        {
            control.Open();
        }
    }

    public void OnTimer(int control, int code, int arg, long now) => _controls[control].OnTimer(code, arg, now);

    public void OnDispatch(int lane, long now)
    {
        foreach (var control in _metered)
        {
            control.OnDispatch(lane, now);
        }
    }
}
