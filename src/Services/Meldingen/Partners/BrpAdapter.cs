using System.Globalization;
using System.Text.Json;
using Polly.CircuitBreaker;
using Polly.Timeout;
using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Meldingen.Partners;

/// <summary>
/// Asks Haal Centraal BRP Personen Bevragen (<c>POST /personen</c>), only for the fields that iWmo, a letter and the competence of the
/// municipality need. Whether the data are protected, or not kept up any more, comes along unasked; the BRP refuses a question for it.
/// </summary>
public sealed class BrpAdapter(HttpClient http, Gemeente gemeente)
{
    /// <summary>The "municipality" of persons who do not live in the Netherlands (RNI).</summary>
    private const string Rni = "1999";

    private static readonly string[] Velden =
    [
        "burgerservicenummer", "naam", "geboorte.datum", "geslacht", "verblijfplaats", "adressering", "gemeenteVanInschrijving",
        "indicatieCurateleRegister", "gezag",
    ];

    /// <summary>Looks up the person with this BSN. The answer also says what went wrong.</summary>
    public async Task<Brpantwoord> Raadpleeg(string bsn, CancellationToken annulering)
    {
        try
        {
            var vraag = new { type = "RaadpleegMetBurgerservicenummer", burgerservicenummer = new[] { bsn }, fields = Velden };
            using var antwoord = await http.PostAsJsonAsync((Uri?)null, vraag, annulering);
            if (!antwoord.IsSuccessStatusCode) return new(VanStatus((int)antwoord.StatusCode));
            using var inhoud = await JsonDocument.ParseAsync(await antwoord.Content.ReadAsStreamAsync(annulering), default, annulering);
            var personen = inhoud.RootElement.GetProperty("personen");
            return personen.GetArrayLength() == 0 ? new(Brpuitslag.Onbekend) : new(Brpuitslag.Gevonden, Lees(bsn, personen[0]));
        }
        catch (Exception e) when (e is HttpRequestException or TimeoutRejectedException or TaskCanceledException or BrokenCircuitException
            && !annulering.IsCancellationRequested)
        {
            return new(Brpuitslag.Weg);
        }
        catch (JsonException)
        {
            // Something in between answered, or the BRP broke off.
            return new(Brpuitslag.Mislukt);
        }
        catch (Exception e) when (e is FormatException or OverflowException or ArgumentException or InvalidOperationException
            or KeyNotFoundException)
        {
            return new(Brpuitslag.Onbruikbaar);
        }
    }

    /// <summary>Missing access and an overload are about everybody. Another status is about this person.</summary>
    private static Brpuitslag VanStatus(int status) => status switch
    {
        401 or 403 or 408 or 429 or 502 or 503 or 504 => Brpuitslag.Weg,
        >= 400 and < 500 => Brpuitslag.Onbruikbaar,
        _ => Brpuitslag.Mislukt,
    };

    /// <summary>Whether the BRP as a whole is away. A failure at one person opens nothing for the others.</summary>
    internal static bool IsWeg(HttpResponseMessage antwoord) => VanStatus((int)antwoord.StatusCode) == Brpuitslag.Weg;

    private BrpPersoon Lees(string bsn, JsonElement persoon)
    {
        var naam = Deel(persoon, "naam");
        var (geboren, datumGebruik) = Geboorte(Deel(Deel(persoon, "geboorte"), "datum"));
        // A BRP that finds somebody by a former number answers with the present one.
        var huidig = Bsn.TryParse(Tekst(persoon, "burgerservicenummer"), out var nummer) ? nummer.Cijfers : bsn;
        var geslacht = Tekst(Deel(persoon, "geslacht"), "code") switch { "M" => 1, "V" => 2, _ => 0 };
        var geheim = Deel(persoon, "geheimhoudingPersoonsgegevens") is { ValueKind: JsonValueKind.Number or JsonValueKind.True } g
            && (g.ValueKind == JsonValueKind.True || g.GetInt32() > 0);
        var signalen = Signalen([bsn, huidig], persoon).Distinct().ToList();
        var woontDaar = !signalen.Contains(Brpsignaal.VerblijftNietOpAdres);
        if (Tekst(naam, "geslachtsnaam") is not { Length: > 0 and <= 200 }) throw new FormatException("Geen naam.");
        if (!Datumgrens.Past(geboren)) throw new FormatException("Geen geboortedatum.");
        return new BrpPersoon(
            new Persoonsgegevens(huidig,
                new Persoonsnaam(Tekst(naam, "geslachtsnaam") ?? "", Tekst(naam, "voorvoegsel"), Tekst(naam, "voornamen"),
                Tekst(naam, "voorletters")?.Replace(".", "", StringComparison.Ordinal)),
                geboren, datumGebruik, geslacht, woontDaar ? Adres(Deel(Deel(persoon, "verblijfplaats"), "verblijfadres")) : null)
            {
                Aanschrijving = Aanschrijving(Deel(persoon, "adressering"), woontDaar),
            },
            geheim, signalen)
        {
            Gemeente = Tekst(Deel(persoon, "gemeenteVanInschrijving"), "code"),
            OverledenOp = signalen.Contains(Brpsignaal.Overleden) ? Overlijdensdag(persoon) : null,
        };
    }

    private static DateOnly? Overlijdensdag(JsonElement persoon) =>
        Dag(Deel(Deel(persoon, "overlijden"), "datum")) ?? Dag(Deel(Deel(persoon, "opschortingBijhouding"), "datum"));

