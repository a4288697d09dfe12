using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Ketenverkeer;

/// <summary>
/// What a user can do about a message that did not arrive. They can offer it once more, stop waiting for its answer, have it written anew,
/// or record that the sender of an unreadable message was informed.
/// </summary>
internal static class BerichtenHerstellen
{
    public static void MapHerstellen(this RouteGroupBuilder groep)
    {
        groep.MapPost("/{id:guid}/opnieuw", Opnieuw).Voor(Rollen.Beheer, Rollen.Backoffice)
            .WithSummary("Bericht opnieuw aanbieden").WithDescription("Biedt een bericht dat de partner weigerde of niet op tijd "
                + "beantwoordde opnieuw aan, precies zoals het was en met dezelfde identificatie: de partner herkent het.");
        groep.MapPost("/{id:guid}/afkeuring", KeurAf).Voor(Rollen.Beheer, Rollen.Backoffice)
            .WithSummary("Niet langer op antwoord wachten").WithDescription(
                "Voor een bericht dat de partner weigerde of niet op tijd beantwoordde: het telt als technisch afgekeurd, zodat u het "
                    + "opnieuw kunt melden. Een antwoord dat later toch komt, telt mee. Opnieuw sturen geeft hetzelfde resultaat.");
        groep.MapPost("/{id:guid}/correctie", Corrigeer).Voor(Rollen.Beheer, Rollen.Backoffice)
            .WithSummary("Bericht opnieuw opstellen").WithDescription(
                "Voor een bericht dat wij of de partner technisch afkeurden, dat is geweigerd of niet op tijd is beantwoord: stelt "
                    + "het opnieuw op met de gegevens van nu en een nieuwe identificatie. Herstel eerst de oorzaak.");
        groep.MapPost("/{id:guid}/afhandeling", HandelAf).Voor(Rollen.Beheer, Rollen.Backoffice)
            .WithSummary("Onleesbaar bericht afhandelen").WithDescription("Legt vast dat de afzender van een onleesbaar bericht "
                + "buiten de berichten om is ingelicht. Opnieuw sturen geeft hetzelfde resultaat.");
    }

    private static async Task<Accepted> Opnieuw(
        Guid id, ServiceDb db, KetenverzenderWekker verzender, TimeProvider klok, CancellationToken annulering)
    {
        await using var transactie = await db.Database.BeginTransactionAsync(annulering);
        var bericht = await Uitgaand(db, id, annulering);
        if (bericht.ViaPlatform)
            throw Weigering.Toestand("ligt-op-het-platform", "Dit bericht ligt voor de zorgaanbieder klaar op het platform; er valt "
                + "niets te versturen. Antwoordt de zorgaanbieder niet, bel dan, of wacht niet langer op antwoord.");
        if (bericht is { Status: Poststatus.Geweigerd, Bevindingen.Count: > 0 })
            throw Weigering.Toestand("bericht-klopt-niet", "Dit bericht voldoet niet aan de standaard; de partner zou het afkeuren. "
                + "Kijk bij de bevindingen wat er ontbreekt, herstel dat en stel het bericht opnieuw op.");
        if (bericht.Status != Poststatus.Geweigerd && !IsTeLaat(bericht, klok))
            throw Weigering.Toestand("niet-geweigerd", "Alleen een bericht dat de partner weigerde of niet op tijd beantwoordde, kunt "
                + "u opnieuw aanbieden. De andere gaan vanzelf, of zijn al aangenomen.");
        bericht.BiedOpnieuwAan();
        db.AfterCommit(verzender.Wek);
        await db.SaveChangesAsync(annulering);
        await transactie.CommitAsync(annulering);
        return TypedResults.Accepted((string?)null);
    }

    private static async Task<Accepted> KeurAf(Guid id, ServiceDb db, IBijOpgegeven bij, TimeProvider klok, CancellationToken annulering)
    {
        await using var transactie = await db.Database.BeginTransactionAsync(annulering);
        var bericht = await Uitgaand(db, id, annulering);
        if (bericht.Status == Poststatus.Opgegeven) return TypedResults.Accepted((string?)null);
        await GeefOp(bericht, bij, klok, annulering);
        await db.SaveChangesAsync(annulering);
        await transactie.CommitAsync(annulering);
        return TypedResults.Accepted((string?)null);
    }

    private static async Task<Accepted> Corrigeer(
        Guid id, ServiceDb db, IBijOpgegeven opgegeven, IBijCorrectie correctie, TimeProvider klok, CancellationToken annulering)
    {
        await using var transactie = await db.Database.BeginTransactionAsync(annulering);
        var bericht = await Uitgaand(db, id, annulering);
        var technisch = bericht is { Status: Poststatus.Beantwoord, Bevindingen.Count: > 0 }
            && IStandaarden.Retourcode.ZijnTechnisch([.. bericht.Bevindingen.Select(b => b.Code)]);
        if (bericht.Status != Poststatus.Opgegeven && !technisch) await GeefOp(bericht, opgegeven, klok, annulering);
        await correctie.Verwerk(bericht.Identificatie!, annulering);
        await db.SaveChangesAsync(annulering);
        await transactie.CommitAsync(annulering);
        return TypedResults.Accepted((string?)null);
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

    private static async Task GeefOp(Poststuk bericht, IBijOpgegeven bij, TimeProvider klok, CancellationToken annulering)
    {
        if (!bericht.VerwachtAntwoord)
            throw Weigering.Toestand("geen-antwoord-verwacht",
                "Op dit bericht komt geen antwoord. Bied het opnieuw aan, of vertel de partner met de hand wat erin staat.");
        switch (bericht.Status)
        {
            case Poststatus.Geweigerd:
            case Poststatus.Verzonden when IsTeLaat(bericht, klok):
                break;
            case Poststatus.Verzonden:
                throw Weigering.Toestand("antwoord-kan-nog-komen",
                    $"De partner mag nog antwoorden tot en met {Datumtekst.Voluit(bericht.AntwoordUiterlijk!.Value)}. Wacht tot daarna.",
                    "iWmo OP090");
            case Poststatus.Beantwoord:
                throw Weigering.Toestand(
                    "al-beantwoord", "De partner heeft dit bericht al beantwoord. Kijk in het dossier wat er nu moet gebeuren.");
            default:
                throw Weigering.Toestand("wordt-nog-verzonden",
                    "Dit bericht wordt nog verzonden: de partner is er nu niet. Het gaat vanzelf zodra de partner er weer is.");
        }
        bericht.GeefOp();
        await bij.Verwerk(bericht.Identificatie!, annulering);
    }

    private static bool IsTeLaat(Poststuk bericht, TimeProvider klok) =>
        bericht.Status == Poststatus.Verzonden && bericht.AntwoordUiterlijk < klok.Vandaag();

    private static async Task<Poststuk> Uitgaand(ServiceDb db, Guid id, CancellationToken annulering) =>
        await db.Vergrendel(id, annulering) is { Richting: Richting.Uitgaand } bericht ? bericht : throw Weigering.Onbekend("Dit bericht");
}
