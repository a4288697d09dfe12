using System.Globalization;
using Microsoft.Extensions.Configuration;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.ServiceDefaults;

/// <summary>
/// Reads the choices of the municipality from the section <c>Gemeentebeleid</c>: rows with the days for which they hold. Without the
/// section, the choices of Almere hold, which ship as an example.
/// </summary>
public static class GemeentebeleidExtensions
{
    private const string Sectie = "Gemeentebeleid";
    private const decimal HoogsteDeel = 2;

    /// <summary>Reads the rows.</summary>
    /// <param name="configuratie">The settings.</param>
    /// <exception cref="InvalidOperationException">
    /// A row lacks a value or has an impossible one, or two rows hold on one day. The message names it.
    /// </exception>
    public static Tabel<Gemeentebeleid> LeesGemeentebeleid(this IConfiguration configuratie)
    {
        ArgumentNullException.ThrowIfNull(configuratie);
        var secties = configuratie.GetSection(Sectie).GetChildren().ToArray();
        if (secties.Length == 0) return Gemeentebeleid.Almere;

        var rijen = secties.Select(Lees).OrderBy(r => r.Vanaf).ToArray();
        for (var i = 0; i < rijen.Length; i++)
        {
            if (rijen[i].TotEnMet is { } einde && einde < rijen[i].Vanaf)
                throw new InvalidOperationException($"{Sectie}: de rij vanaf {rijen[i].Vanaf:yyyy-MM-dd} eindigt voordat zij begint.");
            if (i > 0 && (rijen[i - 1].TotEnMet is not { } vorig || vorig >= rijen[i].Vanaf))
                throw new InvalidOperationException(
                    $"{Sectie}: op {rijen[i].Vanaf:yyyy-MM-dd} gelden twee rijen. Geef de eerste een TotEnMet.");
        }
        return new(Gemeentebeleid.Tabelnaam, rijen);
    }

    private static Rij<Gemeentebeleid> Lees(IConfigurationSection rij) => new(
        Datum(rij, "Vanaf"), rij["TotEnMet"] is { Length: > 0 } ? Datum(rij, "TotEnMet") : null,
        new(
            new(Heel(rij, "Servicenormen:BevestigingWerkdagen"), Heel(rij, "Servicenormen:AfspraakWerkdagen"),
                Heel(rij, "Servicenormen:WijzigingWeken"),
                Waarde<bool>(rij, "Servicenormen:GelijkgesteldeDagenTellen"))
            {
                HerinneringDagen = Of(rij, "Servicenormen:HerinneringDagen", Servicenormen.StandaardHerinnering),
                SpoedWerkdagen = Of(rij, "Servicenormen:SpoedWerkdagen", Servicenormen.StandaardSpoed),
            },
            new(Waarde<bool>(rij, "Dwangsom:EenDagTeVroegTelt"), Waarde<bool>(rij, "Dwangsom:BesluitdagTelt")),
            new(Deel(rij, "Pgb:Professional"), Deel(rij, "Pgb:BeschermdWonen"), Deel(rij, "Pgb:Bekende"), Heel(rij, "Pgb:Minimumleeftijd"),
                Getal(rij, "Pgb:UrenPerWeek")),
            rij.GetSection("Zintarieven").GetChildren().ToDictionary(t => t.Key, t => Getal(rij, $"Zintarieven:{t.Key}")))
        {
            Toewijzing = new(
                rij["Toewijzing:Route"] is null ? Toewijzingsroute.Direct : Woord<Toewijzingsroute>(rij, "Toewijzing:Route"),
                rij["Toewijzing:Wijzigingsverzoeken"] is not null && Waarde<bool>(rij, "Toewijzing:Wijzigingsverzoeken"))
            {
                AndereAanbiederWerkdagen = rij["Toewijzing:AndereAanbiederWerkdagen"] is null
                    ? Toewijzingsbeleid.StandaardAndereAanbieder : Heel(rij, "Toewijzing:AndereAanbiederWerkdagen"),
                NavraagWerkdagen = rij["Toewijzing:NavraagWerkdagen"] is null
                    ? Toewijzingsbeleid.StandaardNavraag : Heel(rij, "Toewijzing:NavraagWerkdagen"),
            },
            Besluiten = new([.. rij.GetSection("Besluiten:Mandaten").GetChildren().Select(Mandaat)],
                [.. rij.GetSection("Besluiten:Vierogen").GetChildren().Select(Groep)]),
            Herziening = Herziening(rij),
            Tijdelijk = Tijdelijk(rij),
            Bijdrage = new([.. rij.GetSection("Bijdrage:BijBeschikking").GetChildren().Select(Categorie)]),
            Aanvraag = new([.. rij.GetSection("Aanvraag:PgbFormulieren").GetChildren().Select(Categorie)])
            {
                FormulierenWeken = rij["Aanvraag:FormulierenWeken"] is null
                    ? Aanvraagbeleid.StandaardWeken : Heel(rij, "Aanvraag:FormulierenWeken"),
            },
        },
        rij["Bron"] is { Length: > 0 } bron ? bron : throw Ontbreekt(rij, "Bron"));

