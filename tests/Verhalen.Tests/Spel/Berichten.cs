using System.Globalization;
using System.Text.Json.Nodes;
using WmoPlatform.Keten.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Spel;

/// <summary>
/// The messages that the partners took, exactly: each step names all that came since the story last looked at that partner, in order.
/// Without a message it says that none came.
/// </summary>
public abstract partial class Verhaal
{
    private readonly HashSet<string> _gezien = [];
    private readonly List<string> _toewijzingen = [];

    /// <summary>
    /// The WMO301s at Zorg Dichtbij. Each lists its products: the place of the assignment among those of the story, the help, the first and
    /// the last day, and the reason of a change (WMO002). For instance "1: 02A05, 3 uur per week, 2 maart 2026 - 30 april 2026, reden 05".
    /// </summary>
    /// <param name="berichten">The messages; products in one message are separated by " + ".</param>
    internal Verhaal AanbiederKrijgt(params string[] berichten) => Krijgt(Agb.ZorgDichtbij, "WMO301", berichten);

    /// <summary>The same at De Brug.</summary>
    internal Verhaal AndereAanbiederKrijgt(params string[] berichten) => Krijgt(Agb.DeBrug, "WMO301", berichten);

    /// <summary>
    /// The WMO501s at the SVB, each with its budgets: the zorgfunctie, the first and the last day, and the euros. For instance "02: 2 maart
    /// 2026 - 2 september 2026, 3900 euro". A budget of 0 euro is withdrawn.
    /// </summary>
    internal Verhaal SvbKrijgt(params string[] berichten) => Krijgt("svb", "WMO501", berichten);

    /// <summary>
    /// The WMO401s and WMO403s at the CAK. For instance "start 9 maart 2026", "start wordt 10 maart 2026", "stop 30 april 2026" or "stop 30
    /// april 2026 verwijderd".
    /// </summary>
    internal Verhaal CakKrijgt(params string[] berichten) => Krijgt("cak", null, berichten);

    /// <summary>
    /// The assignments as the providers know them now: of each the last message. In which messages it came is not said, because two events
    /// that arrive in either order make other messages with the same outcome.
    /// </summary>
    internal Verhaal AanbiederWeet(params string[] toewijzingen) => Stap(async () =>
    {
        await _platform.Rust(Dossiernummer);
        var eigen = await Eigen("zorgaanbieders", "iwmo");
        var weet = new Dictionary<string, JsonObject>();
        foreach (var bericht in await _platform.Ontvangen("ggk", "WMO301"))
            if (eigen.Contains(bericht!["identificatie"]!.GetValue<string>()))
                foreach (var deel in bericht["inhoud"]!.AsArray()) weet[deel!["ToewijzingNummer"]!.GetValue<string>()] = deel.AsObject();
        foreach (var deel in weet.Values.Where(d => d["RedenWijziging"]?.GetValue<string>() != "13")) deel.Remove("RedenWijziging");
        weet.OrderBy(w => long.Parse(w.Key, CultureInfo.InvariantCulture)).Select(w => Tekst(w.Value)).ShouldBe(toewijzingen);
    });

    private async Task<HashSet<string>> Eigen(string api, string standaard) => [.. (await _platform.Lees(Mensen.Beheer,
        $"/{api}/v1/{standaard}/berichten?richting=uitgaand&dossiernummer={Dossiernummer}&aantal=200"))["items"]!.AsArray()
        .Select(b => b!["identificatie"]!.GetValue<string>())];

    private Verhaal Krijgt(string partner, string? soort, string[] berichten) => Stap(async () =>
    {
        await _platform.Rust(Dossiernummer);
        var (api, standaard) = partner switch
        {
            "svb" => ("pgb", "ipgb"),
            "cak" => ("eigen-bijdrage", "ieb"),
            _ => ("zorgaanbieders", "iwmo"),
        };
        var eigen = await Eigen(api, standaard);
        var nieuw = (await _platform.Ontvangen(partner, soort)).Where(b => eigen.Contains(b!["identificatie"]!.GetValue<string>())
            && (soort is not null || b["soort"]!.GetValue<string>() is "WMO401" or "WMO403")
            && _gezien.Add($"{partner} {b["soort"]} {b["identificatie"]}")).ToList();
        // Two voorzieningen of one decision get their numbers in either order, so the products stand in the order of their codes.
        nieuw.Select(b => string.Join(" + ", b!["inhoud"]!.AsArray()
                .OrderBy(d => d!["Product/Code"]?.GetValue<string>(), StringComparer.Ordinal).Select(d => Tekst(d!.AsObject()))))
            .ShouldBe(berichten, $"{partner} in {Dossiernummer}, op {Dag.Voluit(_platform.Vandaag)}");
        nieuw.SelectMany(b => b!["codes"]!.AsArray()).ShouldBeEmpty("de partner keurt niets af");
    });

    private string Tekst(JsonObject deel)
    {
        string? Waarde(string naam) => deel[naam]?.GetValue<string>();
        string Van(string naam) => Dag.Kort(DateOnly.ParseExact(Waarde(naam)!, "yyyy-MM-dd", CultureInfo.InvariantCulture));
        string Status(string wat, string dag) => Waarde("StatusAanlevering") switch
        {
            "2" => $"{wat} wordt {Van(dag)}",
            "3" => $"{wat} {Van(dag)} verwijderd",
            _ => $"{wat} {Van(dag)}",
        };
        if (Waarde("EbStartdatum") is not null) return Status("start", "EbStartdatum");
        if (Waarde("EbStopdatum") is not null) return Status("stop", "EbStopdatum");
        if (Waarde("Zorgfunctie") is { } functie)
            return $"{functie}: {Van("FunctieBudgetPeriode/Begindatum")} - {Van("FunctieBudgetPeriode/Einddatum")}, "
                + $"{decimal.Parse(Waarde("FunctieBudgetBedrag")!, CultureInfo.InvariantCulture) / 100:0.##} euro";
        var nummer = Waarde("ToewijzingNummer")!;
        if (!_toewijzingen.Contains(nummer)) _toewijzingen.Add(nummer);
        var eenheid = Waarde("Omvang/Eenheid") switch { "04" => "uur", "82" => "stuks", var e => e };
        var keer = Waarde("Omvang/Frequentie") switch { "2" => "per week", "6" => "in totaal", var f => f };
        var reden = Waarde("RedenWijziging") is { } code ? $", reden {code}" : "";
        return $"{_toewijzingen.IndexOf(nummer) + 1}: {Waarde("Product/Code")}, {Waarde("Omvang/Volume")} {eenheid} {keer}, "
            + $"{Van("Ingangsdatum")} - {Van("Einddatum")}{reden}";
    }
}
