using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WmoPlatform.IStandaarden;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Ketenverkeer;

/// <summary>The address where a chain partner delivers: XML in, 202 with a receipt out; twice the same is one receipt and one effect.</summary>
public static class KetenberichtenOntvangen
{
    /// <summary>iWmo, iPgb, iEb: a message has at most 25 MB.</summary>
    private const int Grootst = 25 * 1024 * 1024;

    /// <summary>The receipt.</summary>
    /// <param name="Id">Het nummer waaronder wij het bericht bewaren.</param>
    public sealed record Ontvangstbewijs(Guid Id);

    /// <summary>Maps the delivery address.</summary>
    /// <param name="api">The API group.</param>
    /// <param name="pad">For instance <c>/iwmo/berichten</c>.</param>
    /// <param name="partner">Who delivers, where the message does not name a sender: Svb or Cak.</param>
    /// <param name="soorten">The kinds that are taken here.</param>
    public static void MapKetenberichten(this IEndpointRouteBuilder api, string pad, string partner, params Berichtsoort[] soorten) =>
        api.MapPost(pad, (HttpContext http, DienstDb db, Kluis kluis, CancellationToken annulering) => Ontvang(http, db, kluis, partner, soorten, annulering))
            .Voor(Rollen.Keten).Accepts<string>("application/xml").WithMetadata(new RequestSizeLimitAttribute(Grootst))
            .WithSummary("Ketenberichten aanleveren").WithDescription($"Neemt {string.Join(", ", soorten.Select(s => s.Naam))} aan als XML. Hetzelfde bericht nog eens geeft hetzelfde bewijs.");

    private static async Task<Accepted<Ontvangstbewijs>> Ontvang(HttpContext http, DienstDb db, Kluis kluis, string partner, Berichtsoort[] soorten, CancellationToken annulering)
    {
        // In memory, never in a file: it is read again when the change meets another one.
        http.Request.EnableBuffering(Grootst, Grootst);
        http.Request.Body.Position = 0;
        using var xml = new MemoryStream();
        await http.Request.Body.CopyToAsync(xml, annulering);
        var bericht = Lees(xml);
        if (!soorten.Contains(bericht.Soort))
            throw Weigering.Regel("ander-bericht", $"Dit adres neemt {string.Join(", ", soorten.Select(s => s.Naam))} aan. Stuur een {bericht.Soort.Naam} naar het adres dat ervoor bedoeld is.");
        var afzender = bericht switch
        {
            Heenbericht heen => heen.Header.Afzender ?? partner,
            Retourbericht retour => retour.Header.Ontvanger ?? partner,
            _ => partner,
        };

        await using var transactie = await db.Database.BeginTransactionAsync(annulering);
        var id = Guid.CreateVersion7();
        var inhoud = kluis.Verzegel(xml.GetBuffer().AsSpan(0, (int)xml.Length));
        var nieuw = await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO inkomend_ketenbericht (id, afzender, soort, identificatie, inhoud, ontvangen_op)
            VALUES ({id}, {afzender}, {bericht.Soort.Naam}, {bericht.Identificatie}, {inhoud}, now()) ON CONFLICT DO NOTHING
            """, annulering);
        if (nieuw == 0)
        {
            var eerder = await db.Set<InkomendKetenbericht>().AsNoTracking()
                .SingleAsync(b => b.Afzender == afzender && b.Soort == bericht.Soort.Naam && b.Identificatie == bericht.Identificatie, annulering);
            // TR056. Written again, so that white space and prefixes make no other message.
            if (!Ketenbericht.Lees(new MemoryStream(kluis.Ontzegel(eerder.Inhoud))).ToBytes().AsSpan().SequenceEqual(bericht.ToBytes()))
                throw Weigering.Regel("identificatie-hergebruikt", "Met deze identificatie is al een ander bericht ontvangen. Geef elk nieuw bericht een eigen identificatie.", "iWmo TR056");
            return TypedResults.Accepted((string?)null, new Ontvangstbewijs(eerder.Id));
        }

        if (bericht is Retourbericht antwoord) await TekenAf(db, antwoord, annulering);
        var bij = (IBijKetenbericht)http.RequestServices.GetRequiredService(typeof(IBijKetenbericht<>).MakeGenericType(bericht.GetType()));
        await bij.Verwerk(bericht, annulering);
        await db.SaveChangesAsync(annulering);
        await transactie.CommitAsync(annulering);
        return TypedResults.Accepted((string?)null, new Ontvangstbewijs(id));
    }

    private static Ketenbericht Lees(MemoryStream xml)
    {
        try
        {
            xml.Position = 0;
            return Ketenbericht.Lees(xml);
        }
        catch (BerichtOnleesbaar fout)
        {
            // Level 1: no retour can be made; the sender is told here (iWmo OP090x2). Its text holds no values.
            throw Weigering.Invoer(fout.Pad.Length > 0 ? fout.Pad : "Bericht", fout.Message);
        }
    }

    /// <summary>The message that this answers has its retour.</summary>
    private static async Task TekenAf(DienstDb db, Retourbericht antwoord, CancellationToken annulering)
    {
        var heen = antwoord.Soort.BijBericht.Naam;
        var identificatie = antwoord.Header.BerichtIdentificatie.Identificatie;
        var verzonden = await db.Vergrendel(heen, identificatie, annulering)
            ?? throw Weigering.Regel("onbekend-heenbericht", "Dit antwoord hoort bij geen bericht dat wij hebben verstuurd. Controleer de BerichtIdentificatie.");
        verzonden.Status = Verzendstatus.Beantwoord;
    }
}
