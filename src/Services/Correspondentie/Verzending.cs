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
/// One letter or e-mail, from its cause until it was sent. Dossier, kind and cause are its natural key, so that nobody gets it twice. Its
/// address and its text are sealed (see <see cref="Vault"/>).
/// </summary>
public sealed class Verzending : Aggregate, ISendable
{
    /// <summary>After so many attempts a person may hand it over instead: about six hours.</summary>
    private const int HandmatigNaPogingen = 10;

    private Verzending()
    {
    }

    public Verzendsoort Soort { get; private set; }

    /// <summary>
    /// Its cause, which distinguishes it from another of its kind in the dossier. Empty for a letter that a dossier has once.
    /// </summary>
    public string Aanleiding { get; private set; } = "";
    public Verzendwijze Wijze { get; private set; }
    public Verzendstatus Status { get; private set; }
    public string Wijkteam { get; private set; } = "";

    /// <summary>The resident.</summary>
    public Guid PersoonId { get; private set; }

    /// <summary>The data of its kind, sealed (see <see cref="IBrief"/>).</summary>
    public Sealed Gegevens { get; private set; }

    /// <summary>The e-mail address, sealed. Null without an address, after a refusal, and once it is no longer needed.</summary>
    public Sealed? Emailadres { get; private set; }

    /// <summary>The <see cref="Emailadressen.Emailadres"/> that it goes or went to; null for a letter.</summary>
    public Guid? EmailadresId { get; private set; }

    /// <summary>The last day on which it has to be sent; null for a letter. An e-mail that is not taken by then becomes a letter.</summary>
    public DateOnly? Uiterlijk { get; private set; }

    /// <summary>Name and address for a letter, sealed. Null until they are known, and once they are no longer needed.</summary>
    public Sealed? Geadresseerde { get; private set; }

    /// <summary>The resident is known, but has no address that may be used.</summary>
    public bool ZonderAdres { get; private set; }

    /// <summary>It goes to who acts for the resident, whose address came with it (Awb 2:1).</summary>
    public bool AanGemachtigde { get; private set; }

    /// <summary>
    /// The text that was sent, sealed, because it belongs to the dossier. Null when a letter was handed over, and for a question.
    /// </summary>
    public Sealed? Inhoud { get; private set; }

    public DateTimeOffset? DueAt { get; private set; }
    public DateTimeOffset? ClaimedUntil { get; private set; }
    public int Attempts { get; private set; }
    public int Unknowns { get; private set; }

    public DateTimeOffset? VerzondenOp { get; private set; }

    /// <summary>W3C trace context of its cause. Sending joins this trace, however late it happens.</summary>
    public string? Traceparent { get; private set; }

    /// <summary>Its file name, the same at every attempt. One that may reach a stranger does not name the dossier.</summary>
    public string Kenmerk =>
        Soort == Verzendsoort.Adrescontrole ? $"adrescontrole-{Id:N}"
        : $"{Dossiernummer}-{Soort.ToString().ToLowerInvariant()}{(IsEersteVanSoort ? "" : $"-{Id:N}")}";

    /// <summary>A dossier has it once, or it is about the melding that the dossier began with, which has the same number.</summary>
    private bool IsEersteVanSoort => Aanleiding.Length == 0 || Aanleiding.AsSpan(1).SequenceEqual(Dossiernummer.AsSpan(1));

    /// <summary>
    /// Its Message-ID before the <c>@</c>, the same at every attempt. It holds the id, which nobody can guess, so that no stranger can
    /// claim that an e-mail came back.
    /// </summary>
    public string Berichtnaam => $"{Kenmerk}.{Id:N}";

    /// <summary>Starts a letter by post. It waits until the address is known.</summary>
    /// <param name="brief">The letter.</param>
    /// <param name="ontvanger">Whose it is.</param>
    /// <param name="kluis">Seals the data.</param>
    /// <param name="aanleiding">The event that caused it; null for what the letter itself says.</param>
    /// <param name="gemachtigde">The one who acts for the resident, to whom it goes at once; null when it goes to the resident.</param>
    public static Verzending PerBrief(
        IBrief brief, Ontvanger ontvanger, Vault kluis, string? aanleiding = null, Contracts.Postadres? gemachtigde = null)
    {
        var verzending = Nieuw(brief, ontvanger, Verzendwijze.Brief, Verzendstatus.WachtOpAdres, null, kluis);
        verzending.Aanleiding = aanleiding ?? brief.Aanleiding;
        if (gemachtigde is not null)
        {
            verzending.AanGemachtigde = true;
            verzending.Geadresseerde = kluis.SealJson(
                new Geadresseerde([gemachtigde.Naam, .. gemachtigde.Adresregels], "Geachte heer, mevrouw,"),
                verzending.Seat(nameof(Geadresseerde)));
            (verzending.Status, verzending.DueAt) = (Verzendstatus.TeVerzenden, DateTimeOffset.UnixEpoch);
        }
        return verzending;
    }

