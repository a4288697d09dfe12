using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WmoPlatform.Messaging;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Ketenverkeer;

/// <summary>
/// What a user can do about messages that did not arrive, one by one or many at once. They can be offered once more, given up, or written
/// anew. A user can also record that the sender of an unreadable message was informed.
/// </summary>
internal static class BerichtenHerstellen
{
    /// <summary>The action on the messages.</summary>
    public enum Handeling
    {
        /// <summary>Offer it again.</summary>
        Opnieuw,
        /// <summary>Give it up.</summary>
        Afkeuring,
        /// <summary>Write it anew.</summary>
        Correctie,
    }

    /// <summary>Many messages at once: what is done, with which messages.</summary>
    /// <param name="Handeling">Opnieuw aanbieden, niet langer op antwoord wachten (afkeuring), of opnieuw opstellen (correctie).</param>
    /// <param name="Tegenpartij">Alleen berichten aan deze partij: een AGB-code, of de naam van de ketenpartner.</param>
    /// <param name="Soort">Alleen deze soort, bijvoorbeeld WMO301.</param>
    /// <param name="Status">Alleen berichten met deze status.</param>
    /// <param name="GeregistreerdVoor">Alleen berichten die voor dit moment zijn klaargezet.</param>
    /// <param name="NietAangekomen">Bij correctie: de partner heeft gezegd dat de berichten er niet zijn.</param>
    public sealed record Opdracht(
        Handeling Handeling, string? Tegenpartij = null, string? Soort = null, Poststatus? Status = null,
        DateTimeOffset? GeregistreerdVoor = null, bool NietAangekomen = false) : IRequestBody;

    /// <summary>What happened to one message.</summary>
    /// <param name="Id">Het nummer in het berichtenregister.</param>
    /// <param name="Soort">De soort bericht.</param>
    /// <param name="Identificatie">De identificatie van het bericht.</param>
    /// <param name="Dossiernummer">Het dossier waar het over gaat.</param>
    /// <param name="Gedaan">Of het is gelukt.</param>
    /// <param name="Code">Waarom niet, als code; leeg als het is gelukt.</param>
    /// <param name="Uitleg">Waarom niet, en wat u kunt doen.</param>
    public sealed record Uitkomst(
        Guid Id, string Soort, string? Identificatie, string Dossiernummer, bool Gedaan, string? Code, string? Uitleg);

    public static void MapHerstellen(this RouteGroupBuilder groep)
    {
        groep.MapPost("/{id:guid}/opnieuw", Opnieuw).Voor(Rollen.Beheer, Rollen.Backoffice)
            .WithSummary("Bericht opnieuw aanbieden").WithDescription("Biedt een bericht dat de partner weigerde, niet op tijd "
                + "beantwoordde of al lang niet aanneemt opnieuw aan, precies zoals het was en met dezelfde identificatie: de partner "
                + "herkent het.");
        groep.MapPost("/{id:guid}/afkeuring", KeurAf).Voor(Rollen.Beheer, Rollen.Backoffice)
            .WithSummary("Niet langer op antwoord wachten").WithDescription(
                "Voor een bericht dat de partner weigerde, niet op tijd beantwoordde of al lang niet aanneemt: het telt als technisch "
                    + "afgekeurd, zodat u het opnieuw kunt melden. Een antwoord dat later toch komt, telt mee. Opnieuw sturen geeft "
                    + "hetzelfde resultaat.");
        groep.MapPost("/{id:guid}/correctie", Corrigeer).Voor(Rollen.Beheer, Rollen.Backoffice)
            .WithSummary("Bericht opnieuw opstellen").WithDescription(
                "Voor een bericht dat wij of de partner technisch afkeurden, dat is geweigerd, niet op tijd is beantwoord of al lang "
                    + "wacht: stelt het opnieuw op met de gegevens van nu en een nieuwe identificatie. Herstel eerst de oorzaak. "
                    + "Heeft de partner het misschien al, vraag dat dan eerst na en geef nietAangekomen=true mee.");
        groep.MapPost("/herstel", Herstel).Voor(Rollen.Beheer, Rollen.Backoffice)
            .WithSummary("Veel berichten tegelijk herstellen").WithDescription(
                "Doet hetzelfde met elk uitgaand bericht dat aan uw keuze voldoet, oudste eerst, en zegt van elk wat ermee is gebeurd. Wat "
                    + "bij één bericht niet kan, houdt de andere niet tegen.");
        groep.MapPost("/{id:guid}/afhandeling", HandelAf).Voor(Rollen.Beheer, Rollen.Backoffice)
            .WithSummary("Onleesbaar bericht afhandelen").WithDescription("Legt vast dat de afzender van een onleesbaar bericht "
                + "buiten de berichten om is ingelicht. Opnieuw sturen geeft hetzelfde resultaat.");
    }

    private static Task<Accepted> Opnieuw(Guid id, HttpContext http) => Een(Handeling.Opnieuw, id, false, http);

    private static Task<Accepted> KeurAf(Guid id, HttpContext http) => Een(Handeling.Afkeuring, id, false, http);

