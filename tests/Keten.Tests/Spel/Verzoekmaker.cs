using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace WmoPlatform.Keten.Tests.Spel;

/// <summary>
/// Makes requests from an OpenAPI document: some right, most wrong in one or two places. One seed gives one row of requests, but for
/// the numbers and ids in the <paramref name="boek"/>.
/// </summary>
internal sealed class Verzoekmaker(JsonElement document, Woordenboek boek, Random lot)
{
    /// <summary>A word that no answer may repeat when it refuses a request.</summary>
    public const string Aas = "Aaswoordenpad";

    private const int Diepst = 6;

    private static readonly string[] Raar =
    [
        "null", "true", "-1", "0", "1e400", "9223372036854775808", "0.00000000000000000001", "\"\"", "\" \"", "\"\\u0000\"", "\"\\ud800\"",
        "\"9999-12-31\"", "\"0001-01-01\"", "\"2026-02-30\"", "\"2026-01-01T25:00:00Z\"", "\"00000000-0000-0000-0000-000000000000\"",
        "\"é\\u202e\\ufeff😀\"", "\"<script>\"", "\"'; DROP TABLE melding; --\"", "[]", "{}", "[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]",
        "\"%00\"", "\"../../etc/passwd\"", "\"-\"", "{\"a\":{\"a\":{\"a\":1}}}", $"\"{Aas}\"",
    ];

    private static readonly string[] RareKop = ["*", "W/\"1\"", "\"1\", \"2\"", "1", "\"\"", "\"", new string('a', 300)];

    // A refusal names the field that does not exist, unless it looks like a person's name or number.
    private static readonly string[] Naam = ["verzonnen", $"{Aas} 1", "",
        "__proto__", "a[0]", "\u202e", "dossiernummer", "$type", new string('n', 5000)];

    private readonly (string Pad, string Methode, JsonElement Operatie)[] _operaties =
    [
        .. document.GetProperty("paths").EnumerateObject().SelectMany(pad => pad.Value.EnumerateObject()
            .Where(o => o.Name is "get" or "post" or "put" or "delete").Select(o => (pad.Name, o.Name, o.Value))),
    ];

    /// <summary>Whether the request that is being made gets mistakes: without any, it comes further.</summary>
    private bool _metFouten;

    private string Basis => document.GetProperty("servers")[0].GetProperty("url").GetString()!;

    /// <summary>The next request, and the operation that it is for.</summary>
    public (HttpRequestMessage Verzoek, string Operatie) Volgende()
    {
        var (pad, methode, operatie) = _operaties[lot.Next(_operaties.Length)];
        var naamVanOperatie = $"{methode} {Basis}{pad}";
        _metFouten = lot.Next(3) != 0;
        var vraag = new List<string>();
        var verzoek = new HttpRequestMessage { Method = new HttpMethod(methode.ToUpperInvariant()) };
        if (methode != "get" && lot.Next(5) != 0) Kop("Idempotency-Key", Mis(8) ? Kies(RareKop) : Guid.NewGuid().ToString());
        if (lot.Next(3) == 0) Kop("If-Match", Mis(2) ? Kies(RareKop) : $"\"{lot.Next(1000)}\"");
        foreach (var parameter in operatie.TryGetProperty("parameters", out var p) ? p.EnumerateArray().Select(Los) : [])
        {
            var (naam, waar) = (parameter.GetProperty("name").GetString()!, parameter.GetProperty("in").GetString());
            var waarde = Uri.EscapeDataString(Tekst(naam, parameter.GetProperty("schema")));
            if (waar == "path") pad = pad.Replace($"{{{naam}}}", waarde.Length == 0 ? "x" : waarde, StringComparison.Ordinal);
            else if (waar == "query" && lot.Next(2) == 0) vraag.Add($"{naam}={waarde}");
        }
        if (Mis(15)) vraag.Add($"{Uri.EscapeDataString(Kies(Naam))}={Uri.EscapeDataString(Kies(Raar))}");
        if (vraag.Count > 0 && Mis(15)) vraag.Add(vraag[0]);
        verzoek.RequestUri = new Uri($"{Basis}{pad}{(vraag.Count == 0 ? "" : "?" + string.Join('&', vraag))}", UriKind.Relative);
        if (operatie.TryGetProperty("requestBody", out var inhoud)) verzoek.Content = Inhoud(Los(inhoud).GetProperty("content"));
        return (verzoek, naamVanOperatie);

        void Kop(string naam, string waarde) => verzoek.Headers.TryAddWithoutValidation(naam, waarde);
    }

