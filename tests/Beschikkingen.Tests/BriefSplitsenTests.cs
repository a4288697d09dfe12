using WmoPlatform.Contracts;
using static WmoPlatform.Beschikkingen.Tests.Voorbeelden;

namespace WmoPlatform.Beschikkingen.Tests;

/// <summary>A letter that is more than one thing.</summary>
public sealed class BriefSplitsenTests(Dienst dienst)
{
    private const string Pad = "/beschikkingen/v1/brieven";

    [Fact]
    public async Task Each_part_counts_from_the_same_day()
    {
        var dossier = await Bekend();
        var dag = dienst.Vandaag.AddDays(-1);

        var antwoord = await dienst.Backoffice.Doe(Pad, new
        {
            dossiernummer = dossier,
            ontvangenOp = dag,
            delen = new object[] { new { soort = "bezwaar", tekst = "Ik ben het niet eens." }, new { soort = "klacht",
                tekst = "Onbeleefd." } },
        });

        antwoord["zaken"]!.AsArray().Select(z => z!["nummer"]!.GetValue<string>()[..2]).ShouldBe(["Z-", "K-"]);
        var gebeurd = await Aangekondigd(dossier);
        gebeurd.OfType<BezwaarOntvangen>().Single().OntvangenOp.ShouldBe(dag);
        gebeurd.OfType<KlachtOntvangen>().Single().OntvangenOp.ShouldBe(dag);
    }

    [Fact]
    public async Task When_one_part_is_refused_nothing_is_recorded()
    {
        var dossier = await Bekend();

        (await dienst.Backoffice.Weigert(Pad, new
        {
            dossiernummer = dossier,
            delen = new object[] { new { soort = "klacht", tekst = "Onbeleefd." }, new { soort = "bezwaar", nummer = "B-1999-000001" } },
        })).ShouldBe((404, "niet-gevonden"));

        (await Aangekondigd(dossier)).ShouldBeEmpty();
        (await dienst.Backoffice.Weigert(Pad, new { dossiernummer = dossier, delen = new object[] { new { soort = "bezwaar" } } }))
            .ShouldBe((400, "ongeldige-invoer"));
    }

    private async Task<string> Bekend()
    {
        var zin = Zin();
        var pad = await dienst.Aanvraag(dienst.Vandaag.AddDays(-3), zin);
        await dienst.Beslisser.Doe($"{pad}/besluit", Dienst.Toekennen(zin));
        await dienst.Backoffice.Doe($"{pad}/bekendmaking", new { });
        var dossier = pad[(pad.LastIndexOf('/') + 1)..];
        await dienst.Fabriek.Verwerk(new MeldingGedaan(
            $"M-2025-{dossier[7..]}", Guid.NewGuid(), dienst.Vandaag, Meldkanaal.Web, Team, false,
            new("bevestiging", dienst.Vandaag, dienst.Vandaag, "Servicenorm"), new(new MeldingInhoud(Inwoner, "Hulp.", null, null)))
        { Dossiernummer = dossier, AggregaatId = Guid.NewGuid(), Versie = 1, Op = DateTimeOffset.UtcNow });
        return dossier;
    }

    private async Task<IReadOnlyList<Gebeurtenis>> Aangekondigd(string dossier) =>
        [.. (await dienst.Fabriek.Aangekondigd()).Where(g => g.Dossiernummer == dossier && g is IVanZaak { Zaaknummer: not null })];
}
