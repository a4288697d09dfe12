using WmoPlatform.Messaging.Sending;

namespace WmoPlatform.Correspondentie.Post;

/// <summary>
/// Writes files into a folder that another program empties. A file appears whole or not at all, and a repeated file keeps its name.
/// </summary>
public static class Ophaalmap
{
    /// <summary>Has the content written under a temporary name in the folder, and then moves it to its own name.</summary>
    /// <exception cref="IOException">The folder cannot be created or written.</exception>
    /// <exception cref="UnauthorizedAccessException">The process may not write there.</exception>
    /// <exception cref="AfloopOnbekend">The file may have been there.</exception>
    public static async Task Leg(string map, string naam, Func<string, Task<string>> schrijfIn)
    {
        // A folder of its own in the same file system makes the move one step.
        var werkmap = Directory.CreateDirectory(Path.Combine(map, $".{Guid.NewGuid():N}")).FullName;
        try
        {
            var bestand = await schrijfIn(werkmap);
            // Personal data: only for the owner and the group that prints.
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(bestand,
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
            try
            {
                DurableFiles.Move(bestand, Path.Combine(map, naam), overwrite: true);
            }
            catch (IOException e)
            {
                // The other program may have seen it.
                throw new AfloopOnbekend(e);
            }
        }
        finally
        {
            Directory.Delete(werkmap, recursive: true);
        }
    }

    /// <summary>Whether a file can be written in this folder now.</summary>
    public static bool Schrijfbaar(string map)
    {
        try
        {
            var proef = Path.Combine(Directory.CreateDirectory(map).FullName, $".{Guid.NewGuid():N}");
            File.WriteAllBytes(proef, []);
            File.Delete(proef);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
