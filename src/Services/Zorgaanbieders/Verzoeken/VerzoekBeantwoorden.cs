using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Messaging;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Zorgaanbieders.Opslag;
using WmoPlatform.Zorgaanbieders.Toewijzingen;
using static WmoPlatform.Zorgaanbieders.Verzoeken.VerzoekenInzien;

namespace WmoPlatform.Zorgaanbieders.Verzoeken;

/// <summary>
/// A consulent or the backoffice answers a request. They grant it as a whole, refuse it with a reason, or take more time.
/// </summary>
public static class VerzoekBeantwoorden
{
    /// <param name="Toewijzingnummer">De toewijzing waarmee het verzoek wordt beantwoord, als het verzoek er geen noemt.</param>
    /// <param name="Vanaf">De eerste dag van wat anders wordt, als dat niet de gevraagde dag is.</param>
    public sealed record Toekenning(long? Toewijzingnummer = null, DateOnly? Vanaf = null) : IRequestBody;

    /// <param name="Reden">1 nieuwe aanvraag nodig, 2 budget, 3 geen contract, 4 past niet binnen het contract, 5 andere gemeente, 6
    /// stapeling, 7 zorginhoudelijk, 8 woonplaatsbeginsel, 9 leeftijdsgrens.</param>
    public sealed record Afwijzing(string Reden) : IRequestBody;

    public static void MapVerzoekBeantwoorden(this IEndpointRouteBuilder api)
    {
        api.MapPost("/verzoeken/{id:guid}/toekenning", KenToe).Voor(Rollen.Consulent, Rollen.Backoffice).WithIdempotency()
            .WithSummary("Verzoek toekennen")
            .WithDescription(
                "Wijst alles toe wat het verzoek vraagt, als dat al is toegekend. Vraagt het meer, dan is eerst een besluit nodig. "
                + "De zorgaanbieder krijgt de toewijzing met de referentie van het verzoek.");
        api.MapPost("/verzoeken/{id:guid}/afwijzing", WijsAf).Voor(Rollen.Consulent, Rollen.Backoffice).WithIdempotency()
            .Valideer(new Vorm())
            .WithSummary("Verzoek afwijzen").WithDescription("Wijst het verzoek af, met een reden. De zorgaanbieder krijgt bericht.");
        api.MapPost("/verzoeken/{id:guid}/onderzoek", Onderzoek).Voor(Rollen.Consulent, Rollen.Backoffice).WithIdempotency()
            .WithSummary("Verzoek in onderzoek nemen")
            .WithDescription("Laat de zorgaanbieder weten dat het antwoord langer duurt. Het volgt binnen acht weken. Dit kan één keer.");
    }

