using System.Globalization;
using System.Text.Json.Nodes;

namespace WmoPlatform.Keten.Brp;

/// <summary>Haal Centraal BRP Personen Bevragen, with the only query that the platform sends: RaadpleegMetBurgerservicenummer.</summary>
internal static class PersonenBevragen
{
    private static readonly string[] Altijd = ["geheimhoudingPersoonsgegevens", "opschortingBijhouding", "rni"];

    /// <summary>The address of everybody who emigrated.</summary>
    private static readonly (string Regel1, string Regel2) Buitenland = ("Rue du Marché 1", "1000 BRUXELLES");

    internal sealed record Vraag(string? Type, IReadOnlyList<string>? Burgerservicenummer, IReadOnlyList<string>? Fields);

    public static async Task<IResult> Beantwoord(
        Vraag vraag, Persoonslijsten lijsten, Gedragingen gedragingen, CancellationToken stop)
    {
        var gedrag = gedragingen.Neem(vraag.Burgerservicenummer ?? [], "brp");
        await Task.Delay(gedrag.Vertraging, stop);
        if (gedrag.Modus == Modus.Storing) return Brpfout.Weg();
        if (vraag.Type != "RaadpleegMetBurgerservicenummer")
            return Brpfout.Maak(400, "De simulator kent alleen type RaadpleegMetBurgerservicenummer.", "paramsValidation");
        if (vraag.Burgerservicenummer is not { Count: >= 1 and <= 20 }
            || vraag.Burgerservicenummer.Any(bsn => bsn.Length != 9 || !bsn.All(char.IsAsciiDigit)))
            return Brpfout.Maak(400, "Geef 1 tot en met 20 burgerservicenummers van 9 cijfers.", "paramsValidation");
        if (vraag.Fields is not { Count: >= 1 }) return Brpfout.Maak(400, "Geef in fields welke gegevens nodig zijn.", "paramsValidation");
        // What comes along unasked cannot be asked.
        if (vraag.Fields.Any(Altijd.Contains)) return Brpfout.Maak(400, "Een van de gevraagde velden bestaat niet.", "paramsValidation");

        var personen = gedrag.Modus == Modus.Afkeuren
            ? []
            : vraag.Burgerservicenummer.Distinct().Select(lijsten.Zoek).OfType<Testpersoon>();
        return Results.Json(new JsonObject
        {
            ["type"] = vraag.Type,
            ["personen"] = new JsonArray([.. personen.Select(persoon => Gevraagd(Beschrijf(persoon), vraag.Fields))]),
        });
    }

    private static JsonObject Beschrijf(Testpersoon persoon)
    {
        var alles = new JsonObject
        {
            ["burgerservicenummer"] = persoon.Bsn,
            ["naam"] = new JsonObject
            {
                ["voornamen"] = persoon.Voornamen,
                ["voorletters"] = persoon.Voorletters,
                ["voorvoegsel"] = persoon.Voorvoegsel,
                ["geslachtsnaam"] = persoon.Geslachtsnaam,
                ["volledigeNaam"] = persoon.VolledigeNaam,
                ["aanduidingNaamgebruik"] = Waarde("E", "eigen geslachtsnaam"),
            },
            ["geslacht"] = Waarde(persoon.Geslacht, persoon.Geslacht == "V" ? "vrouw" : "man"),
            ["geboorte"] = new JsonObject { ["datum"] = Datum(persoon.Geboren, persoon.DatumBekend) },
            ["verblijfplaats"] = Verblijfplaats(persoon),
            ["gemeenteVanInschrijving"] = persoon.Rni
                ? Waarde("1999", "Registratie Niet Ingezetenen (RNI)")
                : Waarde(persoon.Gemeente, persoon.Plaats),
            ["adressering"] = Adressering(persoon),
        };
        if (persoon.Onleesbaar) alles["geboorte"]!["datum"] = new JsonObject { ["type"] = "Datum", ["datum"] = "1950-02-31" };
        if (persoon.Curatele) alles["indicatieCurateleRegister"] = true;
        if (persoon.Voogd is { } voogd)
            alles["gezag"] = new JsonArray(new JsonObject
            {
                ["type"] = "Voogdij",
                ["minderjarige"] = new JsonObject { ["burgerservicenummer"] = persoon.Bsn },
                ["derden"] = new JsonArray(new JsonObject { ["burgerservicenummer"] = voogd }),
            });
        if (persoon.VerblijftNiet)
        {
            alles["verblijfplaats"]!["indicatieVastgesteldVerblijftNietOpAdres"] = true;
            alles["adressering"]!["indicatieVastgesteldVerblijftNietOpAdres"] = true;
        }
        if (persoon.Voorvoegsel is null) alles["naam"]!.AsObject().Remove("voorvoegsel");
        // The BRP leaves these groups out when they do not apply.
        if (persoon.Geheim) alles["geheimhoudingPersoonsgegevens"] = true;
        if (persoon.Rni)
            alles["rni"] = new JsonArray(new JsonObject
            {
                ["deelnemer"] = Waarde("0101", "Belastingdienst (inzake heffingen en toeslagen)"),
                ["categorie"] = "Verblijfplaats",
            });
        if (persoon.Overleden is { } dag)
        {
            alles["opschortingBijhouding"] = Opschorting("O", Datum(dag, persoon.OverledenBekend));
            alles["overlijden"] = new JsonObject { ["datum"] = Datum(dag, persoon.OverledenBekend) };
        }
        else if (persoon is { Opschorting: { } reden, Opgeschort: { } sinds })
        {
            alles["opschortingBijhouding"] = Opschorting(reden, Datum(sinds, "dag"));
        }
        return alles;
    }

