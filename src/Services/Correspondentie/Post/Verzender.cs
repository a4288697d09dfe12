using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using WmoPlatform.Contracts;
using WmoPlatform.Correspondentie.Brieven;
using WmoPlatform.Correspondentie.Emailadressen;
using WmoPlatform.Correspondentie.Opslag;
using WmoPlatform.Messaging;
using WmoPlatform.Messaging.Sending;
using WmoPlatform.ServiceDefaults;
using static WmoPlatform.Wetgeving.Datumtekst;

namespace WmoPlatform.Correspondentie.Post;

/// <summary>
/// Sends waiting letters and e-mails one at a time, oldest first. Every attempt has the same name. When nobody knows whether an attempt
/// succeeded, there is one more; after that a person decides, because a resident must not get the same letter again and again.
/// </summary>
public sealed class Verzender(
    IServiceScopeFactory scopes, Emailpost email, IOptions<Smtpopties> smtp, IOptions<Briefopties> brieven, Gemeente gemeente, Vault kluis,
    TimeProvider klok, ILogger<Verzender> log)
    : Sender<CorrespondentieDb, Verzending, Postuitslag>(
        "De verzending", Voorwaarden, TimeSpan.FromSeconds(1), scopes, Bron, log)
{
    private static readonly SendingTerms Voorwaarden = new(
        TimeSpan.FromMinutes(1),
        [TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10), TimeSpan.FromHours(1)]);

    private static readonly ActivitySource Bron = new("WmoPlatform.Correspondentie");

    protected override string Oldest(string limit) =>
        $"SELECT v.id FROM verzending v WHERE v.due_at <= now() ORDER BY v.due_at, v.id LIMIT {limit} FOR UPDATE SKIP LOCKED";

    protected override string SpanName(Verzending row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return $"{row.Soort} verzenden";
    }

    protected override async Task<Postuitslag> Send(IServiceProvider services, Verzending row, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (row.Status == Verzendstatus.WachtOpBevestiging) return new(Postuitslag.Soort.NietBevestigd);
        if (row.Unknowns > 1) return new(Postuitslag.Soort.Onzeker);
        if (await IsVol(services.GetRequiredService<CorrespondentieDb>(), row, cancellation)) return new(Postuitslag.Soort.AdresVol);
        try
        {
            // After a crash it is sent again under the same name.
            return new(Postuitslag.Soort.Verzonden, await Verzend(row, cancellation));
        }
        catch (AdresGeweigerd)
        {
            return new(Postuitslag.Soort.AdresGeweigerd);
        }
        catch (Exception e) when (e is not AfloopOnbekend)
        {
            Activity.Current?.SetStatus(ActivityStatusCode.Error);
            log.LogWarning("De {Wijze} bij {Dossiernummer} is niet verzonden ({Fout}); later opnieuw.",
                row.Wijze, row.Dossiernummer, e.GetType().Name);
            return new(Postuitslag.Soort.Later);
        }
    }

    protected override async Task Note(CorrespondentieDb db, Verzending row, Postuitslag outcome)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(outcome);
        if (outcome.Wat == Postuitslag.Soort.Later && !(klok.Vandaag() >= row.Uiterlijk))
        {
            await PutOff(db, row, unknown: false);
            return;
        }
        var verzending = await db.Verzendingen.SingleAsync(v => v.Id == row.Id);
        // The letter has gone, even if the claim has ended meanwhile.
        if (outcome.Inhoud is { } inhoud)
        {
            if (row.Wijze == Verzendwijze.Email && verzending.Status != Verzendstatus.Verzonden)
                db.Add(new Verstuurd { VerzendingId = row.Id, Adres = Emailadres.Kenmerken(row.Email(kluis)!, kluis)[0] });
            verzending.IsVerzonden(row, inhoud, kluis, klok.GetUtcNow());
        }
        else if (verzending.ClaimedUntil != row.ClaimedUntil) return;
        else if (outcome.Wat == Postuitslag.Soort.Onzeker)
        {
            log.LogError("Of de {Wijze} bij {Dossiernummer} is aangekomen, is niet bekend; een medewerker moet beslissen.",
                row.Wijze, row.Dossiernummer);
            verzending.WordtOnzeker(kluis);
        }
        else
        {
            log.LogInformation("De e-mail bij {Dossiernummer} gaat niet ({Reden}); de inwoner krijgt een brief.", row.Dossiernummer,
                outcome.Wat);
            await WordtBrief(new(db, kluis, smtp, klok), verzending, outcome.Wat);
        }
        await db.SaveChangesAsync();
    }

    /// <summary>It becomes a letter, and so does what waits for the answer to a question that cannot be asked.</summary>
    private async Task WordtBrief(Adresboek adressen, Verzending verzending, Postuitslag.Soort waarom)
    {
        if (waarom == Postuitslag.Soort.AdresGeweigerd)
            await adressen.KwamTerug(verzending.EmailadresId!.Value, verzending, CancellationToken.None);
        else if (verzending.Soort == Verzendsoort.Adrescontrole)
            await adressen.WordtBrief(verzending.EmailadresId!.Value, verzending, CancellationToken.None);
        else
        {
            verzending.WordtBrief(kluis, klok.GetUtcNow());
            await adressen.VervaltVraag(verzending.Dossiernummer, CancellationToken.None);
        }
    }

    /// <summary>
    /// Whether the address has had enough e-mails for a day. A letter is never dropped for that: it goes by post, or to a consulent.
    /// </summary>
    private async Task<bool> IsVol(CorrespondentieDb db, Verzending v, CancellationToken annulering)
    {
        if (smtp.Value.PerAdres <= 0 || v.Wijze != Verzendwijze.Email) return false;
        return await db.Verstuurd(Emailadres.Kenmerken(v.Email(kluis)!, kluis), annulering) >= smtp.Value.PerAdres;
    }

    private async Task<string> Verzend(Verzending v, CancellationToken annulering)
    {
        var soort = v.Brief(kluis);
        var brief = soort.Schrijf(v.Dossiernummer, gemeente);
        if (v.Aan(kluis) is { Nabestaanden: true } && !soort.VoorNabestaanden) brief = brief.AanNabestaanden();
        if (v.Wijze == Verzendwijze.Email)
        {
            var tekst = brief.AlsTekst("Geachte heer of mevrouw,");
            await email.Verzend(new(v.Kenmerk, v.Berichtnaam, v.Email(kluis)!, brief.Onderwerp, tekst), annulering);
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

/// <summary>The outcome of sending a letter or e-mail.</summary>
/// <param name="Wat">What happened.</param>
/// <param name="Inhoud">The text that was sent; null when nothing was.</param>
public sealed record Postuitslag(Postuitslag.Soort Wat, string? Inhoud = null)
{
    public enum Soort
    {
        Verzonden,
        /// <summary>The server refuses the e-mail address for good.</summary>
        AdresGeweigerd,
        /// <summary>The e-mail address has had the most that it gets in a day.</summary>
        AdresVol,
        /// <summary>Nobody confirmed the e-mail address in time.</summary>
        NietBevestigd,
        /// <summary>It did not go.</summary>
        Later,
        /// <summary>Two attempts may have arrived, so it was not sent again.</summary>
        Onzeker,
    }
}

/// <summary>It may have been sent. Nobody knows.</summary>
public sealed class AfloopOnbekend(Exception oorzaak) : Exception("Of het is verzonden, is niet bekend.", oorzaak);