    private static async Task<Ok<Overzicht>> KenToe(
        Guid id, Toekenning toekenning, Gebruiker gebruiker, ZorgaanbiedersDb db, Wijzigen wijzigen, Toewijzer toewijzer, Vault kluis,
        TimeProvider klok, CancellationToken annulering)
    {
        var verzoek = await db.Zoek(id, gebruiker, annulering);
        verzoek.KenToe(klok.GetUtcNow());
        Toewijzing? geraakt = null;
        foreach (var gevraagd in verzoek.Producten) geraakt = await Ken(gevraagd);
        if (verzoek.Soort == Verzoeksoort.Wijziging) await LaatOngewijzigd(geraakt!);
        await toewijzer.Vertel(geraakt!.PersoonId, geraakt.Agb, annulering);
        await db.SaveChangesAsync(annulering);
        return TypedResults.Ok(Van(verzoek, gebruiker));

        // A granted change is one whole, so what stays as it was answers the request too (iWmo IV093, IV097).
        async Task LaatOngewijzigd(Toewijzing geraakt)
        {
            foreach (var toewijzing in await db.VanPersoonBij(geraakt.PersoonId, geraakt.Agb, annulering))
                if (!toewijzing.TeVertellen && toewijzing.Geldt(klok.Vandaag())) toewijzing.Beantwoordt(verzoek.ReferentieAanbieder);
        }

        async Task<Toewijzing> Ken(GevraagdProduct gevraagd)
        {
            if (gevraagd.BudgetInCenten is not null)
                throw Weigering.Regel(
                    "budget-niet-toe-te-wijzen",
                    "Deze gemeente wijst hulp toe in een omvang en niet in een budget. "
                    + "Wijs het verzoek af, of spreek met de zorgaanbieder een omvang af.");
            var toewijzing = await Toewijzing(gevraagd);
            if (toewijzing.Status is Toewijzingstatus.WachtOpVerzoek or Toewijzingstatus.Aangehouden)
            {
                var vanafDag = toekenning.Vanaf ?? gevraagd.Vanaf;
                Besluitnodig.EisVerzoek(
                    (await db.Bekend(toewijzing.VoorzieningId, annulering)).Toegekend(toewijzing, vanafDag), product: null, vanafDag,
                    gevraagd.Einddatum, gevraagd.Omvang);
                toewijzing.Honoreer(
                    verzoek.ReferentieAanbieder, gevraagd.Omvang ?? toewijzing.Omvang,
                    new(vanafDag, gevraagd.Einddatum ?? toewijzing.Periode.Einddatum));
                await toewijzer.EisEnWijsToe(toewijzing, annulering);
                return toewijzing;
            }
            // Other help than there is.
            if (verzoek.Soort == Verzoeksoort.Wijziging && gevraagd.Toewijzingnummer is null) throw Besluitnodig.Verzoek();
            // A request from the first day covers the whole period. Once help runs it takes effect today (iWmo OP348).
            var looptAl = gevraagd.Vanaf <= toewijzing.Levering.Begindatum && klok.Vandaag() > gevraagd.Vanaf;
            var vanaf = toekenning.Vanaf ?? (looptAl ? klok.Vandaag() : gevraagd.Vanaf);
            var wens = new Wens(
                vanaf, gevraagd.Einddatum, Omvang: gevraagd.Omvang, InOverleg: true, Referentie: verzoek.ReferentieAanbieder);
            return (await wijzigen.Maak(toewijzing, wens, annulering))[^1];
        }

        // The request or the user names the assignment; otherwise the waiting one counts. Client and provider must always match.
        async Task<Toewijzing> Toewijzing(GevraagdProduct gevraagd)
        {
            var bsn = verzoek.Bsn(kluis);
            var gevonden = (gevraagd.Toewijzingnummer ?? toekenning.Toewijzingnummer) is { } nummer
                ? await db.Zoek(nummer, gebruiker, annulering)
                : verzoek.PersoonId is { } persoonId
                    ? (await db.VanPersoonBij(persoonId, verzoek.Agb, annulering))
                        .Where(t => verzoek.Soort == Verzoeksoort.Wijziging || t.Past(gevraagd.Product(), ingangsdatum: null))
                        .OrderBy(t => t.Status == Toewijzingstatus.WachtOpVerzoek ? 0 : 1).ThenByDescending(t => t.Toewijzingnummer)
                        .FirstOrDefault()
                    : null;
            if (gevonden is null || gevonden.Agb != verzoek.Agb || !gevonden.Persoon(kluis).HeeftBsn(bsn))
                throw Weigering.Regel(
                    "geen-toewijzing",
                    "Deze inwoner heeft bij deze zorgaanbieder geen toewijzing waarmee het verzoek kan worden beantwoord. "
                    + "Is er een beschikking? Noem dan de toewijzing. Wijs het verzoek anders af.",
                    veld: "toewijzingnummer");
            return gevonden;
        }
    }

    private static Task<Ok<Overzicht>> WijsAf(
        Guid id, Afwijzing afwijzing, Gebruiker gebruiker, ZorgaanbiedersDb db, Verzoekpost antwoorden, TimeProvider klok,
        CancellationToken annulering) =>
        Antwoord(id, v => v.WijsAf(afwijzing.Reden, klok.GetUtcNow()), gebruiker, db, antwoorden, annulering);

    private static Task<Ok<Overzicht>> Onderzoek(
        Guid id, Gebruiker gebruiker, ZorgaanbiedersDb db, Verzoekpost antwoorden, TimeProvider klok, CancellationToken annulering) =>
        Antwoord(id, v => v.Onderzoek(klok.GetUtcNow()), gebruiker, db, antwoorden, annulering);

    private static async Task<Ok<Overzicht>> Antwoord(
        Guid id, Action<Verzoek> antwoord, Gebruiker gebruiker, ZorgaanbiedersDb db, Verzoekpost antwoorden, CancellationToken annulering)
    {
        var verzoek = await db.Zoek(id, gebruiker, annulering);
        antwoord(verzoek);
        await antwoorden.Antwoord(verzoek, annulering);
        await db.SaveChangesAsync(annulering);
        return TypedResults.Ok(Van(verzoek, gebruiker));
    }

    private sealed class Vorm : AbstractValidator<Afwijzing>
    {
        public Vorm() =>
            RuleFor(a => a.Reden).NotNull().WithMessage("Noem een reden van 1 tot en met 9.").Matches(@"\A[1-9]\z")
                .WithMessage("Noem een reden van 1 tot en met 9.");
    }
}
