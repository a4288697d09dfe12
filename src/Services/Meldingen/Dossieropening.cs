using WmoPlatform.Contracts;
using WmoPlatform.Meldingen.Partners;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Meldingen;

/// <summary>
/// A dossier that was opened without a melding, because somebody complains who never asked for help (Awb 9:1). Who the person is comes from
/// <see cref="PersoonVolgen"/>.
/// </summary>
public sealed class Dossieropening : Aggregate
{
    private Dossieropening()
    {
    }

    public Guid PersoonId { get; private set; }
    public string Bsn { get; private set; } = "";
    public string Wijkteam { get; private set; } = "";
    public DateOnly GeopendOp { get; private set; }

    /// <summary>The user who opened it: the token's <c>sub</c>. It limits how many one user opens in a day.</summary>
    public string GeopendDoor { get; private set; } = "";
    public bool PersoonBekend { get; private set; }

    /// <summary>Whether the BRP did not say who the person is.</summary>
    public bool NietGevonden { get; private set; }

    public static Dossieropening Open(
        long volgnummer, Guid persoonId, Bsn bsn, string wijkteam, string geopendDoor, DateTimeOffset nu)
    {
        var opening = new Dossieropening
        {
            Dossiernummer = Nummers.Dossiernummer(nu.Dag().Year, volgnummer),
            PersoonId = persoonId,
            Bsn = bsn.Cijfers,
            Wijkteam = wijkteam,
            GeopendOp = nu.Dag(),
            GeopendDoor = geopendDoor,
        };
        opening.Announce(new DossierGeopend(persoonId, nu.Dag(), wijkteam, new(new(bsn.Cijfers))), nu);
        return opening;
    }

    /// <summary>Takes over what is known of the person: for the first time, or because something changed.</summary>
    /// <param name="persoon">What counts now.</param>
    /// <param name="stand">The number of that state (<see cref="IOverPersoon.Persoonstand"/>).</param>
    /// <param name="wat">The parts that changed; none when all is as before.</param>
    /// <param name="nu">The present moment.</param>
    public void NeemPersoon(BrpPersoon persoon, int stand, IReadOnlyList<Persoonswijziging> wat, DateTimeOffset nu)
    {
        if (PersoonBekend && wat.Count == 0) return;
        Bsn = persoon.Persoon.Bsn;
        if (PersoonBekend)
            Announce(new PersoonsgegevensGewijzigd(PersoonId, persoon.GeenBerichtenverkeer, new(persoon.Persoon), wat)
            {
                ZonderMelding = true,
                Persoonstand = stand,
                Signalen = persoon.Signalen,
                OverledenOp = persoon.OverledenOp,
            }, nu);
        else
            Announce(new PersoonsgegevensVastgesteld(PersoonId, persoon.GeenBerichtenverkeer, new(persoon.Persoon))
            {
                ZonderMelding = true,
                Persoonstand = stand,
                Signalen = persoon.Signalen,
                OverledenOp = persoon.OverledenOp,
            }, nu);
        PersoonBekend = true;
    }

    /// <summary>Records that the BRP does not say who the person is. That is said once.</summary>
    public void VindPersoonNiet(Brpreden? reden, DateTimeOffset nu)
    {
        if (PersoonBekend || NietGevonden) return;
        NietGevonden = true;
        Announce(new PersoonNietGevonden(PersoonId, reden), nu);
    }

    /// <summary>Demands that a user may establish the identity, because the BRP does not say it.</summary>
    /// <param name="geboortedatum">The date of birth on the identity document.</param>
    /// <param name="brpSchietTekort">The BRP says of this known person that the number lapsed, or nothing that can be used.</param>
    /// <param name="brpDuurtLang">The BRP has been away for long.</param>
    /// <param name="nu">The present moment.</param>
    /// <exception cref="Weigering">409: the BRP is asked, or the person is known. 422: no date of birth of somebody alive.</exception>
    public void EisIdentiteitVastTeStellen(DateOnly geboortedatum, bool brpSchietTekort, bool brpDuurtLang, DateTimeOffset nu)
    {
        if (!PersoonBekend && !NietGevonden && !brpDuurtLang)
            throw Weigering.Toestand("brp-zoekt-nog",
                "De BRP is nog niet klaar met zoeken. Wacht op het antwoord en probeer het dan opnieuw.");
        if (!brpSchietTekort) EisOnbekend();
        Melding.EisGeboortedatum(geboortedatum, nu);
    }

    /// <summary>Demands that it is not known yet who the person is.</summary>
    /// <exception cref="Weigering">409: it is.</exception>
    public void EisOnbekend()
    {
        if (PersoonBekend)
            throw Weigering.Toestand("identiteit-bekend",
                "De gegevens van deze inwoner zijn al bekend. Er hoeft niets vastgesteld te worden.");
    }
}
