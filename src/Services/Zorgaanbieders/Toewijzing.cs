using System.Text.Json;
using WmoPlatform.Contracts;
using WmoPlatform.IStandaarden;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Wetgeving;
using WmoPlatform.Zorgaanbieders.Aanbiederplatform;
using WmoPlatform.Zorgaanbieders.Regels;
using RedenWijzigingcode = WmoPlatform.IStandaarden.Codelijsten.RedenWijziging;

namespace WmoPlatform.Zorgaanbieders;

/// <summary>
/// One voorziening assigned to one provider. What a provider reports is judged here: the answer is a code of the standard, or null when it
/// is accepted and has had its effect.
/// </summary>
public sealed class Toewijzing : Aggregate
{
    private Toewijzing()
    {
    }

    /// <summary>Unique within the municipality (iWmo TR332).</summary>
    public long Toewijzingnummer { get; private set; }
    public Guid VoorzieningId { get; private set; }
    /// <summary>The provider's turn for this voorziening: 1 for the first one; with the voorziening the natural key.</summary>
    public int Volgnummer { get; private set; }
    public Guid BeschikkingId { get; private set; }
    public Guid PersoonId { get; private set; }
    public string Wijkteam { get; private set; } = "";
    public string Agb { get; private set; } = "";
    public Product Product { get; private set; } = null!;
    public Omvang Omvang { get; private set; } = null!;
    public Periode Periode { get; private set; } = null!;
    /// <summary>The moment its present state was fixed, the same in every message that tells that (iWmo IV013): the latest wins.</summary>
    public DateTimeOffset ToegewezenOp { get; private set; }
    public string VerzegeldePersoon { get; private set; } = "";
    /// <summary>Why no messages go about this person; null when they do.</summary>
    public RedenMetDeHand? MetDeHand { get; private set; }
    /// <summary>Identifications of the WMO301s that told it: every one lists all that is valid (iWmo OP087).</summary>
    public IReadOnlyList<string> Berichten { get; private set; } = [];
    /// <summary>What it says now has not been told yet: it goes in the next WMO301 (iWmo OP080).</summary>
    public bool TeMelden { get; private set; }
    /// <summary>The WMO301 that told the last change; null when there was none.</summary>
    public string? GewijzigdIn { get; private set; }
    /// <summary>Why it was last changed, a code of list WMO002; null when it never was.</summary>
    public string? RedenWijziging { get; private set; }
    /// <summary>Whether the last change was agreed with the provider (iWmo OP033x1, OP298).</summary>
    public bool InOverleg { get; private set; }
    /// <summary>The request of the provider that its present state answers (iWmo TR379); null when the municipality acted of its own accord.</summary>
    public string? ReferentieAanbieder { get; private set; }
    /// <summary>Why the provider rejected the last change; empty when it did not.</summary>
    public IReadOnlyList<string> AfgekeurdeWijziging { get; private set; } = [];
    /// <summary>Its last day before it was removed: what another provider may still get.</summary>
    public DateOnly? EindeVoorVerwijdering { get; private set; }
    /// <summary>What holds it back; empty when nothing does.</summary>
    public string Bevinding { get; private set; } = "";
    public Toewijzingstatus Status { get; private set; }
    public IReadOnlyList<string> Retourcodes { get; private set; } = [];
    /// <summary>Why the provider rejected on the platform; null when by message or by hand.</summary>
    public Afkeurreden? Afkeurreden { get; private set; }
    public string? VerzegeldeToelichting { get; private set; }
    public DateOnly? Begindatum { get; private set; }
    /// <summary>Last day of help, while it is stopped, for a time or for good.</summary>
    public DateOnly? LaatsteDag { get; private set; }
    public string? RedenBeeindiging { get; private set; }
    /// <summary>How things stood before each report of the provider: a report that it takes back is undone exactly.</summary>
    public IReadOnlyList<Stand> Eerder { get; private set; } = [];
    /// <summary>The assignment that took its place after it was rejected.</summary>
    public long? OpgevolgdDoor { get; private set; }

