using WmoPlatform.Contracts;

namespace WmoPlatform.Pgb;

/// <summary>
/// What ended the choices in a dossier: its onderzoek was stopped, or its beschikking was made known. A choice from before that starts no
/// toets, however late it arrives.
/// </summary>
public sealed class Dossiereinde
{
    public string Dossiernummer { get; init; } = "";

    /// <summary>Version at which the onderzoek was stopped; null when it was not.</summary>
    public int? Stopversie { get; private set; }

    /// <summary>The moment of the last bekendmaking; null before any.</summary>
    public DateTimeOffset? BeschiktOp { get; private set; }

    public void Volg(OnderzoekGestopt gestopt) => Stopversie = gestopt.Versie;

    public void Volg(BeschikkingBekendgemaakt beschikking)
    {
        if (BeschiktOp is null || beschikking.Op > BeschiktOp) BeschiktOp = beschikking.Op.ToUniversalTime();
    }

    /// <summary>Whether the dossier went on without this choice.</summary>
    public bool Achterhaalt(LeveringsvormGekozen keuze) => keuze.Versie < Stopversie || keuze.Op < BeschiktOp;
}
