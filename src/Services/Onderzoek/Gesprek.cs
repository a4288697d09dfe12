using WmoPlatform.Contracts;

namespace WmoPlatform.Onderzoeken;

/// <summary>A gesprek with the person: planned, then held and recorded.</summary>
public sealed class Gesprek
{
    private Gesprek()
    {
    }

    internal Gesprek(DateTimeOffset tijdstip, Gespreksplaats plaats, IReadOnlyList<string> aanwezigen) =>
        (Tijdstip, Plaats, Aanwezigen) = (tijdstip, plaats, [.. aanwezigen]);

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public DateTimeOffset Tijdstip { get; private set; }
    public Gespreksplaats Plaats { get; private set; }

    /// <summary>The people the resident brings along: family, a cliëntondersteuner, a provider.</summary>
    public string[] Aanwezigen { get; private set; } = [];

    public DateOnly? GevoerdOp { get; private set; }
    public bool? GebruiktWlz { get; private set; }
    public Onderwerpen? Onderwerpen { get; private set; }

    public bool IsGevoerd => GevoerdOp is not null;

    internal void LegVast(DateOnly gevoerdOp, bool gebruiktWlz, Onderwerpen onderwerpen) =>
        (GevoerdOp, GebruiktWlz, Onderwerpen) = (gevoerdOp, gebruiktWlz, onderwerpen);
}

/// <summary>
/// The topics that an onderzoek must cover (Wmo 2015 art. 2.3.2 lid 4 onder a tot en met g). All gesprekken together cover them.
/// </summary>
/// <param name="Behoeften">a: behoeften, persoonskenmerken en voorkeuren.</param>
/// <param name="EigenKracht">b: wat de inwoner zelf kan, en met gebruikelijke hulp van huisgenoten.</param>
/// <param name="Netwerk">c: wat mantelzorgers en anderen uit het netwerk kunnen doen.</param>
/// <param name="Mantelzorger">d: welke hulp de mantelzorger zelf nodig heeft.</param>
/// <param name="AlgemeneVoorzieningen">e: wat een algemene voorziening of maatschappelijk nuttige activiteit oplost.</param>
/// <param name="AndereDomeinen">f: wat kan in samenwerking met zorg, jeugdhulp, onderwijs, welzijn, wonen, werk en inkomen.</param>
/// <param name="EigenBijdrage">g: welke eigen bijdrage de inwoner gaat betalen.</param>
public sealed record Onderwerpen(
    string? Behoeften = null, string? EigenKracht = null, string? Netwerk = null, string? Mantelzorger = null,
    string? AlgemeneVoorzieningen = null, string? AndereDomeinen = null, string? EigenBijdrage = null)
{
    /// <summary>Every topic under its Dutch name, with the recorded text.</summary>
    internal IEnumerable<(string Naam, string? Tekst)> Alle() =>
    [
        ("behoeften", Behoeften), ("eigen kracht", EigenKracht), ("netwerk", Netwerk), ("mantelzorger", Mantelzorger),
        ("algemene voorzieningen", AlgemeneVoorzieningen), ("andere domeinen", AndereDomeinen), ("eigen bijdrage", EigenBijdrage),
    ];
}
