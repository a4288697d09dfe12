using System.Diagnostics;
using WmoPlatform.Contracts;
using WmoPlatform.Correspondentie.Brieven;
using WmoPlatform.Messaging;
using WmoPlatform.Messaging.Sending;
using WmoPlatform.Personen;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Correspondentie;

/// <summary>
/// One letter or e-mail, from its cause until it was sent. Dossier and kind are its natural key, so that nobody gets it twice. Its address
/// and its text are sealed (see <see cref="Vault"/>).
/// </summary>
public sealed class Verzending : Aggregate, ISendable
{
    /// <summary>After so many attempts a person may hand it over instead: about six hours.</summary>
    private const int HandmatigNaPogingen = 10;

    private Verzending()
    {
    }

    public Verzendsoort Soort { get; private set; }
    public Verzendwijze Wijze { get; private set; }
    public Verzendstatus Status { get; private set; }
    public string Wijkteam { get; private set; } = "";

    /// <summary>The resident; null for one from before this was kept.</summary>
    public Guid? PersoonId { get; private set; }

    /// <summary>The data of its kind, sealed (see <see cref="IBrief"/>).</summary>
    public Sealed Gegevens { get; private set; }

    /// <summary>The e-mail address, sealed. Null without an address, after a refusal, and once it is no longer needed.</summary>
    public Sealed? Emailadres { get; private set; }

    /// <summary>Name and address for a letter, sealed. Null until they are known, and once they are no longer needed.</summary>
    public Sealed? Geadresseerde { get; private set; }

    /// <summary>The resident is known, but has no address that may be used.</summary>
    public bool ZonderAdres { get; private set; }

    /// <summary>The text that was sent, sealed, because it belongs to the dossier. Null when a letter was handed over.</summary>
    public Sealed? Inhoud { get; private set; }

    public DateTimeOffset? DueAt { get; private set; }
    public DateTimeOffset? ClaimedUntil { get; private set; }
    public int Attempts { get; private set; }
    public int Unknowns { get; private set; }

    public DateTimeOffset? VerzondenOp { get; private set; }

    /// <summary>W3C trace context of its cause. Sending joins this trace, however late it happens.</summary>
    public string? Traceparent { get; private set; }

    /// <summary>Its name outside this service, as file name and Message-ID: the same at every attempt.</summary>
    public string Kenmerk => $"{Dossiernummer}-{Soort.ToString().ToLowerInvariant()}";

    /// <summary>Starts a letter: by e-mail when the resident gave an address, otherwise by post.</summary>
    /// <param name="brief">The letter.</param>
    /// <param name="dossiernummer">The dossier it belongs to.</param>
    /// <param name="wijkteam">The team that may see it.</param>
    /// <param name="persoonId">The resident; null when that is not known here.</param>
    /// <param name="emailadres">The address, not sealed; null for a letter by post.</param>
    /// <param name="kluis">Seals the data and the address.</param>
    public static Verzending Van(
        IBrief brief, string dossiernummer, string wijkteam, Guid? persoonId, string? emailadres, Vault kluis)
    {
        var verzending = new Verzending
        {
            Dossiernummer = dossiernummer,
            Soort = brief.Soort,
            Wijkteam = wijkteam,
            PersoonId = persoonId,
            Wijze = emailadres is null ? Verzendwijze.Brief : Verzendwijze.Email,
            Status = emailadres is null ? Verzendstatus.WachtOpAdres : Verzendstatus.TeVerzenden,
            DueAt = emailadres is null ? null : DateTimeOffset.UnixEpoch,
            Traceparent = Activity.Current?.Id,
        };
        verzending.Gegevens = kluis.SealJson(brief, verzending.Seat(nameof(Gegevens)));
        if (emailadres is not null) verzending.Emailadres = kluis.SealText(emailadres, verzending.Seat(nameof(Emailadres)));
        return verzending;
    }

    /// <summary>The letter.</summary>
    public IBrief Brief(Vault kluis) => kluis.UnsealJson<IBrief>(Gegevens, Seat(nameof(Gegevens)));

    /// <summary>The e-mail address; null without one.</summary>
    public string? Email(Vault kluis) => Emailadres is { } adres ? kluis.UnsealText(adres, Seat(nameof(Emailadres))) : null;

    /// <summary>Name and address for a letter; null while they are not known.</summary>
    public Geadresseerde? Aan(Vault kluis) =>
        Geadresseerde is { } aan ? kluis.UnsealJson<Geadresseerde>(aan, Seat(nameof(Geadresseerde))) : null;

    /// <summary>The text that was sent; null without one.</summary>
    public string? Tekst(Vault kluis) => Inhoud is { } tekst ? kluis.UnsealText(tekst, Seat(nameof(Inhoud))) : null;

