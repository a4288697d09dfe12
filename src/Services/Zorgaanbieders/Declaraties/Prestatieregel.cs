using WmoPlatform.IStandaarden;

namespace WmoPlatform.Zorgaanbieders.Declaraties;

/// <summary>One line of a declaration, which later declarations are judged by. The toewijzing knows the client.</summary>
public sealed class Prestatieregel
{
    private Prestatieregel()
    {
    }

    public Guid DeclaratieId { get; private init; }
    /// <summary>Its place in the message, from 1.</summary>
    public int Volgnummer { get; private init; }
    public string Agb { get; private init; } = "";
    /// <summary>The provider's own number (iWmo TR314).</summary>
    public string Referentienummer { get; private init; } = "";
    /// <summary>The number of the prestatie that it credits.</summary>
    public string? VorigReferentienummer { get; private init; }
    public long Toewijzingnummer { get; private init; }
    public string Categorie { get; private init; } = "";
    public string Code { get; private init; } = "";
    public DateOnly Begindatum { get; private init; }
    public DateOnly Einddatum { get; private init; }
    public long Volume { get; private init; }
    public string Eenheid { get; private init; } = "";
    /// <summary>Cents per unit; null in euros.</summary>
    public long? Tarief { get; private init; }
    /// <summary>Cents; positive for a credit too.</summary>
    public long Bedrag { get; private init; }
    public bool IsCredit { get; private init; }
    /// <summary>The part of the toewijzing that it uses: minutes, cents, or its units.</summary>
    public long Verbruik { get; private init; }
    /// <summary>Why it is rejected; empty when it is granted.</summary>
    public IReadOnlyList<string> Retourcodes { get; private init; } = [];
    public bool IsToegekend { get; private init; }
    /// <summary>A granted credit took it back.</summary>
    public bool IsGecrediteerd { get; private init; }

    /// <summary>The lines of a declaration. A line that was not judged because of its client has the code of the client.</summary>
    public static IEnumerable<Prestatieregel> Van(Declaratie declaratie, Wmo323 bericht, Declaratieoordeel oordeel) =>
        oordeel.Clienten.Zip(bericht.Declaratie.Clienten)
            .SelectMany(c => c.First.Prestaties.Zip(c.Second.Prestaties,
                (codes, prestatie) => (Prestatie: prestatie, Codes: c.First.Code is { } code ? [code] : codes)))
            .Select((regel, i) => Van(declaratie, i + 1, regel.Prestatie, regel.Codes));

    /// <summary>The parts that a credit must repeat.</summary>
    public Debet AlsDebet() => new(new(Toewijzingnummer, Categorie, Code, Begindatum, Einddatum), Volume, Eenheid, Tarief, Bedrag)
    {
        IsGecrediteerd = IsGecrediteerd,
    };

    private static Prestatieregel Van(Declaratie declaratie, int volgnummer, Prestatie p, IReadOnlyList<string> codes) => new()
    {
        DeclaratieId = declaratie.Id,
        Volgnummer = volgnummer,
        Agb = declaratie.Agb,
        Referentienummer = p.ProductReferentie.ReferentieNummer,
        VorigReferentienummer = p.ProductReferentie.VorigReferentieNummer,
        Toewijzingnummer = p.ToewijzingNummer,
        Categorie = p.ProductCategorie,
        Code = p.ProductCode,
        Begindatum = p.ProductPeriode.Begindatum,
        Einddatum = p.ProductPeriode.Einddatum,
        Volume = p.GeleverdVolume,
        Eenheid = p.Eenheid,
        Tarief = p.ProductTarief,
        Bedrag = p.IngediendBedrag.Bedrag,
        IsCredit = p.IsCredit(),
        Verbruik = Declaraties.Verbruik.Van(p).Volume,
        Retourcodes = codes,
        IsToegekend = codes.Count == 0,
    };
}
