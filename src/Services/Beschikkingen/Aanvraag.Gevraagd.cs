using WmoPlatform.Beschikkingen.Regels;
using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Beschikkingen;

/// <summary>
/// The help that the applicant asks for, beside the indicaties of the onderzoek. A decision is about what is asked (Awb 1:3 lid 3), and
/// the indicaties are the advice on it: a person may ask for more than was found, or for something that was not found at all.
/// </summary>
public sealed partial class Aanvraag
{
    /// <summary>What the applicant asks for, as far as that was recorded; null while nobody recorded it.</summary>
    public IReadOnlyList<GekozenVoorziening>? GevraagdeHulp { get; private set; }

    /// <summary>
    /// All that is to be decided on: each indicatie, as much of it as is asked, and what is asked without an indicatie. Without a record of
    /// what is asked, the indicaties are it.
    /// </summary>
    public IReadOnlyList<GekozenVoorziening> Gevraagde() =>
    [
        .. Voorzieningen.Select(v => GevraagdeHulp?.FirstOrDefault(g => g.VoorzieningId == v.VoorzieningId) is { } vraag
            && TeltHetzelfde(vraag, v) ? v with { Omvang = vraag.Omvang, Periode = vraag.Periode } : v),
        .. (GevraagdeHulp ?? []).Where(g => Indicatie(g.VoorzieningId) is null),
    ];

    /// <summary>
    /// Whether somebody still has to record what is asked: the applicant wrote something else than the verslag says, or an indicatie is
    /// counted in another unit by now.
    /// </summary>
    public bool IsVraagOnbekend => GevraagdeHulp is { } hulp
        ? hulp.Any(g => Indicatie(g.VoorzieningId) is { } indicatie && !TeltHetzelfde(g, indicatie)) : VerzegeldeVraag is not null;

    /// <summary>The help as the onderzoek found it; null when it found no need for it.</summary>
    public GekozenVoorziening? Indicatie(Guid? voorzieningId) => Voorzieningen.FirstOrDefault(v => v.VoorzieningId == voorzieningId);

    private GekozenVoorziening? Gevraagd(Guid? voorzieningId) => Gevraagde().FirstOrDefault(v => v.VoorzieningId == voorzieningId);

    /// <summary>
    /// Records what the applicant asks for. It takes the place of what was recorded before. A decision that was not made known yet is taken
    /// again.
    /// </summary>
    /// <param name="hulp">All that is asked; an amount of an indicatie, or help without one.</param>
    /// <param name="nu">The present moment.</param>
    public void LegVraagVast(IReadOnlyList<GekozenVoorziening> hulp, DateTimeOffset nu)
    {
        MoetNogBekend();
        GevraagdeHulpKlopt.Eis(hulp, Voorzieningen);
        if (GevraagdeHulp is { } was && was.SequenceEqual(hulp))
            throw Weigering.Regel("niets-gewijzigd", "Dit is al vastgelegd als wat de inwoner vraagt.", veld: "gevraagd");
        GevraagdeHulp = hulp;
        (Status, Besluiten, BeslotenOp, BeslotenDoor) = (Aanvraagstatus.Ontvangen, [], null, null);
        Announce(new GevraagdeHulpVastgelegd(Gevraagde()), nu);
    }

    /// <summary>An indicatie that was changed into another amount unit cannot be compared with what was asked of it.</summary>
    private static bool TeltHetzelfde(GekozenVoorziening gevraagd, GekozenVoorziening indicatie) =>
        gevraagd.Omvang with { Volume = indicatie.Omvang.Volume } == indicatie.Omvang;
}

/// <summary>One thing that the applicant asks for.</summary>
/// <param name="VoorzieningId">De indicatie waarvan de inwoner meer, minder of op andere dagen vraagt; weglaten zonder indicatie.</param>
/// <param name="Product">De hulp, als daarvoor geen indicatie is: productcategorie (01 tot en met 18) en productcode.</param>
/// <param name="Omvang">Hoeveel de inwoner vraagt; weglaten als dat zoals in de indicatie is.</param>
/// <param name="Periode">Van wanneer tot en met wanneer; weglaten als dat zoals in de indicatie is.</param>
/// <param name="Leveringsvorm">Hoe de inwoner de hulp wil, als daarvoor geen indicatie is; zorg in natura als u niets invult.</param>
public sealed record Vraagregel(
    Guid? VoorzieningId = null, Product? Product = null, Omvang? Omvang = null, Periode? Periode = null,
    Leveringsvorm? Leveringsvorm = null)
{
    /// <summary>The help that is asked, with what the indicatie says about it.</summary>
    /// <param name="bekend">The indicaties, and what was recorded before.</param>
    /// <param name="nu">The present moment.</param>
    /// <exception cref="Weigering">404 for an unknown voorziening.</exception>
    internal GekozenVoorziening Als(IEnumerable<GekozenVoorziening> bekend, DateTimeOffset nu) => VoorzieningId is not { } id
        ? new(Guid.CreateVersion7(nu), Product!, Omvang!, Periode!, Leveringsvorm ?? Contracts.Leveringsvorm.Zin, null)
        : bekend.FirstOrDefault(v => v.VoorzieningId == id) is { } van
            ? van with { Omvang = Omvang ?? van.Omvang, Periode = Periode ?? van.Periode }
            : throw Weigering.Onbekend("Deze voorziening");
}
