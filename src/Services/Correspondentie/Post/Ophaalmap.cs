namespace WmoPlatform.Correspondentie.Post;

/// <summary>Writes files for somebody else to pick up: whole or not at all, and the same one again under the same name.</summary>
public static class Ophaalmap
{
    /// <summary>Lets the content be written under a temporary name in the folder, and then gives it its own.</summary>
    /// <exception cref="IOException">The folder cannot be made or written.</exception>
    /// <exception cref="UnauthorizedAccessException">Not allowed to.</exception>
    public static async Task Leg(string map, string naam, Func<string, Task<string>> schrijfIn)
    {
        // A folder of its own, in the same file system, so that the move is one step.
        var werkmap = Directory.CreateDirectory(Path.Combine(map, $".{Guid.NewGuid():N}")).FullName;
        try
        {
            var bestand = await schrijfIn(werkmap);
            // Personal data: for the owner and the group that prints.
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(bestand,
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
            File.Move(bestand, Path.Combine(map, naam), overwrite: true);
        }
        finally
        {
            Directory.Delete(werkmap, recursive: true);
        }
    }

    /// <summary>Whether a file can be written there now.</summary>
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
