using System;
using System.IO;

namespace NoiseRegGen.Files.Tests;

/// <summary>A file that is as long as it says, and zero after its first bytes.</summary>
internal sealed class LongStream(byte[] start, long length) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position { get; set; }

    public override int Read(byte[] buffer, int offset, int count)
    {
        int read = (int)Math.Min(count, length - Position);
        for (int i = 0; i < read; i++, Position++)
            buffer[offset + i] = Position < start.Length ? start[Position] : (byte)0;
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
