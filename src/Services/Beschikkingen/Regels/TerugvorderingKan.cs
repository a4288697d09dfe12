using WmoPlatform.Beschikkingen.Herzieningen;
using WmoPlatform.Beschikkingen.Voorzieningen;
using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.Regels;

/// <summary>
/// Money is claimed back only after a herziening or intrekking because of incorrect data that were given with intent, from the person or
/// from who intentionally helped, and only for the help that it took away on days that are over (Wmo 2015 art. 2.4.1). A day is claimed
/// once.
/// </summary>
internal static class TerugvorderingKan
{
    private const string Grondslag = "Wmo 2015 art. 2.4.1";

    /// <exception cref="Weigering">409 without such a decision; 422 for other days, or more than was given on them.</exception>
    public static void Eis(
        Herziening herziening, Voorziening voorziening, Terugvordering vordering, Gemeentebeleid beleid, DateOnly vandaag)
    {
        if (herziening.Grond != Herzieningsgrond.OnjuisteGegevens)
            throw Weigering.Toestand("geen-grond-voor-terugvordering",
                "Terugvorderen kan alleen als het besluit is herzien of ingetrokken omdat er met opzet onjuiste of onvolledige gegevens "
                + "zijn gegeven.", Grondslag);
        if (herziening.BekendgemaaktOp is null)
            throw Weigering.Toestand("eerst-herzien",
                "Maak eerst het besluit tot herziening of intrekking bekend. Daarna kan de gemeente terugvorderen.", Grondslag);
        var genomen = Ontnomen.Door(herziening, voorziening, voorziening.Eigen);
        if (genomen.Count == 0)
            throw Weigering.Toestand("niets-ontnomen",
                "Dit besluit neemt geen hulp weg over dagen die voorbij zijn, of dat is later hersteld. Er is niets terug te vorderen.",
                Grondslag);
        foreach (var post in vordering.Posten)
            if (!genomen.Bevat(post.Periode))
                throw Weigering.Regel("buiten-ontnomen-dagen",
                    "Een bedrag gaat alleen over dagen waarop dit besluit hulp wegneemt: "
                    + string.Join(", ", genomen.Select(g => $"{Datumtekst.Voluit(g.Van)} tot en met {Datumtekst.Voluit(g.Tot)}")) + ".",
                    Grondslag, "posten");
        List<Vorderpost> alle = [.. herziening.Terugvorderingen.Where(t => t.Geldt()).SelectMany(t => t.Posten), .. vordering.Posten];
        if (alle.OrderBy(p => p.Periode.Ingangsdatum).ToList() is var opVolgorde
            && opVolgorde.Zip(opVolgorde.Skip(1)).Any(p => p.Second.Periode.Ingangsdatum <= p.First.Periode.Einddatum))
            throw Weigering.Regel("al-teruggevorderd",
                "Over een van deze dagen wordt al teruggevorderd. Noem elke dag één keer, of trek de eerdere terugvordering eerst in.",
                Grondslag, "posten");
        if (genomen.Hoogstens(beleid) is { } hoogstens && alle.Sum(p => p.Bedrag) > hoogstens)
            throw Weigering.Regel("meer-dan-ontnomen",
                $"Op deze dagen is hooguit {Datumtekst.Euro(hoogstens)} geleverd of besteed. Vorder niet meer terug.", Grondslag, "posten");
    }
}