    private static Herzieningsbeleid Herziening(IConfigurationSection rij)
    {
        var standaard = Herzieningsbeleid.Standaard;
        return new(
            Of(rij, "Herziening:OvergangWeken", standaard.OvergangWeken),
            rij["Herziening:VerlengingWeken"] is "0" ? 0 : Of(rij, "Herziening:VerlengingWeken", standaard.VerlengingWeken),
            Of(rij, "Herziening:AankondigingWeken", standaard.AankondigingWeken))
        {
            ZienswijzeWeken = Of(rij, "Herziening:ZienswijzeWeken", standaard.ZienswijzeWeken),
            HeroverwegingWeken = Of(rij, "Herziening:HeroverwegingWeken", standaard.HeroverwegingWeken),
        };
    }

    private static Tijdelijkbeleid Tijdelijk(IConfigurationSection rij)
    {
        var standaard = Tijdelijkbeleid.Standaard;
        return new(
            Of(rij, "Tijdelijk:VooruitWeken", standaard.VooruitWeken), Of(rij, "Tijdelijk:AanvraagWeken", standaard.AanvraagWeken),
            Of(rij, "Tijdelijk:OverbruggingWeken", standaard.OverbruggingWeken));
    }

    private static int Of(IConfigurationSection rij, string naam, int standaard) => rij[naam] is null ? standaard : Heel(rij, naam);

    private static DateOnly Datum(IConfigurationSection rij, string naam) =>
        Waarde<DateOnly>(rij, naam) is var dag && Datumgrens.Past(dag) ? dag
            : throw new InvalidOperationException($"{rij.Path}:{naam} klopt niet. {Datumgrens.Uitleg}");

    /// <summary>Reads a number of days, weeks or years. None is larger than this, and computing with it never overflows.</summary>
    private static int Heel(IConfigurationSection rij, string naam) =>
        Waarde<int>(rij, naam) is var n && n is > 0 and <= 400 ? n : throw Ontbreekt(rij, naam);

    /// <summary>Reads a number with a decimal point only. A comma would be read as a thousands separator, and 0,85 as 85.</summary>
    private static decimal Getal(IConfigurationSection rij, string naam) =>
        decimal.TryParse(rij[naam], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var n) && n > 0 ? n
            : throw Ontbreekt(rij, naam);

    /// <summary>Reads a fraction, such as 0.85. A value like 85 is refused, because it was meant as a percentage.</summary>
    private static decimal Deel(IConfigurationSection rij, string naam) =>
        Getal(rij, naam) is var n && n <= HoogsteDeel ? n : throw Ontbreekt(rij, naam);

    private static string Categorie(IConfigurationSection waarde) =>
        waarde.Value is { Length: 2 } categorie && int.TryParse(categorie, NumberStyles.None, CultureInfo.InvariantCulture, out var nummer)
            && nummer is >= 1 and <= 18 ? categorie
            : throw new InvalidOperationException($"{waarde.Path} is geen productcategorie. Geef twee cijfers van 01 tot en met 18.");

    private static Mandaat Mandaat(IConfigurationSection rij) => new(
        rij["Naam"] is { Length: > 0 } naam ? naam : throw Ontbreekt(rij, "Naam"),
        [.. rij.GetSection("Gebruikers").GetChildren().Select(g => g.Value is { Length: > 0 } sub ? sub : throw Ontbreekt(g, ""))],
        Groep(rij));

    private static Besluitgroep Groep(IConfigurationSection rij) => new(
        [.. rij.GetSection("Uitkomsten").GetChildren().Select(Uitkomst)],
        [.. rij.GetSection("Categorieen").GetChildren().Select(Categorie)],
        rij["Boven"] is null ? null : Getal(rij, "Boven"), rij["TotEnMet"] is null ? null : Getal(rij, "TotEnMet"));

    private static Besluituitkomst Uitkomst(IConfigurationSection waarde) =>
        Enum.TryParse<Besluituitkomst>(waarde.Value?.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var uitkomst)
            && Enum.IsDefined(uitkomst) ? uitkomst
            : throw new InvalidOperationException(
                $"{waarde.Path} is geen uitkomst. Kies toekennen, gedeeltelijk-toekennen, afwijzen, buiten-behandeling, "
                + "verminderen, intrekken of terugvorderen.");

    private static T Woord<T>(IConfigurationSection rij, string naam) where T : struct, Enum =>
        Enum.TryParse<T>(rij[naam], ignoreCase: true, out var woord) && Enum.IsDefined(woord) ? woord : throw Ontbreekt(rij, naam);

    private static T Waarde<T>(IConfigurationSection rij, string naam) where T : struct, IParsable<T> =>
        T.TryParse(rij[naam], CultureInfo.InvariantCulture, out var waarde) ? waarde : throw Ontbreekt(rij, naam);

    private static InvalidOperationException Ontbreekt(IConfigurationSection rij, string naam) =>
        new($"Stel {rij.Path}:{naam} in, of verbeter de waarde. Een voorbeeld staat in docs/gemeentebeleid.md.");
}
