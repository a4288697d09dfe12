using WmoPlatform.Contracts;
using WmoPlatform.IStandaarden;
using WmoPlatform.IStandaarden.Codelijsten;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Wetgeving;
using WmoPlatform.Zorgaanbieders.Register;

namespace WmoPlatform.Zorgaanbieders.Toewijzingen;

/// <summary>
/// One voorziening assigned to one provider. The assignment judges what the provider reports: the answer is a code of the standard, or null
/// when the report is accepted and has taken effect.
/// </summary>
public sealed class Toewijzing : Aggregate
{
    private Toewijzing()
    {
    }

    /// <summary>Unique within the municipality (iWmo TR332).</summary>
    public long Toewijzingnummer { get; private set; }
    public Guid VoorzieningId { get; private set; }
    /// <summary>Counts the providers of this voorziening from 1. Together with the voorziening it is the natural key.</summary>
    public int Volgnummer { get; private set; }
    public Guid BeschikkingId { get; private set; }
    public Guid PersoonId { get; private set; }
    public string Wijkteam { get; private set; } = "";
    public string Agb { get; private set; } = "";
    public Product Product { get; private set; } = null!;
    public Omvang Omvang { get; private set; } = null!;
    public Periode Periode { get; private set; } = null!;
    /// <summary>
    /// The moment at which its present state was fixed, the same in every message with that state (iWmo IV013). The latest moment wins.
    /// </summary>
    public DateTimeOffset ToegewezenOp { get; private set; }
    public Sealed VerzegeldePersoon { get; private set; }
    /// <summary>The moment of its beschikking.</summary>
    public DateTimeOffset BeschiktOp { get; private set; }
    /// <summary>The reason why no messages are sent about this person; null when they are.</summary>
    public RedenMetDeHand? MetDeHand { get; private set; }
    /// <summary>Identifications of the WMO301s that list this assignment. Each WMO301 lists all valid assignments (iWmo OP087).</summary>
    public IReadOnlyList<string> Berichten { get; private set; } = [];
    /// <summary>Whether the provider does not know the present state yet. The next WMO301 carries it (iWmo OP080).</summary>
    public bool TeVertellen { get; private set; }
    public Wijziging Wijziging { get; private set; } = Wijziging.Geen;
    /// <summary>
    /// The provider's request that the present state answers (iWmo TR379); null when the municipality acted of its own accord.
    /// </summary>
    public string? ReferentieAanbieder { get; private set; }
    /// <summary>
    /// The last day that was agreed before the removal, or before the provider stopped for good. Another provider may still get the help
    /// until that day.
    /// </summary>
    public DateOnly? EerderEinde { get; private set; }
    /// <summary>Whether its last day has passed.</summary>
    public bool IsAfgelopen { get; private set; }
    /// <summary>The obstacle that holds it; empty without one.</summary>
    public string Bevinding { get; private set; } = "";
    public Toewijzingstatus Status { get; private set; }
    public IReadOnlyList<string> Retourcodes { get; private set; } = [];
    /// <summary>The reason of a rejection on the platform; null after a rejection by message or by hand.</summary>
    public Afkeurreden? Afkeurreden { get; private set; }
    public Sealed? VerzegeldeToelichting { get; private set; }
    public Levering Levering { get; private set; } = Levering.NogNiet;
    /// <summary>The number of the assignment that replaced it.</summary>
    public long? OpgevolgdDoor { get; private set; }
    /// <summary>The aggregate of the assignment that replaced it.</summary>
    public Guid? Opvolger { get; private set; }

    /// <summary>Creates an assignment of what a decision grants.</summary>
    /// <param name="besluit">The decision.</param>
    /// <param name="voorzieningId">The voorziening.</param>
    /// <param name="volgnummer">Its place among the assignments of the voorziening.</param>
    /// <param name="hulp">The help, at one provider.</param>
    /// <param name="nummer">Its number.</param>
    /// <param name="kluis">Seals the personal data.</param>
    /// <param name="nu">Now.</param>
    public static Toewijzing Bij(
        Besluit besluit, Guid voorzieningId, int volgnummer, Traject hulp, long nummer, Vault kluis, DateTimeOffset nu)
    {
        var toewijzing = new Toewijzing
        {
            Dossiernummer = besluit.Dossiernummer,
            Toewijzingnummer = nummer,
            VoorzieningId = voorzieningId,
            Volgnummer = volgnummer,
            BeschikkingId = besluit.BesluitId,
            PersoonId = besluit.PersoonId,
            Wijkteam = besluit.Wijkteam,
            Agb = hulp.Agb,
            Product = hulp.Product,
            Omvang = hulp.Omvang,
            Periode = hulp.Periode,
            ToegewezenOp = nu.ToUniversalTime(),
            BeschiktOp = besluit.Op,
            MetDeHand = besluit.Afgeschermd ? RedenMetDeHand.AfgeschermdePersoon
                : besluit.Persoon.Adres is null ? RedenMetDeHand.GeenAdres : null,
        };
        toewijzing.VerzegeldePersoon = kluis.SealJson(besluit.Persoon, toewijzing.VanPersoon);
        return toewijzing;
    }

    /// <summary>Creates another assignment of the same voorziening, with the data of this one.</summary>
    public Toewijzing Bij(int volgnummer, Traject hulp, long nummer, Vault kluis, DateTimeOffset nu) =>
        Kopie(hulp.Agb, hulp.Product, hulp.Omvang, hulp.Periode, nummer, VoorzieningId, volgnummer, kluis, nu);