    /// <summary>The first provider of a granted voorziening.</summary>
    public static Toewijzing Bij(BeschikkingBekendgemaakt beschikking, BeschikteVoorziening voorziening, long nummer, Vault kluis, DateTimeOffset nu) => new()
    {
        Dossiernummer = beschikking.Dossiernummer,
        Toewijzingnummer = nummer,
        VoorzieningId = voorziening.VoorzieningId,
        Volgnummer = 1,
        BeschikkingId = beschikking.BeschikkingId,
        PersoonId = beschikking.PersoonId,
        Wijkteam = beschikking.Wijkteam,
        Agb = voorziening.Agb ?? throw new InvalidOperationException("Zorg in natura zonder zorgaanbieder."),
        Product = voorziening.Product,
        Omvang = voorziening.Omvang,
        Periode = voorziening.Periode,
        ToegewezenOp = nu.ToUniversalTime(),
        VerzegeldePersoon = kluis.Seal(JsonSerializer.SerializeToUtf8Bytes(beschikking.Persoon.Waarde)),
        MetDeHand = beschikking.GeenBerichtenverkeer ? RedenMetDeHand.AfgeschermdePersoon
            : beschikking.Persoon.Waarde.Adres is null ? RedenMetDeHand.GeenAdres : null,
    };

    /// <summary>Another provider takes the place of the one that rejected, or that cannot have it; or the same one, when only the message was wrong.</summary>
    public Toewijzing Vervang(string agb, long nummer, DateTimeOffset nu)
    {
        if (Status is not (Toewijzingstatus.Afgekeurd or Toewijzingstatus.Aangehouden or Toewijzingstatus.WachtOpVerzoek or Toewijzingstatus.Verwijderd))
            throw Weigering.Toestand("niet-afgekeurd", "Een andere aanbieder kan zo alleen als de toewijzing is afgekeurd, aangehouden of verwijderd, of nog op een verzoek wacht. Gaat de hulp over naar een andere aanbieder? Wijzig dan de toewijzing.");
        if (OpgevolgdDoor is not null)
            throw Weigering.Toestand("al-opgevolgd", $"Er is al een andere aanbieder gekozen: zie toewijzing {OpgevolgdDoor}.");
        if (agb == Agb && Status == Toewijzingstatus.Afgekeurd && !Retourcode.ZijnTechnisch(Retourcodes))
            throw Weigering.Regel("dezelfde-aanbieder", "Deze aanbieder heeft de toewijzing afgekeurd. Kies een andere aanbieder.", veld: "agb");
        if (agb == Agb && Status is Toewijzingstatus.Aangehouden or Toewijzingstatus.WachtOpVerzoek)
            throw Weigering.Regel("dezelfde-aanbieder", "Deze aanbieder is al gekozen. Bied de toewijzing opnieuw aan, of kies een andere aanbieder.", veld: "agb");
        if (Status is Toewijzingstatus.Aangehouden or Toewijzingstatus.WachtOpVerzoek) Status = Toewijzingstatus.Verwijderd;
        return Volgende(agb, Product, Omvang, Periode with { Einddatum = EindeVoorVerwijdering ?? Periode.Einddatum }, nummer, Volgnummer + 1, nu);
    }

    /// <summary>
    /// From this day the help goes on under another number: at another provider, or with another product or omvang (iWmo OP257). Until then
    /// this one runs; when nothing of it is left it is removed.
    /// </summary>
    public Toewijzing VolgOp(string agb, Product product, Omvang omvang, Periode periode, string reden, bool inOverleg, long nummer, int volgnummer, DateTimeOffset nu)
    {
        if (periode.Einddatum < periode.Ingangsdatum) throw EindeVoorBegin();
        if (periode.Ingangsdatum <= Periode.Ingangsdatum) Verwijder(nu);
        else if (periode.Ingangsdatum <= Periode.Einddatum) Eindig(Overgang.DagVoor(periode.Ingangsdatum), reden, inOverleg, nu);
        return Volgende(agb, product, omvang, periode, nummer, volgnummer, nu);
    }

    /// <summary>Other help of the same person by the same provider, that it asked for (WMO317).</summary>
    public Toewijzing Erbij(Product product, Omvang omvang, Periode periode, long nummer, DateTimeOffset nu) =>
        Kopie(Agb, product, omvang, periode, nummer, Guid.CreateVersion7(), 1, nu);

    private Toewijzing Volgende(string agb, Product product, Omvang omvang, Periode periode, long nummer, int volgnummer, DateTimeOffset nu)
    {
        OpgevolgdDoor = nummer;
        return Kopie(agb, product, omvang, periode, nummer, VoorzieningId, volgnummer, nu);
    }