    private ByteArrayContent Inhoud(JsonElement soorten)
    {
        var soort = soorten.EnumerateObject().ElementAt(lot.Next(soorten.EnumerateObject().Count()));
        var (tekst, soortnaam) = soort.Name switch
        {
            "multipart/form-data" => Formulier(soort.Value),
            var naam when naam.EndsWith("json", StringComparison.Ordinal) && soort.Value.TryGetProperty("schema", out var schema) =>
                (Waarde("", schema, 0), naam),
            var naam => (Xml(), naam),
        };
        if (Mis(30)) tekst = tekst[..lot.Next(tekst.Length + 1)];
        var inhoud = new ByteArrayContent(Encoding.UTF8.GetBytes(tekst));
        inhoud.Headers.TryAddWithoutValidation("Content-Type", Mis(20)
            ? Kies(["text/plain", "application/json; charset=foo", "x", "multipart/form-data", "text/xml; charset=utf-16"]) : soortnaam);
        if (Mis(40)) inhoud.Headers.ContentEncoding.Add(Kies(["gzip", "br", "identity"]));
        return inhoud;
    }

    /// <summary>Some parts, with the names of the form or with others.</summary>
    private (string Tekst, string Soort) Formulier(JsonElement soort)
    {
        var grens = Kies(["grens", "a", new string('g', 70), new string('g', 200)]);
        string[] namen = soort.TryGetProperty("schema", out var schema) && Los(schema).TryGetProperty("properties", out var velden)
            ? [.. velden.EnumerateObject().Select(v => v.Name)] : ["bestand"];
        var tekst = new StringBuilder();
        for (var deel = lot.Next(4); deel > 0; deel--)
        {
            var naam = Kies(["plan.pdf", "../../plan.pdf", "", "\u202efdp.exe", Aas, "a\\\"b"]);
            var bestand = lot.Next(4) == 0 ? "" : $"; filename=\"{naam}\"";
            tekst.Append(CultureInfo.InvariantCulture, $"--{grens}\r\nContent-Disposition: form-data; name=\"")
                .Append(lot.Next(6) == 0 ? Kies(Naam) : Kies(namen)).Append('"').Append(bestand).Append("\r\n")
                .Append(Kies(["", "Content-Type: application/pdf\r\n", "Content-Type: image/png\r\n", $"X-{Aas}: 1\r\n"])).Append("\r\n")
                .Append(Kies(["%PDF-1.7\n%%EOF\n", "", Aas, "\u0089PNG\r\n", "%PDF-1.7\n/JavaScript\n%%EOF"])).Append("\r\n");
        }
        return (tekst.Append(CultureInfo.InvariantCulture, $"--{grens}--\r\n").ToString(), $"multipart/form-data; boundary={grens}");
    }

    /// <summary>A chain message that somebody sent, often in an envelope, with some mistakes in either.</summary>
    private string Xml()
    {
        if (boek.Berichten.Count == 0 || lot.Next(5) == 0) return Kies(["<a/>", "<?xml version=\"1.0\"?><a", "", "--x\r\n", Aas]);
        var bericht = boek.Berichten[lot.Next(boek.Berichten.Count)];
        return lot.Next(2) == 0 ? Verminkt(bericht) : Verminkt(Soap(lot.Next(3) == 0 ? bericht.Split("?>")[^1] : Di01(Verminkt(bericht))));
    }

    private string Verminkt(string xml)
    {
        for (var keer = lot.Next(3); keer > 0; keer--)
        {
            var plek = lot.Next(xml.Length);
            var tot = xml.IndexOfAny(['<', '>'], plek);
            if (tot > 0) xml = xml[..plek] + Kies(["", Aas, "&#0;", "&x;", "<a>", "0", new string('9', 40), "\u202e"]) + xml[tot..];
        }
        return xml;
    }

    private static string Di01(string bericht)
    {
        var functie = Regex.Match(bericht, "wmo[0-9]{3}").Value.ToUpperInvariant();
        string Partij(string naam) => $"<s:organisatie>{Regex.Match(bericht, $"{naam}>([0-9]*)<").Groups[1]}</s:organisatie>"
            + "<s:applicatie>Keten</s:applicatie>";
        return "<g:envelopHeenbericht-ggk_Di01 xmlns:g=\"http://www.stufstandaarden.nl/koppelvlak/ggk0210\" "
            + "xmlns:s=\"http://www.egem.nl/StUF/StUF0301\"><g:stuurgegevens><s:berichtcode>Di01</s:berichtcode>"
            + $"<s:zender>{Partij("Afzender")}</s:zender><s:ontvanger>{Partij("Ontvanger")}</s:ontvanger>"
            + $"<s:referentienummer>{Guid.NewGuid()}</s:referentienummer><s:tijdstipBericht>20260302090507</s:tijdstipBericht>"
            + $"<s:functie>{functie}</s:functie></g:stuurgegevens><g:parameters><g:applicatieVersie>0001</g:applicatieVersie>"
            + "<g:applicatieSubversie>0000</g:applicatieSubversie><g:functieVersie>0003</g:functieVersie>"
            + "<g:functieSubversie>0002</g:functieSubversie><g:bericht>"
            + $"<g:xmlBestand>{Convert.ToBase64String(Encoding.UTF8.GetBytes(bericht))}</g:xmlBestand></g:bericht></g:parameters>"
            + "</g:envelopHeenbericht-ggk_Di01>";
    }

