using System.Globalization;
using WmoPlatform.Contracts;
using WmoPlatform.IStandaarden;
using WmoPlatform.IStandaarden.Codelijsten;

namespace WmoPlatform.Zorgaanbieders.Toewijzingen;

/// <summary>Makes the WMO301 with the data that a provider needs to start, and no more.</summary>
public static class Toewijzingsbericht
{
    private static readonly TimeZoneInfo Amsterdam = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    /// <param name="gemeente">CBS code.</param>
    /// <param name="agb">The provider.</param>
    /// <param name="identificatie">The identification of this message.</param>
    /// <param name="vandaag">The day of sending.</param>
    /// <param name="persoon">The client, who has an address.</param>
    /// <param name="toewijzingen">All valid assignments of this client at this provider, and all changed ones (OP087).</param>
    public static Wmo301 Maak(
        string gemeente, string agb, string identificatie, DateOnly vandaag, Persoonsgegevens persoon,
        IReadOnlyList<Toewijzing> toewijzingen)
    {
        var beantwoord = toewijzingen.Where(t => t.TeVertellen).Select(t => t.ReferentieAanbieder).ToHashSet();
        return new(new Header(gemeente, agb, identificatie, vandaag), new Wmo301Client(
            persoon.Bsn,
            new CdtGeboortedatum(persoon.Geboortedatum, persoon.DatumGebruik?.ToString(CultureInfo.InvariantCulture)),
            persoon.Geslacht.ToString(CultureInfo.InvariantCulture),
            Naam(persoon.Naam),
            [new Contact(AdresSoort.Brp, Adres(persoon.Adres!))],
            [.. toewijzingen.Select(t => Toegewezen(t, beantwoord))]));
    }

    private static CdtVolledigeNaam Naam(Persoonsnaam naam) => new(
        // Someone without a family name has a dot in the BRP; the element may not be empty.
        new CdtAchternaam(naam.Achternaam.Passend(200) ?? ".", naam.Voorvoegsel.Passend(10)),
        Partnernaam: null, naam.Voornamen.Passend(200), naam.Voorletters.AlsVoorletters(), NaamGebruik: "1");

    private static CdtAdres Adres(Adres adres) => new(
        new CdtHuis(adres.Huisnummer, adres.Huisletter.Passend(1), adres.Toevoeging.Passend(4), adres.Aanduiding),
        adres.Postcode.Passend(8), adres.Straatnaam.Passend(24), adres.Plaatsnaam.Passend(80), "NL");

    private static ToegewezenProduct Toegewezen(Toewijzing t, HashSet<string?> beantwoord)
    {
        var moment = TimeZoneInfo.ConvertTime(t.ToegewezenOp, Amsterdam).DateTime;
        return new(
            t.Toewijzingnummer, new CdtProduct(t.Product.Categorie, t.Product.Code), DateOnly.FromDateTime(moment),
            TimeOnly.FromDateTime(moment),
            t.Periode.Ingangsdatum, t.Periode.Einddatum, new CdtOmvang(t.Omvang.Volume, t.Omvang.Eenheid, t.Omvang.Frequentie))
        {
            // Only in the message that answers the request (TR379, IV097), also for what a granted change left as it was (IV093).
            ReferentieAanbieder = beantwoord.Contains(t.ReferentieAanbieder) ? t.ReferentieAanbieder : null,
            // Only of a change that is new in this message (IV099). To the provider, a new assignment has no change.
            RedenWijziging = t.TeVertellen && t.Berichten.Count > 0 ? t.Wijziging.Reden : null,
        };
    }
}
