using WmoPlatform.Keten.Tests.Spel;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Verhalen.Tests.Spel;

/// <summary>What the partners do in a story, and what they see of it.</summary>
public abstract partial class Verhaal
{
    private static readonly string[] Pgbdocumenten = ["uitvoeringsplan", "uitvraagformulier", "zorgovereenkomst"];

    // ------------------------------------------------------------------------------------------ zorg in natura

    /// <summary>The provider reports the start of the help (WMO305).</summary>
    internal Verhaal ZorgGestart() => Stap(async () =>
    {
        await _platform.Partner($"aanbieders/{Agb.ZorgDichtbij}/start",
            new { toewijzingnummer = await Toewijzingnummer(), begindatum = Vandaag });
        await Gebeurtenis("ZorgGestart");
    });

    /// <summary>The provider reports a stop (WMO307).</summary>
    /// <param name="reden">The code of iWmo WMO588; 20 is a temporary stop.</param>
    internal Verhaal ZorgGestopt(string reden) => Stap(async () =>
    {
        await _platform.Partner($"aanbieders/{Agb.ZorgDichtbij}/stop",
            new { toewijzingnummer = await Toewijzingnummer(), einddatum = Vandaag, reden });
        await Gebeurtenis(reden == "20" ? "ZorgTijdelijkGestopt" : "ZorgGestopt");
    });

    /// <summary>A consulent tries to establish that the help ends where the provider stopped.</summary>
    internal Verhaal EindeVastgesteld() => Stap(async () => await _platform.Doe(
        Mensen.Consulent, $"/zorgaanbieders/v1/toewijzingen/{await Toewijzingnummer()}/einde", new { reden = "niet-meer-nodig" }));

    /// <summary>The consulent and the resident choose another provider for the same help.</summary>
    internal Verhaal NaarAndereAanbieder() => Stap(async () => await _platform.Doe(
        Mensen.Consulent, $"/zorgaanbieders/v1/toewijzingen/{await Toewijzingnummer()}/andere-aanbieder", new { agb = Agb.DeBrug }));

    private async Task<long> Toewijzingnummer()
    {
        await _platform.Rust(Dossiernummer);
        return (await _platform.Lees(Mensen.Backoffice, $"/zorgaanbieders/v1/toewijzingen?dossiernummer={Dossiernummer}"))["items"]!
            .AsArray()[^1]!["toewijzingnummer"]!.GetValue<long>();
    }

    // ------------------------------------------------------------------------------------------ pgb

    /// <summary>The documents come in, and the bewustekeuzegesprek shows whether the resident is able to run a budget.</summary>
    internal Verhaal PgbBesproken(bool vaardig = true) => Stap(async () =>
    {
        await _platform.Rust(Dossiernummer);
        var toets = $"/pgb/v1/toetsen/{Voorzieningen[0]}";
        foreach (var soort in Pgbdocumenten)
            await _platform.Doe(Mensen.Consulent, $"{toets}/documenten", new { soort, ontvangenOp = Vandaag });
        await _platform.Doe(Mensen.Consulent, $"{toets}/bewustekeuzegesprek", new
        {
            gevoerdOp = Vandaag,
            vaardigheden = new Dictionary<string, string>
            {
                ["situatie-overzien"] = "ja",
                ["regels-kennen"] = vaardig ? "ja" : "nee",
                ["hulp-beoordelen"] = "ja",
                ["hulp-kiezen"] = "ja",
            },
            vaardig,
            toelichting = "Besproken aan de keukentafel.",
        });
        await _platform.Rust(Dossiernummer);
    });

    // ------------------------------------------------------------------------------------------ het leven gaat door

    /// <summary>The resident died today, as the BRP says.</summary>
    internal Verhaal Overleden() => InDeBrp(() => new { bsn = _inwoner.Bsn, overleden = _platform.Vandaag });

    /// <summary>The resident moves to Lelystad, as the BRP says.</summary>
    internal Verhaal VerhuisdNaarLelystad() => InDeBrp(() => new
    {
        bsn = _inwoner.Bsn,
        straat = "Dorpsstraat",
        huisnummer = 8,
        postcode = "8211AB",
        plaats = "Lelystad",
        gemeente = "0995",
    });

    private Verhaal InDeBrp(Func<object> wijziging) => Stap(async () =>
    {
        var eerder = await Keren("PersoonsgegevensGewijzigd");
        await _platform.Partner("brp/wijziging", wijziging());
        await Tot.Waar(async () => await Keren("PersoonsgegevensGewijzigd") > eerder, melding: "de wijziging uit de BRP is bekend");
        await _platform.Rust(Dossiernummer);
    });

    // ------------------------------------------------------------------------------------------ wat de partners zien

    /// <summary>The number of messages of this kind about the dossier that a partner took.</summary>
    /// <param name="soort">For instance WMO301.</param>
    /// <param name="aantal">How many until now.</param>
    internal Verhaal BerichtenNaarPartner(string soort, int aantal) => Stap(async () =>
    {
        await _platform.Rust(Dossiernummer);
        var (api, standaard, partner) = soort[3] switch
        {
            '3' => ("zorgaanbieders", "iwmo", Agb.ZorgDichtbij),
            '4' => ("eigen-bijdrage", "ieb", "cak"),
            _ => ("pgb", "ipgb", "svb"),
        };
        var eigen = (await _platform.Lees(Mensen.Beheer,
            $"/{api}/v1/{standaard}/berichten?richting=uitgaand&dossiernummer={Dossiernummer}&aantal=200"))["items"]!.AsArray()
            .Select(b => b!["identificatie"]!.GetValue<string>()).ToHashSet();
        (await _platform.Ontvangen(partner, soort)).Count(b => eigen.Contains(b!["identificatie"]!.GetValue<string>()))
            .ShouldBe(aantal, $"{soort} in {Dossiernummer}");
    });

    /// <summary>
    /// The assignments as the provider knows them from the messages: first day, last day and hours a week, in order of the first day.
    /// </summary>
    internal Verhaal BijDeAanbieder(params (string Van, string Tot, int Uren)[] hulp) => Stap(async () =>
    {
        await _platform.Rust(Dossiernummer);
        await Verwacht("De toewijzingen bij de aanbieder", async () =>
        {
            var eigen = (await _platform.Lees(Mensen.Backoffice, $"/zorgaanbieders/v1/toewijzingen?dossiernummer={Dossiernummer}"))
                ["items"]!.AsArray().Select(t => t!["toewijzingnummer"]!.GetValue<long>()).ToHashSet();
            return string.Join("; ", (await _platform.Aanbieder(Agb.ZorgDichtbij))["toewijzingen"]!.AsArray()
                .Where(t => eigen.Contains(t!["toewijzingnummer"]!.GetValue<long>()))
                .Select(t => $"{t!["ingangsdatum"]} {t["einddatum"]} {t["volume"]}").Order());
        }, string.Join("; ", hulp.Select(h => $"{Iso(h.Van)} {Iso(h.Tot)} {h.Uren}")));
    });

    /// <summary>Waits until this has happened in the dossier.</summary>
    private Task Gebeurtenis(string naam) => Verwacht($"De gebeurtenis {naam}", async () => await Keren(naam) > 0, true);

    private async Task<int> Keren(string gebeurtenis) => (await LeesDossier())["tijdlijn"]!.AsArray()
        .Count(r => r!["gebeurtenis"]!.GetValue<string>() == gebeurtenis);
}
