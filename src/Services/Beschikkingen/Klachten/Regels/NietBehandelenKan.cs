using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.Klachten.Regels;

/// <summary>A klacht is left aside only on a ground that the file bears out, and within four weeks (Awb 9:8 lid 1 and 3).</summary>
internal static class NietBehandelenKan
{
    /// <exception cref="Weigering">422.</exception>
    public static void Eis(Nietbehandelgrond grond, Klacht klacht, DateOnly vandaag)
    {
        var uiterlijk = Termijnen.KlachtNietBehandelen(klacht.OntvangenOp).Uiterlijk;
        if (vandaag > uiterlijk)
            throw Weigering.Regel("niet-behandelen-te-laat",
                $"Dit moest de inwoner uiterlijk op {Datumtekst.Voluit(uiterlijk)} weten. Behandel de klacht.", "Awb art. 9:8 lid 3");
        if (grond == Nietbehandelgrond.LangerDanEenJaar
            && (klacht.GedragingOp is not { } dag || !Termijnen.LangerDanEenJaarGeleden(dag, klacht.OntvangenOp)))
            throw Weigering.Regel("binnen-een-jaar",
                "Het gebeurde niet langer dan een jaar voor de klacht, of de dag is niet bekend. Behandel de klacht.",
                "Awb art. 9:8 lid 1 onder b", "grond");
        if (grond is Nietbehandelgrond.BezwaarMogelijk or Nietbehandelgrond.BeroepMogelijk && klacht.Over != Klachtonderwerp.Besluit)
            throw Weigering.Regel("geen-besluit", "Deze klacht gaat niet over een besluit. Behandel de klacht.",
                "Awb art. 9:8 lid 1 onder c en d", "grond");
        if (grond == Nietbehandelgrond.BezwaarMogelijk) BedoelingIsGevraagd.Eis(klacht, vandaag);
    }
}