    /// <summary>
    /// Creates the assignment to another provider, after a rejection or because this provider cannot have the help. When only the message
    /// was wrong, the same provider may get it again.
    /// </summary>
    /// <param name="agb">The provider that gets the help.</param>
    /// <param name="nummer">The number of the next assignment.</param>
    /// <param name="kluis">Seals the personal data.</param>
    /// <param name="nu">Now.</param>
    /// <param name="volgnummer">Its place among the assignments of the voorziening; the next one by default.</param>
    /// <param name="toegekend">The granted parts in kind; null leaves the period as it is.</param>
    public Toewijzing Vervang(
        string agb, long nummer, Vault kluis, DateTimeOffset nu, int? volgnummer = null, IReadOnlyList<Voorzieningdeel>? toegekend = null)
    {
        var wacht = Status is Toewijzingstatus.Aangehouden or Toewijzingstatus.WachtOpVerzoek;
        if (!wacht && !MoetEindeVaststellen && Status is not (Toewijzingstatus.Afgekeurd or Toewijzingstatus.Verwijderd))
            throw Weigering.Toestand("niet-afgekeurd",
                "Een andere aanbieder kan zo alleen als de toewijzing is afgekeurd, aangehouden, verwijderd of eerder dan afgesproken "
                + "gestopt, of nog op een verzoek wacht. Gaat de hulp over naar een andere aanbieder? Wijzig dan de toewijzing.");
        if (OpgevolgdDoor is not null)
            throw Weigering.Toestand("al-opgevolgd", $"Er is al een andere aanbieder gekozen: zie toewijzing {OpgevolgdDoor}.");
        if (agb == Agb && Status == Toewijzingstatus.Afgekeurd && !Retourcode.ZijnTechnisch(Retourcodes))
            throw Weigering.Regel(
                "dezelfde-aanbieder", "Deze aanbieder heeft de toewijzing afgekeurd. Kies een andere aanbieder.", veld: "agb");
        if (agb == Agb && wacht)
            throw Weigering.Regel("dezelfde-aanbieder",
                "Deze aanbieder is al gekozen. Bied de toewijzing opnieuw aan, of kies een andere aanbieder.", veld: "agb");
        if (MoetEindeVaststellen && agb == Agb)
            throw Weigering.Regel("dezelfde-aanbieder",
                "Deze aanbieder is gestopt. Kies een andere aanbieder. Ging de hulp toch door? Dan neemt de aanbieder het einde terug.",
                veld: "agb");
        var periode = Periode with { Einddatum = EerderEinde ?? Periode.Einddatum };
        if (MoetEindeVaststellen)
        {
            EindigOp(Levering.LaatsteDag!.Value);
            periode = periode with { Ingangsdatum = Overgang.DagNa(Periode.Einddatum) };
        }
        if (toegekend is not null) periode = Binnen(periode, toegekend);
        if (wacht) Status = Toewijzingstatus.Verwijderd;
        var opvolger = Volgende(agb, Product, Omvang, periode, nummer, volgnummer ?? Volgnummer + 1, kluis, nu);
        SpreekAf(kluis, nu);
        return opvolger;
    }

    /// <summary>The days of a period on which help in kind is granted.</summary>
    /// <exception cref="Weigering">422: there are none, so a decision is needed first.</exception>
    private static Periode Binnen(Periode periode, IReadOnlyList<Voorzieningdeel> toegekend)
    {
        var delen = toegekend.Select(d => d.Periode)
            .Where(p => p.Ingangsdatum <= periode.Einddatum && periode.Ingangsdatum <= p.Einddatum).ToList();
        return delen.Count == 0 ? throw Besluitnodig.Niets() : new(
            Max(periode.Ingangsdatum, delen[0].Ingangsdatum), Min(periode.Einddatum, delen[^1].Einddatum));
    }

    /// <summary>
    /// Continues the help under another number from a day on: at another provider, or with another product or omvang (iWmo OP257). This
    /// assignment runs until then. When no day of it is left, it is removed.
    /// </summary>
    public Toewijzing VolgOp(
        string agb, Product product, Omvang omvang, Periode periode, string reden, bool inOverleg, long nummer, int volgnummer,
        Vault kluis, DateTimeOffset nu)
    {
        Eis(periode);
        var opvolger = Volgende(agb, product, omvang, periode, nummer, volgnummer, kluis, nu);
        if (periode.Ingangsdatum <= Periode.Ingangsdatum) Verwijder(kluis, nu);
        else if (periode.Ingangsdatum <= Periode.Einddatum) Eindig(Overgang.DagVoor(periode.Ingangsdatum), reden, inOverleg, kluis, nu);
        return opvolger;
    }

    /// <exception cref="Weigering">The period ends before it begins (iWmo TR018).</exception>
    internal static void Eis(Periode periode)
    {
        if (periode.Einddatum < periode.Ingangsdatum) throw EindeVoorBegin();
    }

    private Toewijzing Volgende(
        string agb, Product product, Omvang omvang, Periode periode, long nummer, int volgnummer, Vault kluis, DateTimeOffset nu)
    {
        var opvolger = Kopie(agb, product, omvang, periode, nummer, VoorzieningId, volgnummer, kluis, nu);
        (OpgevolgdDoor, Opvolger) = (nummer, opvolger.Id);
        return opvolger;
    }

