using System.Security.Cryptography;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using WmoPlatform.Messaging;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Zorgaanbieders.Opslag;
using WmoPlatform.Zorgaanbieders.Toewijzingen;
using static WmoPlatform.Zorgaanbieders.Begeleidingsplannen.BegeleidingsplannenInzien;

namespace WmoPlatform.Zorgaanbieders.Begeleidingsplannen;

/// <summary>
/// The provider shares the plan it made with the client. Providers that use messages do this here too, because iWmo has no message for it.
/// </summary>
public static class BegeleidingsplanInsturen
{
    /// <summary>Room for the parts that multipart adds around the file.</summary>
    private const int Omlijsting = 64 * 1024;

    /// <param name="Bestand">Het begeleidingsplan als PDF, docx of odt, hooguit zo groot als de gemeente instelt (10 MB als zij niets
    /// instelt).</param>
    public sealed record Formulier(IFormFile Bestand);

    public static void MapBegeleidingsplanInsturen(this IEndpointRouteBuilder api, IConfiguration configuratie)
    {
        var grootst = configuratie.GetValue("Begeleidingsplannen:Grootst", 10 * 1024 * 1024);
        api.MapPost("/toewijzingen/{toewijzingnummer:long}/begeleidingsplannen", Stuur).Voor(Rollen.Aanbieder).WithIdempotency()
            .Accepts<Formulier>("multipart/form-data").WithMetadata(new RequestSizeLimitAttribute(grootst + Omlijsting), new Grens(grootst))
            .WithSummary("Begeleidingsplan insturen")
            .WithDescription(
                "Deelt het begeleidingsplan met de gemeente. Het bestand wordt herkend aan zijn inhoud, niet aan zijn naam. Heeft de "
                + "gemeente een virusscanner, dan is het plan pas te lezen als die niets heeft gevonden.");
    }

    private static async Task<Created<Regel>> Stuur(
        long toewijzingnummer, Ingestuurd ingestuurd, Gebruiker gebruiker, ZorgaanbiedersDb db, Planquotum quotum,
        IEnumerable<Virusscanner> scanners, Vault kluis, TimeProvider klok, CancellationToken annulering)
    {
        var toewijzing = await db.ZoekEigen(toewijzingnummer, gebruiker, annulering);
        await quotum.Controleer(db, toewijzing, ingestuurd.Inhoud.Length, annulering);
        var document = Plandocument.Lees(ingestuurd.Naam, ingestuurd.Inhoud);
        var plan = Begeleidingsplan.Ontvang(toewijzing, document, kluis, klok.GetUtcNow());
        db.Add(plan);
        // With a scanner the plan is announced once it is clean.
        var keuring = scanners.Any() ? Plankeuring.Van(plan) : null;
        if (keuring is null) toewijzing.OntvangPlan(plan.Id, plan.OntvangenOp);
        else db.Add(keuring);
        await db.SaveChangesAsync(annulering);
        return TypedResults.Created(
            $"/zorgaanbieders/v1/toewijzingen/{toewijzingnummer}/begeleidingsplannen/{plan.Id}", Van(plan, keuring, kluis));
    }

    private sealed record Grens(int Grootst);

    /// <summary>
    /// The file of the form, kept in memory and never written to disk. Two requests are the same when their files are the same.
    /// </summary>
    private sealed record Ingestuurd(
        string Vingerafdruk, [property: JsonIgnore] string Naam, [property: JsonIgnore] byte[] Inhoud) : IRequestBody
    {
        public static async ValueTask<Ingestuurd?> BindAsync(HttpContext context)
        {
            var grootst = context.GetEndpoint()!.Metadata.GetMetadata<Grens>()!.Grootst;
            var bestand = (await Formulier(context, grootst)).Files.GetFile("bestand");
            if (bestand is null or { Length: 0 })
                throw Weigering.Invoer("bestand", "Stuur het begeleidingsplan mee als bestand, in het veld 'bestand'.");
            if (bestand.Length > grootst) throw TeGroot(grootst);
            var inhoud = new byte[bestand.Length];
            await using var stroom = bestand.OpenReadStream();
            await stroom.ReadExactlyAsync(inhoud, context.RequestAborted);
            return new(Convert.ToHexString(SHA256.HashData(inhoud)), bestand.FileName, inhoud);
        }

        private static async Task<IFormCollection> Formulier(HttpContext context, int grootst)
        {
            if (context.Request.ContentLength > grootst + Omlijsting) throw TeGroot(grootst);
            try
            {
                var ruim = grootst + Omlijsting;
                var opties = new FormOptions
                {
                    MemoryBufferThreshold = ruim,
                    MultipartBodyLengthLimit = ruim,
                    BufferBodyLengthLimit = ruim,
                    ValueCountLimit = 8,
                    ValueLengthLimit = 4096,
                };
                return await new FormFeature(context.Request, opties).ReadFormAsync(context.RequestAborted);
            }
            // A form that breaks off is an IOException.
            catch (Exception fout) when (fout is InvalidDataException or (IOException and not BadHttpRequestException))
            {
                throw Weigering.Invoer("bestand", "De inhoud is geen geldig formulier. Stuur multipart/form-data met één bestand.");
            }
            catch (BadHttpRequestException fout) when (fout.StatusCode == StatusCodes.Status413PayloadTooLarge)
            {
                throw TeGroot(grootst);
            }
        }

        private static Weigering TeGroot(int grootst) =>
            Weigering.Regel(
                "bestand-te-groot",
                $"Het bestand is groter dan {grootst / (1024.0 * 1024):0.#} MB. "
                + "Maak het kleiner, bijvoorbeeld door foto's te verkleinen, en stuur het opnieuw.",
                veld: "bestand");
    }
}