    private static Task<Accepted> Corrigeer(Guid id, bool? nietAangekomen, HttpContext http) =>
        Een(Handeling.Correctie, id, nietAangekomen ?? false, http);

    private static async Task<Accepted> Een(Handeling handeling, Guid id, bool nietAangekomen, HttpContext http)
    {
        await Doe(handeling, id, nietAangekomen, http.RequestServices, http.RequestAborted);
        return TypedResults.Accepted((string?)null);
    }

    private static async Task<Ok<Pagina<Uitkomst>>> Herstel(
        Opdracht opdracht, ServiceDb db, IServiceScopeFactory scopes, string? na, int? aantal, CancellationToken annulering)
    {
        var n = Pagina.Aantal(aantal);
        var vanaf = Pagina.NaNummer(na);
        var berichten = db.Set<Poststuk>().AsNoTracking().Where(b => b.Richting == Richting.Uitgaand && b.Nr > vanaf);
        if (opdracht.Tegenpartij is { } partij) berichten = berichten.Where(b => b.Tegenpartij == partij);
        if (opdracht.Soort is { } soort) berichten = berichten.Where(b => b.Soort == soort);
        if (opdracht.Status is { } status) berichten = berichten.Where(b => b.Status == status);
        // Without a state: everything that somebody waits for.
        else
            berichten = berichten.Where(b => b.Status == Poststatus.TeVerzenden || b.Status == Poststatus.Verzonden
                || b.Status == Poststatus.Geweigerd || b.Status == Poststatus.Onzeker);
        if (opdracht.GeregistreerdVoor is { } moment)
        {
            var voor = moment.ToUniversalTime();
            berichten = berichten.Where(b => b.GeregistreerdOp < voor);
        }
        var rijen = await berichten.OrderBy(b => b.Nr).Take(n + 1)
            .Select(b => new { b.Nr, b.Id, b.Soort, b.Identificatie, b.Dossiernummer }).ToListAsync(annulering);
        var pagina = Pagina.Van(rijen, n, r => r.Nr.ToString(CultureInfo.InvariantCulture));
        var uitkomsten = new List<Uitkomst>(pagina.Items.Count);
        foreach (var rij in pagina.Items)
        {
            var weigering = await Probeer(opdracht, rij.Id, scopes, annulering);
            uitkomsten.Add(new(
                rij.Id, rij.Soort, rij.Identificatie, rij.Dossiernummer, weigering is null, weigering?.Code, weigering?.Message));
        }
        return TypedResults.Ok(new Pagina<Uitkomst>(uitkomsten, pagina.Volgende));
    }

    /// <returns>Why it could not be done; null when it was done.</returns>
    private static async Task<Weigering?> Probeer(
        Opdracht opdracht, Guid id, IServiceScopeFactory scopes, CancellationToken annulering)
    {
        for (var poging = 1; ; poging++)
        {
            await using var scope = scopes.CreateAsyncScope();
            try
            {
                await Doe(opdracht.Handeling, id, opdracht.NietAangekomen, scope.ServiceProvider, annulering);
                return null;
            }
            catch (Weigering weigering)
            {
                return weigering;
            }
            catch (Exception fout) when (poging < 5 && RetryOnConflict.IsConflict(fout))
            {
                // Another change came first: look again.
            }
        }
    }

    /// <summary>Does it with one message, in one transaction.</summary>
    private static async Task Doe(
        Handeling handeling, Guid id, bool nietAangekomen, IServiceProvider diensten, CancellationToken annulering)
    {
        var db = diensten.GetRequiredService<ServiceDb>();
        await using var transactie = await db.Database.BeginTransactionAsync(annulering);
        if (await db.Vergrendel(id, annulering) is not { Richting: Richting.Uitgaand } bericht) throw Weigering.Onbekend("Dit bericht");
        var herstel = diensten.GetRequiredService<Berichtherstel>();
        await (handeling switch
        {
            Handeling.Opnieuw => herstel.BiedOpnieuwAan(bericht),
            Handeling.Afkeuring => herstel.GeefOp(bericht, annulering),
            _ => herstel.Corrigeer(bericht, nietAangekomen, annulering),
        });
        await db.SaveChangesAsync(annulering);
        await transactie.CommitAsync(annulering);
    }

    private static async Task<Accepted> HandelAf(Guid id, ServiceDb db, CancellationToken annulering)
    {
        await using var transactie = await db.Database.BeginTransactionAsync(annulering);
        var bericht = await db.Vergrendel(id, annulering) ?? throw Weigering.Onbekend("Dit bericht");
        if (bericht.Status is not (Poststatus.Onleesbaar or Poststatus.Afgehandeld))
            throw Weigering.Toestand("niet-onleesbaar",
                "Alleen van een onleesbaar bericht licht u de afzender zelf in. De andere krijgen een retourbericht.", "iWmo OP090x2");
        bericht.HandelAf();
        await db.SaveChangesAsync(annulering);
        await transactie.CommitAsync(annulering);
        return TypedResults.Accepted((string?)null);
    }
}
