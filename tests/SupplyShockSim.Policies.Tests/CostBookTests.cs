using SupplyShockSim.Engine;
using SupplyShockSim.Policies.Answers;

namespace SupplyShockSim.Policies.Tests;

/// <summary>The book of an answer: payments at once and flows, undiscounted and discounted.</summary>
public sealed class CostBookTests
{
    private const long Day = SimDuration.SecondsPerDay;

    [Fact]
    public void Flows_add_up_until_they_change()
    {
        // 100 USD/d and 2 t/d from day 10 to 30, then 5 USD/d and nothing to day 40; 1,000 USD on day 20: 2,000 + 50 + 1,000 USD, 40 t.
        var book = new CostBook(0);
        book.Flow(100, 2, 10 * Day);
        book.Pay(1000, 20 * Day);
        book.Flow(5, 0, 30 * Day);
        book.Advance(40 * Day);
        Assert.Equal(3050, book.PublicCostUsd, 1e-9);
        Assert.Equal(3050, book.DiscountedCostUsd, 1e-9);
        Assert.Equal(40, book.Tonnes, 1e-9);
        Assert.Equal(10 * Day, book.FirstUsed);
        Assert.Null(book.Opened);
    }

    [Fact]
    public void A_copy_goes_its_own_way()
    {
        var book = new CostBook(0);
        book.Flow(1, 1, 0);
        var copy = book;
        copy.Advance(10 * Day);
        Assert.Equal((10, 0), (copy.Tonnes, book.Tonnes));
    }

    [Fact]
    public void Later_payments_count_less()
    {
        // At 10 %/yr: 1,100 USD after a year are 1,000 now. A flow of 1 USD/d over the second year is worth (1/1.1 - 1/1.21) 365 / ln 1.1 = 316.48 USD now.
        var book = new CostBook(0.1);
        book.Pay(1100, 365 * Day);
        Assert.Equal(1000, book.DiscountedCostUsd, 1e-9);
        book.Flow(1, 0, 365 * Day);
        book.Flow(0, 0, 730 * Day);
        Assert.Equal(1465, book.PublicCostUsd, 1e-9);
        Assert.Equal(1000 + (((1 / 1.1) - (1 / 1.21)) * 365 / Math.Log(1.1)), book.DiscountedCostUsd, 1e-9);
    }

    [Fact]
    public void The_first_use_is_that_of_goods()
    {
        var book = new CostBook(0);
        book.Flow(10, 0, 0);
        Assert.Null(book.FirstUsed);
        book.Move(5, 3 * Day);
        book.Move(1, 4 * Day);
        book.Open(7 * Day);
        book.Open(8 * Day);
        Assert.Equal((3 * Day, 7 * Day, 6), (book.FirstUsed, book.Opened, book.Tonnes));
    }
}
