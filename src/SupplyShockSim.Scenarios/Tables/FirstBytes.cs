namespace SupplyShockSim.Scenarios.Tables;

/// <summary>
/// A stream that notes whether it begins with the mark of UTF-16 or UTF-32, which a reader of tables would otherwise translate without a word.
/// </summary>
internal sealed class FirstBytes(Stream inner) : Stream
{
    private bool _hasBegun;

    /// <summary>Whether the first bytes are the mark of another encoding than UTF-8.</summary>
    public bool AreForeign { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        if (!_hasBegun && read > 0)
        {
            _hasBegun = true;
            AreForeign = buffer[..read] is [0xfe or 0xff, ..] or [0, 0, 0xfe, 0xff, ..];
        }

        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
