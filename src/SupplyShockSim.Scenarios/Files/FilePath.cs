namespace SupplyShockSim.Scenarios.Files;

/// <summary>Paths as text with forward slashes, so that they read the same on every system.</summary>
internal static class FilePath
{
    /// <summary>The folder a file stands in; empty for the current one.</summary>
    public static string Folder(string file)
    {
        var path = file.Replace('\\', '/');
        var slash = path.LastIndexOf('/');
        return slash < 0 ? "" : slash == 0 ? "/" : path[..slash];
    }

    /// <summary>A path given relative to a folder, with <c>.</c> and <c>..</c> worked out.</summary>
    public static string In(string folder, string relative)
    {
        var path = relative.Replace('\\', '/');
        if (Path.IsPathRooted(path) || folder.Length == 0)
        {
            return Tidy(path);
        }

        return Tidy(folder.Replace('\\', '/') + "/" + path);
    }

    /// <summary>How a path is written in a file that stands in a folder; the path itself where there is no way from one to the other.</summary>
    public static string From(string folder, string path)
    {
        var start = Tidy(folder.Replace('\\', '/')).Split('/', StringSplitOptions.RemoveEmptyEntries).Where(part => part != ".").ToArray();
        var end = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (Path.IsPathRooted(folder) != Path.IsPathRooted(path) || start.Contains(".."))
        {
            return folder == "" || !path.StartsWith(folder + "/", StringComparison.Ordinal) ? path : path[(folder.Length + 1)..];
        }

        var common = start.Zip(end).TakeWhile(pair => pair.First == pair.Second).Count();
        var written = string.Join('/', Enumerable.Repeat("..", start.Length - common).Concat(end[common..]));
        return written.Length == 0 ? "." : written; // the folder itself
    }

    private static string Tidy(string path)
    {
        var parts = new List<string>();
        foreach (var part in path.Split('/'))
        {
            if (part == ".." && parts.Count > 0 && parts[^1] is not ("" or ".."))
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part != "." && (part.Length > 0 || parts.Count == 0))
            {
                parts.Add(part);
            }
        }

        return parts.Count == 0 ? "." : string.Join('/', parts);
    }
}
