namespace SupplyShockSim.Reports;

/// <summary>
/// Writes a folder as one piece: it is filled beside its place under another name and then renamed, so that nobody ever sees it
/// half-written, whatever goes wrong.
/// </summary>
public static class AtomicFolder
{
    /// <summary>Fills a new folder and puts it at <paramref name="directory"/>, in place of the one there.</summary>
    /// <param name="directory">Where it shall stand; parents are created.</param>
    /// <param name="mayReplace">Asked about a folder that stands there and is not empty; says why it may not be replaced, or null.</param>
    /// <param name="fill">Writes the files into the folder it is given; what it throws (cancellation too) leaves everything as it was.</param>
    /// <exception cref="IOException">The place is taken by a file, by a folder that may not be replaced, or cannot be written.</exception>
    public static void Write(string directory, Func<string, string?> mayReplace, Action<string> fill)
    {
        var target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory));
        EnsureReplaceable(target, mayReplace);
        var parent = Path.GetDirectoryName(target) ?? throw new PlaceTakenException($"{target} is no place for a folder");
        var beside = Path.Combine(parent, $".{Path.GetFileName(target)}.{Path.GetRandomFileName()}");
        var (fresh, old) = (beside + ".new", beside + ".old");
        try
        {
            Directory.CreateDirectory(fresh);
            fill(fresh);
            Replace(target, fresh, old);
        }
        finally
        {
            if (Directory.Exists(fresh))
            {
                Directory.Delete(fresh, recursive: true);
            }
        }
    }

    /// <summary>Refuses what <see cref="Write"/> would refuse, without writing anything.</summary>
    /// <exception cref="IOException">The place is taken by a file, or by a folder that may not be replaced.</exception>
    public static void EnsureReplaceable(string directory, Func<string, string?> mayReplace)
    {
        var target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory));
        if (File.Exists(target))
        {
            throw new PlaceTakenException($"{target} is a file; a folder is to be written there");
        }

        if (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any() && mayReplace(target) is { } why)
        {
            throw new PlaceTakenException(why);
        }
    }

    private static void Replace(string target, string fresh, string old)
    {
        if (!Directory.Exists(target))
        {
            Directory.Move(fresh, target);
            return;
        }

        Directory.Move(target, old);
        try
        {
            Directory.Move(fresh, target);
        }
        catch
        {
            Directory.Move(old, target);
            throw;
        }

        Directory.Delete(old, recursive: true);
    }
}
