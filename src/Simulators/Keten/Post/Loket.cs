using System.Text;
using WmoPlatform.IStandaarden;

namespace WmoPlatform.Keten.Post;

/// <summary>Where the platform hands in its messages: XML in, 202 out; the answer comes later, as in reality.</summary>
internal static class Loket
{
    private const int Hoogstens = 25 * 1024 * 1024;

    public static Task<IResult> Svb(HttpRequest vraag, Partners partners, Postkamer postkamer, Gedragingen gedragingen) =>
        Neem("svb", vraag, _ => partners.Zoek("svb"), postkamer, gedragingen);

    public static Task<IResult> Cak(HttpRequest vraag, Partners partners, Postkamer postkamer, Gedragingen gedragingen) =>
        Neem("cak", vraag, _ => partners.Zoek("cak"), postkamer, gedragingen);

    /// <summary>The GGk passes on by address: a toewijzing to its receiver, an answer to whom it answers.</summary>
    public static Task<IResult> Ggk(HttpRequest vraag, Partners partners, Postkamer postkamer, Gedragingen gedragingen) =>
        Neem("ggk", vraag, bericht => partners.Zoek(bericht switch
        {
            Heenbericht heen => heen.Header.Ontvanger,
            Retourbericht retour => retour.Header.Afzender,
            _ => null,
        }), postkamer, gedragingen);

    private static async Task<IResult> Neem(string loket, HttpRequest vraag, Func<Ketenbericht, IPartner?> adres, Postkamer postkamer, Gedragingen gedragingen)
    {
        if (vraag.ContentLength > Hoogstens) return Weiger(413, BerichtOnleesbaar.TeGroot, "Een bericht is hoogstens 25 MB.");
        using var inhoud = new MemoryStream();
        await vraag.Body.CopyToAsync(inhoud, vraag.HttpContext.RequestAborted);
        inhoud.Position = 0;

        Ketenbericht bericht;
        try
        {
            bericht = Ketenbericht.Lees(inhoud);
        }
        catch (BerichtOnleesbaar fout)
        {
            // Level 1: no retour; the sender hears it here and now.
            return Weiger(400, fout.Code, fout.Message);
        }
        if (adres(bericht) is not { } partner) return Weiger(422, "onbekende-ontvanger", $"{loket} kent de ontvanger van dit bericht niet.");
        if (partner.Sleutel(bericht) is not { } sleutel) return Weiger(422, "verkeerd-bericht", $"{partner.Naam} neemt geen {bericht.Soort} aan.");

        var gedrag = gedragingen.Neem(loket, partner.Naam);
        if (gedrag.Modus == Modus.Storing)
        {
            vraag.HttpContext.Response.Headers.RetryAfter = "1";
            return Weiger(503, "storing", $"{partner.Naam} is er even niet.");
        }
        postkamer.Ontvang(partner, bericht, sleutel, Encoding.UTF8.GetString(inhoud.ToArray()), gedrag);
        await Task.Delay(gedrag.Vertraging, vraag.HttpContext.RequestAborted);
        return Results.Accepted();
    }

    private static IResult Weiger(int status, string code, string uitleg) =>
        Results.Problem(
            uitleg, statusCode: status, title: "Het bericht is niet aangenomen", type: $"urn:wmoplatform:{code}",
            extensions: new Dictionary<string, object?> { ["code"] = code });
}
