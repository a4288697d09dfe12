using WmoPlatform.IStandaarden;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Ketenverkeer;

/// <summary>The chain partner of a service.</summary>
/// <param name="Naam">Ggk, Svb or Cak: the name in the settings (<c>Partners:{Naam}</c>).</param>
/// <param name="Soorten">The kinds that it receives from the partner, each with an <see cref="IBijKetenbericht{T}"/>.</param>
public sealed record Ketenpartner(string Naam, IReadOnlyList<Berichtsoort> Soorten)
{
    /// <summary>The other side of a message: the provider when the header names one, otherwise the partner.</summary>
    public string Tegenpartij(Ketenbericht bericht)
    {
        ArgumentNullException.ThrowIfNull(bericht);
        var (afzender, ontvanger) = Partijen(bericht);
        return (bericht.Soort.Afzender == Partij.Aanbieder ? afzender
            : bericht.Soort.Ontvanger == Partij.Aanbieder ? ontvanger
            : null) ?? Naam;
    }

    /// <summary>
    /// The sender of a message, otherwise the partner. A retour has the header of the message that it answers, so its sender is the
    /// receiver.
    /// </summary>
    public string Afzender(Ketenbericht bericht) =>
        (bericht is Retourbericht ? Partijen(bericht).Ontvanger : Partijen(bericht).Afzender) ?? Naam;

    private static (string? Afzender, string? Ontvanger) Partijen(Ketenbericht bericht) => bericht switch
    {
        Heenbericht heen => (heen.Header.Afzender, heen.Header.Ontvanger),
        Retourbericht retour => (retour.Header.Afzender, retour.Header.Ontvanger),
        _ => (null, null),
    };
}

/// <summary>The last day for the answer to a message.</summary>
internal static class Antwoordtermijn
{
    /// <summary>Three working days, ten for a declaration (iWmo OP090, OP090x4). Null for a retour, which nobody answers.</summary>
    public static DateOnly? Uiterlijk(Berichtsoort soort, TimeProvider klok) =>
        soort.IsRetour ? null
        : soort == Berichtsoort.Wmo323 ? Termijnen.IwmoDeclaratie(klok.Vandaag()).Uiterlijk
        : Termijnen.IwmoRetour(klok.Vandaag()).Uiterlijk;
}
