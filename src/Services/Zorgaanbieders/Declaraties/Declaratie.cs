using WmoPlatform.Contracts;
using WmoPlatform.IStandaarden;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Zorgaanbieders.Declaraties;

/// <summary>
/// A claim of a provider (WMO323), with the granted amount and its answer (WMO325). It is judged on receipt. The municipality chooses
/// whether the backoffice approves before the answer is sent. The messages name the clients; this class does not.
/// </summary>
public sealed class Declaratie : Aggregate
{
    private Declaratie()
    {
    }

    public string Agb { get; private set; } = "";
    /// <summary>Unique per provider, unless it counts as never sent (iWmo TR333).</summary>
    public string Declaratienummer { get; private set; } = "";
    public string Berichtidentificatie { get; private set; } = "";
    /// <summary>The calendar month that it covers.</summary>
    public Periode Periode { get; private set; } = null!;
    public DateOnly Dagtekening { get; private set; }
    public DateTimeOffset OntvangenOp { get; private set; }
    /// <summary>Last day for the answer (iWmo OP090x4).</summary>
    public DateOnly AntwoordUiterlijk { get; private set; }
    /// <summary>The claimed amount in cents; negative when more is credited.</summary>
    public long Ingediend { get; private set; }
    /// <summary>The granted amount in cents; while it waits for approval, the amount that will be granted.</summary>
    public long Toegekend { get; private set; }
    public int AantalPrestaties { get; private set; }
    public int AantalAfgewezen { get; private set; }
    /// <summary>Why it counts as never sent; empty when it was judged.</summary>
    public IReadOnlyList<string> Retourcodes { get; private set; } = [];
    public Declaratiestatus Status { get; private set; }
    public DateTimeOffset? BeantwoordOp { get; private set; }
    /// <summary>The user who approved; null without an approval.</summary>
    public string? GoedgekeurdDoor { get; private set; }
    /// <summary>The answer while it waits for approval, sealed because it names clients.</summary>
    public Sealed? VerzegeldAntwoord { get; private set; }

    /// <summary>Creates the declaration from a message and its judgement.</summary>
    /// <param name="bericht">The message.</param>
    /// <param name="oordeel">The judgement.</param>
    /// <param name="antwoord">The answer.</param>
    /// <param name="antwoordUiterlijk">Last day for the answer.</param>
    /// <param name="nu">Now.</param>
    public static Declaratie Ontvang(
        Wmo323 bericht, Declaratieoordeel oordeel, Wmo325 antwoord, DateOnly antwoordUiterlijk, DateTimeOffset nu)
    {
        var (header, declaratie) = (bericht.Header, bericht.Declaratie);
        var prestaties = declaratie.Clienten.Sum(c => c.Prestaties.Count);
        var afgewezen = oordeel.Clienten.Sum(c => c.Prestaties.Count(codes => codes.Count > 0));
        return new()
        {
            Agb = header.Afzender!,
            Declaratienummer = declaratie.DeclaratieNummer,
            Berichtidentificatie = bericht.Identificatie,
            Periode = new(declaratie.DeclaratiePeriode.Begindatum, declaratie.DeclaratiePeriode.Einddatum),
            Dagtekening = declaratie.DeclaratieDagtekening,
            OntvangenOp = nu.ToUniversalTime(),
            AntwoordUiterlijk = antwoordUiterlijk,
            Ingediend = declaratie.TotaalIngediendBedrag.InCenten,
            Toegekend = antwoord.Inhoud!.TotaalToegekendBedrag.InCenten,
            AantalPrestaties = prestaties,
            AantalAfgewezen = oordeel.Codes.Count > 0 ? prestaties : afgewezen,
            Retourcodes = oordeel.Codes,
            Status = oordeel.Codes.Count > 0 || afgewezen == prestaties ? Declaratiestatus.Afgewezen
                : afgewezen > 0 ? Declaratiestatus.DeelsToegekend
                : Declaratiestatus.Toegekend,
        };
    }

    /// <summary>Records that the answer is sent.</summary>
    public void Beantwoord(DateTimeOffset nu) => BeantwoordOp = nu.ToUniversalTime();

    /// <summary>Keeps the answer, sealed, until the backoffice approves.</summary>
    public void LegVoor(Wmo325 antwoord, Vault kluis) => (Status, VerzegeldAntwoord) = (
        Declaratiestatus.WachtOpGoedkeuring, kluis.Seal(antwoord.ToBytes(), Seat(nameof(VerzegeldAntwoord))));

    /// <summary>Records the approval, and returns the kept answer with a new identification and today's date.</summary>
    public Wmo325 KeurGoed(string wie, string identificatie, Vault kluis, DateTimeOffset nu)
    {
        if (VerzegeldAntwoord is not { } verzegeld)
            throw Weigering.Toestand(
                "al-beantwoord",
                "Deze declaratie is al beantwoord. Klopt er toch iets niet, vraag de zorgaanbieder dan om de prestatie te crediteren.");
        var antwoord = (Wmo325)Ketenbericht.Lees(new MemoryStream(kluis.Unseal(verzegeld, Seat(nameof(VerzegeldAntwoord)))));
        (Status, GoedgekeurdDoor, VerzegeldAntwoord) = (
            AantalAfgewezen > 0 ? Declaratiestatus.DeelsToegekend : Declaratiestatus.Toegekend, wie, null);
        Beantwoord(nu);
        return antwoord with { Header = antwoord.Header with { IdentificatieRetour = identificatie, DagtekeningRetour = nu.Dag() } };
    }
}

public enum Declaratiestatus
{
    /// <summary>Judged, and waiting for the approval of the backoffice.</summary>
    WachtOpGoedkeuring,
    /// <summary>Granted as a whole.</summary>
    Toegekend,
    /// <summary>Some prestaties are rejected.</summary>
    DeelsToegekend,
    /// <summary>Nothing is granted.</summary>
    Afgewezen,
}
