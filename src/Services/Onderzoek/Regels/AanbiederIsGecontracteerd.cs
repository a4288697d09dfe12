using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Onderzoeken.Regels;

/// <summary>A provider of zorg in natura has a contract for that kind of help on its first day (Wmo 2015 art. 2.6.4).</summary>
internal static class AanbiederIsGecontracteerd
{
    /// <exception cref="Weigering">422.</exception>
    public static void Eis(Zorgaanbieder? aanbieder, Indicatie indicatie)
    {
        if (aanbieder is null)
            throw Weigering.Regel("aanbieder-onbekend",
                "Deze AGB-code staat niet in het register van zorgaanbieders. Kies een zorgaanbieder uit het register.", veld: "agb");
        if (!aanbieder.Productcategorieen.Contains(indicatie.Product.Categorie))
            throw Weigering.Regel("aanbieder-niet-gecontracteerd",
                "Deze zorgaanbieder heeft geen contract voor deze soort hulp. Kies een zorgaanbieder die dat wel heeft, of kies een pgb.",
                "Wmo 2015 art. 2.6.4", "agb");
        var dag = indicatie.Periode.Ingangsdatum;
        if (dag < aanbieder.GeldigVan || dag > aanbieder.GeldigTot)
            throw Weigering.Regel("aanbieder-niet-gecontracteerd",
                "Deze zorgaanbieder heeft op de ingangsdatum geen contract. Kies een zorgaanbieder die dat wel heeft, of kies een pgb.",
                "Wmo 2015 art. 2.6.4", "agb");
    }
}
