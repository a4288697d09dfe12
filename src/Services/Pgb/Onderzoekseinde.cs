using WmoPlatform.Contracts;

namespace WmoPlatform.Pgb;

/// <summary>
/// The end of the choices in an onderzoek: it was stopped, or its aanvraag was decided, passed on or withdrawn. A choice from before that
/// starts no toets, however late it arrives.
/// </summary>
public sealed class Onderzoekseinde
{
    /// <summary>The onderzoek, which the choices were made in, or the aanvraag to change granted help.</summary>
    public Guid OnderzoekId { get; init; }

    /// <summary>Version at which the onderzoek was stopped; null when it was not.</summary>
    public int? Stopversie { get; private set; }

    /// <summary>The last moment at which an aanvraag was dealt with; null before any.</summary>
    public DateTimeOffset? AfgehandeldOp { get; private set; }

    public void Volg(OnderzoekGestopt gestopt) => Stopversie = gestopt.Versie;

    /// <summary>The aanvraag was decided, passed on, or withdrawn.</summary>
    public void VolgAanvraag(Gebeurtenis afhandeling)
    {
        if (AfgehandeldOp is null || afhandeling.Op > AfgehandeldOp) AfgehandeldOp = afhandeling.Op.ToUniversalTime();
    }

    /// <summary>Whether the zaak went on without this choice.</summary>
    public bool Achterhaalt(AanvraagOntvangen aanvraag) => aanvraag.Op < AfgehandeldOp;

    /// <inheritdoc cref="Achterhaalt(AanvraagOntvangen)" />
    public bool Achterhaalt(LeveringsvormGekozen keuze) => keuze.Versie < Stopversie || keuze.Op < AfgehandeldOp;
}
