using WmoPlatform.Contracts;

namespace WmoPlatform.Beschikkingen.Vooraf;

/// <summary>
/// An onderzoek as far as an aanvraag needs it: whether it is done, and its outcome. The event with the highest version counts, in whatever
/// order they arrive.
/// </summary>
public sealed class Onderzoeksbeeld
{
    private Onderzoeksbeeld()
    {
    }

    internal Onderzoeksbeeld(Guid onderzoekId, string dossiernummer) => (Id, Dossiernummer) = (onderzoekId, dossiernummer);

    /// <summary>The onderzoek.</summary>
    public Guid Id { get; private set; }
    public string Dossiernummer { get; private set; } = "";

    /// <summary>Null while its first event has not arrived.</summary>
    public string? Meldingnummer { get; private set; }

    /// <summary>The highest version that arrived.</summary>
    public int Versie { get; private set; }

    /// <summary>The indicaties, also those that were withdrawn.</summary>
    public IReadOnlyList<Indicatiebeeld> Indicaties { get; private set; } = [];

    /// <summary>
    /// The day of the first verslag; null before it. From then on the onderzoek is done (Wmo 2015 art. 2.3.2 lid 8), also when the resident
    /// returned the verslag.
    /// </summary>
    public DateOnly? VerslagOp { get; private set; }

    /// <summary>The last verslag; null before any, or when it is from before a verslag named its voorzieningen.</summary>
    public Verslagbeeld? Verslag { get; private set; }

    /// <summary>The day on which it ended without a verslag; null when it did not.</summary>
    public DateOnly? GestoptOp { get; private set; }
    public Stopreden? Stopreden { get; private set; }

    /// <summary>Whether the signed verslag was handled.</summary>
    public bool IsOndertekend { get; private set; }

    /// <summary>The day from which it is done; null before it.</summary>
    public DateOnly? KlaarVanaf => VerslagOp ?? (Stopreden is Contracts.Stopreden.MeldingIngetrokken ? null : GestoptOp);

    /// <summary>The indicaties that hold now and for which a choice was made.</summary>
    public IReadOnlyList<GekozenVoorziening> Gekozen() =>
        [.. Indicaties.Where(i => i.Geldt && i.Leveringsvorm is not null).OrderBy(i => i.VoorzieningId).Select(i => i.AlsGekozen())];

    /// <summary>The help that was found to be needed, so far as it is known: by the last verslag, or else by each indicatie.</summary>
    public IReadOnlyList<GekozenVoorziening> Geindiceerd() => Verslag?.Voorzieningen ??
        [.. Indicaties.Where(i => i.Geldt).OrderBy(i => i.VoorzieningId).Select(i =>
            (i with { Leveringsvorm = i.Leveringsvorm ?? Contracts.Leveringsvorm.Zin }).AlsGekozen())];

    /// <summary>Whether an indicatie waits for the choice of the resident.</summary>
    public bool WachtOpKeuze => Indicaties.Any(i => i.Geldt && i.Leveringsvorm is null);

    internal void Neem(Gebeurtenis gebeurtenis)
    {
        Versie = Math.Max(Versie, gebeurtenis.Versie);
        switch (gebeurtenis)
        {
            case OnderzoekGeopend g:
                Meldingnummer = g.Meldingnummer;
                break;
            case IndicatieGesteld g:
                Neem(g.VoorzieningId, i => i with { Product = g.Product, Omvang = g.Omvang, Periode = g.Periode });
                break;
            case IndicatieIngetrokken g:
                Neem(g.VoorzieningId, i => i with { Ingetrokken = true });
                break;
            case LeveringsvormGekozen g:
                Neem(g.VoorzieningId, i => i.Keuzeversie >= g.Versie ? i
                    : i with { Leveringsvorm = g.Leveringsvorm, Agb = g.Agb, Keuzeversie = g.Versie });
                break;
            case VerslagVastgesteld g:
                if (VerslagOp is null || g.VastgesteldOp < VerslagOp) VerslagOp = g.VastgesteldOp;
                if (g.Voorzieningen is { } voorzieningen && !(Verslag?.Versie >= g.Versie))
                    Verslag = new(g.Versie, g.VastgesteldOp, voorzieningen);
                break;
            case VerslagOndertekend:
                IsOndertekend = true;
                break;
            case OnderzoekGestopt g:
                (GestoptOp, Stopreden) = (g.GestoptOp, g.Reden);
                break;
        }
    }

    private void Neem(Guid voorzieningId, Func<Indicatiebeeld, Indicatiebeeld> feit) => Indicaties =
    [
        .. Indicaties.Where(i => i.VoorzieningId != voorzieningId),
        feit(Indicaties.FirstOrDefault(i => i.VoorzieningId == voorzieningId) ?? new(voorzieningId)),
    ];
}

/// <summary>One indicatie, with the choice of the resident.</summary>
/// <param name="VoorzieningId">The voorziening.</param>
public sealed record Indicatiebeeld(Guid VoorzieningId)
{
    /// <summary>Null while only a later fact about it has arrived.</summary>
    public Product? Product { get; init; }
    public Omvang? Omvang { get; init; }
    public Periode? Periode { get; init; }

    /// <summary>Null until the resident has chosen.</summary>
    public Leveringsvorm? Leveringsvorm { get; init; }
    public string? Agb { get; init; }

    /// <summary>The version of the last choice.</summary>
    public int Keuzeversie { get; init; }
    public bool Ingetrokken { get; init; }

    [System.Text.Json.Serialization.JsonIgnore]
    public bool Geldt => Product is not null && !Ingetrokken;

    internal GekozenVoorziening AlsGekozen() => new(VoorzieningId, Product!, Omvang!, Periode!, Leveringsvorm!.Value, Agb);
}

/// <summary>A verslag that was fixed.</summary>
/// <param name="Versie">The version of the onderzoek.</param>
/// <param name="VastgesteldOp">The day on which it was fixed.</param>
/// <param name="Voorzieningen">The voorzieningen that it names.</param>
public sealed record Verslagbeeld(int Versie, DateOnly VastgesteldOp, IReadOnlyList<GekozenVoorziening> Voorzieningen);
