using WmoPlatform.Contracts;
using WmoPlatform.IStandaarden;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Zorgaanbieders.Regels;

namespace WmoPlatform.Zorgaanbieders.Declaraties;

/// <summary>
/// What a provider asks to be paid (WMO323), what is granted of it, and whether it was told (WMO325). It is judged when it comes in; whether
/// a person looks at it before the answer goes, is the municipality's choice. Who the clients are, stands in the messages, not here.
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
    /// <summary>The calendar month it is about.</summary>
    public Periode Periode { get; private set; } = null!;
    public DateOnly Dagtekening { get; private set; }
    public DateTimeOffset OntvangenOp { get; private set; }
    /// <summary>Last day for the answer (iWmo OP090x4).</summary>
    public DateOnly AntwoordUiterlijk { get; private set; }
    /// <summary>What is asked, in cents; negative when more is credited.</summary>
    public long Ingediend { get; private set; }
    /// <summary>What is granted, or will be once a person agrees, in cents.</summary>
    public long Toegekend { get; private set; }
    public int AantalPrestaties { get; private set; }
    public int AantalAfgewezen { get; private set; }
    /// <summary>Why it counts as never sent; empty when it was judged.</summary>
    public IReadOnlyList<string> Retourcodes { get; private set; } = [];
    public Declaratiestatus Status { get; private set; }
    public DateTimeOffset? BeantwoordOp { get; private set; }
    /// <summary>Who agreed; null when nobody had to.</summary>
    public string? GoedgekeurdDoor { get; private set; }
    /// <summary>The answer while it waits for a person; it names clients.</summary>
    public string? VerzegeldAntwoord { get; private set; }

    /// <summary>A declaration has come in and was judged.</summary>
    /// <param name="bericht">The message.</param>
    /// <param name="oordeel">What was judged of it.</param>
    /// <param name="antwoord">What will be told of it.</param>
    /// <param name="antwoordUiterlijk">Last day for the answer.</param>
    /// <param name="nu">Now.</param>
    public static Declaratie Ontvang(Wmo323 bericht, Declaratieoordeel oordeel, Wmo325 antwoord, DateOnly antwoordUiterlijk, DateTimeOffset nu)
    {
        var (header, declaratie) = (bericht.Header, bericht.Declaratie);
        var (prestaties, afgewezen) = (declaratie.Clienten.Sum(c => c.Prestaties.Count), oordeel.Clienten.Sum(c => c.Prestaties.Count(codes => codes.Count > 0)));
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
            Status = oordeel.Codes.Count > 0 || afgewezen == prestaties ? Declaratiestatus.Afgewezen : afgewezen > 0 ? Declaratiestatus.DeelsToegekend : Declaratiestatus.Toegekend,
        };
    }

    /// <summary>The answer goes.</summary>
    public void Beantwoord(DateTimeOffset nu) => BeantwoordOp = nu.ToUniversalTime();

    /// <summary>A person looks at it first; the answer that will go is kept.</summary>
    public void LegVoor(Wmo325 antwoord, Vault kluis) => (Status, VerzegeldAntwoord) = (Declaratiestatus.WachtOpGoedkeuring, kluis.Seal(antwoord.ToBytes()));

    /// <summary>A person agrees: the answer that now goes, with an identification and a day of its own.</summary>
    public Wmo325 KeurGoed(string wie, string identificatie, Vault kluis, DateTimeOffset nu)
    {
        if (VerzegeldAntwoord is not { } verzegeld)
            throw Weigering.Toestand("al-beantwoord", "Deze declaratie is al beantwoord. Klopt er toch iets niet, vraag de zorgaanbieder dan om de prestatie te crediteren.");
        var antwoord = (Wmo325)Ketenbericht.Lees(new MemoryStream(kluis.Unseal(verzegeld)));
        (Status, GoedgekeurdDoor, VerzegeldAntwoord) = (AantalAfgewezen > 0 ? Declaratiestatus.DeelsToegekend : Declaratiestatus.Toegekend, wie, null);
        Beantwoord(nu);
        return antwoord with { Header = antwoord.Header with { IdentificatieRetour = identificatie, DagtekeningRetour = nu.Dag() } };
    }
}

public enum Declaratiestatus
{
    /// <summary>Judged; a person has to agree before the answer goes.</summary>
    WachtOpGoedkeuring,
    /// <summary>All of it.</summary>
    Toegekend,
    /// <summary>Some prestaties are rejected.</summary>
    DeelsToegekend,
    /// <summary>Nothing of it.</summary>
    Afgewezen,
}