    /// <summary>Null while only a part of the date is known.</summary>
    private static DateOnly? Dag(JsonElement datum) =>
        DateOnly.TryParseExact(Tekst(datum, "datum"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var dag)
        && Datumgrens.Past(dag) ? dag : null;

    private IEnumerable<Brpsignaal> Signalen(string[] nummers, JsonElement persoon)
    {
        if (Deel(persoon, "opschortingBijhouding") is { ValueKind: JsonValueKind.Object } opschorting)
            yield return Tekst(Deel(opschorting, "reden"), "code") switch
            {
                "O" => Brpsignaal.Overleden,
                "E" or "M" or "R" => Brpsignaal.NietIngezetene,
                _ => Brpsignaal.BijhoudingOpgeschort,
            };
        if (Deel(persoon, "overlijden").ValueKind == JsonValueKind.Object) yield return Brpsignaal.Overleden;
        if (Tekst(Deel(persoon, "gemeenteVanInschrijving"), "code") is { } code && code != gemeente.Code)
            yield return code == Rni ? Brpsignaal.NietIngezetene : Brpsignaal.AndereGemeente;
        if (Deel(persoon, "rni").ValueKind == JsonValueKind.Array) yield return Brpsignaal.NietIngezetene;
        if (IsWaar(Deel(persoon, "verblijfplaats"), "indicatieVastgesteldVerblijftNietOpAdres")
            || IsWaar(Deel(persoon, "adressering"), "indicatieVastgesteldVerblijftNietOpAdres"))
            yield return Brpsignaal.VerblijftNietOpAdres;
        if (IsWaar(persoon, "indicatieCurateleRegister")) yield return Brpsignaal.OnderCuratele;
        if (Deel(persoon, "gezag") is { ValueKind: JsonValueKind.Array } gezag && gezag.EnumerateArray().Any(IsOverDezePersoon))
            yield return Brpsignaal.OnderGezag;

        // The record of a parent names the children.
        bool IsOverDezePersoon(JsonElement relatie) =>
            Tekst(Deel(relatie, "minderjarige"), "burgerservicenummer") is not { } kind || nummers.Contains(kind);
    }

    private static bool IsWaar(JsonElement van, string naam) => Deel(van, naam).ValueKind == JsonValueKind.True;

    private static Aanschrijving? Aanschrijving(JsonElement adressering, bool woontDaar)
    {
        if (Tekst(Deel(adressering, "aanschrijfwijze"), "naam") is not { Length: > 0 } naam
            || Tekst(adressering, "aanhef") is not { Length: > 0 } aanhef) return null;
        var (aanspreek, land) = (Tekst(Deel(adressering, "aanschrijfwijze"), "aanspreekvorm"), Deel(adressering, "land"));
        string?[] regels = woontDaar
            ? [Tekst(adressering, "adresregel1"), Tekst(adressering, "adresregel2"), Tekst(adressering, "adresregel3"),
                Tekst(land, "omschrijving")]
            : [];
        return new(
            aanspreek is null || naam.StartsWith(aanspreek, StringComparison.OrdinalIgnoreCase) ? naam : $"{aanspreek} {naam}", aanhef,
            Tekst(adressering, "gebruikInLopendeTekst"), [.. regels.OfType<string>().Where(r => r.Length > 0)]);
    }

    /// <summary>Completes an incomplete date of birth as iWmo rule IV009 prescribes.</summary>
    private static (DateOnly Datum, int? Gebruik) Geboorte(JsonElement datum)
    {
        if (Tekst(datum, "datum") is { } volledig) return (DateOnly.ParseExact(volledig, "yyyy-MM-dd", CultureInfo.InvariantCulture), null);
        if (Deel(datum, "jaar") is not { ValueKind: JsonValueKind.Number } jaar) return (new DateOnly(1900, 1, 1), 3);
        return Deel(datum, "maand") is { ValueKind: JsonValueKind.Number } maand ? (new DateOnly(jaar.GetInt32(), maand.GetInt32(), 1), 1)
            : (new DateOnly(jaar.GetInt32(), 1, 1), 2);
    }

    /// <summary>Null when there is no address to which a letter or a provider can go.</summary>
    private static Adres? Adres(JsonElement adres) =>
        Tekst(adres, "postcode") is not { } postcode
        || Deel(adres, "huisnummer") is not { ValueKind: JsonValueKind.Number } nr || !nr.TryGetInt32(out var huisnummer)
        || huisnummer is < 1 or > 99_999
            ? null
            : new Adres(
                Tekst(adres, "korteStraatnaam") ?? Tekst(adres, "officieleStraatnaam") ?? "", huisnummer,
                Tekst(adres, "huisletter"), Tekst(adres, "huisnummertoevoeging"), postcode.Replace(" ", "", StringComparison.Ordinal),
                Tekst(adres, "woonplaats") ?? "")
            {
                Aanduiding = Tekst(Deel(adres, "aanduidingBijHuisnummer"), "code")?.ToUpperInvariant() is ("BY" or "TO") and var ligging
                    ? ligging : null,
            };

    private static JsonElement Deel(JsonElement van, string naam) =>
        van.ValueKind == JsonValueKind.Object && van.TryGetProperty(naam, out var deel) ? deel : default;

    private static string? Tekst(JsonElement van, string naam) =>
        Deel(van, naam) is { ValueKind: JsonValueKind.String } tekst ? tekst.GetString() : null;
}