    private Toewijzing Kopie(
        string agb, Product product, Omvang omvang, Periode periode, long nummer, Guid voorzieningId, int volgnummer,
        Vault kluis, DateTimeOffset nu)
    {
        var kopie = new Toewijzing
        {
            Dossiernummer = Dossiernummer,
            Toewijzingnummer = nummer,
            VoorzieningId = voorzieningId,
            Volgnummer = volgnummer,
            BeschikkingId = BeschikkingId,
            PersoonId = PersoonId,
            Wijkteam = Wijkteam,
            Agb = agb,
            Product = product,
            Omvang = omvang,
            Periode = periode,
            ToegewezenOp = nu.ToUniversalTime(),
            BeschiktOp = BeschiktOp,
            MetDeHand = MetDeHand,
        };
        kopie.VerzegeldePersoon = kluis.Move(VerzegeldePersoon, VanPersoon, kopie.VanPersoon);
        return kopie;
    }

    public Persoonsgegevens Persoon(Vault kluis) => kluis.UnsealJson<Persoonsgegevens>(VerzegeldePersoon, VanPersoon);

    /// <summary>The explanation of the provider's rejection; null without one.</summary>
    public string? Toelichting(Vault kluis) => VerzegeldeToelichting is { } tekst ? kluis.UnsealText(tekst, VanToelichting) : null;

    private Seat VanPersoon => Seat(nameof(VerzegeldePersoon));

    private Seat VanToelichting => Seat(nameof(VerzegeldeToelichting));

    /// <summary>The personal data that the CAK needs.</summary>
    public Persoonskern Kern(Vault kluis)
    {
        var persoon = Persoon(kluis);
        return new(persoon.Bsn, persoon.Geboortedatum) { EerdereBsns = persoon.EerdereBsns };
    }

    /// <summary>Whether the provider must know of it today: it is assigned, and neither ended nor stopped for good before today.</summary>
    public bool Geldt(DateOnly vandaag) => Periode.Einddatum >= vandaag && Loopt;

    /// <summary>Whether it is assigned, and neither rejected, ended nor removed.</summary>
    public bool Loopt => Status
        is Toewijzingstatus.Toegewezen or Toewijzingstatus.Geaccepteerd or Toewijzingstatus.Gestart or Toewijzingstatus.TijdelijkGestopt;

    /// <summary>Whether the provider does not know of it and it takes no place there.</summary>
    public bool IsNogNietToegewezen => Versie == 0 || Status is Toewijzingstatus.Aangehouden or Toewijzingstatus.WachtOpVerzoek;

    /// <summary>
    /// Holds it because of an obstacle. The provider is not informed, and a user must act. The obstacle that holds it already is no news.
    /// </summary>
    public void HoudAan(Beletsel beletsel, Vault kluis, DateTimeOffset nu)
    {
        if (Status == Toewijzingstatus.Aangehouden && Bevinding == beletsel.Uitleg) return;
        (Status, Bevinding) = (Toewijzingstatus.Aangehouden, beletsel.Uitleg);
        Announce(new ToewijzingAangehouden(VoorzieningId, Toewijzingnummer, Agb, beletsel.Reden), nu);
        SpreekAf(kluis, nu);
    }

    /// <summary>Lets it wait until the provider asks for it (WMO315).</summary>
    public void WachtOpVerzoek(Vault kluis, DateTimeOffset nu)
    {
        (Status, Bevinding) = (Toewijzingstatus.WachtOpVerzoek, "");
        Announce(new ToewijzingWachtOpVerzoek(VoorzieningId, Toewijzingnummer, Agb), nu);
        SpreekAf(kluis, nu);
    }

    /// <summary>Takes over the omvang and the period that the provider asked for, which are never more than was granted.</summary>
    public void Honoreer(string referentie, Omvang omvang, Periode periode)
    {
        Eis(periode);
        (ReferentieAanbieder, Omvang, Periode, IsAfgelopen) = (referentie, omvang, periode, false);
    }

    /// <summary>Assigns it to the provider. The next WMO301 reports it, or the backoffice does so by hand.</summary>
    public void WijsToe(Vault kluis, DateTimeOffset nu)
    {
        (Status, Bevinding, ToegewezenOp) = (Toewijzingstatus.Toegewezen, "", nu.ToUniversalTime());
        TeVertellen = MetDeHand is null;
        if (!TeVertellen) Announce(new ZorgToegewezen(VoorzieningId, Toewijzingnummer, Agb, null), nu);
        SpreekAf(kluis, nu);
    }

    /// <summary>Records that a WMO301 lists it. The first one assigns it; a later one carries a change.</summary>
    public void VermeldIn(string berichtidentificatie, DateTimeOffset nu)
    {
        Berichten = [.. Berichten, berichtidentificatie];
        if (!TeVertellen) return;
        TeVertellen = false;
        if (Berichten.Count == 1) Announce(new ZorgToegewezen(VoorzieningId, Toewijzingnummer, Agb, berichtidentificatie), nu);
        else Wijziging = Wijziging with { Bericht = berichtidentificatie };
    }

    /// <summary>The WMO301 that lists it was taken back before it left, so what it told is still to be told.</summary>
    public void WordtNietVermeldIn(string berichtidentificatie)
    {
        var eerste = Berichten is [var enige] && enige == berichtidentificatie;
        Berichten = [.. Berichten.Where(b => b != berichtidentificatie)];
        TeVertellen |= MetDeHand is null && (eerste || Wijziging.Bericht == berichtidentificatie);
        if (Wijziging.Bericht == berichtidentificatie) Wijziging = Wijziging with { Bericht = null };
    }