    /// <summary>Starts an e-mail to an address that is confirmed, or that it asks to confirm.</summary>
    public static Verzending PerEmail(IBrief brief, Emailpakket post, Emailadressen.Emailadres adres, Vault kluis) =>
        Nieuw(brief, post.Ontvanger, Verzendwijze.Email, Verzendstatus.TeVerzenden, DateTimeOffset.UnixEpoch, kluis)
            .Naar(adres, post, kluis);

    /// <summary>Starts an e-mail that waits until its address is confirmed, and becomes a letter when that takes too long.</summary>
    /// <param name="brief">The e-mail.</param>
    /// <param name="post">Whose it is, and where it goes.</param>
    /// <param name="adres">The address, which is not confirmed yet.</param>
    /// <param name="tot">How long it waits, by the clock of the database.</param>
    /// <param name="kluis">Seals the data and the address.</param>
    public static Verzending NaBevestiging(
        IBrief brief, Emailpakket post, Emailadressen.Emailadres adres, DateTimeOffset tot, Vault kluis) =>
        Nieuw(brief, post.Ontvanger, Verzendwijze.Email, Verzendstatus.WachtOpBevestiging, tot, kluis).Naar(adres, post, kluis);

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
    /// case of a refusal. After a death it goes to the heirs, or lapses when it only mattered to who died.
    /// </summary>
    /// <param name="beeld">The latest of the resident, so what it says replaces what was known.</param>
    /// <param name="kluis">Seals name and address.</param>
    /// <param name="nu">The present moment.</param>
    public void MaakBekend(Persoonsbeeld beeld, Vault kluis, DateTimeOffset nu)
    {
        if (Status is Verzendstatus.Verzonden or Verzendstatus.Vervallen) return;
        var brief = Brief(kluis);
        if (beeld.IsOverleden && !brief.OokNaOverlijden)
        {
            Vervalt();
            return;
        }
        if (AanGemachtigde) return;
        var geadresseerde = Brieven.Geadresseerde.Van(beeld.Persoon(kluis), brief.VoorNabestaanden || beeld.IsOverleden);
        if (geadresseerde is null && ZonderAdres) return;
        Geadresseerde = geadresseerde is null ? null : kluis.SealJson(geadresseerde, Seat(nameof(Geadresseerde)));
        ZonderAdres = geadresseerde is null;
        if (Status == Verzendstatus.WachtOpAdres || (Wijze == Verzendwijze.Brief && Status == Verzendstatus.TeVerzenden && ZonderAdres))
            GaPerPost(brief, nu);
    }

