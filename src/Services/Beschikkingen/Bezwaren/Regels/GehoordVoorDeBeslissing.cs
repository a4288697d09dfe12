using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Beschikkingen.Bezwaren.Regels;

/// <summary>
/// Before the decision the objector is heard (Awb 7:2), unless a ground of 7:3 stands, which the decision must bear out. On facts that
/// became known after that, and on parts of the decision that joined since, they are heard again (Awb 7:9).
/// </summary>
internal static class GehoordVoorDeBeslissing
{
    /// <exception cref="Weigering">409 or 422.</exception>
    public static void Eis(Bezwaar bezwaar, Bezwaarbesluit besluit, DateOnly vandaag)
    {
        var gehoord = bezwaar.IsGehoord;
        if (!gehoord && bezwaar.Afzien is null)
            throw Weigering.Toestand("niet-gehoord",
                "De inwoner is niet gehoord. Hoor de inwoner, of leg vast waarom dat niet hoeft.", "Awb art. 7:2 en 7:3");
        if (!gehoord && !Draagt(bezwaar.Afzien!.Grond, besluit, bezwaar))
            throw Weigering.Regel("horen-toch-nodig",
                "Deze beslissing past niet bij de reden om niet te horen. Hoor de inwoner alsnog, of beslis zoals die reden zegt.",
                "Awb art. 7:3", "uitkomst");
        if (gehoord && besluit.Kennelijk)
            throw Weigering.Regel("niet-kennelijk",
                "De inwoner is gehoord. Dan was niet meteen duidelijk wat de beslissing zou zijn. Laat 'kennelijk' weg.", "Awb art. 7:3",
                "kennelijk");
        if (bezwaar.NieuweFeiten.FirstOrDefault(f => f.GereageerdOp is null && f.ReageerUiterlijk >= vandaag) is not null)
            throw Weigering.Toestand("opnieuw-horen",
                "De inwoner kan nog reageren op nieuwe feiten. Wacht de reactie af, of tot de termijn daarvoor voorbij is.",
                    "Awb art. 7:9");
    }

    private static bool Draagt(Geenhoorgrond grond, Bezwaarbesluit besluit, Bezwaar bezwaar) => grond switch
    {
        Geenhoorgrond.KennelijkNietOntvankelijk => besluit is { Uitkomst: Bezwaaruitkomst.NietOntvankelijk, Kennelijk: true },
        Geenhoorgrond.KennelijkOngegrond => besluit is { Uitkomst: Bezwaaruitkomst.Ongegrond, Kennelijk: true },
        Geenhoorgrond.VolledigTegemoetgekomen => besluit is { Uitkomst: Bezwaaruitkomst.Gegrond } && GeeftAlles(besluit, bezwaar),
        _ => !besluit.Kennelijk,
    };

    /// <summary>Whether all that is disputed is granted, and nothing in part.</summary>
    private static bool GeeftAlles(Bezwaarbesluit besluit, Bezwaar bezwaar)
    {
        var nieuw = (besluit.Voorzieningen ?? []).ToLookup(v => v.VoorzieningId);
        var bestreden = bezwaar.Besluiten.SelectMany(b => b.Voorzieningen).Select(v => v.VoorzieningId).ToHashSet();
        return (bestreden.Count > 0 || bezwaar.Tegen == BestredenSoort.Dwangsombesluit)
            && bestreden.All(id => nieuw[id].Any() && nieuw[id].All(v => v.Uitkomst == Uitkomst.Toekennen))
            && (bezwaar.Besluiten.All(b => b.Soort != BestredenSoort.Dwangsombesluit) || besluit.Dwangsom is not null);
    }
}
