using WmoPlatform.Contracts;
using WmoPlatform.Messaging;

namespace WmoPlatform.Beschikkingen.Vooraf;

/// <summary>
/// A melding as far as an aanvraag needs it: whose it is, and from which day its six weeks run. Its facts come in any order.
/// </summary>
public sealed class Meldingsbeeld
{
    private Meldingsbeeld()
    {
    }

    internal Meldingsbeeld(Guid meldingId, string dossiernummer) => (Id, Dossiernummer) = (meldingId, dossiernummer);

    /// <summary>The aggregate of the melding.</summary>
    public Guid Id { get; private set; }
    public string Dossiernummer { get; private set; } = "";

    /// <summary>Null while only a later fact about the melding has arrived.</summary>
    public string? Meldingnummer { get; private set; }
    public Guid PersoonId { get; private set; }

    /// <summary>The BSN of that day, sealed by <see cref="Vault"/>.</summary>
    public Sealed? VerzegeldBsn { get; private set; }
    public string Wijkteam { get; private set; } = "";
    public DateOnly OntvangenOp { get; private set; }

    /// <summary>The version of the melding that the day of receipt was last corrected in; 0 when it was not.</summary>
    public int Ontvangstversie { get; private set; }

    /// <summary>The day on which the resident withdrew it; null when that did not happen.</summary>
    public DateOnly? IngetrokkenOp { get; private set; }

    private Seat VanBsn => new(SeatKind.Row, $"{nameof(Meldingsbeeld)}.{nameof(VerzegeldBsn)}", Id.ToString(), Dossiernummer);

    public string Bsn(Vault kluis) => kluis.UnsealText(VerzegeldBsn!.Value, VanBsn);

    internal void Neem(MeldingGedaan melding, Vault kluis)
    {
        (Meldingnummer, PersoonId, Wijkteam) = (melding.Meldingnummer, melding.PersoonId, melding.Wijkteam);
        if (Ontvangstversie == 0) OntvangenOp = melding.OntvangenOp;
        VerzegeldBsn = kluis.SealText(melding.Inhoud.Waarde.Bsn, VanBsn);
    }

    internal void Neem(MeldingontvangstGecorrigeerd correctie)
    {
        if (correctie.Versie > Ontvangstversie) (Ontvangstversie, OntvangenOp) = (correctie.Versie, correctie.OntvangenOp);
    }

    internal void Neem(MeldingIngetrokken intrekking) => IngetrokkenOp = intrekking.IngetrokkenOp;
}
