using System;
using System.IO;

namespace NoiseRegGen.Files.Tests;

/// <summary>
/// A file layer that lets a given number of operations pass and then fails, as a full disk would, or dies, as the machine would: then
/// every later operation fails too, so that no cleaning up happens either. A write that is cut off has written its first half.
/// </summary>
internal sealed class FaultyLayer(int operations, bool dies) : FileLayer
{
    private int _left = operations;

    /// <summary>Whether the fault has happened.</summary>
    internal bool Failed { get; private set; }

    internal override Stream Create(string path)
    {
        Pass();
        return new CountedStream(this, base.Create(path));
    }

    internal override void Flush(Stream stream)
    {
        Pass();
        base.Flush(((CountedStream)stream).Inner);
    }

    internal override void Replace(string from, string to)
    {
        Pass();
        base.Replace(from, to);
    }

    internal override void Delete(string path)
    {
        Pass();
        base.Delete(path);
    }

    private void Pass()
    {
        if (Failed && !dies)
            return;
        if (Failed || _left-- == 0)
        {
            Failed = true;
            throw new IOException("The disk failed, as it was told to.");
        }
    }

    private sealed class CountedStream(FaultyLayer layer, Stream inner) : Stream
    {
        internal Stream Inner => inner;

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => inner.Length;

        public override long Position { get => inner.Position; set => throw new NotSupportedException(); }

        public override void Flush() => inner.Flush();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            try
            {
                layer.Pass();
            }
            catch (IOException)
            {
                inner.Write(buffer[..(buffer.Length / 2)]);
                throw;
            }

            inner.Write(buffer);
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
