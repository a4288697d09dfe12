using System.Text.Json;
using WmoPlatform.Contracts;
using WmoPlatform.IStandaarden;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Zorgaanbieders.Aanbiederplatform;
using WmoPlatform.Zorgaanbieders.Regels;

namespace WmoPlatform.Zorgaanbieders;

/// <summary>
/// One voorziening assigned to one provider. What a provider reports is judged here: the answer is a code of the standard, or null when it
/// is accepted and has had its effect.
/// </summary>
public sealed class Toewijzing : Aggregaat
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
    /// <summary>The moment it was fixed, the same in every message that tells it (iWmo IV013).</summary>
    public DateTimeOffset ToegewezenOp { get; private set; }
    public string VerzegeldePersoon { get; private set; } = "";
    /// <summary>Why no messages go about this person; null when they do.</summary>
    public RedenMetDeHand? MetDeHand { get; private set; }
    /// <summary>Identifications of the WMO301s that told it: every one lists all that is valid (iWmo OP087).</summary>
    public IReadOnlyList<string> Berichten { get; private set; } = [];
    public Toewijzingstatus Status { get; private set; }
    public IReadOnlyList<string> Retourcodes { get; private set; } = [];
    /// <summary>Why the provider rejected on the platform; null when by message or by hand.</summary>
    public Afkeurreden? Afkeurreden { get; private set; }
    public string? VerzegeldeToelichting { get; private set; }
    public DateOnly? Begindatum { get; private set; }
    /// <summary>Last day of help, while it is stopped, for a time or for good.</summary>
    public DateOnly? LaatsteDag { get; private set; }
    public string? RedenBeeindiging { get; private set; }
    /// <summary>The assignment that took its place after it was rejected.</summary>
    public long? OpgevolgdDoor { get; private set; }

    /// <summary>The first provider of a granted voorziening.</summary>
    public static Toewijzing Bij(BeschikkingBekendgemaakt beschikking, BeschikteVoorziening voorziening, long nummer, Kluis kluis, DateTimeOffset nu) => new()
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
        VerzegeldePersoon = kluis.Verzegel(JsonSerializer.SerializeToUtf8Bytes(beschikking.Persoon.Waarde)),
        MetDeHand = beschikking.GeenBerichtenverkeer ? RedenMetDeHand.AfgeschermdePersoon
            : beschikking.Persoon.Waarde.Adres is null ? RedenMetDeHand.GeenAdres : null,
    };

    /// <summary>Another provider takes the place of the one that rejected; or the same one, when only the message was wrong.</summary>
    public Toewijzing Vervang(string agb, long nummer, DateTimeOffset nu)
    {
        if (Status != Toewijzingstatus.Afgekeurd)
            throw Weigering.Toestand("niet-afgekeurd", "Een andere aanbieder kan alleen als de vorige de toewijzing heeft afgekeurd.");
        if (OpgevolgdDoor is not null)
            throw Weigering.Toestand("al-opgevolgd", $"Er is al een andere aanbieder gekozen: zie toewijzing {OpgevolgdDoor}.");
        if (agb == Agb && !Retourcode.ZijnTechnisch(Retourcodes))
            throw Weigering.Regel("dezelfde-aanbieder", "Deze aanbieder heeft de toewijzing afgekeurd. Kies een andere aanbieder.", veld: "agb");
        OpgevolgdDoor = nummer;
        return new()
        {
            Dossiernummer = Dossiernummer,
            Toewijzingnummer = nummer,
            VoorzieningId = VoorzieningId,
            Volgnummer = Volgnummer + 1,
            BeschikkingId = BeschikkingId,
            PersoonId = PersoonId,
            Wijkteam = Wijkteam,
            Agb = agb,
            Product = Product,
            Omvang = Omvang,
            Periode = Periode,
            ToegewezenOp = nu.ToUniversalTime(),
            VerzegeldePersoon = VerzegeldePersoon,
            MetDeHand = MetDeHand,
        };
    }

    public Persoonsgegevens Persoon(Kluis kluis) => JsonSerializer.Deserialize<Persoonsgegevens>(kluis.Ontzegel(VerzegeldePersoon))!;

    /// <summary>A WMO301 tells it.</summary>
    public void VermeldIn(string berichtidentificatie) => Berichten = [.. Berichten, berichtidentificatie];

    /// <summary>It is assigned, and told in the WMO301 that <see cref="VermeldIn"/> named, or by hand.</summary>
    public void Wijs(DateTimeOffset nu) => Kondigaan(new ZorgToegewezen(VoorzieningId, Toewijzingnummer, Agb, Berichten.Count > 0 ? Berichten[^1] : null), nu);

    /// <summary>
    /// The provider accepts (WMO302), also what was rejected or given up, as long as nobody has taken its place. After a start, or a second
    /// time, this says nothing new.
    /// </summary>
    public void Accepteer(DateTimeOffset nu)
    {
        if (Status != Toewijzingstatus.Toegewezen && !(Status == Toewijzingstatus.Afgekeurd && OpgevolgdDoor is null)) return;
        (Status, Retourcodes, Afkeurreden, VerzegeldeToelichting) = (Toewijzingstatus.Geaccepteerd, [], null, null);
        Kondigaan(new ToewijzingGeaccepteerd(VoorzieningId, Toewijzingnummer, Agb), nu);
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
        if ((Status != Toewijzingstatus.Toegewezen && !alsnog) || (bericht is not null && bericht != Berichten[0])) return;
        Status = Toewijzingstatus.Afgekeurd;
        Retourcodes = retourcodes;
        Kondigaan(new ToewijzingAfgekeurd(VoorzieningId, Toewijzingnummer, Agb, retourcodes) { NietVerwerkt = Retourcode.ZijnTechnisch(retourcodes) }, nu);
    }

    /// <summary>The provider rejects on the platform: the same, with a reason in words.</summary>
    public void KeurAf(Afkeurreden reden, string? verzegeldeToelichting, DateTimeOffset nu)
    {
        KeurAf([], nu);
        if (Status == Toewijzingstatus.Afgekeurd) (Afkeurreden, VerzegeldeToelichting) = (reden, verzegeldeToelichting);
    }

    /// <summary>The provider shares the plan it made with the client. Its content stays here; that it came is announced.</summary>
    public Begeleidingsplan Ontvang(Plandocument document, Kluis kluis, DateTimeOffset nu)
    {
        if (Status == Toewijzingstatus.Afgekeurd) throw Weigering.Toestand("toewijzing-afgekeurd", "Deze toewijzing is afgekeurd. Stuur het begeleidingsplan bij een toewijzing die u hebt geaccepteerd.");
        var plan = Begeleidingsplan.Van(Id, document, kluis, nu);
        Kondigaan(new BegeleidingsplanOntvangen(VoorzieningId, Toewijzingnummer, Agb, plan.Id), nu);
        return plan;
    }

    /// <summary>
    /// The provider reports a start (WMO305), also before its 302 came or after that was given up; after a temporary stop the help goes on.
    /// </summary>
    public string? Start(DateOnly begindatum, Persoonskern persoon, DateTimeOffset nu)
    {
        if (begindatum == Begindatum && Status != Toewijzingstatus.Gestart) return Retourcode.SleutelNietUniek; // TR074
        if (Status == Toewijzingstatus.Gestopt || (Status == Toewijzingstatus.Afgekeurd && (OpgevolgdDoor is not null || !Retourcode.ZijnTechnisch(Retourcodes)))) return Retourcode.GeenToewijzing;
        if (Status == Toewijzingstatus.Gestart || begindatum <= LaatsteDag) return Retourcode.LeveringNietGestopt; // TR326
        if (begindatum < Periode.Ingangsdatum || begindatum > Periode.Einddatum) return Retourcode.GeenToewijzing;
        var hervat = Status == Toewijzingstatus.TijdelijkGestopt;
        (Status, Retourcodes) = (Toewijzingstatus.Gestart, []);
        (Begindatum, LaatsteDag, RedenBeeindiging) = (begindatum, null, null);
        Kondigaan(new ZorgGestart(VoorzieningId, Toewijzingnummer, PersoonId, begindatum, Product.Categorie, new(persoon))
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
            (Status, LaatsteDag, RedenBeeindiging) = (Toewijzingstatus.TijdelijkGestopt, einddatum, reden);
            Kondigaan(new ZorgTijdelijkGestopt(VoorzieningId, Toewijzingnummer, PersoonId, einddatum), nu);
            return null;
        }
        if (einddatum < LaatsteDag) return Retourcode.EinddatumTeVroeg; // TR414
        // Official case 2: there was no help after the temporary stop, so its day is the day for the CAK as well.
        (Status, LaatsteDag, RedenBeeindiging) = (Toewijzingstatus.Gestopt, LaatsteDag ?? einddatum, reden);
        Kondigaan(new ZorgGestopt(VoorzieningId, Toewijzingnummer, PersoonId, LaatsteDag.Value, reden), nu);
        return null;
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
}

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
