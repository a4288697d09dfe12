using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Pgb.Regels;

/// <summary>Refuses parts of a changed budget that the SVB would reject, and parts that belong in another budget.</summary>
internal static class NieuweSituatieKlopt
{
    private const string Veld = "functiebudgetten";
    private static readonly DateOnly Vroegst = new(2018, 1, 1);

    /// <exception cref="Weigering">422.</exception>
    public static void Eis(IReadOnlyList<Functiebudget> delen, bool inEigenBeheer)
    {
        foreach (var deel in delen)
        {
            var (begin, einde) = (deel.Periode.Ingangsdatum, deel.Periode.Einddatum);
            if (einde < begin)
                throw Weigering.Regel("einde-voor-begin",
                    $"Dit deel begint op {Datumtekst.Voluit(begin)} en eindigt eerder. Kies een latere laatste dag.", "iPgb CS003", Veld);
            if (begin < Vroegst)
                throw Weigering.Regel(
                    "begin-te-vroeg", "Een budget begint op 1 januari 2018 of later. Kies een latere eerste dag.", "iPgb TR511", Veld);
            if (deel.VerantwoordingsvrijBedrag > deel.Bedrag)
                throw Weigering.Regel("verantwoordingsvrij-te-hoog",
                    "Het verantwoordingsvrije bedrag is hoger dan het budget waar het deel van is. Verlaag het.", "iPgb TR503", Veld);
            if (Productcategorie.IsHulpmiddel(deel.Zorgfunctie) != inEigenBeheer)
                throw Weigering.Regel("zorgfunctie-hoort-elders", inEigenBeheer
                    ? "Dit budget beheert de gemeente zelf. "
                        + "Alleen een hulpmiddel of een woningaanpassing past erin; andere hulp krijgt een eigen budget."
                    : "Een hulpmiddel of een woningaanpassing gaat niet via de SVB. Ken daarvoor een eigen budget toe.",
                    "Wmo 2015 art. 2.6.2", Veld);
        }
        for (var i = 1; i < delen.Count; i++)
            if (delen.Take(i).Any(delen[i].Overlapt))
                throw Weigering.Regel("functie-dubbel",
                    "Dezelfde zorgfunctie staat twee keer in dezelfde tijd. Laat de perioden op elkaar volgen, of tel de bedragen op.",
                    "iPgb OP508", Veld);
    }
}
