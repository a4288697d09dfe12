using System.Globalization;
using System.Text.RegularExpressions;
using WmoPlatform.Contracts;
using WmoPlatform.IStandaarden;
using WmoPlatform.IStandaarden.Codelijsten;

namespace WmoPlatform.EigenBijdrage.Tests;

/// <summary>
/// Plays the histories of docs/eigen-bijdrage.md over the running service, and reads the messages at a CAK that agrees with everything.
/// </summary>
public sealed partial class GeschiedenisTests(GeschiedenisTests.MetBeleid huis) : IClassFixture<GeschiedenisTests.MetBeleid>
{
    /// <summary>The help for the home is paid for from the beschikking on.</summary>
    public sealed class MetBeleid : Huis
    {
        protected override Dictionary<string, string> Instellingen => new()
        {
            ["Gemeentebeleid:0:Vanaf"] = "2020-01-01",
            ["Gemeentebeleid:0:Bron"] = "test",
            ["Gemeentebeleid:0:Servicenormen:BevestigingWerkdagen"] = "5",
            ["Gemeentebeleid:0:Servicenormen:AfspraakWerkdagen"] = "5",
            ["Gemeentebeleid:0:Servicenormen:WijzigingWeken"] = "8",
            ["Gemeentebeleid:0:Servicenormen:GelijkgesteldeDagenTellen"] = "false",
            ["Gemeentebeleid:0:Dwangsom:EenDagTeVroegTelt"] = "false",
            ["Gemeentebeleid:0:Dwangsom:BesluitdagTelt"] = "false",
            ["Gemeentebeleid:0:Pgb:Professional"] = "0.85",
            ["Gemeentebeleid:0:Pgb:BeschermdWonen"] = "0.90",
            ["Gemeentebeleid:0:Pgb:Bekende"] = "1.20",
            ["Gemeentebeleid:0:Pgb:Minimumleeftijd"] = "22",
            ["Gemeentebeleid:0:Pgb:UrenPerWeek"] = "40",
            ["Gemeentebeleid:0:Bijdrage:BijBeschikking:0"] = "13",
        };
    }

