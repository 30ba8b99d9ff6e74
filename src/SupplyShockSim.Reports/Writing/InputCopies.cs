using SupplyShockSim.Scenarios.Files;

namespace SupplyShockSim.Reports;

/// <summary>The files that a run was made from, kept in its folder, so that it can be made again wherever that is taken.</summary>
internal static class InputCopies
{
    private const string Folder = "inputs";

    /// <summary>The name of each copy in the folder: the path from the folder that all files have in common.</summary>
    public static IReadOnlyList<string> Names(IReadOnlyList<InputFile> inputs)
    {
        var paths = inputs.Select(i => Parts(i.Path)).ToArray();
        var shortest = paths.Length == 0 ? 0 : paths.Min(p => p.Length) - 1;
        var common = Enumerable.Range(0, shortest).TakeWhile(k => Array.TrueForAll(paths, p => p[k] == paths[0][k])).Count();
        var names = new List<string>();
        foreach (var path in paths)
        {
            var name = $"{Folder}/{string.Join('/', path[common..])}";
            names.Add(names.Contains(name, StringComparer.OrdinalIgnoreCase) ? FormattableString.Invariant($"{Folder}/{names.Count}/{path[^1]}") : name);
        }

        return names;
    }

    /// <summary>The parts of a path, without a way up or the letter of a drive.</summary>
    private static string[] Parts(string path) =>
        Path.GetFullPath(path.Replace(':', '_'), "/").Replace('\\', '/').Split('/', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Copies the files.</summary>
    /// <exception cref="IOException">One cannot be read, or is not what it was when the run began.</exception>
    public static void Write(FilesOfFolder folder, IReadOnlyList<InputFile> inputs, IFileSource files)
    {
        var names = Names(inputs);
        for (var i = 0; i < inputs.Count; i++)
        {
            var input = inputs[i];
            folder.Add(names[i], to =>
            {
                using var from = files.Open(input.Path);
                from.CopyTo(to);
            });
            if (folder.Files[^1].Sha256 != input.Sha256)
            {
                throw new IOException($"{input.Path} was changed while it was used");
            }
        }
    }
}