    /// <summary>
    /// Records who the resident is and where letters go. A letter can go now if there is an address. An e-mail keeps the address for the
    /// case of a refusal. After a death it goes to nobody any more, unless it is for the heirs.
    /// </summary>
    /// <param name="beeld">The latest of the resident, so what it says replaces what was known.</param>
    /// <param name="kluis">Seals name and address.</param>
    /// <param name="nu">The present moment.</param>
    public void MaakBekend(Persoonsbeeld beeld, Vault kluis, DateTimeOffset nu)
    {
        if (Status is Verzendstatus.Verzonden or Verzendstatus.Vervallen) return;
        var brief = Brief(kluis);
        if (beeld.IsOverleden && !brief.VoorNabestaanden)
        {
            (Status, DueAt, ClaimedUntil, Emailadres, Geadresseerde) = (Verzendstatus.Vervallen, null, null, null, null);
            return;
        }
        var geadresseerde = Brieven.Geadresseerde.Van(beeld.Persoon(kluis), brief.VoorNabestaanden);
        if (geadresseerde is null && ZonderAdres) return;
        Geadresseerde = geadresseerde is null ? null : kluis.SealJson(geadresseerde, Seat(nameof(Geadresseerde)));
        ZonderAdres = geadresseerde is null;
        if (Status == Verzendstatus.WachtOpAdres || (Wijze == Verzendwijze.Brief && Status == Verzendstatus.TeVerzenden && ZonderAdres))
            GaPerPost(brief, nu);
    }

    /// <summary>Records that it was sent, and announces the event that follows.</summary>
    public void IsVerzonden(string tekst, Vault kluis, DateTimeOffset nu)
    {
        if (Status == Verzendstatus.Verzonden) return;
        Inhoud = kluis.SealText(tekst, Seat(nameof(Inhoud)));
        RondAf(Brief(kluis), nu, nu.Dag(), nu);
    }

    /// <summary>
    /// Records that a consulent or the backoffice gave it to the resident, because there is no address, nobody knows whether it arrived, or
    /// it does not go for hours.
    /// </summary>
    public void ReikUit(DateOnly dag, Vault kluis, DateTimeOffset nu)
    {
        var brief = Brief(kluis);
        if (Status == Verzendstatus.Vervallen)
            throw Weigering.Toestand("vervallen", "Deze brief of e-mail is vervallen, omdat de inwoner is overleden.");
        if (Status == Verzendstatus.Verzonden)
            throw Weigering.Toestand("al-verzonden", "Deze brief of e-mail is al verzonden. U hoeft niets meer te doen.");
        if (Status == Verzendstatus.TeVerzenden && Attempts < HandmatigNaPogingen)
            throw Weigering.Toestand("wordt-verzonden", "Deze brief of e-mail wordt al verzonden: er is een adres. U hoeft niets te doen.");
        if (dag > nu.Dag() || dag < brief.Vanaf)
            throw Weigering.Regel("uitreikdag-onmogelijk",
                $"De dag ligt in de toekomst, of vóór {Datumtekst.ZonderWeekdag(brief.Vanaf)}. "
                    + $"Vul de dag in waarop de inwoner de brief echt kreeg.",
                brief.Grondslag, "uitgereiktOp");
        Wijze = Verzendwijze.Brief;
        RondAf(brief, new(dag, TimeOnly.MinValue, TimeSpan.Zero), dag, nu);
    }

    /// <summary>Two attempts may have arrived. A person decides.</summary>
    public void WordtOnzeker() => (Status, DueAt, ClaimedUntil) = (Verzendstatus.Onzeker, null, null);

    /// <summary>A person has it sent once more, under the same name.</summary>
    public void VerzendOpnieuw()
    {
        if (Status != Verzendstatus.Onzeker)
            throw Weigering.Toestand("niet-onzeker",
                "U verzendt alleen opnieuw wat misschien niet is aangekomen. Al het andere gaat vanzelf, of is al verzonden.");
        (Status, DueAt, Attempts, Unknowns) = (Verzendstatus.TeVerzenden, DateTimeOffset.UnixEpoch, 0, 0);
    }

    /// <summary>The e-mail address is refused for good, so it becomes a letter as soon as name and address are known.</summary>
    public void WordtBrief(Vault kluis, DateTimeOffset nu)
    {
        (Wijze, Emailadres, Attempts, Unknowns, ClaimedUntil) = (Verzendwijze.Brief, null, 0, 0, null);
        GaPerPost(Brief(kluis), nu);
    }

    private void GaPerPost(IBrief brief, DateTimeOffset nu)
    {
        (Status, DueAt) = Geadresseerde is null
            ? (Verzendstatus.WachtOpAdres, (DateTimeOffset?)null)
            : (Verzendstatus.TeVerzenden, DateTimeOffset.UnixEpoch);
        if (ZonderAdres && brief.ZonderAdres() is { } gebeurtenis) Announce(gebeurtenis, nu);
    }

    private void RondAf(IBrief brief, DateTimeOffset op, DateOnly dag, DateTimeOffset nu)
    {
        (Status, VerzondenOp) = (Verzendstatus.Verzonden, op.ToUniversalTime());
        (DueAt, ClaimedUntil, Emailadres, Geadresseerde) = (null, null, null, null);
        if (brief.Verzonden(Wijze, dag) is { } gebeurtenis) Announce(gebeurtenis, nu);
    }
}

public enum Verzendstatus
{
    WachtOpAdres,
    TeVerzenden,
    Verzonden,
    /// <summary>It was sent twice, and nobody knows whether it arrived. A person decides.</summary>
    Onzeker,
    /// <summary>It goes to nobody any more, because the resident died.</summary>
    Vervallen,
}
