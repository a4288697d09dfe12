using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.Contracts;
using WmoPlatform.Meldingen.Opslag;
using WmoPlatform.Messaging;
using WmoPlatform.Messaging.Sending;

namespace WmoPlatform.Meldingen.Partners;

/// <summary>
/// Follows the person of each new melding at the BRP, and asks who that is. An outage of the BRP only delays. A failure at one person
/// delays nobody else, and is left to a consulent after some tries. Withdrawing and confirming a melding never wait for the BRP, because
/// no row is locked while it is asked.
/// </summary>
public sealed class BrpNavraag(IServiceScopeFactory scopes, Vault kluis, TimeProvider klok, ILogger<BrpNavraag> log)
    : Sender<MeldingenDb, Melding, Brpantwoord>(
        "De navraag bij de BRP", Voorwaarden, TimeSpan.FromSeconds(2), scopes, Bron, log)
{
    /// <summary>A claim lasts longer than all attempts of <see cref="BrpVolgen"/> and <see cref="BrpAdapter"/> together.</summary>
    private static readonly SendingTerms Voorwaarden = new(
        TimeSpan.FromSeconds(50),
        [TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(1)]);

    /// <summary>So often the BRP may fail at one person before a consulent is asked.</summary>
    private const int HoogstensPogingen = 5;

    private static readonly ActivitySource Bron = new("WmoPlatform.Meldingen");

    protected override string Oldest(string limit) =>
        $"SELECT m.id FROM melding m WHERE m.due_at <= now() ORDER BY m.due_at, m.id LIMIT {limit} FOR UPDATE SKIP LOCKED";

    protected override string SpanName(Melding row) => "BRP raadplegen";

    protected override async Task<Brpantwoord> Send(IServiceProvider services, Melding row, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(row);
        // Following comes first, so that no change falls between. A failure of it holds up nothing.
        var volgen = await services.GetRequiredService<BrpVolgen>().Volg(row.Bsn, cancellation);
        var antwoord = await services.GetRequiredService<BrpAdapter>().Raadpleeg(row.Bsn, cancellation) with { Volgen = volgen };
        if (antwoord.Uitslag is Brpuitslag.Weg or Brpuitslag.Mislukt) log.LogWarning("De BRP antwoordt niet; later opnieuw.");
        else if (antwoord.Uitslag == Brpuitslag.Onbruikbaar) log.LogWarning("Een antwoord van de BRP is niet te gebruiken.");
        return antwoord;
    }

    protected override async Task Note(MeldingenDb db, Melding row, Brpantwoord outcome)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(outcome);
        if (outcome.Uitslag == Brpuitslag.Weg || (outcome.Uitslag == Brpuitslag.Mislukt && row.Attempts < HoogstensPogingen))
        {
            await PutOff(db, row, unknown: false);
            return;
        }
        // The melding may be confirmed or withdrawn in the meantime.
        await db.OpVerseRijen(() => Verwerk(db, row.Id, outcome));
    }

    private async Task Verwerk(MeldingenDb db, Guid meldingId, Brpantwoord antwoord)
    {
        var melding = await db.Meldingen.SingleAsync(m => m.Id == meldingId);
        if (antwoord.Persoon is { } gevonden)
        {
            // The answer is about the person, so it is news for the other dossiers too.
            var persoon = await new Persoonswijzigingen(db, kluis, klok).Neem(melding.PersoonId, gevonden, CancellationToken.None);
            melding.StelPersoonVast(persoon.Geldend(kluis)!, persoon.Stand, klok.GetUtcNow());
            persoon.GaVolgen(antwoord.Volgen);
        }
        else
        {
            melding.VindPersoonNiet(Persoonswijzigingen.Reden(antwoord.Uitslag), klok.GetUtcNow());
            await new Persoonswijzigingen(db, kluis, klok).VindNiet(melding.PersoonId, antwoord.Uitslag, CancellationToken.None);
            var persoon = await db.Persoon(melding.PersoonId, CancellationToken.None);
            if (persoon.Kennis(kluis) is null) persoon.GaNietVolgen(antwoord.Volgen);
        }
        await db.SaveChangesAsync();
    }

    /// <summary>While the BRP is away, one attempt per poll is enough. New meldingen go first, then whoever has waited longest.</summary>
    protected override bool GoesOn(Brpantwoord outcome) => outcome is not { Uitslag: Brpuitslag.Weg };
}

/// <summary>The answer to a question to the BRP.</summary>
/// <param name="Uitslag">The outcome.</param>
/// <param name="Persoon">The person that it found.</param>
/// <param name="Volgen">The outcome of following the person before that.</param>
public sealed record Brpantwoord(
    Brpuitslag Uitslag, BrpPersoon? Persoon = null, Volguitslag Volgen = Volguitslag.NietIngericht);

/// <summary>The outcome of a question to the BRP.</summary>
public enum Brpuitslag
{
    /// <summary>It gave the person.</summary>
    Gevonden,
    /// <summary>It does not know the BSN.</summary>
    Onbekend,
    /// <summary>It refuses the question, or its answer cannot be used. Asking again makes no sense.</summary>
    Onbruikbaar,
    /// <summary>It failed at this person.</summary>
    Mislukt,
    /// <summary>It could not be reached, or lets us in no more.</summary>
    Weg,
}

/// <summary>The BRP's answer about a person.</summary>
/// <param name="Persoon">The personal data.</param>
/// <param name="GeenBerichtenverkeer">Whether these data are protected: no chain messages may then be sent (iWmo OP003).</param>
/// <param name="Signalen">What it says beside them.</param>
public sealed record BrpPersoon(Persoonsgegevens Persoon, bool GeenBerichtenverkeer, IReadOnlyList<Brpsignaal> Signalen)
{
    /// <summary>The municipality of registration: its code of the CBS; null when the BRP does not say it.</summary>
    public string? Gemeente { get; init; }

    /// <summary>The day of death; null for who lives, and while only a part of the date is known.</summary>
    public DateOnly? OverledenOp { get; init; }

    /// <inheritdoc />
    public override string ToString() => "[persoon]";
}