    private Toewijzing Kopie(string agb, Product product, Omvang omvang, Periode periode, long nummer, Guid voorzieningId, int volgnummer, DateTimeOffset nu) => new()
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
        VerzegeldePersoon = VerzegeldePersoon,
        MetDeHand = MetDeHand,
    };

    public Persoonsgegevens Persoon(Vault kluis) => JsonSerializer.Deserialize<Persoonsgegevens>(kluis.Unseal(VerzegeldePersoon))!;

    /// <summary>The provider has to know of it, or has to go on knowing: assigned, neither ended nor stopped for good before today.</summary>
    public bool Geldt(DateOnly vandaag) => Periode.Einddatum >= vandaag
        && Status is Toewijzingstatus.Toegewezen or Toewijzingstatus.Geaccepteerd or Toewijzingstatus.Gestart or Toewijzingstatus.TijdelijkGestopt;

    /// <summary>Nobody has been told of it, and it has no place at the provider.</summary>
    public bool IsNogNietToegewezen => Versie == 0 || Status is Toewijzingstatus.Aangehouden or Toewijzingstatus.WachtOpVerzoek;

    /// <summary>Something stands in the way: it is not told, and a person must act.</summary>
    public void HoudAan(Beletsel beletsel, DateTimeOffset nu)
    {
        (Status, Bevinding) = (Toewijzingstatus.Aangehouden, beletsel.Uitleg);
        Announce(new ToewijzingAangehouden(VoorzieningId, Toewijzingnummer, Agb, beletsel.Reden), nu);
    }

    /// <summary>The provider has to ask for it first (WMO315).</summary>
    public void WachtOpVerzoek(DateTimeOffset nu)
    {
        (Status, Bevinding) = (Toewijzingstatus.WachtOpVerzoek, "");
        Announce(new ToewijzingWachtOpVerzoek(VoorzieningId, Toewijzingnummer, Agb), nu);
    }

    /// <summary>The provider asked for it, so much of it and then: that is what it gets, and no more than was granted.</summary>
    public void Honoreer(string referentie, Omvang omvang, Periode periode) =>
        (ReferentieAanbieder, Omvang, Periode) = (referentie, omvang, periode);

    /// <summary>It is assigned: the next WMO301 tells it, or a person does.</summary>
    public void Wijs(DateTimeOffset nu)
    {
        (Status, Bevinding, ToegewezenOp) = (Toewijzingstatus.Toegewezen, "", nu.ToUniversalTime());
        TeMelden = MetDeHand is null;
        if (!TeMelden) Announce(new ZorgToegewezen(VoorzieningId, Toewijzingnummer, Agb, null), nu);
    }

    /// <summary>A WMO301 tells it. The first time it is thereby assigned; after a change the change is told.</summary>
    public void VermeldIn(string berichtidentificatie, DateTimeOffset nu)
    {
        Berichten = [.. Berichten, berichtidentificatie];
        if (!TeMelden) return;
        TeMelden = false;
        if (Berichten.Count == 1) Announce(new ZorgToegewezen(VoorzieningId, Toewijzingnummer, Agb, berichtidentificatie), nu);
        else GewijzigdIn = berichtidentificatie;
    }

    /// <summary>From now on no messages may go about this person (iWmo OP003): what was still to be told, a person tells.</summary>
    public void SchermAf(DateTimeOffset nu)
    {
        MetDeHand = RedenMetDeHand.AfgeschermdePersoon;
        if (!TeMelden) return;
        TeMelden = false;
        if (Berichten.Count == 0) Announce(new ZorgToegewezen(VoorzieningId, Toewijzingnummer, Agb, null), nu);
        else Announce(new ToewijzingGewijzigd(VoorzieningId, Toewijzingnummer, Agb, Periode, Omvang, RedenWijziging!) { MetDeHand = true }, nu);
    }

    /// <summary>Another end, or another volume of what is counted over the whole period: the same number (iWmo OP033x1, OP257, OP380).</summary>
    public void Wijzig(DateOnly einddatum, Omvang omvang, string reden, bool inOverleg, DateTimeOffset nu)
    {
        if (omvang.Volume < Omvang.Volume && !inOverleg)
            throw Weigering.Regel("overleg-nodig", "Minder hulp kan alleen als de aanbieder het ermee eens is. Overleg met de aanbieder en leg dat vast.", "iWmo OP298", "inOverleg");
        Omvang = omvang;
        if (einddatum < Periode.Einddatum) Eindig(einddatum, reden, inOverleg, nu);
        else
        {
            Periode = Periode with { Einddatum = einddatum };
            Verander(reden, inOverleg, nu);
        }
    }

    /// <summary>It ends earlier: only in consultation with the provider (iWmo OP033x1, OP186), and never before help that was given.</summary>
    private void Eindig(DateOnly einddatum, string reden, bool inOverleg, DateTimeOffset nu)
    {
        if (einddatum < Periode.Ingangsdatum) throw EindeVoorBegin();
        // Notice was given, or both agreed: the contract says how (see ToewijzingWijzigen).
        if (!inOverleg && reden != RedenWijzigingcode.AndereAanbieder) throw Weigering.Regel("overleg-nodig", "Eerder eindigen kan alleen in overleg met de aanbieder. Overleg met de aanbieder en leg dat vast.", "iWmo OP033x1", "inOverleg");
        if (einddatum < (LaatsteDag ?? Begindatum))
            throw Weigering.Regel("hulp-al-gegeven", "Op die dag was de hulp nog niet begonnen of nog niet gestopt. Kies een latere dag.", "iWmo OP362", "einddatum");
        Periode = Periode with { Einddatum = einddatum };
        Verander(reden, inOverleg, nu);
    }

    /// <summary>Removed, as if it was never sent (iWmo OP362, TR385): only before any start.</summary>
    public void Verwijder(DateTimeOffset nu)
    {
        if (Begindatum is not null || Status == Toewijzingstatus.Gestopt)
            throw Weigering.Toestand("hulp-is-begonnen", "De hulp is al begonnen, dus de toewijzing kan niet worden verwijderd. Kies een dag na het begin van de hulp.", "iWmo OP362");
        var verteld = Berichten.Count > 0 || (MetDeHand is not null && Status is Toewijzingstatus.Toegewezen or Toewijzingstatus.Geaccepteerd);
        EindeVoorVerwijdering ??= Periode.Einddatum;
        Periode = Periode with { Einddatum = Periode.Ingangsdatum };
        Status = Toewijzingstatus.Verwijderd;
        Verander(RedenWijzigingcode.Verwijderd, inOverleg: false, nu);
        // What nobody was told, nobody has to forget.
        TeMelden &= verteld;
    }

    private void Verander(string reden, bool inOverleg, DateTimeOffset nu)
    {
        (RedenWijziging, InOverleg, ReferentieAanbieder, AfgekeurdeWijziging) = (reden, inOverleg, null, []);
        // The latest moment wins, and a message tells whole seconds.
        var later = ToegewezenOp.AddSeconds(1);
        ToegewezenOp = nu > later ? nu.ToUniversalTime() : later;
        TeMelden = MetDeHand is null;
        Announce(new ToewijzingGewijzigd(VoorzieningId, Toewijzingnummer, Agb, Periode, Omvang, reden) { MetDeHand = MetDeHand is not null }, nu);
    }

    /// <summary>The last change was rejected, and what was wrong has been mended: it is told once more.</summary>
    public void MeldOpnieuw(DateTimeOffset nu)
    {
        if (AfgekeurdeWijziging.Count == 0)
            throw Weigering.Toestand("niets-aan-te-bieden", "Opnieuw aanbieden kan alleen als de toewijzing is aangehouden, of als de aanbieder de laatste wijziging heeft afgekeurd.");
        var referentie = ReferentieAanbieder;
        Verander(RedenWijziging!, InOverleg, nu);
        ReferentieAanbieder = referentie;
    }

    /// <summary>Its present state answers this request of the provider.</summary>
    public void Beantwoordt(string referentie) => ReferentieAanbieder = referentie;

    private static Weigering EindeVoorBegin() => Weigering.Regel("einde-voor-begin", "De laatste dag ligt voor de eerste. Controleer de datum.", "iWmo TR018", "einddatum");

    /// <summary>
    /// The provider accepts (WMO302), also what was rejected or given up, as long as nobody has taken its place. After a start, or a second
    /// time, this says nothing new.
    /// </summary>
    public void Accepteer(DateTimeOffset nu)
    {
        if (Status != Toewijzingstatus.Toegewezen && !(Status == Toewijzingstatus.Afgekeurd && OpgevolgdDoor is null)) return;
        (Status, Retourcodes, Afkeurreden, VerzegeldeToelichting) = (Toewijzingstatus.Geaccepteerd, [], null, null);
        Announce(new ToewijzingGeaccepteerd(VoorzieningId, Toewijzingnummer, Agb), nu);
    }

    /// <summary>
    /// The provider rejects (WMO302), or says so by hand. What it has accepted or started stays so. A rejection of a later message, in which
    /// this stood only because it was valid (iWmo OP087), says nothing about it: its own first message gets an answer of its own.
    /// </summary>
    /// <param name="retourcodes">The codes; none by hand.</param>
    /// <param name="nu">Now.</param>
    /// <param name="bericht">The WMO301 that was rejected; null by hand.</param>
    public void KeurAf(IReadOnlyList<string> retourcodes, DateTimeOffset nu, string? bericht = null)
    {
        // Given up, and now the real answer: no.
        var alsnog = Status == Toewijzingstatus.Afgekeurd && OpgevolgdDoor is null && Retourcode.ZijnTechnisch(Retourcodes) && !Retourcode.ZijnTechnisch(retourcodes);
        if (bericht is not null && bericht == GewijzigdIn)
        {
            AfgekeurdeWijziging = retourcodes;
            Announce(new WijzigingAfgekeurd(VoorzieningId, Toewijzingnummer, Agb, retourcodes), nu);
            return;
        }
        if ((Status != Toewijzingstatus.Toegewezen && !alsnog) || (bericht is not null && bericht != Berichten[0])) return;
        (Status, TeMelden) = (Toewijzingstatus.Afgekeurd, false);
        Retourcodes = retourcodes;
        Announce(new ToewijzingAfgekeurd(VoorzieningId, Toewijzingnummer, Agb, retourcodes) { NietVerwerkt = Retourcode.ZijnTechnisch(retourcodes) }, nu);
    }

    /// <summary>The provider rejects on the platform: the same, with a reason in words.</summary>
    public void KeurAf(Afkeurreden reden, string? verzegeldeToelichting, DateTimeOffset nu)
    {
        KeurAf([], nu);
        if (Status == Toewijzingstatus.Afgekeurd) (Afkeurreden, VerzegeldeToelichting) = (reden, verzegeldeToelichting);
    }

    /// <summary>The provider shares the plan it made with the client. Its content stays here; that it came is announced.</summary>
    public Begeleidingsplan Ontvang(Plandocument document, Vault kluis, DateTimeOffset nu)
    {
        if (Status == Toewijzingstatus.Afgekeurd) throw Weigering.Toestand("toewijzing-afgekeurd", "Deze toewijzing is afgekeurd. Stuur het begeleidingsplan bij een toewijzing die u hebt geaccepteerd.");
        var plan = Begeleidingsplan.Van(Id, document, kluis, nu);
        Announce(new BegeleidingsplanOntvangen(VoorzieningId, Toewijzingnummer, Agb, plan.Id), nu);
        return plan;
    }

    /// <summary>
    /// The provider reports a start (WMO305), also before its 302 came or after that was given up; after a temporary stop the help goes on.
    /// </summary>
    public string? Start(DateOnly begindatum, Persoonskern persoon, DateTimeOffset nu)
    {
        if (begindatum == Begindatum && Status != Toewijzingstatus.Gestart) return Retourcode.SleutelNietUniek; // TR074
        if (Status is Toewijzingstatus.Gestopt or Toewijzingstatus.Verwijderd or Toewijzingstatus.Aangehouden or Toewijzingstatus.WachtOpVerzoek || (Status == Toewijzingstatus.Afgekeurd && (OpgevolgdDoor is not null || !Retourcode.ZijnTechnisch(Retourcodes)))) return Retourcode.GeenToewijzing;
        if (Status == Toewijzingstatus.Gestart || begindatum <= LaatsteDag) return Retourcode.LeveringNietGestopt; // TR326
        if (begindatum < Periode.Ingangsdatum || begindatum > Periode.Einddatum) return Retourcode.GeenToewijzing;
        var hervat = Status == Toewijzingstatus.TijdelijkGestopt;
        Bewaar();
        (Status, Retourcodes) = (Toewijzingstatus.Gestart, []);
        (Begindatum, LaatsteDag, RedenBeeindiging) = (begindatum, null, null);
        Announce(new ZorgGestart(VoorzieningId, Toewijzingnummer, PersoonId, begindatum, Product.Categorie, new(persoon))
        {
            GeenBerichtenverkeer = MetDeHand == RedenMetDeHand.AfgeschermdePersoon,
            Hervat = hervat,
        }, nu);
        return null;
    }

    /// <summary>The provider reports a stop (WMO307): for a time (reason 20), or for good.</summary>
    public string? Stop(DateOnly begindatum, DateOnly einddatum, string reden, DateTimeOffset nu)
    {
        if (begindatum != Begindatum) return Retourcode.GeenActueleStart;
        if (Status == Toewijzingstatus.Gestopt) return Retourcode.DefinitieveStopBestaat; // TR415
        if (reden == IStandaarden.Codelijsten.RedenBeeindiging.Tijdelijk)
        {
            if (Status == Toewijzingstatus.TijdelijkGestopt) return Retourcode.TijdelijkeStopBestaat; // TR413
            Bewaar();
            (Status, LaatsteDag, RedenBeeindiging) = (Toewijzingstatus.TijdelijkGestopt, einddatum, reden);
            Announce(new ZorgTijdelijkGestopt(VoorzieningId, Toewijzingnummer, PersoonId, einddatum), nu);
            return null;
        }
        if (einddatum < LaatsteDag) return Retourcode.EinddatumTeVroeg; // TR414
        Bewaar();
        // Official case 2: there was no help after the temporary stop, so its day is the day for the CAK as well.
        (Status, LaatsteDag, RedenBeeindiging) = (Toewijzingstatus.Gestopt, LaatsteDag ?? einddatum, reden);
        Announce(new ZorgGestopt(VoorzieningId, Toewijzingnummer, PersoonId, LaatsteDag.Value, reden), nu);
        return null;
    }

    /// <summary>The provider takes back a start (WMO305, StatusAanlevering 3). Nothing else is judged (iWmo TR063).</summary>
    public string? VerwijderStart(DateOnly begindatum, DateTimeOffset nu)
    {
        if (begindatum != Begindatum) return Retourcode.GeenEerderBericht; // TR063
        if (Status != Toewijzingstatus.Gestart) return Retourcode.StartAlBeeindigd; // TR071
        Herstel(new(Toewijzingstatus.Geaccepteerd, null, null, null));
        Announce(new ZorgstartVerwijderd(VoorzieningId, Toewijzingnummer, PersoonId, begindatum) { Hervat = Status == Toewijzingstatus.TijdelijkGestopt }, nu);
        return null;
    }

    /// <summary>The provider takes back its last stop (WMO307, StatusAanlevering 3). Nothing else is judged (iWmo TR063).</summary>
    public string? VerwijderStop(DateOnly begindatum, string reden, DateTimeOffset nu)
    {
        if (begindatum != Begindatum || LaatsteDag is not { } laatsteDag || reden != RedenBeeindiging) return Retourcode.GeenEerderBericht; // TR063
        Herstel(new(Toewijzingstatus.Gestart, Begindatum, null, null));
        Announce(new ZorgstopVerwijderd(VoorzieningId, Toewijzingnummer, PersoonId, laatsteDag) { Tijdelijk = Status == Toewijzingstatus.TijdelijkGestopt }, nu);
        return null;
    }

    private void Bewaar() => Eerder = [.. Eerder, new(Status, Begindatum, LaatsteDag, RedenBeeindiging)];

    /// <param name="aangenomen">How things stood before the report, when it came before we kept that.</param>
    private void Herstel(Stand aangenomen)
    {
        (Status, Begindatum, LaatsteDag, RedenBeeindiging) = Eerder is [.., var vorige] ? vorige : aangenomen;
        Eerder = [.. Eerder.SkipLast(1)];
    }

    /// <summary>Whether a message that names this product and first day means this assignment.</summary>
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
    /// <summary>Something stands in the way: see the finding.</summary>
    Aangehouden,
    /// <summary>The provider has to ask for it first (WMO315).</summary>
    WachtOpVerzoek,
    /// <summary>Removed before any start, as if never sent.</summary>
    Verwijderd,
}

/// <summary>How far the help was.</summary>
public sealed record Stand(Toewijzingstatus Status, DateOnly? Begindatum, DateOnly? LaatsteDag, string? RedenBeeindiging);

/// <summary>Why a person tells the provider, instead of a message.</summary>
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
    /// <summary>This help is not what the provider delivers.</summary>
    HulpPastNiet,
    /// <summary>Something in the assignment is wrong.</summary>
    GegevensKloppenNiet,
    /// <summary>The client does not want this provider.</summary>
    ClientWilNiet,
    /// <summary>Another one, told in words.</summary>
    Anders,
}
