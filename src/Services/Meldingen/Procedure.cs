namespace WmoPlatform.Meldingen;

/// <summary>
/// A bezwaar, klacht or beroep in a dossier, as far as it keeps that dossier open: while it runs, while a judgment must be carried out, and
/// until the term to go on is over. Its facts may arrive more than once, and in another order than they happened.
/// </summary>
public sealed class Procedure
{
    private Procedure()
    {
    }

    internal Procedure(string zaaknummer, string dossiernummer) => (Zaaknummer, Dossiernummer) = (zaaknummer, dossiernummer);

    /// <summary>For instance <c>Z-2026-000123</c>.</summary>
    public string Zaaknummer { get; private set; } = "";
    public string Dossiernummer { get; private set; } = "";

    /// <summary>The version of the fact that says how far it is.</summary>
    public int Stand { get; private set; }
    public bool IsAanhangig { get; private set; }

    /// <summary>The orders of a court.</summary>
    public IReadOnlyList<Guid> Opdrachten { get; private set; } = [];

    /// <summary>Those that were carried out, also when the judgment itself has not arrived yet.</summary>
    public IReadOnlyList<Guid> Uitgevoerd { get; private set; } = [];

    /// <summary>Whether something must still be done.</summary>
    public bool Loopt { get; private set; }

    /// <summary>The last of all days until which the person may go on, to the court or to a higher one; null without.</summary>
    public DateOnly? Tot { get; private set; }

    /// <summary>A fact that says how far it is.</summary>
    internal void Neem(int versie, bool isAanhangig, DateOnly? tot)
    {
        if (versie > Stand) (Stand, IsAanhangig) = (versie, isAanhangig);
        if (Tot is null || tot > Tot) Tot = tot;
        Bepaal();
    }

    /// <summary>A judgment ordered something.</summary>
    internal void Draag(IEnumerable<Guid> opdrachten)
    {
        Opdrachten = [.. Opdrachten.Union(opdrachten)];
        Bepaal();
    }

    /// <summary>An order was carried out.</summary>
    internal void VoerUit(Guid opdracht)
    {
        Uitgevoerd = [.. Uitgevoerd.Union([opdracht])];
        Bepaal();
    }

    private void Bepaal() => Loopt = IsAanhangig || Opdrachten.Except(Uitgevoerd).Any();
}
