using WmoPlatform.Contracts;
using WmoPlatform.Dossiers.Projectie;

namespace WmoPlatform.Dossiers.Tests;

/// <summary>
/// A case at the court is a zaak of its own in the dossier; what a judgment orders is a term and a task. All days are literals.
/// </summary>
public class BeroepzaakTests
{
    private const string Nummer = Verhaal.Beroepnummer;
    private static readonly Guid Opdracht = Guid.NewGuid();

    [Fact]
    public void The_file_goes_to_the_court_in_time_and_then_the_court_is_next()
    {
        var v = Ingesteld();
        (v.Zaak.Status, v.Zaak.Wie, v.Zaak.Uiterlijk).ShouldBe((Dossierstatus.Beroep, Wie.Backoffice, new DateOnly(2026, 9, 7)));

        v.Beroep(new BeroepstukkenIngezonden(Nummer, new(2026, 9, 1))).Zaak.Wie.ShouldBe(Wie.Niemand);
        v.Beroep(new RechtszittingGepland(Nummer, new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero))).Zaak.Wat.ShouldContain("2 november 2026");
    }

    [Theory]
    [InlineData(Opdrachtsoort.OpnieuwBeslissen, Wie.Beslisser)]
    [InlineData(Opdrachtsoort.HulpGeven, Wie.Consulent)]
    [InlineData(Opdrachtsoort.Betalen, Wie.Backoffice)]
    public void What_a_judgment_orders_is_a_term_and_a_task(Opdrachtsoort soort, Wie wie)
    {
        var v = Ingesteld().Beroep(new UitspraakOntvangen(Nummer, new(Beroepuitkomst.Gegrond, false, new(2026, 11, 13),
            [new(Opdracht, soort, new("opdracht-rechter", new(2026, 11, 13), new(2026, 12, 25), "Awb art. 8:72"), null)]),
            new("hoger-beroep", new(2026, 11, 13), new(2026, 12, 28), "Awb art. 6:24")));
        (v.Zaak.Wie, v.Zaak.Uiterlijk).ShouldBe((wie, new DateOnly(2026, 12, 25)));
        v.Beeld.Termijnen.Single(t => t.Soort == "opdracht-rechter").Loopt.ShouldBeTrue();

        v.Beroep(new RechterlijkeOpdrachtUitgevoerd(Nummer, Opdracht, new(2026, 12, 1)));

        (v.Zaak.Status, v.Zaak.Wie, v.Zaak.Uiterlijk).ShouldBe(
            (Dossierstatus.BeroepAfgehandeld, Wie.Inwoner, new DateOnly(2026, 12, 28)));
        v.Beeld.Termijnen.Single(t => t.Soort == "opdracht-rechter").VoldaanOp.ShouldBe(new DateOnly(2026, 12, 1));
    }

    [Fact]
    public void An_order_stays_to_be_done_after_an_interim_judgment()
    {
        var v = Ingesteld().Beroep(new BeroepstukkenIngezonden(Nummer, new(2026, 9, 1)))
            .Beroep(new UitspraakOntvangen(Nummer, new(Beroepuitkomst.Gegrond, true, new(2026, 11, 13),
                [new(Opdracht, Opdrachtsoort.GebrekHerstellen, new("opdracht-rechter", new(2026, 11, 13), new(2026, 12, 11),
                    "Awb art. 8:51a"),
                    null)]), null));
        v.Zaak.Wie.ShouldBe(Wie.Beslisser);

        v.Beroep(new RechterlijkeOpdrachtUitgevoerd(Nummer, Opdracht, new(2026, 12, 1))).Zaak.Status.ShouldBe(Dossierstatus.Beroep);
    }

    [Fact]
    public void A_verzet_that_is_right_reopens_the_case_and_ends_what_was_ordered()
    {
        var v = Ingesteld().Beroep(new BeroepstukkenIngezonden(Nummer, new(2026, 9, 1))).Beroep(new UitspraakOntvangen(Nummer,
            new(Beroepuitkomst.Gegrond, false, new(2026, 11, 13), [new(Opdracht, Opdrachtsoort.AlsnogBeslissen,
                new("opdracht-rechter", new(2026, 11, 13), new(2026, 11, 27), "Awb art. 8:55d"), null)])
            { ZonderZitting = true }, null)
        { Verzet = new("verzet", new(2026, 11, 13), new(2026, 12, 28), "Awb art. 8:55 lid 1") });
        (v.Zaak.Wie, v.Zaak.Uiterlijk).ShouldBe((Wie.Beslisser, new DateOnly(2026, 11, 27)));

        v.Beroep(new VerzetBeslist(Nummer, true, new(2026, 11, 20))).Beroep(
            new RechterlijkeOpdrachtVervallen(Nummer, Opdracht, new(2026, 11, 20)));

        (v.Zaak.Status, v.Zaak.Wie).ShouldBe((Dossierstatus.Beroep, Wie.Niemand));
        v.Beeld.Termijnen.Single(t => t.Soort == "opdracht-rechter").Vervallen.ShouldBeTrue();
        v.Beeld.Termijnen.Single(t => t.Soort == "verzet").VoldaanOp.ShouldBe(new DateOnly(2026, 11, 20));
    }

    private static Verhaal Ingesteld() => Verhaal.Gemeld().InOnderzoek().Beroep(new BeroepIngesteld(Nummer, Beroepsoort.Beroep,
        new(2026, 8, 3), "Z-2026-000001", new("processtukken", new(2026, 8, 10), new(2026, 9, 7), "Awb art. 8:42 lid 1")));
}