    /// <summary>
    /// The provider rejected the WMO301 that lists it for the sake of another assignment, so what it told here is still to be told.
    /// </summary>
    public void IsNietVerwerkt(string berichtidentificatie)
    {
        if (Status == Toewijzingstatus.Toegewezen || Wijziging.Bericht == berichtidentificatie) WordtNietVermeldIn(berichtidentificatie);
    }

    /// <summary>
    /// Takes over who the person is now. The next message names them so. From now on the backoffice reports by hand if no messages may be
    /// sent (iWmo OP003), or if none can be made without an address (iWmo TR061).
    /// </summary>
    public void NeemPersoon(Persoonsgegevens persoon, bool geenBerichtenverkeer, Vault kluis, DateTimeOffset nu)
    {
        VerzegeldePersoon = kluis.SealJson(persoon, VanPersoon);
        if (geenBerichtenverkeer) GaMetDeHand(RedenMetDeHand.AfgeschermdePersoon, nu);
        else if (MetDeHand is null && persoon.Adres is null) GaMetDeHand(RedenMetDeHand.GeenAdres, nu);
        // Messages go on about what the provider knows by message.
        else if (MetDeHand == RedenMetDeHand.GeenAdres && persoon.Adres is not null && Berichten.Count > 0) MetDeHand = null;
    }

    /// <summary>
    /// Ends it because the person died: on the day of death, but not before help that was given. Without a day to go it is removed. What
    /// ended before stays as it is.
    /// </summary>
    public void EindigDoorOverlijden(DateOnly dag, Vault kluis, DateTimeOffset nu)
    {
        if (Status == Toewijzingstatus.Verwijderd || (OpgevolgdDoor is not null && !Loopt)) return;
        if (MoetEindeVaststellen) StelEindeVast(Eindereden.Overleden, kluis, nu);
        else if (Levering.Begindatum is null
            && (IsNogNietToegewezen || Status == Toewijzingstatus.Afgekeurd || (TeVertellen && Berichten.Count == 0)
                || dag < Periode.Ingangsdatum))
        {
            // A provider that rejected it need not hear that it is removed.
            var verwerkt = Status != Toewijzingstatus.Afgekeurd || Retourcode.ZijnTechnisch(Retourcodes);
            Verwijder(kluis, nu);
            TeVertellen &= verwerkt;
        }
        else if (Max(dag, Periode.Ingangsdatum, Levering.LaatsteDag ?? Levering.Begindatum) is var einde && einde < Periode.Einddatum)
        {
            // A day of death that becomes known later corrects an end that has passed. What was over stays over.
            Periode = Periode with { Einddatum = einde };
            Verander(RedenWijziging.Overleden, inOverleg: false, nu);
            SpreekAf(kluis, nu);
        }
    }

    private static DateOnly Max(params DateOnly?[] dagen) => dagen.Max()!.Value;

    private static DateOnly Min(DateOnly a, DateOnly b) => a < b ? a : b;

    /// <summary>
    /// From now on no messages are sent about this person. The backoffice reports by hand what the provider does not know yet.
    /// </summary>
    public void GaMetDeHand(RedenMetDeHand reden, DateTimeOffset nu)
    {
        MetDeHand = reden;
        if (!TeVertellen) return;
        TeVertellen = false;
        if (Berichten.Count == 0) Announce(new ZorgToegewezen(VoorzieningId, Toewijzingnummer, Agb, null), nu);
        else KondigWijzigingAan(Wijziging.Reden!, nu);
    }

    /// <summary>Sets another end, or another volume over the whole period, under the same number (iWmo OP033x1, OP257, OP380).</summary>
    public void Wijzig(DateOnly einddatum, Omvang omvang, string reden, bool inOverleg, Vault kluis, DateTimeOffset nu)
    {
        if (omvang.Volume < Omvang.Volume && !inOverleg)
            throw Weigering.Regel("overleg-nodig",
                "Minder hulp kan alleen als de aanbieder het ermee eens is. Overleg met de aanbieder en leg dat vast.", "iWmo OP298",
                "inOverleg");
        Omvang = omvang;
        if (einddatum < Periode.Einddatum) Eindig(einddatum, reden, inOverleg, kluis, nu);
        else
        {
            Periode = Periode with { Einddatum = einddatum };
            Verander(reden, inOverleg, nu);
            SpreekAf(kluis, nu);
        }
    }

    /// <summary>
    /// Ends it earlier, only in consultation with the provider (iWmo OP033x1, OP186), and never before help that was given.
    /// </summary>
    private void Eindig(DateOnly einddatum, string reden, bool inOverleg, Vault kluis, DateTimeOffset nu)
    {
        if (einddatum < Periode.Ingangsdatum) throw EindeVoorBegin();
        // At a transfer to another provider, class Wijzigen has checked the notice of the contract, or the agreement of both providers.
        if (!inOverleg && reden != RedenWijziging.AndereAanbieder)
            throw Weigering.Regel("overleg-nodig",
                "Eerder eindigen kan alleen in overleg met de aanbieder. Overleg met de aanbieder en leg dat vast.", "iWmo OP033x1",
                "inOverleg");
        if (einddatum < (Levering.LaatsteDag ?? Levering.Begindatum))
            throw Weigering.Regel("hulp-al-gegeven",
                "Op die dag was de hulp nog niet begonnen of nog niet gestopt. Kies een latere dag.", "iWmo OP362", "einddatum");
        Periode = Periode with { Einddatum = einddatum };
        Verander(reden, inOverleg, nu);
        SpreekAf(kluis, nu);
    }

