using System.Text.Json;
using WmoPlatform.Contracts;
using WmoPlatform.Meldingen.Partners;
using WmoPlatform.Messaging;
using WmoPlatform.Messaging.Sending;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Meldingen;

/// <summary>
/// One person in the register of persoonIds, with what was last known. <see cref="PersoonVolgen"/> follows the person at the BRP while a
/// dossier needs it. Whatever changes goes to every dossier of the person (<see cref="Persoonswijzigingen"/>).
/// </summary>
public sealed class Persoon : ISendable
{
    private Persoon()
    {
    }

    public Guid Id { get; private set; }

    /// <summary>The present BSN. The id stays when it changes.</summary>
    public string Bsn { get; private set; } = "";

    /// <summary>Counts what was announced about this person (<see cref="IOverPersoon.Persoonstand"/>).</summary>
    public int Stand { get; private set; }

    /// <summary>What was last known, sealed. Null before that.</summary>
    public Sealed? Bekend { get; private set; }

    /// <summary>Whether changes at the BRP matter: somebody from the BRP with a dossier that is not over.</summary>
    public bool MoetVolgen { get; private set; }

    /// <summary>Whether the BRP follows this person for us, as far as we know.</summary>
    public bool Volgt { get; private set; }

    /// <summary>
    /// The municipality of registration of which a user established that the person lives here, whatever the BRP says (Wmo 2015 art.
    /// 1.2.1).
    /// </summary>
    public string? WoontHierOndanks { get; private set; }

    /// <summary>From when <see cref="PersoonVolgen"/> turns to the BRP; null when there is nothing to tell or to ask.</summary>
    public DateTimeOffset? DueAt { get; private set; }
    public DateTimeOffset? ClaimedUntil { get; private set; }
    public int Attempts { get; private set; }
    public int Unknowns { get; private set; }
    public string? Traceparent { get; private set; }

    private Seat VanBekend => Seat.InRow<Persoon>(Id, nameof(Bekend));

    /// <summary>What was last known; null before that.</summary>
    public BrpPersoon? Kennis(Vault kluis) => Bekend is { } bekend ? kluis.UnsealJson<BrpPersoon>(bekend, VanBekend) : null;

    /// <summary>What counts now: what was last known, without the signs that a user has answered.</summary>
    public BrpPersoon? Geldend(Vault kluis) => Kennis(kluis) is not { } bekend ? null
        : WoontHierOndanks is null || WoontHierOndanks != Herkomst(bekend) ? bekend
        : bekend with { Signalen = [.. bekend.Signalen.Where(s => !IsTwijfel(s))] };

    /// <summary>
    /// Whether the answer is about somebody else: a user gave another BSN, and under that number the BRP knows a person of another date of
    /// birth.
    /// </summary>
    public bool IsVerwisseldMet(BrpPersoon gevonden, Vault kluis) => Kennis(kluis) is { } bekend
        && bekend.Persoon.Bsn != Bsn && bekend.Persoon.Geboortedatum != gevonden.Persoon.Geboortedatum;

    /// <summary>The BSN that a user gave is not that of this person.</summary>
    public void HoudtBsn(Vault kluis) => Bsn = Kennis(kluis)!.Persoon.Bsn;

    /// <summary>Takes over what is known now.</summary>
    /// <returns>The parts that changed; null when nothing was known before.</returns>
    public IReadOnlyList<Persoonswijziging>? Neem(BrpPersoon nieuw, Vault kluis)
    {
        var (bekend, eerst) = (Kennis(kluis), Geldend(kluis));
        nieuw = nieuw with { Persoon = nieuw.Persoon with { EerdereBsns = Eerdere(bekend?.Persoon, nieuw.Persoon.Bsn) } };
        Bsn = nieuw.Persoon.Bsn;
        if (bekend is not null && !Anders(bekend, nieuw)) return [];
        // The judgement of a user was about the place that the BRP named then.
        if (Herkomst(nieuw) != WoontHierOndanks || !nieuw.Signalen.Any(IsTwijfel)) WoontHierOndanks = null;
        Bekend = kluis.SealJson(nieuw, VanBekend);
        return Tel(eerst, kluis);
    }

    private static IReadOnlyList<string>? Eerdere(Persoonsgegevens? eerst, string bsn) => eerst is null ? null
        : (IReadOnlyList<string>)[.. (eerst.EerdereBsns ?? []).Append(eerst.Bsn).Where(b => b != bsn).Distinct()] is { Count: > 0 } nummers
            ? nummers : null;

