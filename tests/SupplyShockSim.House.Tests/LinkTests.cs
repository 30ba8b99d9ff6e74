using System.Text;
using System.Text.RegularExpressions;

namespace SupplyShockSim.House.Tests;

/// <summary>Links between pages lead somewhere.</summary>
public sealed partial class LinkTests
{
    [Fact]
    public void Every_link_leads_to_a_file_and_a_heading() =>
        Repository.AssertNone(
            from page in Repository.Ending(".md")
            from link in Link().Matches(WithoutCode(page)).Select(match => match.Groups["to"].Value)
            where !link.Contains("://", StringComparison.Ordinal) && !link.StartsWith("mailto:", StringComparison.Ordinal)
            where !Leads(page, link)
            select $"{page}: ({link}) leads nowhere");

    /// <summary>A page that no page leads to is not read.</summary>
    [Fact]
    public void Every_page_is_linked()
    {
        var linked = (
            from page in Repository.Ending(".md")
            from Match match in Link().Matches(WithoutCode(page))
            let link = match.Groups["to"].Value
            where !link.Contains("://", StringComparison.Ordinal)
            select Target(page, link)).ToHashSet(StringComparer.Ordinal);
        Repository.AssertNone(
            from page in Repository.Ending(".md")
            where page != "README.md" && !linked.Contains(Path.Combine(Repository.Root, page))
            select $"{page} is linked from no other page");
    }

    [Theory]
    [InlineData("## Scale", "scale")]
    [InlineData("# What is sourced, and what is not", "what-is-sourced-and-what-is-not")]
    [InlineData("### `run` and its *files*", "run-and-its-files")]
    public void A_heading_has_the_anchor_that_code_hosts_give_it(string heading, string anchor) => Assert.Equal(anchor, Anchor(heading));

    private static bool Leads(string page, string link)
    {
        var target = Target(page, link);
        var anchor = link.Contains('#', StringComparison.Ordinal) ? link.Split('#')[1] : "";
        return Path.Exists(target) && (anchor.Length == 0 || File.ReadLines(target).Any(line => line.StartsWith('#') && Anchor(line) == anchor));
    }

    private static string Target(string page, string link)
    {
        var path = link.Split('#')[0];
        var from = Path.Combine(Repository.Root, page);
        return path.Length == 0 ? from : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(from)!, path));
    }

    private static string Anchor(string heading)
    {
        var anchor = new StringBuilder();
        foreach (var c in heading.TrimStart('#').Trim().ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(c) || c is '-' or '_')
            {
                anchor.Append(c);
            }
            else if (c == ' ')
            {
                anchor.Append('-');
            }
        }

        return anchor.ToString();
    }

    /// <summary>The text of a page without code blocks and code in lines, where brackets mean something else.</summary>
    private static string WithoutCode(string page) => Code().Replace(Repository.Text(page), "");

    [GeneratedRegex(@"\]\((?<to>[^)\s]+)\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();

    [GeneratedRegex(@"^```.*?^```|`[^`\n]*`", RegexOptions.Multiline | RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();
}