    /// <summary>
    /// Carries out a decision: another last day, or another total. A decision is no agreement with the provider (iWmo OP033x1), so that is
    /// not asked. The provider hears of it, unless it does not have the assignment, or stopped already.
    /// </summary>
    public void Herzie(DateOnly einddatum, Omvang omvang, string reden, Vault kluis, DateTimeOffset nu)
    {
        if (einddatum > Periode.Einddatum) (OpgevolgdDoor, Opvolger) = (null, null);
        (Periode, Omvang, EerderEinde) = (Periode with { Einddatum = einddatum }, omvang, null);
        // What was over stays over on another day in the past: the contribution does not start for it.
        IsAfgelopen &= einddatum < nu.Dag();
        if (Loopt) Verander(reden, inOverleg: false, nu);
        SpreekAf(kluis, nu);
    }

    /// <summary>Carries out a decision: it goes as if it was never made.</summary>
    /// <inheritdoc cref="Verwijder" path="/remarks"/>
    public void NeemWeg(Vault kluis, DateTimeOffset nu)
    {
        // A provider that rejected it need not hear that it is removed.
        var verwerkt = Status != Toewijzingstatus.Afgekeurd || Retourcode.ZijnTechnisch(Retourcodes);
        Verwijder(kluis, nu);
        TeVertellen &= verwerkt;
        EerderEinde = null;
    }

    /// <summary>
    /// Another assignment of the voorziening takes over from it after its last day. That replaces no assignment that was rejected: its days
    /// still wait for a provider.
    /// </summary>
    public void GeefDoorAan(Toewijzing opvolger)
    {
        if (Status != Toewijzingstatus.Afgekeurd) (OpgevolgdDoor, Opvolger) = (opvolger.Toewijzingnummer, opvolger.Id);
    }

    /// <summary>Nothing takes over from it: its own days wait for a provider, whatever follows after them.</summary>
    public void GeefNietDoor() => (OpgevolgdDoor, Opvolger) = (null, null);

    /// <summary>Announces the agreement once more, because another assignment takes over from now on.</summary>
    public void SpreekOpvolgingAf(Vault kluis, DateTimeOffset nu) => SpreekAf(kluis, nu);

    /// <summary>The earliest last day that a message can give it: never before help that was reported.</summary>
    public DateOnly VroegsteEinde
    {
        get
        {
            var gegeven = Levering.LaatsteDag ?? Levering.Begindatum;
            return gegeven > Periode.Ingangsdatum ? gegeven.Value : Periode.Ingangsdatum;
        }
    }

    /// <summary>Whether the help under it started, or the provider stopped, so that it cannot be removed any more (iWmo OP362).</summary>
    public bool IsBegonnen => Levering.Begindatum is not null || Status == Toewijzingstatus.Gestopt;

    /// <summary>
    /// Whether the provider stopped for good by itself: before the agreed end, or because it no longer gives this help.
    /// </summary>
    public bool IsEenzijdigGestopt => Status == Toewijzingstatus.Gestopt
        && (Levering.Reden == RedenBeeindiging.DoorAanbieder || Levering.LaatsteDag < Periode.Einddatum);

    /// <summary>Whether nothing comes of it: it was removed, or another provider has it after a rejection.</summary>
    public bool IsVervallen =>
        Status == Toewijzingstatus.Verwijderd || (Status == Toewijzingstatus.Afgekeurd && OpgevolgdDoor is not null);

    /// <summary>Removes it as if it was never sent (iWmo OP362, TR385).</summary>
    /// <remarks>That is possible only before any start.</remarks>
    public void Verwijder(Vault kluis, DateTimeOffset nu)
    {
        if (Levering.Begindatum is not null || Status == Toewijzingstatus.Gestopt)
            throw Weigering.Toestand("hulp-is-begonnen",
                "De hulp is al begonnen, dus de toewijzing kan niet worden verwijderd. Kies een dag na het begin van de hulp.",
                "iWmo OP362");
        var isBekend = Berichten.Count > 0
            || (MetDeHand is not null && Status is Toewijzingstatus.Toegewezen or Toewijzingstatus.Geaccepteerd);
        EerderEinde ??= Periode.Einddatum;
        Periode = Periode with { Einddatum = Periode.Ingangsdatum };
        Status = Toewijzingstatus.Verwijderd;
        Verander(RedenWijziging.Verwijderd, inOverleg: false, nu);
        // A provider that never knew of it needs no message about its removal.
        TeVertellen &= isBekend;
        SpreekAf(kluis, nu);
    }

    /// <summary>
    /// Whether the provider stopped for good before the agreed end, and nobody has established yet whether the help ends. The report of a
    /// provider ends no right.
    /// </summary>
    public bool MoetEindeVaststellen =>
        Status == Toewijzingstatus.Gestopt && !IsAfgelopen && Levering.LaatsteDag < Periode.Einddatum;

