using WmoPlatform.IStandaarden.Xml;

namespace WmoPlatform.IStandaarden;

/// <summary>
/// WMO403, stop of the eigen bijdrage: only when a person's last voorziening has officially ended. The nesting is assumed (see <see
/// cref="Standaard.IEb"/>).
/// </summary>
/// <param name="Header">Afzender is the gemeente; there is no Ontvanger.</param>
/// <param name="Client">Whose eigen bijdrage.</param>
public sealed record Wmo403(Header Header, Wmo403Client Client) : Heenbericht(Header)
{
    internal override Berichtklasse Inhoud => Client;

    internal static Wmo403 Vorm(Wandeling x, Wmo403? w) => new(
        x.Deel("Header", Header.Vorm, w?.Header),
        x.Deel("Client", Wmo403Client.Vorm, w?.Client));
}

/// <summary>WMO404, the CAK's answer to a stop.</summary>
/// <param name="Header">Afzender and Ontvanger as in the message answered.</param>
/// <param name="Inhoud">Only when something of it is rejected: unchanged, with codes.</param>
public sealed record Wmo404(RetourHeader Header, Wmo403Client? Inhoud) : Retour<Wmo403Client>(Header, Inhoud);

/// <summary>The person who pays.</summary>
/// <param name="Bsn">Nine digits that pass the elfproef (CS002).</param>
/// <param name="StopEigenBijdrage">The stop.</param>
public sealed record Wmo403Client(string Bsn, StopEigenBijdrage StopEigenBijdrage) : Berichtklasse
{
    internal static Wmo403Client Vorm(Wandeling x, Wmo403Client? w) => new(
        x.Tekst("Bsn", Ldt.BurgerServicenummer, w?.Bsn),
        x.Deel("StopEigenBijdrage", IStandaarden.StopEigenBijdrage.Vorm, w?.StopEigenBijdrage))
    {
        RetourCodes = x.RetourCodes(w?.RetourCodes),
    };
}

/// <summary>The stop of the eigen bijdrage.</summary>
/// <param name="EbStartNummer">The actual start that it ends (TR330).</param>
/// <param name="EbStopdatum">Last day, not before the start (TR328).</param>
/// <param name="StatusAanlevering">1 first, 2 changed, 3 removal (CS125). See <see cref="Codelijsten.StatusAanlevering"/>.</param>
public sealed record StopEigenBijdrage(long EbStartNummer, DateOnly EbStopdatum, string StatusAanlevering) : Kernklasse
{
    internal static StopEigenBijdrage Vorm(Wandeling x, StopEigenBijdrage? w) => new(
        x.Getal("EbStartNummer", Ldt.Nummer, w?.EbStartNummer),
        x.Datum("EbStopdatum", w?.EbStopdatum),
        x.Tekst("StatusAanlevering", Ldt.StatusAanleveringEb, w?.StatusAanlevering))
    {
        RetourCodes = x.RetourCodes(w?.RetourCodes),
    };
}
