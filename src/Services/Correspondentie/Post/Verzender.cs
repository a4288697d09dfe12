using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using WmoPlatform.Contracts;
using WmoPlatform.Correspondentie.Opslag;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults;
using static WmoPlatform.Wetgeving.Datumtekst;

namespace WmoPlatform.Correspondentie.Post;

/// <summary>Sends waiting letters and e-mails one at a time, until each has gone. Several instances each take another one.</summary>
public sealed class Verzender(
    IServiceScopeFactory scopes, Emailpost email, IOptions<Briefopties> brieven, Gemeente gemeente, Vault kluis, TimeProvider klok,
    ILogger<Verzender> log) : Rounds("De verzending", TimeSpan.FromSeconds(1), log)
{
    private static readonly ActivitySource Bron = new("WmoPlatform.Correspondentie");

    public override async Task Round(CancellationToken annulering)
    {
        while (await VerzendEen(annulering))
        {
        }
    }

    /// <returns>Whether one was waiting.</returns>
    private async Task<bool> VerzendEen(CancellationToken annulering)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CorrespondentieDb>();
        await using var transactie = await db.Database.BeginTransactionAsync(annulering);
        // Locked while it is sent, so that another instance takes the next one.
        var verzending = await db.Verzendingen.FromSql(
            $"""
            SELECT *, xmin FROM verzending WHERE verzenden_vanaf <= {klok.GetUtcNow()}
            ORDER BY verzenden_vanaf LIMIT 1 FOR UPDATE SKIP LOCKED
            """)
            .SingleOrDefaultAsync(annulering);
        if (verzending is null) return false;
        ActivityContext.TryParse(verzending.Traceparent, null, isRemote: true, out var ouder);
        using var activiteit = Bron.StartActivity($"{verzending.Soort} verzenden", ActivityKind.Internal, ouder);
        try
        {
            var inhoud = await Verzend(verzending, annulering);
            // After a crash here it is sent again, under the same name.
            verzending.IsVerzonden(inhoud, kluis, klok.GetUtcNow());
        }
        catch (AdresGeweigerd)
        {
            log.LogInformation("Het e-mailadres bij {Dossiernummer} is geweigerd; het wordt een brief.", verzending.Dossiernummer);
            verzending.WordtBrief(kluis, klok.GetUtcNow());
        }
        catch (Exception e) when (!annulering.IsCancellationRequested)
        {
            // One that fails must not hold up the next.
            verzending.StelUit(klok.GetUtcNow());
            log.LogWarning("De {Wijze} bij {Dossiernummer} is niet verzonden ({Fout}); later opnieuw.",
                verzending.Wijze, verzending.Dossiernummer, e.GetType().Name);
        }
        await db.SaveChangesAsync(annulering);
        await transactie.CommitAsync(annulering);
        return true;
    }

    private async Task<string> Verzend(Verzending v, CancellationToken annulering)
    {
        var brief = v.Brief(kluis).Schrijf(v.Dossiernummer, gemeente);
        if (v.Wijze == Verzendwijze.Email)
        {
            var tekst = brief.AlsTekst("Geachte heer of mevrouw,");
            await email.Verzend(v.Kenmerk, v.Email(kluis)!, brief.Onderwerp, tekst, annulering);
            return tekst;
        }
        var pagina = brief.AlsPagina(v.Aan(kluis)!, ZonderWeekdag(klok.Vandaag()));
        await Ophaalmap.Leg(brieven.Value.Ophaalmap ?? throw new IOException("Stel Post:Ophaalmap in."), $"{v.Kenmerk}.html", async map =>
        {
            var bestand = Path.Combine(map, "brief");
            await File.WriteAllTextAsync(bestand, pagina, annulering);
            return bestand;
        });
        return pagina;
    }
}
