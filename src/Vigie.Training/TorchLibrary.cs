using System.Buffers.Binary;
using System.Text;

namespace Vigie.Training;

/// <summary>
/// Makes TorchSharp's native libraries load on systems with an older C++ runtime (Debian 12). They ask for the symbol version
/// GLIBCXX_3.4.32, behind which stands one marker that no code calls; marked weak (flag VER_FLG_WEAK of the version need, LSB Core 10.7), its absence
/// is no error. Only the copies beside this program are touched.
/// </summary>
public static class TorchLibrary
{
    private const string Version = "GLIBCXX_3.4.32";
    private const uint SectionVersionNeed = 0x6ffffffe;
    private const ushort Weak = 2;

    /// <summary>To be called before anything of TorchSharp is touched.</summary>
    /// <exception cref="InvalidOperationException">The libraries are missing for this platform.</exception>
    public static void Prepare()
    {
        if (!OperatingSystem.IsLinux()) return;
        string folder = Path.Combine(AppContext.BaseDirectory, "runtimes", "linux-x64", "native");
        if (!Directory.Exists(folder)) folder = AppContext.BaseDirectory;
        string[] libraries = Directory.GetFiles(folder, "lib*.so");
        if (!libraries.Any(path => Path.GetFileName(path) == "libLibTorchSharp.so"))
            throw new InvalidOperationException($"no libLibTorchSharp.so in {folder}: training needs TorchSharp's native libraries for this platform");
        foreach (string path in libraries) MarkWeak(path);
    }

    private static void MarkWeak(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        byte[] header = ReadAt(file, 0, 64);
        if (header[0] != 0x7f || header[1] != 'E' || header[4] != 2) return;
        long sections = BinaryPrimitives.ReadInt64LittleEndian(header.AsSpan(0x28));
        int size = BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(0x3a)), count = BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(0x3c));
        byte[] table = ReadAt(file, sections, size * count);
        for (int i = 0; i < count; i++)
        {
            ReadOnlySpan<byte> section = table.AsSpan(i * size, size);
            if (BinaryPrimitives.ReadUInt32LittleEndian(section[4..]) != SectionVersionNeed) continue;
            int link = BinaryPrimitives.ReadInt32LittleEndian(section[0x28..]);
            ReadOnlySpan<byte> names = table.AsSpan(link * size, size);
            MarkNeeds(file, Part(file, section), BinaryPrimitives.ReadInt64LittleEndian(section[0x18..]), Part(file, names));
        }
    }

    // A chain of libraries (Elf64_Verneed), each with a chain of versions (Elf64_Vernaux), both linked by offsets.
    private static void MarkNeeds(FileStream file, byte[] needs, long fileOffset, byte[] names)
    {
        for (int need = 0; ;)
        {
            int versions = BinaryPrimitives.ReadUInt16LittleEndian(needs.AsSpan(need + 2));
            int at = need + BinaryPrimitives.ReadInt32LittleEndian(needs.AsSpan(need + 8));
            for (int v = 0; v < versions; v++)
            {
                ushort flags = BinaryPrimitives.ReadUInt16LittleEndian(needs.AsSpan(at + 4));
                if (NameAt(names, BinaryPrimitives.ReadInt32LittleEndian(needs.AsSpan(at + 8))) == Version && (flags & Weak) == 0)
                {
                    file.Position = fileOffset + at + 4;
                    file.Write(BitConverter.GetBytes((ushort)(flags | Weak)));
                }
                at += BinaryPrimitives.ReadInt32LittleEndian(needs.AsSpan(at + 12));
            }
            int next = BinaryPrimitives.ReadInt32LittleEndian(needs.AsSpan(need + 12));
            if (next == 0) return;
            need += next;
        }
    }

    private static byte[] Part(FileStream file, ReadOnlySpan<byte> section) => ReadAt(
        file,
        BinaryPrimitives.ReadInt64LittleEndian(section[0x18..]),
        checked((int)BinaryPrimitives.ReadInt64LittleEndian(section[0x20..])));

    private static byte[] ReadAt(FileStream file, long offset, int length)
    {
        var bytes = new byte[length];
        file.Position = offset;
        file.ReadExactly(bytes);
        return bytes;
    }

    private static string NameAt(byte[] names, int at)
    {
        int end = Array.IndexOf(names, (byte)0, at);
        return Encoding.ASCII.GetString(names, at, end - at);
    }
}
