using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace SupplyShockSim.House.Tests.Rooms;

/// <summary>Which file each type of an assembly was compiled from, as its portable PDB tells.</summary>
internal static class Sources
{
    /// <summary>Documents of a type without bodies (Portable PDB format, "Type Definition Documents").</summary>
    private static readonly Guid TypeDocuments = new("932E74BC-DBA9-4478-8D46-0F32A7BAB3D3");

    /// <summary>By row number of the type; types that the compiler made of itself have no file. Of a partial type, the file that comes first by name.</summary>
    public static IReadOnlyDictionary<int, string> Of(string assembly)
    {
        using var pe = new PEReader(File.OpenRead(assembly));
        using var provider = MetadataReaderProvider.FromPortablePdbStream(File.OpenRead(Path.ChangeExtension(assembly, ".pdb")));
        var (metadata, pdb) = (pe.GetMetadataReader(), provider.GetMetadataReader());
        var files = new Dictionary<int, string>();
        foreach (var handle in metadata.TypeDefinitions)
        {
            var outermost = handle;
            while (metadata.GetTypeDefinition(outermost).GetDeclaringType() is { IsNil: false } outer)
            {
                outermost = outer;
            }

            foreach (var document in DocumentsOf(metadata, pdb, handle))
            {
                var (row, path) = (MetadataTokens.GetRowNumber(outermost), Below(pdb.GetString(pdb.GetDocument(document).Name)));
                if (path is not null && (!files.TryGetValue(row, out var known) || string.CompareOrdinal(path, known) < 0))
                {
                    files[row] = path;
                }
            }
        }

        return files;
    }

    private static IEnumerable<DocumentHandle> DocumentsOf(MetadataReader metadata, MetadataReader pdb, TypeDefinitionHandle type)
    {
        foreach (var method in metadata.GetTypeDefinition(type).GetMethods())
        {
            var document = pdb.GetMethodDebugInformation(method).Document;
            if (!document.IsNil)
            {
                yield return document;
            }
        }

        foreach (var handle in pdb.GetCustomDebugInformation(type))
        {
            var information = pdb.GetCustomDebugInformation(handle);
            if (pdb.GetGuid(information.Kind) == TypeDocuments)
            {
                var blob = pdb.GetBlobReader(information.Value);
                while (blob.RemainingBytes > 0)
                {
                    yield return MetadataTokens.DocumentHandle(blob.ReadCompressedInteger());
                }
            }
        }
    }

    /// <summary>The path below <c>src</c>; null for what a generator wrote.</summary>
    private static string? Below(string path)
    {
        var unix = path.Replace('\\', '/');
        var at = unix.LastIndexOf("/src/SupplyShockSim.", StringComparison.Ordinal);
        return at < 0 || unix.Contains("/obj/", StringComparison.Ordinal) ? null : unix[(at + 5)..];
    }
}
