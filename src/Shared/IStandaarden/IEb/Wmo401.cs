using WmoPlatform.IStandaarden.Xml;

namespace WmoPlatform.IStandaarden;

/// <summary>
/// WMO401, start of the eigen bijdrage: one actual start per person (OP291). The nesting is assumed (see <see cref="Standaard.IEb"/>).
/// </summary>
/// <param name="Header">Afzender is the gemeente; there is no Ontvanger.</param>
/// <param name="Client">The person who pays.</param>
public sealed record Wmo401(Header Header, Wmo401Client Client) : Heenbericht(Header)
{
    internal override Berichtklasse Inhoud => Client;

    internal static Wmo401 Vorm(Wandeling x, Wmo401? w) => new(
        x.Deel("Header", Header.Vorm, w?.Header),
        x.Deel("Client", Wmo401Client.Vorm, w?.Client));
}

/// <summary>WMO402, the CAK's answer to a start.</summary>
/// <param name="Header">Afzender and Ontvanger as in the answered message.</param>
/// <param name="Inhoud">The unchanged content with codes, if a part is rejected; otherwise null.</param>
public sealed record Wmo402(RetourHeader Header, Wmo401Client? Inhoud) : Retour<Wmo401Client>(Header, Inhoud);

/// <summary>The person who pays.</summary>
/// <param name="Bsn">Nine digits that pass the elfproef (CS002).</param>
/// <param name="StartEigenBijdrage">The start.</param>
public sealed record Wmo401Client(string Bsn, StartEigenBijdrage StartEigenBijdrage) : Berichtklasse
{
    internal static Wmo401Client Vorm(Wandeling x, Wmo401Client? w) => new(
        x.Tekst("Bsn", Ldt.BurgerServicenummer, w?.Bsn),
        x.Deel("StartEigenBijdrage", IStandaarden.StartEigenBijdrage.Vorm, w?.StartEigenBijdrage))
    {
        RetourCodes = x.RetourCodes(w?.RetourCodes),
    };
}

/// <summary>The start of the eigen bijdrage.</summary>
/// <param name="EbStartNummer">0 to 999999999, unique per gemeente (OP290).</param>
/// <param name="EbStartdatum">First day, from 2020 on (CS332). The CAK limits how far back and ahead it lies (TR112, TR113).</param>
/// <param name="StatusAanlevering">1 first, 2 changed, 3 removal (CS125). See <see cref="Codelijsten.StatusAanlevering"/>.</param>
/// <param name="EbKostprijs">Only for an aid or an adaptation of the home.</param>
public sealed record StartEigenBijdrage(
    long EbStartNummer, DateOnly EbStartdatum, string StatusAanlevering, EbKostprijs? EbKostprijs = null) : Kernklasse
{
    internal static StartEigenBijdrage Vorm(Wandeling x, StartEigenBijdrage? w) => new(
        x.Getal("EbStartNummer", Ldt.Nummer, w?.EbStartNummer),
        x.Datum("EbStartdatum", w?.EbStartdatum),
        x.Tekst("StatusAanlevering", Ldt.StatusAanleveringEb, w?.StatusAanlevering),
        x.CdtOf("EbKostprijs", IStandaarden.EbKostprijs.Vorm, w?.EbKostprijs))
    {
        RetourCodes = x.RetourCodes(w?.RetourCodes),
    };
}

/// <summary>The price of an aid or an adaptation. The contributions for it never exceed this price.</summary>
/// <param name="KostprijsStartdatum">The day from which the price counts, not before EbStartdatum (CS334).</param>
/// <param name="KostprijsBedrag">Cents, at least the national tariff of that day (CS333).</param>
public sealed record EbKostprijs(DateOnly KostprijsStartdatum, long KostprijsBedrag)
{
    internal static EbKostprijs Vorm(Wandeling x, EbKostprijs? w) => new(
        x.Datum("KostprijsStartdatum", w?.KostprijsStartdatum),
        x.Getal("KostprijsBedrag", Ldt.Bedrag, w?.KostprijsBedrag));
}
