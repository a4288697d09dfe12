using System.Text.RegularExpressions;

namespace WmoPlatform.Demo;

/// <summary>The mailbox of a resident: on a developer's machine all e-mail goes into one folder, as files.</summary>
/// <param name="map">That folder.</param>
/// <param name="platform">Where the link in an e-mail leads to.</param>
internal sealed partial class Postbus(string map, Platform platform)
{
    /// <summary>An address that nobody else in the demo has.</summary>
    public string Adres { get; } = $"inwoner-{Guid.NewGuid():N}@example.org";

    /// <summary>Waits for the question whether the address is right, and follows its link.</summary>
    public async Task Bevestig()
    {
        for (var einde = DateTime.UtcNow.AddSeconds(60); ; await Task.Delay(100))
        {
            if (Link() is { } link)
            {
                await platform.Formulier(link.GetLeftPart(UriPartial.Path), Uri.UnescapeDataString(link.Query["?code=".Length..]));
                return;
            }
            if (DateTime.UtcNow > einde) throw new Mislukt($"na 60 seconden nog niet: een e-mail om het adres te bevestigen (in {map}).");
        }
    }

    private Uri? Link() => Directory.Exists(map)
        ? Directory.EnumerateFiles(map, "*.eml").Select(File.ReadAllText).Where(email => email.Contains(Adres, StringComparison.Ordinal))
            .Select(email => Adresvorm().Match(Leesbaar(email))).Where(m => m.Success).Select(m => new Uri(m.Value)).FirstOrDefault()
        : null;

    /// <summary>Undoes quoted-printable, as far as a link needs it.</summary>
    private static string Leesbaar(string email) =>
        email.ReplaceLineEndings("\n").Replace("=\n", "", StringComparison.Ordinal).Replace("=3D", "=", StringComparison.Ordinal);

    [GeneratedRegex(@"https?://\S+\?code=\S+")]
    private static partial Regex Adresvorm();
}