    private string Soap(string inhoud) =>
        $"<s:Envelope xmlns:s=\"{Kies(["http://schemas.xmlsoap.org/soap/envelope/", "http://www.w3.org/2003/05/soap-envelope"])}\"><s:Body>"
        + $"{inhoud}</s:Body></s:Envelope>";

    /// <summary>A value as JSON for a field of this name: wrong now and then, and often one that exists.</summary>
    private string Waarde(string naam, JsonElement schema, int diep)
    {
        if (diep > 0 && Mis(12)) return Kies(Raar);
        if (naam.Length > 0 && lot.Next(2) == 0 && boek.Kies(naam, lot) is { } bekend) return bekend;
        schema = Los(schema);
        foreach (var keuze in (string[])["oneOf", "anyOf", "allOf"])
            if (schema.TryGetProperty(keuze, out var delen)) return Waarde(naam, delen[lot.Next(delen.GetArrayLength())], diep);
        if (schema.TryGetProperty("enum", out var waarden)) return waarden[lot.Next(waarden.GetArrayLength())].GetRawText();
        return Type(schema) switch
        {
            "object" when diep < Diepst && schema.TryGetProperty("properties", out var velden) => "{" + string.Join(',',
                velden.EnumerateObject().Where(_ => !Mis(12))
                    .Select(v => $"{Veldnaam(v.Name)}:{Waarde(v.Name, v.Value, diep + 1)}")) + "}",
            "array" when diep < Diepst && schema.TryGetProperty("items", out var item) =>
                "[" + string.Join(',', Enumerable.Range(0, lot.Next(3)).Select(_ => Waarde(naam, item, diep + 1))) + "]",
            "object" => "{}",
            "array" => "[]",
            "boolean" => lot.Next(2) == 0 ? "true" : "false",
            "integer" => lot.Next(-3, 100).ToString(CultureInfo.InvariantCulture),
            "number" => (lot.Next(-300, 10_000) / 100m).ToString(CultureInfo.InvariantCulture),
            "null" => "null",
            _ => JsonSerializer.Serialize(Woord(schema)),
        };
    }

    private string Veldnaam(string naam) => JsonSerializer.Serialize(Mis(60) ? Kies(Naam)
        : Mis(60) ? naam.ToUpperInvariant() : naam);

    private string Tekst(string naam, JsonElement schema) => Waarde(naam, schema, lot.Next(2)).Trim('"');

    private string Woord(JsonElement schema) => schema.TryGetProperty("format", out var vorm) ? vorm.GetString() switch
    {
        "date" => new DateOnly(2026, 1, 1).AddDays(lot.Next(-400, 800)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        "date-time" => new DateTime(2026, 1, 1).AddDays(lot.Next(-400, 800)).ToString("O", CultureInfo.InvariantCulture) + "Z",
        "uuid" => Guid.NewGuid().ToString(),
        _ => Aas,
    } : Kies([Aas, "Hulp in het huishouden.", "02", "12345679", "02A05", $"D-2026-9{lot.Next(100_000):00000}", "web"]);

    private static string? Type(JsonElement schema) => !schema.TryGetProperty("type", out var type) ? null
        : type.ValueKind == JsonValueKind.Array ? type[0].GetString() : type.GetString();

    private JsonElement Los(JsonElement deel)
    {
        while (deel.ValueKind == JsonValueKind.Object && deel.TryGetProperty("$ref", out var naar))
        {
            var plek = document;
            foreach (var stap in naar.GetString()!.Split('/').Skip(1)) plek = plek.GetProperty(stap);
            deel = plek;
        }
        return deel;
    }

    /// <summary>Whether something goes wrong here: once in so many times.</summary>
    private bool Mis(int keer) => _metFouten && lot.Next(keer) == 0;

    private string Kies(string[] uit) => uit[lot.Next(uit.Length)];
}
