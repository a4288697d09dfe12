namespace WmoPlatform.Meldingen;

/// <summary>
/// The place of a dossier among those of its person, from 1. A place is taken once, so of two that open a dossier for one person at the
/// same moment, one joins the dossier of the other.
/// </summary>
public sealed class Dossierplaats
{
    private Dossierplaats()
    {
    }

    internal Dossierplaats(Guid persoonId, int volgorde, string dossiernummer) =>
        (PersoonId, Volgorde, Dossiernummer) = (persoonId, volgorde, dossiernummer);

    public Guid PersoonId { get; private set; }
    public int Volgorde { get; private set; }
    public string Dossiernummer { get; private set; } = "";
}
