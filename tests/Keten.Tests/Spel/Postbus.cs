using System.Net;
using System.Text.RegularExpressions;
using MimeKit;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Keten.Tests.Spel;

/// <summary>The e-mail that residents get. The platform lays it in a folder, as files.</summary>
/// <param name="map">That folder.</param>
/// <param name="http">Reaches the gateway, as anybody who reads an e-mail can.</param>
internal sealed partial class Postbus(string map, HttpClient http)
{
    /// <summary>Every e-mail that was laid there.</summary>
    public IEnumerable<MimeMessage> Emails =>
        Directory.EnumerateFiles(map, "*.eml", SearchOption.AllDirectories).Select(bestand => MimeMessage.Load(bestand));

    /// <summary>Waits for the question whether the address is right, and presses the button on the page of its link.</summary>
    public async Task Bevestig(string adres) => await Druk(await Tot.Gevonden(() => Task.FromResult(Vraag(adres)), Platform.Geduld,
        "een e-mail om het adres te bevestigen"));

    /// <summary>Confirms every address that was asked about, unless it was forgotten because the resident died.</summary>
    public async Task BevestigAlles()
    {
        foreach (var vraag in Emails.Where(IsVraag).ToList())
        {
            using var pagina = await http.GetAsync(Adres(vraag).PathAndQuery);
            if (pagina.StatusCode != HttpStatusCode.NotFound) await Druk(vraag);
        }
    }

    private MimeMessage? Vraag(string adres) =>
        Directory.Exists(map) ? Emails.FirstOrDefault(e => IsVraag(e) && e.To.Mailboxes.Single().Address == adres) : null;

    private static bool IsVraag(MimeMessage email) => email.Subject!.StartsWith("Klopt uw e-mailadres", StringComparison.Ordinal);

    private static Uri Adres(MimeMessage vraag) => new(Link().Match(vraag.TextBody!).Value);

    private async Task Druk(MimeMessage vraag)
    {
        var link = Adres(vraag);
        var pagina = await http.GetStringAsync(link.PathAndQuery);
        using var formulier = new FormUrlEncodedContent(new Dictionary<string, string> { ["code"] = Code().Match(pagina).Groups[1].Value });
        using var antwoord = await http.PostAsync(link.AbsolutePath, formulier);
        antwoord.EnsureSuccessStatusCode();
    }

    [GeneratedRegex(@"https?://\S+")]
    private static partial Regex Link();

    [GeneratedRegex("name=\"code\" value=\"([^\"]+)\"")]
    private static partial Regex Code();
}