    private static JsonObject Verblijfplaats(Testpersoon persoon) => persoon.Rni
        ? new JsonObject
        {
            ["type"] = "VerblijfplaatsBuitenland",
            ["verblijfadres"] = new JsonObject { ["regel1"] = Buitenland.Regel1, ["regel2"] = Buitenland.Regel2, ["land"] = Belgie() },
        }
        : new JsonObject
        {
            ["type"] = "Adres",
            ["functieAdres"] = Waarde("W", "woonadres"),
            ["verblijfadres"] = new JsonObject
            {
                ["officieleStraatnaam"] = persoon.Straat,
                ["korteStraatnaam"] = persoon.Straat,
                ["huisnummer"] = persoon.Huisnummer,
                ["postcode"] = persoon.Postcode,
                ["woonplaats"] = persoon.Plaats,
            },
        };

    private static JsonObject Opschorting(string reden, JsonObject datum) => new()
    {
        ["reden"] = Waarde(reden, reden switch
        {
            "O" => "overlijden",
            "E" => "emigratie",
            "M" => "ministerieel besluit",
            _ => "pl is aangelegd in de rni",
        }),
        ["datum"] = datum,
    };

    private static JsonObject Adressering(Testpersoon persoon)
    {
        var achternaam = persoon.Voorvoegsel is null ? persoon.Geslachtsnaam : $"{persoon.Voorvoegsel} {persoon.Geslachtsnaam}";
        var (vorm, aanspreek) = persoon.Geslacht == "V" ? ("mevrouw", "Mevrouw") : ("heer", "De heer");
        var groot = char.ToUpperInvariant(achternaam[0]) + achternaam[1..];
        var adressering = new JsonObject
        {
            ["aanhef"] = $"Geachte {vorm} {groot}",
            ["aanschrijfwijze"] = new JsonObject { ["aanspreekvorm"] = aanspreek, ["naam"] = $"{persoon.Voorletters} {achternaam}" },
            ["gebruikInLopendeTekst"] = $"{(persoon.Geslacht == "V" ? "mevrouw" : "de heer")} {groot}",
            ["adresregel1"] = persoon.Rni ? Buitenland.Regel1 : $"{persoon.Straat} {persoon.Huisnummer}",
            ["adresregel2"] = persoon.Rni
                ? Buitenland.Regel2
                : $"{persoon.Postcode[..4]} {persoon.Postcode[4..]} {persoon.Plaats.ToUpperInvariant()}",
        };
        if (persoon.Rni) adressering["land"] = Belgie();
        return adressering;
    }

    private static JsonObject Belgie() => Waarde("5010", "België");

    private static JsonObject Waarde(string code, string omschrijving) => new() { ["code"] = code, ["omschrijving"] = omschrijving };

    private static JsonObject Datum(DateOnly datum, string bekend) => bekend == "jaar"
        ? new JsonObject { ["type"] = "JaarDatum", ["jaar"] = datum.Year }
        : new JsonObject { ["type"] = "Datum", ["datum"] = datum.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) };

    // Data minimisation: only the requested groups, and the two that the BRP adds unasked.
    private static JsonObject Gevraagd(JsonObject alles, IReadOnlyList<string> velden)
    {
        foreach (var naam in alles.Select(groep => groep.Key).ToArray())
            if (!Altijd.Contains(naam) && !velden.Any(veld => veld == naam || veld.StartsWith(naam + ".", StringComparison.Ordinal)))
                alles.Remove(naam);
        return alles;
    }
}
