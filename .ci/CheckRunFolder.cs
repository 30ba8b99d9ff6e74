// Checks what a run wrote: every file is there and well-formed, and mass was kept. Usage: dotnet run CheckRunFolder.cs -- FOLDER
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;
using System.Xml;

if (args.Length != 1 || !Directory.Exists(args[0]))
{
    Console.WriteLine($"expected one run folder, found {args.Length}: {string.Join(' ', args)}");
    return 1;
}

var wrong = new List<string>();
foreach (var name in new[] { "manifest.json", "metrics.json", "series.csv", "events.csv", "scenario.resolved.yaml",
    "shortfall.svg", "shortfall.png", "shortfall.csv", "shortfall-figure.csv", "cover.svg", "cover.png", "cover.csv", "flows.svg", "flows.png",
    "flows.csv", "report.html" })
{
    var path = Path.Combine(args[0], name);
    if (!File.Exists(path) || new FileInfo(path).Length == 0)
    {
        wrong.Add($"{name} is missing or empty");
        continue;
    }
    try
    {
        if (Path.GetExtension(name) == ".png")
        {
            CheckPicture(name, File.ReadAllBytes(path));
        }
        else
        {
            Check(name, File.ReadAllText(path));
        }
    }
    catch (Exception problem) when (problem is JsonException or XmlException or KeyNotFoundException or InvalidOperationException)
    {
        wrong.Add($"{name}: {problem.Message}");
    }
}
CheckHashes();
wrong.ForEach(Console.WriteLine);
return wrong.Count == 0 ? 0 : 1;

// Signature, then the header with the size (PNG specification, 5.2 and 11.2.2).
void CheckPicture(string name, byte[] bytes)
{
    if (bytes.Length < 24 || !bytes.AsSpan(0, 8).SequenceEqual((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10]))
    {
        wrong.Add($"{name} is no PNG");
    }
    else if (BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(16)) != 1600)
    {
        wrong.Add($"{name}: {BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(16))} pixels wide, expected 1600");
    }
}

void Check(string name, string text)
{
    switch (Path.GetExtension(name))
    {
        case ".json":
            var balance = JsonDocument.Parse(text).RootElement.GetProperty("massBalance").GetDouble();
            if (!(balance is >= 0 and <= 1e-9))
            {
                wrong.Add($"{name}: mass balance {balance}, expected at most 1e-9");
            }
            break;
        case ".svg":
            var svg = new XmlDocument();
            svg.LoadXml(text);
            if (svg.DocumentElement!.LocalName != "svg")
            {
                wrong.Add($"{name}: its root is {svg.DocumentElement.LocalName}, expected svg");
            }
            break;
        case ".csv":
            var columns = text.Split('\n').Where(line => line.Length > 0).Select(line => line.Contains('"') ? -1 : line.Split(',').Length).Where(n => n >= 0)
                .Distinct();
            if (columns.Count() != 1)
            {
                wrong.Add($"{name}: rows of different length");
            }
            break;
    }
}

// Every file that the manifest lists is there, and is what it was when it was written; copies of the inputs are among them.
void CheckHashes()
{
    var manifest = Path.Combine(args[0], "manifest.json");
    if (!File.Exists(manifest))
    {
        return;
    }

    var listed = JsonDocument.Parse(File.ReadAllText(manifest)).RootElement;
    foreach (var file in listed.GetProperty("inputs").EnumerateArray().Concat(listed.GetProperty("outputs").EnumerateArray()))
    {
        var path = Path.Combine(args[0], file.GetProperty("file").GetString()!);
        if (!File.Exists(path) || Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))) != file.GetProperty("sha256").GetString())
        {
            wrong.Add($"{file.GetProperty("file")} is missing or was changed");
        }
    }
}
