using SupplyShockSim.Engine;
using SupplyShockSim.Simulation.Attention;

namespace SupplyShockSim.Simulation.Tests;

public sealed class AgendaTests
{
    private readonly EventCalendar<SupplyEvent> _calendar = new();
    private readonly Clock _clock;
    private readonly Agenda _agenda = new(EventKind.Review, Phases.Review);

    public AgendaTests() => _clock = new Clock { Scheduler = _calendar.Scheduler };

    /// <summary>Pops the next event and takes what is due at its second: "second: subjects".</summary>
    private static string Next(EventCalendar<SupplyEvent> calendar, Agenda agenda)
    {
        Assert.True(calendar.TryPop(out var time, out var phase, out var e));
        Assert.Equal((Phases.Review, EventKind.Review), (phase, e.Kind));
        var due = agenda.Take(time.Seconds);
        var said = $"{time.Seconds}: {string.Join(' ', due)}";
        agenda.GiveBack(due);
        return said;
    }

    [Fact]
    public void What_is_due_at_one_second_is_one_event_in_the_order_in_which_it_was_put_down()
    {
        _agenda.Add(_clock, 200, 7);
        _agenda.Add(_clock, 100, 3);
        _agenda.Add(_clock, 200, 1);
        _agenda.Add(_clock, 100, 9);
        _agenda.Add(_clock, 200, 5);
        Assert.Equal(2, _calendar.Count);
        Assert.Equal("100: 3 9", Next(_calendar, _agenda));
        Assert.Equal("200: 7 1 5", Next(_calendar, _agenda));
        Assert.Equal(0, _calendar.Count);
    }

    [Fact]
    public void What_is_put_down_while_a_second_is_handled_is_another_event_of_that_second()
    {
        _agenda.Add(_clock, 100, 1);
        Assert.True(_calendar.TryPop(out _, out _, out _));
        var due = _agenda.Take(100);
        _agenda.Add(_clock, 100, 2);
        Assert.Equal([1], due);
        _agenda.GiveBack(due);
        Assert.Equal("100: 2", Next(_calendar, _agenda));
    }

    [Fact]
    public void Many_more_seconds_than_are_kept_at_hand_lose_and_mix_nothing()
    {
        // 5,000 seconds on 1,024 places, each asked for twice with all others in between.
        const int Seconds = 5_000;
        for (var i = 0; i < Seconds; i++)
        {
            _agenda.Add(_clock, i * 61L, i);
        }

        for (var i = Seconds - 1; i >= 0; i--)
        {
            _agenda.Add(_clock, i * 61L, -i);
        }

        Assert.Equal(Seconds, _calendar.Count);
        for (var i = 0; i < Seconds; i++)
        {
            Assert.Equal($"{i * 61L}: {i} {-i}", Next(_calendar, _agenda));
        }
    }

    [Fact]
    public void Nothing_due_is_a_fault() => Assert.Throws<InvalidOperationException>(() => _agenda.Take(5));

    [Fact]
    public void A_copy_goes_its_own_way()
    {
        _agenda.Add(_clock, 100, 1);
        var calendar = new EventCalendar<SupplyEvent>();
        calendar.Restore(_calendar.Snapshot());
        var clock = new Clock { Scheduler = calendar.Scheduler };
        var copy = (Agenda)_agenda.Fork();
        _agenda.Add(_clock, 100, 2);
        copy.Add(clock, 100, 3);
        copy.Add(clock, 200, 4);
        Assert.Equal((1, 2), (_calendar.Count, calendar.Count));
        Assert.Equal("100: 1 2", Next(_calendar, _agenda));
        Assert.Equal("100: 1 3", Next(calendar, copy));
        Assert.Equal("200: 4", Next(calendar, copy));
    }
}
