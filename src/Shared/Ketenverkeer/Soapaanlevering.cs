using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;
using WmoPlatform.IStandaarden;
using WmoPlatform.IStandaarden.Stuf;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Ketenverkeer;

/// <summary>
/// The delivery of the GGk: SOAP 1.1 with a message of StUF-GGk 2.1. A message that is taken gets a Bv03 in a Body. A refused one gets a
/// Fo03 in a Fault (<see cref="Soapfout"/>), and so does one that breaks its schema: its sender hears why, and gets no retour (IV028).
/// </summary>
internal static class Soapaanlevering
{
    /// <summary>The most mistakes that a Fo03 names; its details have room for 1,000 characters.</summary>
    private const int HoogstensGenoemd = 10;

    private static readonly object Nummer = new();

    /// <summary>Whether a request is SOAP 1.1.</summary>
    public static bool Is(HttpRequest verzoek) =>
        MediaTypeHeaderValue.TryParse(verzoek.ContentType, out var type)
        && type.MediaType.Equals(Soap.MediaType, StringComparison.OrdinalIgnoreCase);

    /// <summary>The reference of the message in a request; null when it could not be read.</summary>
    public static Guid? Referentie(HttpContext http) => http.Items[Nummer] as Guid?;

    /// <summary>Receives a message, and confirms it.</summary>
    public static async Task<IResult> Ontvang(
        Stream xml, HttpContext http, Gebruiker gebruiker, Postontvangst ontvangst, TimeProvider klok, CancellationToken annulering)
    {
        GgkBericht envelop;
        try
        {
            envelop = Soap.Lees(xml);
        }
        catch (BerichtOnleesbaar fout)
        {
            throw fout.Code == BerichtOnleesbaar.NietBegrepen ? Weigering.Regel(fout.Code, fout.Message, veld: fout.Pad)
                : Weigering.Invoer(fout.Pad, fout.Message);
        }
        http.Items[Nummer] = envelop.Stuurgegevens.Referentienummer;
        var actie = http.Request.Headers[Soap.Actiekop].ToString().Trim().Trim('"');
        // Without an action there is nothing that contradicts the message.
        if (actie.Length > 0 && actie != Soap.Actie(envelop))
            throw Weigering.Invoer(Soap.Actiekop, $"Bij dit bericht hoort de actie {Soap.Actie(envelop)}.");
        await ontvangst.OntvangVanGgk(envelop, Afleveraar.Van(gebruiker), annulering);
        // It is in the register by now, where a user finds it.
        if (ontvangst.Schemafouten is { Count: > 0 } fouten)
            throw Weigering.Invoer(fouten.Take(HoogstensGenoemd).GroupBy(f => f.Pad)
                .ToDictionary(plek => plek.Key, plek => plek.Select(f => f.Uitleg).Distinct().ToArray()));
        return TypedResults.Bytes(
            Soap.Om(new Bv03(envelop.Stuurgegevens.Referentienummer), klok.InAmsterdam()), $"{Soap.MediaType}; charset=utf-8");
    }
}

/// <summary>
/// Writes a problem as a SOAP Fault with a Fo03, with status 500 as SOAP 1.1 asks. A caller who has no access, or comes too often, hears
/// that from HTTP itself.
/// </summary>
internal sealed class Soapfout : IProbleemvorm
{
    public bool Past(HttpContext context, ProblemDetails probleem)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Soapaanlevering.Is(context.Request) && probleem.Status is not (401 or 403 or 429);
    }

    public async Task Schrijf(HttpContext context, ProblemDetails probleem)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(probleem);
        var code = probleem.Extensions["code"] as string ?? "";
        var vanServer = probleem.Status >= 500;
        var velden = probleem.Extensions.TryGetValue("errors", out var fouten) && fouten is IReadOnlyDictionary<string, string[]> perVeld
            ? string.Join(' ', perVeld.SelectMany(v => v.Value.Select(uitleg => $"{v.Key}: {uitleg}"))) : null;
        var fout = new Fo03(
            Soapaanlevering.Referentie(context),
            probleem.Status == 400 ? Fo03.NietConformSchema : Fo03.VerwerkingMislukt,
            vanServer ? Fo03.Server : Fo03.Client, probleem.Detail, $"{code}. {velden}".Trim());
        var klok = context.RequestServices.GetRequiredService<TimeProvider>();
        context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        context.Response.ContentType = $"{Soap.MediaType}; charset=utf-8";
        await context.Response.Body.WriteAsync(
            Soap.Om(fout, klok.InAmsterdam(), code == BerichtOnleesbaar.NietBegrepen ? "MustUnderstand" : null));
    }
}