    public static TheoryData<string, string> Geschiedenissen
    {
        get
        {
            var rijen = new TheoryData<string, string>();
            foreach (var regel in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "eigen-bijdrage.md")))
                if (Rij().Match(regel) is { Success: true } rij) rijen.Add(rij.Groups[1].Value, rij.Groups[2].Value);
            return rijen;
        }
    }

    [Fact]
    public void The_table_has_at_least_forty_histories() => Geschiedenissen.Count.ShouldBeGreaterThanOrEqualTo(40);

    [Theory]
    [MemberData(nameof(Geschiedenissen))]
    public async Task The_CAK_hears_what_the_table_says(string watGebeurt, string watHetHoort)
    {
        var persoon = new Persoon();
        var begin = huis.Vandaag.AddDays(-250);
        var hulp = new Dictionary<string, Persoon.Hulp>();
        foreach (var stap in watGebeurt.Split("; "))
        {
            await huis.Dienst.Verwerk((dynamic)Gebeurtenis(stap, persoon, hulp, dag => begin.AddDays(dag)));
            await Beantwoord(persoon);
        }

        var gehoord = huis.BijCak(persoon.Bsn).Select(b => Zin(b, dag => dag.DayNumber - begin.DayNumber)).ToList();

        (gehoord.Count == 0 ? "–" : string.Join("; ", gehoord)).ShouldBe(watHetHoort);
    }

    private static Gebeurtenis Gebeurtenis(string stap, Persoon persoon, Dictionary<string, Persoon.Hulp> alle, Func<int, DateOnly> dag)
    {
        var (naam, wat) = (stap.Split(' ')[0], stap[(stap.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
        if (!alle.TryGetValue(naam, out var hulp))
            alle[naam] = hulp = naam.EndsWith('2') ? alle[naam[..1]].BijAndereAanbieder()
                : naam is "AP" or "PA" ? alle[naam[..1]].InAndereVorm()
                : persoon.NieuweHulp(naam switch { "R" => "11", "W" => "13", _ => "02" });
        if (wat.EndsWith($" dan {naam}2", StringComparison.Ordinal)) alle[$"{naam}2"] = hulp.BijAndereAanbieder();
        int[] dagen = [.. Getal().Matches(wat).Select(m => int.Parse(m.Value, CultureInfo.InvariantCulture))];
        return wat.Split(' ') switch
        {
            [[>= '0' and <= '9', ..]] when naam is "P" or "AP" => hulp.Toegekend(dag(dagen[0]), dag(dagen[1])),
            ["besluit", .. var delen] => hulp.Besluit(
            [
                .. delen.Chunk(2).Zip(dagen.Chunk(2), (deel, d) =>
                    (deel[0] == "pgb" ? Leveringsvorm.Pgb : Leveringsvorm.Zin, dag(d[0]), dag(d[1]))),
            ]),
            ["weer", _, "en", _] => hulp.Hernomen(dag(dagen[0]), dag(dagen[3]), new(dag(dagen[1] + 1), dag(dagen[2] - 1))),
            ["weer", _] => hulp.Hernomen(dag(dagen[0]), dag(dagen[1])),
            [[>= '0' and <= '9', ..], ..] => hulp.Afgesproken(dag(dagen[0]), dag(dagen[1])),
            ["begint", _] => hulp.Gestart(dag(dagen[0])),
            ["pauzeert", _] => hulp.TijdelijkGestopt(dag(dagen[0])),
            ["stopt", _] => hulp.EerderGestopt(dag(dagen[0])),
            ["neemt", "begin", _, "terug"] => hulp.StartVerwijderd(dag(dagen[0])),
            ["neemt", "einde", "terug"] => hulp.StopVerwijderd(hulp.LaatsteDag),
            ["eindigt", _] => hulp.Beeindigd(dag(dagen[0])),
            ["eindigt"] => hulp.EindeVastgesteld(),
            ["loopt", "af"] => hulp.Afgelopen(),
            ["vervalt"] => hulp.Vervallen(),
            ["gereserveerd"] => hulp.Gereserveerd(hulp.Begin),
            ["ingetrokken"] => hulp.Beeindigd(hulp.Begin, ingetrokken: true),
            ["verloopt"] => hulp.NooitGereserveerd(),
            _ => throw new ArgumentException($"Onbekende stap: {stap}", nameof(stap)),
        };
    }

    private static string Zin(Heenbericht bericht, Func<DateOnly, int> dag)
    {
        var (wat, datum, status) = bericht switch
        {
            Wmo401 { Client.StartEigenBijdrage: var start } => ("start", start.EbStartdatum, start.StatusAanlevering),
            Wmo403 { Client.StopEigenBijdrage: var stop } => ("stop", stop.EbStopdatum, stop.StatusAanlevering),
            _ => throw new ArgumentException("Geen bericht aan het CAK.", nameof(bericht)),
        };
        return status switch
        {
            StatusAanlevering.Gewijzigd => $"{wat} wordt {dag(datum)}",
            StatusAanlevering.Verwijderen => $"{wat} {dag(datum)} weg",
            _ => $"{wat} {dag(datum)}",
        };
    }

    /// <summary>The CAK agrees with everything, until nothing more comes.</summary>
    private async Task Beantwoord(Persoon persoon)
    {
        while ((await huis.AllesBijCak(persoon.Bsn)).Where(b => _beantwoord.Add(b.Identificatie)).ToList() is { Count: > 0 } open)
            foreach (var bericht in open)
                await huis.Antwoord(Berichten.Akkoord(bericht));
    }

    private readonly HashSet<string> _beantwoord = [];

    [GeneratedRegex(@"^\| `([^`]+)` \| `([^`]+)` \|")]
    private static partial Regex Rij();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Getal();
}
