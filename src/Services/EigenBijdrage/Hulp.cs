using WmoPlatform.Contracts;

namespace WmoPlatform.EigenBijdrage;

/// <summary>One voorziening of the person, as far as the contribution needs it.</summary>
public sealed class Voorziening
{
    private Voorziening()
    {
    }

    public Voorziening(Guid voorzieningId, string dossiernummer) => (VoorzieningId, Dossiernummer) = (voorzieningId, dossiernummer);

    public Guid VoorzieningId { get; private set; }
    public string Dossiernummer { get; private set; } = "";
    public Leveringsvorm Leveringsvorm { get; private set; }
    public DateOnly Startdatum { get; private set; }
    public DateOnly? Einddatum { get; private set; }

    /// <summary>The reason why no contribution is due for it; null when one is due.</summary>
    public NietVerschuldigd? NietVerschuldigd { get; private set; }

    /// <summary>The safety of the person forbids messages about it (iWmo OP003).</summary>
    public bool GeenBerichtenverkeer { get; private set; }

    /// <summary>Withdrawn as a whole, as if never granted.</summary>
    public bool Ingetrokken { get; private set; }

    /// <summary>Earlier periods. Help that stopped for good may start again, with the same or another provider.</summary>
    public IReadOnlyList<Tijdvak> EerdereTijdvakken { get; private set; } = [];

    /// <summary>Version of the last event of its toewijzing or budget. Older events are ignored.</summary>
    public int Versie { get; private set; }
    public Guid AggregaatId { get; private set; }

    /// <summary>The periods for which a contribution is due.</summary>
    public IEnumerable<Tijdvak> Tijdvakken => Telt ? [.. EerdereTijdvakken, new(Startdatum, Einddatum)] : EerdereTijdvakken;

    public bool Loopt => Versie > 0 && Einddatum is null;

    /// <summary>Whether a contribution is due for its present period.</summary>
    public bool Telt => NietVerschuldigd is null && !Ingetrokken;

    /// <summary>Earlier toewijzingen or budgets. Their late reports concern the time before.</summary>
    public IReadOnlyList<Guid> Eerdere { get; private set; } = [];

    // The next provider has another toewijzing, with its own versions.
    public bool IsNieuwer(Gebeurtenis feit) => feit.AggregaatId == AggregaatId ? feit.Versie > Versie : !Eerdere.Contains(feit.AggregaatId);

    public void Zag(Gebeurtenis feit)
    {
        if (AggregaatId != feit.AggregaatId && AggregaatId != Guid.Empty) Eerdere = [.. Eerdere, AggregaatId];
        (AggregaatId, Versie) = (feit.AggregaatId, feit.Versie);
    }

    public void GaDoor(Gebeurtenis feit)
    {
        (Einddatum, Ingetrokken) = (null, false);
        Zag(feit);
    }

    public void Start(
        Gebeurtenis feit, DateOnly startdatum, Leveringsvorm leveringsvorm, NietVerschuldigd? nietVerschuldigd, bool geenBerichtenverkeer)
    {
        // For the contribution, help that resumes after a temporary stop never stopped, unless none was due before.
        if (!Loopt || NietVerschuldigd is not null)
        {
            if (Versie > 0 && Telt) EerdereTijdvakken = [.. EerdereTijdvakken, new(Startdatum, Einddatum)];
            (Startdatum, Einddatum) = (startdatum, null);
        }
        (Leveringsvorm, NietVerschuldigd, GeenBerichtenverkeer, Ingetrokken) =
            (leveringsvorm, nietVerschuldigd, geenBerichtenverkeer, false);
        Zag(feit);
    }

    public void Stop(Gebeurtenis feit, DateOnly einddatum, bool ingetrokken)
    {
        (Einddatum, Ingetrokken) = (einddatum, ingetrokken);
        Zag(feit);
    }

    public void Corrigeer(DateOnly startdatum, DateOnly? einddatum, bool nooitBegonnen) =>
        (Startdatum, Einddatum, Ingetrokken) = (startdatum, einddatum, nooitBegonnen);
}

/// <summary>From <paramref name="Begin"/> up to and including <paramref name="Einde"/>; null while it runs.</summary>
public sealed record Tijdvak(DateOnly Begin, DateOnly? Einde);

/// <summary>A correction by the backoffice of the reported facts about a voorziening.</summary>
/// <param name="VoorzieningId">De voorziening.</param>
/// <param name="Startdatum">De eerste dag.</param>
/// <param name="Einddatum">De laatste dag; leeg als de hulp nog loopt.</param>
/// <param name="NooitBegonnen">Of de hulp nooit is begonnen.</param>
/// <param name="Reden">Waarom dit anders is dan gemeld.</param>
/// <param name="Op">De dag van de correctie.</param>
public sealed record Feitcorrectie(
    Guid VoorzieningId, DateOnly Startdatum, DateOnly? Einddatum, bool NooitBegonnen, string Reden, DateOnly Op);
