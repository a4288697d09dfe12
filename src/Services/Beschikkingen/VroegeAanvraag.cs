using WmoPlatform.Beschikkingen.Regels;
using WmoPlatform.Beschikkingen.Vooraf;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;

namespace WmoPlatform.Beschikkingen;

/// <summary>
/// An aanvraag that came before it is possible. It is part of the melding, and no decision follows from it. The resident is told from which
/// day an aanvraag is possible (Wmo 2015 art. 2.3.2 lid 9), and the onderzoek gets the request.
/// </summary>
public sealed class VroegeAanvraag : Aggregate
{
    private VroegeAanvraag()
    {
    }

    public string Meldingnummer { get; private set; } = "";
    public DateOnly OntvangenOp { get; private set; }
    public Aanvraagkanaal Kanaal { get; private set; }

    /// <summary>The request in the words of the applicant, sealed by <see cref="Vault"/>.</summary>
    public Sealed VerzegeldeVraag { get; private set; }

    public bool IsOndertekend { get; private set; }
    public DateOnly VastgelegdOp { get; private set; }
    public string? RedenLaatVastgelegd { get; private set; }
    public EerdereOntvangst? EerstBij { get; private set; }

    /// <summary>The help that it asks for, as far as that was recorded; null without.</summary>
    public IReadOnlyList<GekozenVoorziening>? Gevraagd { get; private set; }

    /// <summary>The first day of an aanvraag without a verslag.</summary>
    public DateOnly AanvraagVanaf { get; private set; }

    /// <summary>Whether it proved to be an aanvraag after all, because the onderzoek was done, or its six weeks had passed.</summary>
    public bool IsAanvraag { get; private set; }

    private Seat VanVraag => Seat(nameof(VerzegeldeVraag));

    public static VroegeAanvraag Neem(Aanvraagbrief brief, Meldingsbeeld melding, Vault kluis, DateTimeOffset nu)
    {
        var vroeg = new VroegeAanvraag
        {
            Dossiernummer = melding.Dossiernummer,
            Meldingnummer = melding.Meldingnummer!,
            OntvangenOp = brief.OntvangenOp,
            Kanaal = brief.Kanaal,
            IsOndertekend = brief.IsOndertekend,
            VastgelegdOp = brief.VastgelegdOp,
            RedenLaatVastgelegd = brief.RedenLaat,
            EerstBij = brief.EerstBij,
            Gevraagd = brief.Gevraagd,
            AanvraagVanaf = AanvraagMoment.ZonderVerslag(melding).Uiterlijk,
        };
        vroeg.VerzegeldeVraag = kluis.SealText(brief.Vraag, vroeg.VanVraag);
        vroeg.Announce(new AanvraagTeVroegOntvangen(brief.OntvangenOp, vroeg.AanvraagVanaf)
        {
            Meldingnummer = vroeg.Meldingnummer,
            Vraag = new(brief.Vraag),
        }, nu);
        return vroeg;
    }

    /// <summary>The day of receipt of the melding was corrected, and with it the first day of an aanvraag without a verslag.</summary>
    public void KanVanaf(DateOnly vanaf) => AanvraagVanaf = vanaf;

    /// <summary>
    /// The news that the onderzoek was done, or that the melding came earlier, arrived after the aanvraag. Then it was not too early.
    /// </summary>
    public Aanvraagbrief WordtAanvraag(Vault kluis)
    {
        IsAanvraag = true;
        return new(kluis.UnsealText(VerzegeldeVraag, VanVraag), Kanaal, OntvangenOp, IsOndertekend, VastgelegdOp, RedenLaatVastgelegd,
            EerstBij, Gevraagd);
    }
}