    /// <summary>
    /// Announces what an early stop asks of the municipality, and before when. The person is asked whether it was their own wish, or gets
    /// another provider.
    /// </summary>
    public void VraagVervolg(Tabel<Gemeentebeleid> beleid, DateTimeOffset nu)
    {
        if (!MoetEindeVaststellen) return;
        var vraag = Levering.Reden switch
        {
            RedenBeeindiging.DoorClient => Stopvraag.InwonerVragen,
            RedenBeeindiging.DoorAanbieder => Stopvraag.AndereAanbieder,
            _ => Stopvraag.Bespreken,
        };
        var (dag, regels) = (nu.Dag(), beleid.Op(nu.Dag()).Waarde);
        var termijn = vraag == Stopvraag.AndereAanbieder ? Termijnen.AndereAanbieder(dag, regels) : Termijnen.NavraagStop(dag, regels);
        Announce(new EerderEindeGemeld(VoorzieningId, Toewijzingnummer, Levering.LaatsteDag!.Value, vraag, termijn.AlsTermijn()), nu);
    }

    /// <summary>
    /// Establishes that the help ends on the day that the provider reported, because no help is granted after it. A report of a provider
    /// ends no right (Wmo 2015 art. 2.3.5, 2.3.10).
    /// </summary>
    /// <param name="reden">Why it ends before the agreed day.</param>
    /// <param name="toegekend">The granted parts in kind; null when the agreed period is what was granted.</param>
    /// <param name="kluis">Opens the personal data.</param>
    /// <param name="nu">The present moment.</param>
    /// <exception cref="Weigering">409: it did not stop early. 422: help is granted after that day.</exception>
    public void StelEindeVast(Eindereden reden, IReadOnlyList<Voorzieningdeel>? toegekend, Vault kluis, DateTimeOffset nu)
    {
        if (!MoetEindeVaststellen)
            throw Weigering.Toestand("geen-eerder-einde",
                "Er is geen einde vast te stellen. Dat kan alleen als de zorgaanbieder eerder dan afgesproken is gestopt, "
                + "en de afgesproken laatste dag nog niet voorbij is.");
        if (toegekend is null || toegekend.Any(d => d.Periode.Einddatum > Levering.LaatsteDag)) throw Besluitnodig.Einde();
        StelEindeVast(reden, kluis, nu);
    }

    private void StelEindeVast(Eindereden reden, Vault kluis, DateTimeOffset nu)
    {
        EindigOp(Levering.LaatsteDag!.Value);
        Announce(new ZorgeindeVastgesteld(VoorzieningId, Toewijzingnummer, Periode.Einddatum, reden, Hulp, new(Kern(kluis))), nu);
    }

    /// <summary>Records that its agreed last day has passed, whatever the provider reported.</summary>
    public void LoopAf(Vault kluis, DateTimeOffset nu)
    {
        IsAfgelopen = true;
        Announce(new ZorgAfgelopen(VoorzieningId, Toewijzingnummer, Periode.Einddatum, Hulp, new(Kern(kluis))), nu);
    }

    private void EindigOp(DateOnly dag)
    {
        EerderEinde = Periode.Einddatum;
        Periode = Periode with { Einddatum = dag };
    }

    /// <summary>Announces what is agreed now. Every change of the period ends with it, and the start and end of the agreement.</summary>
    private void SpreekAf(Vault kluis, DateTimeOffset nu) =>
        Announce(new ZorgAfgesproken(VoorzieningId, Toewijzingnummer, Hulp, new(Kern(kluis))), nu);

    private void Verander(string reden, bool inOverleg, DateTimeOffset nu)
    {
        (Wijziging, ReferentieAanbieder) = (Wijziging.Volgende(reden, inOverleg), null);
        // The latest moment wins, and messages have whole seconds.
        var later = ToegewezenOp.AddSeconds(1);
        ToegewezenOp = nu > later ? nu.ToUniversalTime() : later;
        TeVertellen = MetDeHand is null;
        KondigWijzigingAan(reden, nu);
    }

    private void KondigWijzigingAan(string reden, DateTimeOffset nu)
    {
        var metDeHand = MetDeHand is not null;
        Announce(new ToewijzingGewijzigd(VoorzieningId, Toewijzingnummer, Agb, Periode, Omvang, reden) { MetDeHand = metDeHand }, nu);
    }

    /// <summary>Sends a rejected change once more, after the fault was mended.</summary>
    public void VertelOpnieuw(DateTimeOffset nu)
    {
        if (Wijziging.Afgekeurd.Count == 0)
            throw Weigering.Toestand("niets-aan-te-bieden",
                "Opnieuw aanbieden kan alleen als de toewijzing is aangehouden, of als de aanbieder de laatste wijziging heeft afgekeurd.");
        var referentie = ReferentieAanbieder;
        Verander(Wijziging.Reden!, Wijziging.InOverleg, nu);
        ReferentieAanbieder = referentie;
    }

    /// <summary>The present state answers this request of the provider.</summary>
    public void Beantwoordt(string referentie) => ReferentieAanbieder = referentie;

    private static Weigering EindeVoorBegin() =>
        Weigering.Regel("einde-voor-begin", "De laatste dag ligt voor de eerste. Controleer de datum.", "iWmo TR018", "einddatum");

