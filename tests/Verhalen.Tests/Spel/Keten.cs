using WmoPlatform.Keten.Tests.Spel;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Verhalen.Tests.Spel;

/// <summary>What the partners do in a story, and what they see of it.</summary>
public abstract partial class Verhaal
{
    private static readonly string[] Pgbdocumenten = ["uitvoeringsplan", "uitvraagformulier", "zorgovereenkomst"];

    // ------------------------------------------------------------------------------------------ zorg in natura

    /// <summary>The provider reports the start of the help (WMO305).</summary>
    /// <param name="hulp">The place of the assignment among those of the dossier, from 1; the last one by default.</param>
    internal Verhaal ZorgGestart(int? hulp = null) => Stap(async () =>
    {
        await _platform.Partner($"aanbieders/{Agb.ZorgDichtbij}/start",
            new { toewijzingnummer = await Toewijzingnummer(hulp), begindatum = Vandaag });
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

    /// <summary>The provider declares the help of a month (WMO323), which is paid.</summary>
    /// <param name="maand">For instance 2026-04.</param>
    internal Verhaal Gedeclareerd(string maand) => Declaratie(async () => new
    {
        maand,
        prestaties = new[] { new { toewijzingnummer = await Toewijzingnummer(), volume = 4, tarief = 6000 } },
    });

    /// <summary>The provider credits everything that it declared.</summary>
    /// <param name="maand">The month of this declaration.</param>
    internal Verhaal Gecrediteerd(string maand) => Declaratie(async () =>
    {
        var nummer = await Toewijzingnummer();
        return new
        {
            maand,
            credits = (await _platform.Partner($"aanbieders/{Agb.ZorgDichtbij}"))["prestaties"]!.AsArray()
                .Where(p => p!["toewijzingnummer"]!.GetValue<long>() == nummer).Select(p => p!["referentie"]!.GetValue<string>())
                .ToArray(),
        };
    });

    private Verhaal Declaratie(Func<Task<object>> opdracht) => Stap(async () =>
    {
        await _platform.Partner($"aanbieders/{Agb.ZorgDichtbij}/declaratie", await opdracht());
        await _platform.Rust();
    });

    /// <summary>The backoffice carries the decision out once more, now that nothing stands in its way.</summary>
    internal Verhaal OpnieuwUitgevoerd() => Stap(async () =>
    {
        await _platform.Doe(Mensen.Backoffice, $"/zorgaanbieders/v1/voorzieningen/{Voorzieningen[0]}/uitvoering", new { });
        await _platform.Rust(Dossiernummer);
    });

    /// <summary>What of the decision is left for a person; null when messages said all of it.</summary>
    internal Verhaal MetDeHand(string? reden) => Stap(() => Verwacht("De rest met de hand", async () => (await _platform.Lees(
        Mensen.Backoffice, $"/zorgaanbieders/v1/voorzieningen/{Voorzieningen[0]}"))["metDeHand"]?.GetValue<string>(), reden));

    /// <summary>The partner takes the messages about this resident, and does not answer.</summary>
    /// <param name="partner">svb, cak, or nothing for Zorg Dichtbij.</param>
    internal Verhaal PartnerZwijgt(string partner = Agb.ZorgDichtbij) =>
        Stap(() => _platform.Zwijg(partner, _inwoner.Bsn, Dossiernummer, zwijgt: true));

    /// <summary>The partner answers what it kept, and from now on at once.</summary>
    internal Verhaal PartnerAntwoordt(string partner = Agb.ZorgDichtbij) =>
        Stap(() => _platform.Zwijg(partner, _inwoner.Bsn, Dossiernummer, zwijgt: false));

    /// <summary>A consulent tries to establish that the help ends where the provider stopped.</summary>
    internal Verhaal EindeVastgesteld() => Stap(async () => await _platform.Doe(
        Mensen.Consulent, $"/zorgaanbieders/v1/toewijzingen/{await Toewijzingnummer()}/einde", new { reden = "niet-meer-nodig" }));

    /// <summary>The consulent and the resident choose another provider for the same help.</summary>
    internal Verhaal NaarAndereAanbieder() => Stap(async () => await _platform.Doe(
        Mensen.Consulent, $"/zorgaanbieders/v1/toewijzingen/{await Toewijzingnummer()}/andere-aanbieder", new { agb = Agb.DeBrug }));

    /// <summary>With everybody's consent De Brug gives the same help from this day on.</summary>
    /// <param name="vanaf">The first day at De Brug.</param>
    /// <param name="inOverleg">False when Zorg Dichtbij does not agree, so that its notice counts.</param>
    internal Verhaal OvergezetNaarDeBrug(string vanaf, bool inOverleg = true) => Stap(async () =>
    {
        await _platform.Doe(Mensen.Consulent, $"/zorgaanbieders/v1/toewijzingen/{await Toewijzingnummer()}/wijziging",
            new { agb = Agb.DeBrug, vanaf = Iso(vanaf), inOverleg });
        await _platform.Rust(Dossiernummer);
    });

    private async Task<long> Toewijzingnummer(int? plaats = null)
    {
        await _platform.Rust(Dossiernummer);
        var alle = (await _platform.Lees(Mensen.Backoffice, $"/zorgaanbieders/v1/toewijzingen?dossiernummer={Dossiernummer}"))["items"]!
            .AsArray();
        return alle[plaats is { } n ? n - 1 : alle.Count - 1]!["toewijzingnummer"]!.GetValue<long>();
    }

    // ------------------------------------------------------------------------------------------ pgb

    /// <summary>The documents come in, and the bewustekeuzegesprek shows whether the resident is able to run a budget.</summary>
    internal Verhaal PgbBesproken(bool vaardig = true) => PgbFormulieren(Pgbdocumenten).Bewustekeuzegesprek(vaardig);

    /// <summary>These forms for the pgb come in: uitvoeringsplan, uitvraagformulier, zorgovereenkomst.</summary>
    internal Verhaal PgbFormulieren(params string[] soorten) => Stap(async () =>
    {
        await _platform.Rust(Dossiernummer);
        foreach (var soort in soorten)
            await _platform.Doe(
                Mensen.Consulent, $"/pgb/v1/toetsen/{Voorzieningen[0]}/documenten", new { soort, ontvangenOp = Vandaag });
        await _platform.Rust(Dossiernummer);
    });

    internal Verhaal Bewustekeuzegesprek(bool vaardig = true) => Stap(async () =>
    {
        await _platform.Doe(Mensen.Consulent, $"/pgb/v1/toetsen/{Voorzieningen[0]}/bewustekeuzegesprek", new
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
            return string.Join("; ", (await _platform.Partner($"aanbieders/{Agb.ZorgDichtbij}"))["toewijzingen"]!.AsArray()
                .Where(t => eigen.Contains(t!["toewijzingnummer"]!.GetValue<long>()))
                .Select(t => $"{t!["ingangsdatum"]} {t["einddatum"]} {t["volume"]}").Order());
        }, string.Join("; ", hulp.Select(h => $"{Iso(h.Van)} {Iso(h.Tot)} {h.Uren}")));
    });

    /// <summary>Waits until this has happened in the dossier.</summary>
    private Task Gebeurtenis(string naam) => Verwacht($"De gebeurtenis {naam}", async () => await Keren(naam) > 0, true);

    private async Task<int> Keren(string gebeurtenis) => (await LeesDossier())["tijdlijn"]!.AsArray()
        .Count(r => r!["gebeurtenis"]!.GetValue<string>() == gebeurtenis);
}
