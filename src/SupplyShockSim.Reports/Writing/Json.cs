using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SupplyShockSim.Reports.Data;

/// <summary>JSON as run folders have it: indented, line feeds, text as it reads, numbers in the shortest form that reads back as the same number.</summary>
internal static class Json
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(Stream stream, Action<Utf8JsonWriter> body)
    {
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            body(json);
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
    }

    /// <summary>An object as a text that ends with a line feed.</summary>
    public static string Text(Action<Utf8JsonWriter> members)
    {
        using var stream = new MemoryStream();
        Write(stream, members);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>An array of objects as a text that ends with a line feed; <paramref name="members"/> writes what is in each.</summary>
    public static string TextOfObjects<T>(IEnumerable<T> items, Action<Utf8JsonWriter, T> members)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartArray();
            foreach (var item in items)
            {
                json.WriteStartObject();
                members(json, item);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    /// <summary>A number, or null where there is none or it is not finite.</summary>
    public static void NumberOrNull(this Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number && double.IsFinite(number))
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    public static void Array<T>(this Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> item)
    {
        json.WriteStartArray(name);
        foreach (var i in items)
        {
            item(i);
        }

        json.WriteEndArray();
    }

    /// <summary>An array of objects; <paramref name="members"/> writes what is in each.</summary>
    public static void Objects<T>(this Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> members) => json.Array(name, items, item =>
    {
        json.WriteStartObject();
        members(item);
        json.WriteEndObject();
    });

    public static void Strings(this Utf8JsonWriter json, string name, IEnumerable<string> items) => json.Array(name, items, json.WriteStringValue);
}
