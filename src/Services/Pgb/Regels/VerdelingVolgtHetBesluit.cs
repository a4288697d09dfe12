using System.Globalization;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Pgb.Regels;

/// <summary>
/// Nothing about a budget changes without a decision (Wmo 2015 art. 2.3.5). The money of each granted part may be divided over stretches of
/// its period, such as calendar years; together these are exactly what was granted.
/// </summary>
internal static class VerdelingVolgtHetBesluit
{
    private const string Veld = "functiebudgetten";

    /// <exception cref="Weigering">422.</exception>
    public static void Eis(IReadOnlyList<Functiebudget> delen, IReadOnlyList<Functiebudget> toegekend)
    {
        foreach (var deel in delen)
        {
            if (deel.Periode.Einddatum < deel.Periode.Ingangsdatum)
                throw Weigering.Regel("einde-voor-begin",
                    $"Dit deel begint op {Datumtekst.Voluit(deel.Periode.Ingangsdatum)} en eindigt eerder. Kies een latere laatste dag.",
                    "iPgb CS003", Veld);
            if (deel.VerantwoordingsvrijBedrag > deel.Bedrag)
                throw Weigering.Regel("verantwoordingsvrij-te-hoog",
                    "Het verantwoordingsvrije bedrag is hoger dan het budget waar het deel van is. Verlaag het.", "iPgb TR503", Veld);
        }
        for (var i = 1; i < delen.Count; i++)
            if (delen.Take(i).Any(delen[i].Overlapt))
                throw Weigering.Regel("functie-dubbel",
                    "Dezelfde zorgfunctie staat twee keer in dezelfde tijd. Laat de perioden op elkaar volgen, of tel de bedragen op.",
                    "iPgb OP508", Veld);
        if (delen.Any(d => !toegekend.Any(t => IsVan(d, t))) || toegekend.Any(t => !Vult([.. delen.Where(d => IsVan(d, t))], t)))
            throw Weigering.Regel("besluit-nodig",
                $"Dit is anders dan is toegekend: {string.Join("; ", toegekend.Select(Tekst))}. Een ander bedrag, een andere periode, "
                + "andere hulp of een einde vraagt een besluit. Begin een herziening van de voorziening, of leg een opzegging van de "
                + "inwoner vast. Het budget volgt daar vanzelf uit.", "Wmo 2015 art. 2.3.5", Veld);
    }

    private static bool IsVan(Functiebudget deel, Functiebudget toegekend) =>
        deel.Zorgfunctie == toegekend.Zorgfunctie && toegekend.Omvat(deel);

    /// <summary>Whether the parts of one granted part follow one another through its whole period, and hold its whole amount.</summary>
    private static bool Vult(IReadOnlyList<Functiebudget> delen, Functiebudget toegekend)
    {
        if (delen.Count == 0 || delen.Sum(d => d.Bedrag) != toegekend.Bedrag) return false;
        var perioden = delen.Select(d => d.Periode).OrderBy(p => p.Ingangsdatum).ToList();
        return perioden[0].Ingangsdatum == toegekend.Periode.Ingangsdatum && perioden[^1].Einddatum == toegekend.Periode.Einddatum
            && perioden.Zip(perioden.Skip(1)).All(p => Overgang.DagNa(p.First.Einddatum) == p.Second.Ingangsdatum);
    }

    private static string Tekst(Functiebudget deel) =>
        $"{deel.Bedrag.ToString("F2", CultureInfo.InvariantCulture).Replace('.', ',')} euro voor zorgfunctie {deel.Zorgfunctie}, van "
        + $"{Datumtekst.ZonderWeekdag(deel.Periode.Ingangsdatum)} tot en met {Datumtekst.ZonderWeekdag(deel.Periode.Einddatum)}";
}
