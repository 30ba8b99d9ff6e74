using System.Xml.Linq;

namespace SupplyShockSim.House.Tests;

/// <summary>What the repository says of itself in several places is the same in all.</summary>
public sealed class MetadataTests
{
    private static readonly XElement Properties = XElement.Parse(Repository.Text("Directory.Build.props"));

    private static string Property(string name) => Properties.Descendants(name).Single().Value;

    [Fact]
    public void The_changelog_begins_with_what_is_not_released_and_has_the_version()
    {
        var headings = Repository.Lines("CHANGELOG.md").Where(line => line.StartsWith("## ", StringComparison.Ordinal)).ToList();
        Assert.Equal("## [Unreleased]", headings[0]);
        Assert.StartsWith($"## [{Property("Version")}]", headings[1], StringComparison.Ordinal);
    }

    [Fact]
    public void The_citation_has_the_version_and_the_licence()
    {
        var lines = Repository.Lines("CITATION.cff");
        Assert.Contains("cff-version: 1.2.0", lines);
        Assert.Contains($"version: {Property("Version")}", lines);
        Assert.Contains($"license: {Property("PackageLicenseExpression")}", lines);
    }

    [Fact]
    public void The_licences_name_their_holder_and_their_terms()
    {
        Assert.StartsWith("MIT License", Repository.Text("LICENSE"), StringComparison.Ordinal);
        Assert.Contains(Property("Copyright"), Repository.Text("LICENSE"), StringComparison.Ordinal);
        Assert.Contains("creativecommons.org/licenses/by/4.0", Repository.Text("LICENSE-DATA"), StringComparison.Ordinal);
    }
}
