using WmoPlatform.Contracts;

namespace WmoPlatform.Zorgaanbieders.Toewijzingen;

/// <summary>
/// A pgb of a person, as its beschikking and the last event of its budget say, in whatever order they arrive. It blocks an assignment of
/// the same product at the same time (iWmo OP043).
/// </summary>
public sealed class Pgb
{
    public Guid VoorzieningId { get; init; }
    public Guid PersoonId { get; init; }

    /// <summary>The product of the beschikking; null until that has arrived.</summary>
    public Product? Product { get; private set; }
    public Periode Periode { get; private set; } = new(default, default);

    /// <summary>Withdrawn as a whole, as if never granted.</summary>
    public bool Ingetrokken { get; private set; }

    /// <summary>Version of the last event of its budget; 0 before any.</summary>
    public int Versie { get; private set; }

    public bool Blokkeert => Product is not null && !Ingetrokken;

    /// <summary>The beschikking grants it. Its period counts until an event of the budget says otherwise.</summary>
    public void Volg(BeschikteVoorziening voorziening)
    {
        Product = voorziening.Product;
        if (Versie == 0) Periode = voorziening.Periode;
    }

    /// <summary>The budget changed or ended.</summary>
    public void Volg(int versie, Periode periode, bool ingetrokken)
    {
        if (versie <= Versie) return;
        (Versie, Periode, Ingetrokken) = (versie, periode, ingetrokken);
    }
}