    /// <summary>
    /// The provider accepts (WMO302). It may still do so after its rejection, or after the municipality gave up waiting, as long as no
    /// other provider replaced it. A second acceptance, or one after a start, changes nothing.
    /// </summary>
    public void Accepteer(DateTimeOffset nu)
    {
        if (Status != Toewijzingstatus.Toegewezen && !(Status == Toewijzingstatus.Afgekeurd && OpgevolgdDoor is null)) return;
        // A decision that came after the rejection was not sent.
        TeVertellen |= Status == Toewijzingstatus.Afgekeurd && MetDeHand is null
            && Wijziging is { Reden: not null, Bericht: null };
        (Status, Retourcodes, Afkeurreden, VerzegeldeToelichting) = (Toewijzingstatus.Geaccepteerd, [], null, null);
        Announce(new ToewijzingGeaccepteerd(VoorzieningId, Toewijzingnummer, Agb), nu);
    }

    /// <summary>
    /// The provider rejects (WMO302), or does so by hand. An accepted or started assignment keeps its status. A later WMO301 only repeats
    /// this assignment (iWmo OP087), so rejecting that message does not reject the assignment.
    /// </summary>
    /// <param name="retourcodes">The codes; none by hand.</param>
    /// <param name="nu">Now.</param>
    /// <param name="bericht">The WMO301 that was rejected; null by hand.</param>
    public void KeurAf(IReadOnlyList<string> retourcodes, DateTimeOffset nu, string? bericht = null)
    {
        // The municipality gave up waiting, and now the provider really rejects.
        var alsnog = Status == Toewijzingstatus.Afgekeurd && OpgevolgdDoor is null
            && Retourcode.ZijnTechnisch(Retourcodes) && !Retourcode.ZijnTechnisch(retourcodes);
        if (bericht is not null && bericht == Wijziging.Bericht)
        {
            Wijziging = Wijziging with { Afgekeurd = retourcodes };
            Announce(new WijzigingAfgekeurd(VoorzieningId, Toewijzingnummer, Agb, retourcodes), nu);
            return;
        }
        if ((Status != Toewijzingstatus.Toegewezen && !alsnog) || (bericht is not null && bericht != Berichten[0])) return;
        (Status, TeVertellen, Retourcodes) = (Toewijzingstatus.Afgekeurd, false, retourcodes);
        GeefNietDoor();
        var nietVerwerkt = Retourcode.ZijnTechnisch(retourcodes);
        Announce(new ToewijzingAfgekeurd(VoorzieningId, Toewijzingnummer, Agb, retourcodes) { NietVerwerkt = nietVerwerkt }, nu);
    }

    /// <summary>The provider rejects on the platform, with a reason and an explanation.</summary>
    public void KeurAf(Afkeurreden reden, string? toelichting, Vault kluis, DateTimeOffset nu)
    {
        KeurAf([], nu);
        if (Status != Toewijzingstatus.Afgekeurd) return;
        (Afkeurreden, VerzegeldeToelichting) = (reden, toelichting is null ? null : kluis.SealText(toelichting, VanToelichting));
    }

    /// <summary>Announces that the provider shared the plan it made with the client.</summary>
    public void OntvangPlan(Guid planId, DateTimeOffset nu) =>
        Announce(new BegeleidingsplanOntvangen(VoorzieningId, Toewijzingnummer, Agb, planId), nu);

    /// <exception cref="Weigering">The provider rejected this assignment.</exception>
    public void EisNietAfgekeurd()
    {
        if (Status == Toewijzingstatus.Afgekeurd)
            throw Weigering.Toestand("toewijzing-afgekeurd",
                "Deze toewijzing is afgekeurd. Stuur het begeleidingsplan bij een toewijzing die u hebt geaccepteerd.");
    }

    /// <summary>
    /// The provider reports a start (WMO305). The start may come before its WMO302, or after the municipality gave up waiting for that.
    /// After a temporary stop it resumes the help.
    /// </summary>
    public string? Start(DateOnly begindatum, Persoonskern persoon, DateTimeOffset nu)
    {
        if (begindatum == Levering.Begindatum && Status != Toewijzingstatus.Gestart) return Retourcode.SleutelNietUniek; // TR074
        if (Status is Toewijzingstatus.Gestopt or Toewijzingstatus.Verwijderd
            or Toewijzingstatus.Aangehouden or Toewijzingstatus.WachtOpVerzoek)
            return Retourcode.GeenToewijzing;
        if (Status == Toewijzingstatus.Afgekeurd && (OpgevolgdDoor is not null || !Retourcode.ZijnTechnisch(Retourcodes)))
            return Retourcode.GeenToewijzing;
        if (Status == Toewijzingstatus.Gestart || begindatum <= Levering.LaatsteDag) return Retourcode.LeveringNietGestopt; // TR326
        if (begindatum < Periode.Ingangsdatum || begindatum > Periode.Einddatum) return Retourcode.GeenToewijzing;

        var hervat = Status == Toewijzingstatus.TijdelijkGestopt;
        (Levering, Status, Retourcodes) = (Levering.Start(begindatum, Status), Toewijzingstatus.Gestart, []);
        Announce(new ZorgGestart(VoorzieningId, Toewijzingnummer, begindatum, Hulp, new(persoon)) { Hervat = hervat }, nu);
        return null;
    }

