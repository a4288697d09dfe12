using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using WmoPlatform.IStandaarden.Stuf;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Inzage;

namespace WmoPlatform.Ketenverkeer;

/// <summary>
/// The endpoint where a chain partner delivers: XML in, 202 with a receipt out; or SOAP in, SOAP out (<see cref="Soapaanlevering"/>). The
/// same message twice gets the same receipt and has one effect.
/// </summary>
internal static class BerichtenAanleveren
{
    /// <summary>A message has at most 25 MB (OP179), which its reader guards. Base64 in an envelope makes it a third larger.</summary>
    private const int Grootst = 36 * 1024 * 1024;

    /// <summary>The receipt of a delivered message.</summary>
    /// <param name="Id">Het nummer van het bericht in het berichtenregister.</param>
    public sealed record Ontvangstbewijs(Guid Id);

    public static void MapAanleveren(this RouteGroupBuilder groep, Ketenpartner partner) =>
        groep.MapPost("", Ontvang)
            .Voor(Rollen.Keten).Accepts<string>("application/xml", Soap.MediaType)
            .WithMetadata(new RequestSizeLimitAttribute(Grootst), new Soapfout())
            .Produces<Ontvangstbewijs>(StatusCodes.Status202Accepted).Produces<string>(StatusCodes.Status200OK, Soap.MediaType)
            .ToontNiemand("Een partner levert aan, en krijgt alleen een ontvangstbewijs terug.")
            .WithSummary("Ketenberichten aanleveren").WithDescription(
                $"Neemt {string.Join(", ", partner.Soorten)} aan als XML. Een GGk stuurt ze als text/xml: in een envelop van StUF-GGk 2.1, "
                    + $"in SOAP 1.1, en krijgt als antwoord een Bv03 of een Fault met een Fo03. Hetzelfde bericht nog eens geeft hetzelfde "
                    + $"bewijs. Wat ermee gebeurde, leest u onder dat nummer: de toestand, het antwoord en elke bevinding.");

    private static async Task<IResult> Ontvang(
        HttpContext http, Gebruiker gebruiker, Postontvangst ontvangst, TimeProvider klok, CancellationToken annulering)
    {
        var xml = await Lees(http, annulering);
        if (Soapaanlevering.Is(http.Request)) return await Soapaanlevering.Ontvang(xml, http, gebruiker, ontvangst, klok, annulering);
        var id = await ontvangst.Ontvang(new(xml.GetBuffer().AsMemory(0, (int)xml.Length), Afleveraar.Van(gebruiker)), annulering);
        return TypedResults.Accepted($"{http.Request.Path}/{id}", new Ontvangstbewijs(id));
    }

    /// <summary>
    /// Reads the body into memory of its size; it never goes to a file. It is kept for another attempt, when the transaction collides with
    /// another one.
    /// </summary>
    private static async Task<MemoryStream> Lees(HttpContext http, CancellationToken annulering)
    {
        if (http.Items[typeof(BerichtenAanleveren)] is not MemoryStream xml)
        {
            xml = new MemoryStream((int)Math.Min(http.Request.ContentLength ?? 0, Grootst));
            await http.Request.Body.CopyToAsync(xml, annulering);
            http.Items[typeof(BerichtenAanleveren)] = xml;
        }
        xml.Position = 0;
        return xml;
    }
}