    /// <summary>The person is from the BRP, so what changes there matters.</summary>
    /// <param name="volgen">The outcome of following. While the BRP is away, that is tried again.</param>
    public void GaVolgen(Volguitslag volgen)
    {
        (MoetVolgen, Volgt) = (true, volgen == Volguitslag.Gezet || Volgt);
        if (!Volgt && volgen == Volguitslag.Weg) DueAt = DateTimeOffset.UnixEpoch;
    }

    /// <summary>The BRP does not say who the person is, so there is nobody to follow.</summary>
    /// <param name="volgen">The outcome of following.</param>
    public void GaNietVolgen(Volguitslag volgen)
    {
        (MoetVolgen, Volgt) = (false, volgen == Volguitslag.Gezet || Volgt);
        if (Volgt) DueAt = DateTimeOffset.UnixEpoch;
    }

    /// <summary>A dossier was opened without a melding, so the BRP is asked who this is, and follows the person from now on.</summary>
    public void MoetBekendWorden() => (MoetVolgen, DueAt, Attempts) = (true, DateTimeOffset.UnixEpoch, 0);

    /// <summary>The BRP was told and asked what it had to be.</summary>
    public void IsBijgewerkt(bool volgt) => (Volgt, DueAt, ClaimedUntil, Attempts, Unknowns) = (volgt, null, null, 0, 0);

    /// <summary>
    /// Establishes whether a person lives in this municipality who is registered elsewhere, or not at the registered address.
    /// </summary>
    /// <inheritdoc cref="Neem" path="/returns"/>
    /// <exception cref="Weigering">409: the BRP says nothing of the kind.</exception>
    public IReadOnlyList<Persoonswijziging>? StelVerblijfVast(bool verblijftHier, Vault kluis)
    {
        var (eerst, bekend) = (Geldend(kluis), Kennis(kluis));
        if (bekend is null || !bekend.Signalen.Any(IsTwijfel))
            throw Weigering.Toestand("verblijf-niet-in-twijfel",
                "Volgens de BRP woont deze inwoner in deze gemeente. U hoeft niets vast te stellen.");
        WoontHierOndanks = verblijftHier ? Herkomst(bekend) : null;
        return Tel(eerst, kluis);
    }

    /// <summary>The person got another BSN. The BRP is asked under that number, and follows it.</summary>
    public void KrijgtBsn(string bsn)
    {
        (Bsn, MoetVolgen, Volgt) = (bsn, true, false);
        (DueAt, Attempts, Unknowns) = (DateTimeOffset.UnixEpoch, 0, 0);
    }

    private IReadOnlyList<Persoonswijziging>? Tel(BrpPersoon? eerst, Vault kluis)
    {
        var wat = eerst is null ? null : Verschil(eerst, Geldend(kluis)!);
        if (wat is null or { Count: > 0 }) Stand++;
        return wat;
    }

    private static string Herkomst(BrpPersoon persoon) => persoon.Gemeente ?? "onbekend";

    private static bool IsTwijfel(Brpsignaal signaal) => signaal
        is Brpsignaal.AndereGemeente or Brpsignaal.NietIngezetene or Brpsignaal.VerblijftNietOpAdres;

    private static List<Persoonswijziging> Verschil(BrpPersoon eerst, BrpPersoon nu)
    {
        var (van, naar) = (eerst.Persoon, nu.Persoon);
        (bool Anders, Persoonswijziging Wat)[] delen =
        [
            (Anders(Briefnaam(van), Briefnaam(naar)), Persoonswijziging.Naam),
            (Anders((van.Geboortedatum, van.DatumGebruik, van.Geslacht), (naar.Geboortedatum, naar.DatumGebruik, naar.Geslacht)),
                Persoonswijziging.Geboorte),
            (Anders((van.Adres, van.Aanschrijving?.Adresregels), (naar.Adres, naar.Aanschrijving?.Adresregels)), Persoonswijziging.Adres),
            (van.Bsn != naar.Bsn, Persoonswijziging.Bsn),
            (eerst.GeenBerichtenverkeer != nu.GeenBerichtenverkeer, Persoonswijziging.Afscherming),
            (Anders((eerst.Signalen.Order(), eerst.OverledenOp), (nu.Signalen.Order(), nu.OverledenOp)), Persoonswijziging.Signaal),
        ];
        return [.. delen.Where(d => d.Anders).Select(d => d.Wat)];
    }

    private static object Briefnaam(Persoonsgegevens p) =>
        new { p.Naam, Boven = p.Aanschrijving?.Naam, p.Aanschrijving?.Aanhef, p.Aanschrijving?.InTekst };

    /// <summary>Lists in records are compared by their content.</summary>
    private static bool Anders<T>(T van, T naar) => JsonSerializer.Serialize(van, Vergelijk) != JsonSerializer.Serialize(naar, Vergelijk);

    private static readonly JsonSerializerOptions Vergelijk = new() { IncludeFields = true };
}