    /// <summary>The provider reports a stop (WMO307), temporarily (reason 20) or for good.</summary>
    public string? Stop(DateOnly begindatum, DateOnly einddatum, string reden, Persoonskern persoon, DateTimeOffset nu)
    {
        if (begindatum != Levering.Begindatum) return Retourcode.GeenActueleStart;
        if (Status == Toewijzingstatus.Gestopt) return Retourcode.DefinitieveStopBestaat; // TR415
        if (reden == RedenBeeindiging.Tijdelijk)
        {
            if (Status == Toewijzingstatus.TijdelijkGestopt) return Retourcode.TijdelijkeStopBestaat; // TR413
            (Levering, Status) = (Levering.Stop(einddatum, reden, Status), Toewijzingstatus.TijdelijkGestopt);
            Announce(new ZorgTijdelijkGestopt(VoorzieningId, Toewijzingnummer, einddatum, Hulp, new(persoon)), nu);
            return null;
        }
        if (einddatum < Levering.LaatsteDag) return Retourcode.EinddatumTeVroeg; // TR414
        // Official case 2: there was no help after the temporary stop, so the CAK gets the day of that stop too.
        var laatsteDag = Levering.LaatsteDag ?? einddatum;
        (Levering, Status) = (Levering.Stop(laatsteDag, reden, Status), Toewijzingstatus.Gestopt);
        Announce(new ZorgGestopt(VoorzieningId, Toewijzingnummer, laatsteDag, reden, Hulp, new(persoon)), nu);
        return null;
    }

    /// <summary>The provider takes back a start (WMO305, StatusAanlevering 3). Nothing else is judged (iWmo TR063).</summary>
    public string? VerwijderStart(DateOnly begindatum, Persoonskern persoon, DateTimeOffset nu)
    {
        if (!Levering.Starts.Contains(begindatum)) return Retourcode.GeenEerderBericht; // TR063
        if (begindatum != Levering.Begindatum || Status != Toewijzingstatus.Gestart) return Retourcode.StartAlBeeindigd; // TR071
        (Status, Levering) = Levering.Terug(Toewijzingstatus.Geaccepteerd);
        var hervat = Status == Toewijzingstatus.TijdelijkGestopt;
        Announce(new ZorgstartVerwijderd(VoorzieningId, Toewijzingnummer, begindatum, Hulp, new(persoon)) { Hervat = hervat }, nu);
        return null;
    }

    /// <summary>The provider takes back its last stop (WMO307, StatusAanlevering 3). Nothing else is judged (iWmo TR063).</summary>
    public string? VerwijderStop(DateOnly begindatum, string reden, Persoonskern persoon, DateTimeOffset nu)
    {
        if (begindatum != Levering.Begindatum || Levering.LaatsteDag is not { } laatsteDag || reden != Levering.Reden)
            return Retourcode.GeenEerderBericht; // TR063
        (Status, Levering) = Levering.Terug(Toewijzingstatus.Gestart);
        var tijdelijk = Status == Toewijzingstatus.TijdelijkGestopt;
        // The established end was about this stop. Another provider that took over keeps the help.
        if (EerderEinde is { } afgesproken && OpgevolgdDoor is null)
            (Periode, EerderEinde) = (Periode with { Einddatum = afgesproken }, null);
        Announce(new ZorgstopVerwijderd(VoorzieningId, Toewijzingnummer, laatsteDag, Hulp, new(persoon)) { Tijdelijk = tijdelijk }, nu);
        return null;
    }

    private Hulpverloop Hulp => new(
        PersoonId, Leveringsvorm.Zin, Product.Categorie, Periode, Levering.Starts is [var begin, ..] ? begin : null, Levering.LaatsteDag)
    {
        HervatOp = [.. Levering.Starts.Skip(1)],
        Tijdelijk = Levering.Reden == RedenBeeindiging.Tijdelijk,
        Vervallen = IsVervallen,
        Opvolger = Opvolger,
        Afgelopen = IsAfgelopen,
        GeenBerichtenverkeer = MetDeHand == RedenMetDeHand.AfgeschermdePersoon,
    };

    /// <summary>Whether this product and first day in a message refer to this assignment.</summary>
    public bool Past(CdtProduct? product, DateOnly? ingangsdatum) =>
        (product is null || (product.Categorie == Product.Categorie && (product.Code is null || product.Code == Product.Code)))
        && (ingangsdatum is null || ingangsdatum == Periode.Ingangsdatum);
}

public enum Toewijzingstatus
{
    Toegewezen,
    Geaccepteerd,
    Afgekeurd,
    Gestart,
    TijdelijkGestopt,
    Gestopt,
    /// <summary>An obstacle holds it: see <c>Bevinding</c>.</summary>
    Aangehouden,
    /// <summary>The provider has to ask for it first (WMO315).</summary>
    WachtOpVerzoek,
    /// <summary>Removed before any start, as if never sent.</summary>
    Verwijderd,
}

/// <summary>Why the backoffice informs the provider by hand, and not by message.</summary>
public enum RedenMetDeHand
{
    /// <summary>The traffic could endanger the person (iWmo OP003).</summary>
    AfgeschermdePersoon,
    /// <summary>Without an address no valid message can be made (iWmo TR061).</summary>
    GeenAdres,
}

/// <summary>Why a provider on the platform rejects an assignment.</summary>
public enum Afkeurreden
{
    /// <summary>There is no room for this client.</summary>
    GeenCapaciteit,
    /// <summary>The provider does not deliver this help.</summary>
    HulpPastNiet,
    /// <summary>Something in the assignment is wrong.</summary>
    GegevensKloppenNiet,
    /// <summary>The client does not want this provider.</summary>
    ClientWilNiet,
    /// <summary>Another reason, explained in words.</summary>
    Anders,
}