    /// <summary>Records that it was sent, and announces the event that follows.</summary>
    /// <param name="poging">The row as it was sent. It may have become a letter meanwhile, and the e-mail went all the same.</param>
    /// <param name="tekst">The text that was sent.</param>
    /// <param name="kluis">Seals it.</param>
    /// <param name="nu">The present moment.</param>
    public void IsVerzonden(Verzending poging, string tekst, Vault kluis, DateTimeOffset nu)
    {
        ArgumentNullException.ThrowIfNull(poging);
        if (Status == Verzendstatus.Verzonden) return;
        var brief = Brief(kluis);
        (Wijze, EmailadresId) = (poging.Wijze, poging.EmailadresId);
        if (!brief.AlleenPerEmail) Inhoud = kluis.SealText(tekst, Seat(nameof(Inhoud)));
        RondAf(brief, nu, nu.Dag(), nu);
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

    /// <summary>Two attempts may have arrived. A person decides, unless it was only a question.</summary>
    public void WordtOnzeker(Vault kluis)
    {
        if (Brief(kluis).AlleenPerEmail) Vervalt();
        else (Status, DueAt, ClaimedUntil) = (Verzendstatus.Onzeker, null, null);
    }

    /// <summary>Its address is confirmed, so it can go.</summary>
    public void AdresBevestigd()
    {
        if (Status != Verzendstatus.WachtOpBevestiging) return;
        (Status, DueAt, ClaimedUntil, Attempts, Unknowns) = (Verzendstatus.TeVerzenden, DateTimeOffset.UnixEpoch, null, 0, 0);
    }

    /// <summary>
    /// Records that its e-mail came back, so that it becomes a letter. It lapses when it makes no sense as one, or when the resident died.
    /// </summary>
    /// <param name="beeld">Who the resident is; null while that is not known.</param>
    /// <param name="kluis">Seals name and address.</param>
    /// <param name="nu">The present moment.</param>
    public Terugkomst KomtTerug(Persoonsbeeld? beeld, Vault kluis, DateTimeOffset nu)
    {
        if (Wijze != Verzendwijze.Email || Status is not (Verzendstatus.Verzonden or Verzendstatus.Onzeker or Verzendstatus.TeVerzenden))
            return Terugkomst.Achterhaald;
        if (ClaimedUntil is not null) return Terugkomst.Later;
        var brief = Brief(kluis);
        if (beeld is { IsOverleden: true } && !brief.OokNaOverlijden)
        {
            Vervalt();
            return Terugkomst.Verwerkt;
        }
        if (Status == Verzendstatus.Verzonden && brief.Teruggekomen(nu.Dag()) is { } gebeurtenis) Announce(gebeurtenis, nu);
        // Where the letter goes is looked up anew, because an address is not kept once it is no longer needed.
        (Status, VerzondenOp, Geadresseerde, ZonderAdres) = (Verzendstatus.WachtOpAdres, null, null, false);
        WordtBrief(kluis, nu);
        if (beeld is not null) MaakBekend(beeld, kluis, nu);
        return Terugkomst.Verwerkt;
    }

    /// <summary>A person has it sent once more, under the same name.</summary>
    public void VerzendOpnieuw()
    {
        if (Status != Verzendstatus.Onzeker)
            throw Weigering.Toestand("niet-onzeker",
                "U verzendt alleen opnieuw wat misschien niet is aangekomen. Al het andere gaat vanzelf, of is al verzonden.");
        (Status, DueAt, Attempts, Unknowns) = (Verzendstatus.TeVerzenden, DateTimeOffset.UnixEpoch, 0, 0);
    }

    /// <summary>
    /// No e-mail can go to the address, so it becomes a letter as soon as name and address are known. One that makes no sense as a letter
    /// lapses.
    /// </summary>
    public void WordtBrief(Vault kluis, DateTimeOffset nu)
    {
        var brief = Brief(kluis);
        if (brief.AlleenPerEmail)
        {
            Vervalt();
            return;
        }
        (Wijze, Emailadres, EmailadresId, Uiterlijk) = (Verzendwijze.Brief, null, null, null);
        (Attempts, Unknowns, ClaimedUntil) = (0, 0, null);
        GaPerPost(brief, nu);
    }

    private static Verzending Nieuw(
        IBrief brief, Ontvanger ontvanger, Verzendwijze wijze, Verzendstatus status, DateTimeOffset? dueAt, Vault kluis)
    {
        var verzending = new Verzending
        {
            Dossiernummer = ontvanger.Dossiernummer,
            Soort = brief.Soort,
            Aanleiding = brief.Aanleiding,
            Wijkteam = ontvanger.Wijkteam,
            PersoonId = ontvanger.PersoonId,
            Wijze = wijze,
            Status = status,
            DueAt = dueAt,
            Traceparent = Activity.Current?.Id,
        };
        verzending.Gegevens = kluis.SealJson(brief, verzending.Seat(nameof(Gegevens)));
        return verzending;
    }

    private Verzending Naar(Emailadressen.Emailadres adres, Emailpakket post, Vault kluis)
    {
        (EmailadresId, Uiterlijk, Emailadres) = (adres.Id, post.Uiterlijk, kluis.SealText(post.Email, Seat(nameof(Emailadres))));
        return this;
    }

    private void Vervalt() =>
        (Status, DueAt, ClaimedUntil, Emailadres, Geadresseerde) = (Verzendstatus.Vervallen, null, null, null, null);

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
    /// <summary>It goes by e-mail once somebody confirms the address, and otherwise by letter.</summary>
    WachtOpBevestiging,
    TeVerzenden,
    Verzonden,
    /// <summary>It was sent twice, and nobody knows whether it arrived. A person decides.</summary>
    Onzeker,
    /// <summary>It goes to nobody any more: the resident died, or the question about an address makes no sense any more.</summary>
    Vervallen,
}

/// <summary>Whose letter it is.</summary>
/// <param name="Dossiernummer">The dossier it belongs to.</param>
/// <param name="Wijkteam">The team that may see it.</param>
/// <param name="PersoonId">The resident.</param>
public sealed record Ontvanger(string Dossiernummer, string Wijkteam, Guid PersoonId);

/// <summary>Whose e-mail it is, and where it goes.</summary>
/// <param name="Ontvanger">Whose it is.</param>
/// <param name="Email">The address.</param>
/// <param name="Uiterlijk">The last day on which it has to be sent.</param>
public sealed record Emailpakket(Ontvanger Ontvanger, string Email, DateOnly Uiterlijk)
{
    /// <inheritdoc />
    public override string ToString() => Ontvanger.Dossiernummer;
}

/// <summary>The outcome of an e-mail that came back.</summary>
public enum Terugkomst
{
    /// <summary>It became a letter, or lapsed.</summary>
    Verwerkt,
    /// <summary>An attempt is under way, and its outcome must be known first.</summary>
    Later,
    /// <summary>It was handled before, or it no longer matters.</summary>
    Achterhaald,
}
