using Microsoft.EntityFrameworkCore;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Correspondentie.Tests;

/// <summary>The letters of a klacht reach somebody whose dossier was opened without a melding.</summary>
public sealed class DossierZonderMeldingTests
{
    private const string Klacht = "K-2026-000001";
    private static readonly Termijn Termijn = new("klacht", new(2026, 5, 4), new(2026, 6, 15), "Awb art. 9:11 lid 1");
    private readonly Guid _persoonId = Guid.NewGuid(), _opening = Guid.NewGuid(), _klacht = Guid.NewGuid();

    [Theory]
    [InlineData("geopend", "persoon", "klacht")]
    [InlineData("geopend", "klacht", "persoon")]
    [InlineData("persoon", "geopend", "klacht")]
    public async Task Both_letters_go_once_whatever_comes_first_and_twice(params string[] volgorde)
    {
        await using var dienst = await Dienst.Start();
        foreach (var wat in volgorde)
            for (var keer = 0; keer < 2; keer++)
                await Verwerk(dienst, wat);
        await Verwerk(dienst, "afgerond");

        await Tot.Waar(() => dienst.Brieven.Length == 2);
        (await dienst.Fabriek.Vraag(db => db.Verzendingen.Select(v => v.PersoonId).Distinct().ToListAsync())).ShouldBe([_persoonId]);
        await Tot.Waar(async () => (await dienst.Fabriek.Aangekondigd()).OfType<BriefVerzonden>().Select(b => b.Brief).Order()
            .SequenceEqual([Brief.Klachtbevestiging, Brief.Klachtafhandeling]));
    }

    [Fact]
    public async Task A_klacht_before_its_dossier_comes_back_later()
    {
        await using var dienst = await Dienst.Start();
        await Should.ThrowAsync<EarlierFactMissing>(() => Verwerk(dienst, "klacht"));
        await Verwerk(dienst, "geopend");
        await Verwerk(dienst, "klacht");
        (await dienst.Fabriek.Vraag(db => db.Verzendingen.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task A_person_without_an_address_is_a_task_for_a_consulent()
    {
        await using var dienst = await Dienst.Start();
        await Verwerk(dienst, "geopend");
        await Verwerk(dienst, "klacht");
        await Verwerk(dienst, "zonder adres");

        (await dienst.Fabriek.Aangekondigd()).OfType<BriefZonderAdres>().Single().Brief.ShouldBe(Brief.Klachtbevestiging);
    }

    private Task Verwerk(Dienst dienst, string wat) => dienst.Fabriek.Verwerk((dynamic)((Gebeurtenis)(wat switch
    {
        "geopend" => new DossierGeopend(_persoonId, new(2026, 5, 4), "wijkteam-haven", new(new Dossierinhoud(Dienst.Bsn)))
        { AggregaatId = _opening, Versie = 1 },
        "klacht" => new KlachtOntvangen(Klacht, new(2026, 5, 4), Klachtonderwerp.Gedraging, Termijn, Termijn)
        { AggregaatId = _klacht, Versie = 1 },
        "afgerond" => new KlachtAfgerond(Klacht, new(2026, 5, 4), Klachtafloop.Gegrond, null, new("U hebt gelijk."))
        { AggregaatId = _klacht, Versie = 2 },
        _ => Dienst.Persoon(zonderAdres: wat == "zonder adres", persoonId: _persoonId) with
        {
            ZonderMelding = true,
            Persoonstand = 1,
            AggregaatId = _opening,
            Versie = 2,
        },
    }) with
    { Dossiernummer = Dienst.Dossier, Op = dienst.Fabriek.Klok.GetUtcNow() }));
}
