using System.Diagnostics;
using WmoPlatform.Contracts;
using WmoPlatform.Meldingen.Opslag;
using WmoPlatform.Messaging;
using WmoPlatform.Messaging.Sending;
using WmoPlatform.ServiceDefaults;

namespace WmoPlatform.Meldingen.Partners;

/// <summary>
/// Brings one person up to date with the BRP: it follows the person there, or ends that, and asks what is true now. It asks after it began
/// to follow, so that no change falls between. An outage of the BRP only delays.
/// </summary>
public sealed class PersoonVolgen(
    IServiceScopeFactory scopes, Vault kluis, TimeProvider klok, ILogger<PersoonVolgen> log)
    : Sender<MeldingenDb, Persoon, Persoonsantwoord>(
        "Het volgen van personen", Voorwaarden, TimeSpan.FromSeconds(10), scopes, Bron, log)
{
    private static readonly SendingTerms Voorwaarden = new(
        TimeSpan.FromSeconds(50),
        [TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(10), TimeSpan.FromHours(1)]);

    /// <summary>So often the BRP may fail at one person before a consulent is asked.</summary>
    private const int HoogstensPogingen = 5;

    private static readonly ActivitySource Bron = new("WmoPlatform.Meldingen");

    protected override string Oldest(string limit) =>
        $"SELECT p.id FROM persoon p WHERE p.due_at <= now() ORDER BY p.due_at, p.id LIMIT {limit} FOR UPDATE SKIP LOCKED";

    protected override string SpanName(Persoon row) => "Persoon bijwerken uit de BRP";

    protected override async Task<Persoonsantwoord> Send(IServiceProvider services, Persoon row, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(row);
        var volgen = services.GetRequiredService<BrpVolgen>();
        if (!row.MoetVolgen)
            return new(row.Volgt ? await volgen.Beeindig(row.Bsn, klok.Vandaag(), cancellation) : Volguitslag.Gezet, null);
        var gezet = row.Volgt ? Volguitslag.Gezet : await volgen.Volg(row.Bsn, cancellation);
        return new(gezet, await services.GetRequiredService<BrpAdapter>().Raadpleeg(row.Bsn, cancellation));
    }

    protected override async Task Note(MeldingenDb db, Persoon row, Persoonsantwoord outcome)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(outcome);
        if (MoetLater(row, outcome))
        {
            log.LogWarning("De BRP antwoordt niet over een gevolgde persoon; later opnieuw.");
            await PutOff(db, row, unknown: false);
            return;
        }
        await db.OpVerseRijen(() => Verwerk(db, row, outcome));
    }

    protected override bool GoesOn(Persoonsantwoord outcome) => outcome is not { Antwoord.Uitslag: Brpuitslag.Weg };

    /// <summary>A person who cannot be followed is asked about all the same. The daily comparison tries to follow again.</summary>
    private static bool MoetLater(Persoon row, Persoonsantwoord outcome) => row.MoetVolgen
        ? outcome.Antwoord!.Uitslag == Brpuitslag.Weg
            || (outcome.Antwoord.Uitslag == Brpuitslag.Mislukt && row.Attempts < HoogstensPogingen)
        : outcome.Volgen == Volguitslag.Weg;

    private async Task Verwerk(MeldingenDb db, Persoon row, Persoonsantwoord outcome)
    {
        var wijzigingen = new Persoonswijzigingen(db, kluis, klok);
        var persoon = await db.Persoon(row.Id, CancellationToken.None);
        // The BSN or the reason to follow changed meanwhile. The next attempt does what counts now.
        if (persoon.Bsn != row.Bsn || persoon.MoetVolgen != row.MoetVolgen)
        {
            await PutOff(db, row, unknown: false);
            return;
        }
        if (outcome.Antwoord is not { } antwoord) persoon.IsBijgewerkt(volgt: false);
        else
        {
            _ = antwoord.Persoon is { } gevonden
                ? await wijzigingen.Neem(row.Id, gevonden, CancellationToken.None)
                : await wijzigingen.Merk(row.Id, Signaal(antwoord.Uitslag), CancellationToken.None);
            if (antwoord.Persoon is null) await wijzigingen.VindNiet(row.Id, antwoord.Uitslag, CancellationToken.None);
            persoon.IsBijgewerkt(outcome.Volgen == Volguitslag.Gezet && persoon.Bsn == row.Bsn);
            // Nobody is followed under the new number yet.
            if (persoon.Bsn != row.Bsn) persoon.GaVolgen(Volguitslag.Weg);
        }
        await db.SaveChangesAsync();
    }

    private static Brpsignaal Signaal(Brpuitslag uitslag) =>
        uitslag == Brpuitslag.Onbekend ? Brpsignaal.NummerVervallen : Brpsignaal.Onleesbaar;
}

/// <summary>The outcome of bringing a person up to date.</summary>
/// <param name="Volgen">The outcome of following, or of ending it.</param>
/// <param name="Antwoord">What the BRP says; null when it was not asked.</param>
public sealed record Persoonsantwoord(Volguitslag Volgen, Brpantwoord? Antwoord);
