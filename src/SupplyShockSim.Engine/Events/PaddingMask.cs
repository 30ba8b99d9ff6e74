using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SupplyShockSim.Engine;

/// <summary>
/// Finds the bytes of a struct that belong to a field. What lies between the fields is whatever the stack held before, so it must
/// not enter a hash that two runs are compared by.
/// </summary>
internal static class PaddingMask
{
    /// <summary>One byte per byte of <typeparamref name="T"/>: 0 where it is padding, otherwise the bits a field can set.</summary>
    public static byte[] Of<T>() where T : unmanaged
    {
        var filled = (T)Filled(typeof(T));
        return MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in filled)).ToArray();
    }

    /// <summary>A boxed value of the type with every bit of every field set.</summary>
    private static object Filled(Type type)
    {
        if (type.IsEnum)
        {
            return Enum.ToObject(type, Filled(Enum.GetUnderlyingType(type)));
        }

        var fields = type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic);
        var value = RuntimeHelpers.GetUninitializedObject(type);
        // Primitives, pointers and buffers of fixed size: no fields that show their extent, and no padding of their own.
        if (type.IsPrimitive || type == typeof(decimal) || IsBuffer(type))
        {
            return FilledRaw(type);
        }

        foreach (var field in fields)
        {
            field.SetValue(value, field.FieldType.IsPointer ? null : Filled(field.FieldType));
        }

        return value;
    }

    private static bool IsBuffer(Type type) =>
        type.IsDefined(typeof(InlineArrayAttribute), inherit: false) || type.IsDefined(typeof(UnsafeValueTypeAttribute), inherit: false);

    private static object FilledRaw(Type type)
    {
        var method = typeof(PaddingMask).GetMethod(nameof(FilledRawOf), BindingFlags.Static | BindingFlags.NonPublic)!;
        return method.MakeGenericMethod(type).Invoke(null, null)!;
    }

    private static object FilledRawOf<T>() where T : unmanaged
    {
        T value = default;
        MemoryMarshal.AsBytes(new Span<T>(ref value)).Fill(byte.MaxValue);
        return value;
    }
}
