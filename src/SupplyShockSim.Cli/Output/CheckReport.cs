using System.Globalization;
using System.Text;
using System.Xml;
using SupplyShockSim.Analysis.Checks;
using SupplyShockSim.Reports.Data;
using SupplyShockSim.Reports.Words;

namespace SupplyShockSim.Cli.Output;

/// <summary>The checks of one scenario and how they came out.</summary>
/// <param name="Path">The scenario, as it was named.</param>
/// <param name="Results">A result for each bound.</param>
internal sealed record CheckedScenario(string Path, IReadOnlyList<CheckResult> Results);

/// <summary>Writes how the checks of several scenarios came out, for programs.</summary>
internal static class CheckReport
{
    /// <summary>A JSON array with an object for each scenario: <c>scenario</c>, <c>holds</c> and <c>checks</c>.</summary>
    public static string Json(IReadOnlyList<CheckedScenario> all) => Reports.Data.Json.TextOfObjects(all, (json, scenario) =>
    {
        json.WriteString("scenario", scenario.Path);
        json.WriteBoolean("holds", scenario.Results.All(r => r.Holds));
        json.Objects("checks", scenario.Results, result => CheckWords.Write(json, result));
    });

    /// <summary>JUnit's XML, as CI services read it: a suite for each scenario, a case for each bound.</summary>
    public static string JUnit(IReadOnlyList<CheckedScenario> all)
    {
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, NewLineChars = "\n", OmitXmlDeclaration = true }))
        {
            xml.WriteStartElement("testsuites");
            foreach (var scenario in all)
            {
                xml.WriteStartElement("testsuite");
                xml.WriteAttributeString("name", scenario.Path);
                xml.WriteAttributeString("tests", scenario.Results.Count.ToString(CultureInfo.InvariantCulture));
                xml.WriteAttributeString("failures", scenario.Results.Count(r => !r.Holds).ToString(CultureInfo.InvariantCulture));
                foreach (var result in scenario.Results)
                {
                    Case(xml, scenario.Path, result);
                }

                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        return text + "\n";
    }

    private static void Case(XmlWriter xml, string path, CheckResult result)
    {
        var cells = CheckWords.Row(result);
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", path);
        xml.WriteAttributeString("name", $"{cells[0]} of {cells[1]} {cells[2]}");
        if (!result.Holds)
        {
            xml.WriteStartElement("failure");
            xml.WriteAttributeString("message", $"{cells[0]} of {cells[1]} is {cells[3]}, expected {cells[2]}");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }
}
