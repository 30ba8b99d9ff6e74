using System.Globalization;
using System.Text;

namespace SupplyShockSim.Synthesis;

/// <summary>The text of <c>network.yaml</c>: commodities, and one technology for each set of inputs that firms of a sector use.</summary>
internal static class DefinitionsText
{
    public static string Of(SyntheticNetwork network)
    {
        var firms = network.Firms;
        var text = new StringBuilder();
        Line(text, $"# A synthetic network: {network.Options.Sites} sites, {network.Options.Lanes} lanes, seed {network.Options.Seed}.");
        text.Append("rates: t/d\n\ncommodities:\n");
        foreach (var sector in firms.Sectors.Where(s => s.Stage != Stage.Consumer))
        {
            Line(text, $"  - {{id: {sector.Name}, price: {500 * Math.Pow(3, (int)sector.Stage)} USD/t}}");
        }

        text.Append("\ntechnologies:\n");
        foreach (var (sector, mask) in Recipes(firms))
        {
            var inputs = mask == 0 ? "" : $"inputs: {{{Amounts(firms, sector, mask)}}}, ";
            Line(text, $"  - {{id: {Technology(sector, mask)}, {inputs}outputs: {{{sector.Name}: 1}}}}");
        }

        return text.ToString();
    }

    /// <summary>The id of a recipe: its sector, and the positions of its inputs.</summary>
    public static string Technology(Sector sector, int mask) =>
        mask == 0 ? sector.Name : $"{sector.Name}-of-{string.Concat(Used(sector, mask).Select(i => (i + 1).ToString(CultureInfo.InvariantCulture)))}";

    /// <summary>A recipe's inputs as the entries of a map.</summary>
    public static string Amounts(Firms firms, Sector sector, int mask)
    {
        var recipe = sector.Recipe(mask);
        return string.Join(", ", Used(sector, mask)
            .Select(i => string.Create(CultureInfo.InvariantCulture, $"{firms.Sectors[sector.Inputs[i]].Name}: {recipe[i]}")));
    }

    private static IEnumerable<int> Used(Sector sector, int mask) => Enumerable.Range(0, sector.Inputs.Length).Where(i => (mask >> i & 1) == 1);

    private static IEnumerable<(Sector Sector, int Mask)> Recipes(Firms firms)
    {
        foreach (var sector in firms.Sectors.Where(s => s.Stage != Stage.Consumer))
        {
            var masks = new SortedSet<int>(firms.Inputs.Skip(sector.First).Take(sector.Count).Select(Flows.Mask));
            foreach (var mask in masks)
            {
                yield return (sector, mask);
            }
        }
    }

    private static void Line(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
