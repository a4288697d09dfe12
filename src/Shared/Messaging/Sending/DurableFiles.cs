using System.Runtime.InteropServices;
using System.Text;

namespace WmoPlatform.Messaging.Sending;

/// <summary>Files that another program takes from a folder. A name that this class gave survives a power cut.</summary>
public static class DurableFiles
{
    private const int InvalidArgument = 22;

    /// <summary>Moves a file within one file system, and returns once its content and both folders are on the disk.</summary>
    /// <exception cref="IOException">It could not be moved, or nobody knows whether it is on the disk.</exception>
    public static void Move(string from, string to, bool overwrite)
    {
        using (var file = new FileStream(from, FileMode.Open, FileAccess.ReadWrite)) file.Flush(flushToDisk: true);
        Rename(from, to, overwrite);
    }

    /// <summary>Gives a file another name, whatever it holds, and returns once both folders are on the disk.</summary>
    /// <inheritdoc cref="Move" path="/exception"/>
    public static void Rename(string from, string to, bool overwrite)
    {
        File.Move(from, to, overwrite);
        var (old, made) = (Path.GetDirectoryName(Path.GetFullPath(from))!, Path.GetDirectoryName(Path.GetFullPath(to))!);
        Flush(made);
        if (old != made && Directory.Exists(old)) Flush(old);
    }

    /// <summary>Makes a folder, and returns once its name is on the disk.</summary>
    public static void Create(string folder)
    {
        if (Directory.Exists(folder)) return;
        Directory.CreateDirectory(folder);
        Flush(Path.GetDirectoryName(Path.GetFullPath(folder))!);
    }

    private static void Flush(string folder)
    {
        // Windows stores names with the file.
        if (OperatingSystem.IsWindows()) return;
        var handle = Open([.. Encoding.UTF8.GetBytes(folder), 0], 0);
        if (handle < 0) throw new IOException("De map is niet te openen.");
        try
        {
            // Some file systems cannot do this for a folder. They say so.
            if (Sync(handle) != 0 && Marshal.GetLastPInvokeError() != InvalidArgument)
                throw new IOException("De map is niet naar de schijf te schrijven.");
        }
        finally
        {
            _ = Close(handle);
        }
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Sync(int handle);

    [DllImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int handle);
}
