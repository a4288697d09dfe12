using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using WmoPlatform.Contracts;
using WmoPlatform.IStandaarden;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Zorgaanbieders.Tests;

/// <summary>A provider reports that help starts and stops; every report gets its retour.</summary>
public sealed class LeveringTests(Huis huis) : IClassFixture<Huis>
{
    private static readonly DateOnly Begin = new(2026, 2, 2);

    [Fact]
    public async Task A_start_is_accepted_and_announced_with_what_the_CAK_needs()
    {
        var toewijzing = await huis.WijsToe(Huis.Beschikking());
        (await huis.Retour<Wmo306>(Berichten.Start(toewijzing, Begin))).IsAkkoord.ShouldBeTrue();
        var gestart = (await huis.Aangekondigd(toewijzing)).OfType<ZorgGestart>().Single();
        (gestart.Begindatum, gestart.Hulp.Productcategorie).ShouldBe((Begin, "02"));
        gestart.Persoon.Waarde.ShouldBe(new Persoonskern(toewijzing.Client.Bsn, new(1950, 2, 3)));
        (await huis.Status(toewijzing)).ShouldBe("gestart");
    }

    [Fact]
    public async Task A_start_may_tell_another_name_and_date_of_birth_of_the_same_BSN_OP039()
    {
        var toewijzing = await huis.WijsToe(Huis.Beschikking());
        var start = Berichten.Start(toewijzing, Begin);
        start = start with
        {
            Client = start.Client with { Geboortedatum = new(new DateOnly(1951, 1, 1)), Geslacht = "0", Naam = new(new("Anders")) },
        };
        (await huis.Retour<Wmo306>(start)).IsAkkoord.ShouldBeTrue();
        (await huis.Aangekondigd(toewijzing)).OfType<ZorgGestart>().Single().Persoon.Waarde.Geboortedatum.ShouldBe(new(1950, 2, 3));
    }

    [Fact]
    public async Task A_start_that_fits_no_assignment_is_rejected_and_changes_nothing()
    {
        var toewijzing = await huis.WijsToe(Huis.Beschikking());
        Heenbericht[] verkeerd =
        [
            Berichten.Start(toewijzing, Begin, nummer: 999_999_999),
            Berichten.Start(toewijzing, Begin, afzender: Huis.DeBrug),
            Berichten.Start(toewijzing, Begin, bsn: TestBsn.Nieuw()),
            Berichten.Start(toewijzing, new(2025, 12, 31)),
            Ander(product => product with { Product = new("07", null) }),
            Ander(product => product with { ToewijzingIngangsdatum = new(2026, 1, 2) }),
            Ander(product => product with { ToewijzingNummer = null }),
        ];
        foreach (var start in verkeerd) (await huis.Retour<Wmo306>(start)).Afkeurcodes.ShouldBe(["9019"]);
        (await huis.Status(toewijzing)).ShouldBe("toegewezen");
        (await huis.Aangekondigd(toewijzing)).ShouldHaveSingleItem();

        Wmo305 Ander(Func<StartProduct, StartProduct> anders)
        {
            var start = Berichten.Start(toewijzing, Begin);
            return start with { Client = start.Client with { StartProducten = [anders(start.Client.StartProducten[0])] } };
        }
    }

    [Fact]
    public async Task A_second_start_is_rejected_with_9326()
    {
        var (toewijzing, _) = await huis.Start(Begin);
        (await huis.Retour<Wmo306>(Berichten.Start(toewijzing, Begin.AddDays(1)))).Afkeurcodes.ShouldBe(["9326"]);
        (await huis.Aangekondigd(toewijzing)).OfType<ZorgGestart>().Count().ShouldBe(1);
    }

    [Fact]
    public async Task A_changed_delivery_or_a_double_line_is_technically_wrong()
    {
        var toewijzing = await huis.WijsToe(Huis.Beschikking());
        (await huis.Retour<Wmo306>(Berichten.Start(toewijzing, Begin, status: "2"))).Header.RetourCodes.ShouldBe(["0001"]);
        var dubbel = Berichten.Start(toewijzing, Begin);
        dubbel = dubbel with
        {
            Client = dubbel.Client with
            {
                StartProducten = [dubbel.Client.StartProducten[0], dubbel.Client.StartProducten[0]]
            }
        };
        (await huis.Retour<Wmo306>(dubbel)).Header.RetourCodes.ShouldBe(["0001"]);
        (await huis.Status(toewijzing)).ShouldBe("toegewezen");
    }

    [Fact]
    public async Task One_wrong_product_rejects_the_message_as_a_whole_IV032()
    {
        var toewijzing = await huis.WijsToe(Huis.Beschikking(hulp: [Huis.Hulp(code: "02A01"), Huis.Hulp(code: "02A02")]));
        var goed = Berichten.Start(toewijzing, Begin);
        var product = goed.Client.StartProducten[0];
        var beide = goed with { Client = goed.Client with { StartProducten = [product with { ToewijzingNummer = 999_999_998 }, product] } };
        var retour = await huis.Retour<Wmo306>(beide);
        retour.Inhoud!.StartProducten.Select(p => p.RetourCodes![0]).ShouldBe(["9019", "0200"]);
        (await huis.Status(toewijzing)).ShouldBe("toegewezen");
        (await huis.Aangekondigd(toewijzing)).OfType<ZorgGestart>().ShouldBeEmpty();

        // The provider, for whom the message was rejected, sends the right one again.
        (await huis.Retour<Wmo306>(Berichten.Start(toewijzing, Begin))).IsAkkoord.ShouldBeTrue();
    }

    [Fact]
    public async Task A_start_before_the_302_counts_and_the_302_is_harmless()
    {
        var (toewijzing, _) = await huis.Start(Begin);
        (await huis.Lever(Berichten.Akkoord(toewijzing))).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await huis.Status(toewijzing)).ShouldBe("gestart");
    }

    [Fact]
    public async Task A_temporary_stop_and_then_a_final_one_are_told_apart()
    {
        var (toewijzing, start) = await huis.Start(Begin);
        (await huis.Retour<Wmo308>(Berichten.Stop(start, Begin.AddDays(9), "20"))).IsAkkoord.ShouldBeTrue();
        (await huis.Status(toewijzing)).ShouldBe("tijdelijk-gestopt");
        (await huis.Retour<Wmo308>(Berichten.Stop(start, Begin.AddDays(9), "19"))).IsAkkoord.ShouldBeTrue();
        (await huis.Aangekondigd(toewijzing)).Skip(2).Select(g => g.GetType()).ShouldBe(
            [typeof(ZorgTijdelijkGestopt), typeof(ZorgGestopt), typeof(EerderEindeGemeld)]);
        (await huis.Aangekondigd(toewijzing)).OfType<ZorgGestopt>().Single().Einddatum.ShouldBe(Begin.AddDays(9));
    }

    [Fact]
    public async Task A_stop_without_a_start_is_rejected()
    {
        var toewijzing = await huis.WijsToe(Huis.Beschikking());
        (await huis.Retour<Wmo308>(Berichten.Stop(Berichten.Start(toewijzing, Begin), Begin.AddDays(9), "19")))
            .Afkeurcodes.ShouldBe(["9069"]);
        (await huis.Status(toewijzing)).ShouldBe("toegewezen");
    }

    [Fact]
    public async Task A_stop_before_its_begin_is_technically_wrong()
    {
        var (toewijzing, start) = await huis.Start(Begin);
        (await huis.Retour<Wmo308>(Berichten.Stop(start, Begin.AddDays(-1), "19"))).Header.RetourCodes.ShouldBe(["0001"]);
        (await huis.Status(toewijzing)).ShouldBe("gestart");
    }

    [Fact]
    public async Task A_message_for_another_gemeente_is_told_at_the_door()
    {
        var toewijzing = await huis.WijsToe(Huis.Beschikking());
        var start = Berichten.Start(toewijzing, Begin);
        var antwoord = await huis.Lever(start with { Header = start.Header with { Ontvanger = "0014" } });
        antwoord.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await antwoord.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString().ShouldBe("andere-gemeente");
    }

    [Fact]
    public async Task A_start_that_is_taken_back_is_undone_and_told()
    {
        var (toewijzing, _) = await huis.Start(Begin);
        (await huis.Retour<Wmo306>(Berichten.Start(toewijzing, Begin.AddDays(3), status: "3"))).Afkeurcodes.ShouldBe(["9063"]);
        (await huis.Status(toewijzing)).ShouldBe("gestart");
        (await huis.Retour<Wmo306>(Berichten.Start(toewijzing, Begin, status: "3"))).IsAkkoord.ShouldBeTrue();
        (await huis.Status(toewijzing)).ShouldBe("toegewezen");
        (await huis.Aangekondigd(toewijzing))[^1].ShouldBeOfType<ZorgstartVerwijderd>().Begindatum.ShouldBe(Begin);
        // Afterwards the provider reports the right day.
        (await huis.Retour<Wmo306>(Berichten.Start(toewijzing, Begin.AddDays(3)))).IsAkkoord.ShouldBeTrue();
    }

    [Fact]
    public async Task A_start_that_has_stopped_is_not_taken_back()
    {
        var (toewijzing, start) = await huis.Start(Begin);
        await huis.Retour<Wmo308>(Berichten.Stop(start, Begin.AddDays(9), "20"));
        (await huis.Retour<Wmo306>(Berichten.Start(toewijzing, Begin, status: "3"))).Afkeurcodes.ShouldBe(["9071"]);
        (await huis.Status(toewijzing)).ShouldBe("tijdelijk-gestopt");

        // Neither once the help was resumed.
        await huis.Retour<Wmo306>(Berichten.Start(toewijzing, Begin.AddDays(20)));
        (await huis.Retour<Wmo306>(Berichten.Start(toewijzing, Begin, status: "3"))).Afkeurcodes.ShouldBe(["9071"]);
        (await huis.Retour<Wmo306>(Berichten.Start(toewijzing, Begin.AddDays(1), status: "3"))).Afkeurcodes.ShouldBe(["9063"]);
        (await huis.Status(toewijzing)).ShouldBe("gestart");
    }

    [Fact]
    public async Task A_stop_that_is_taken_back_lets_the_help_be_as_it_was()
    {
        var (toewijzing, start) = await huis.Start(Begin);
        (await huis.Retour<Wmo308>(Berichten.Stop(start, Begin.AddDays(9), "19", status: "3"))).Afkeurcodes.ShouldBe(["9063"]);
        await huis.Retour<Wmo308>(Berichten.Stop(start, Begin.AddDays(9), "20"));
        await huis.Retour<Wmo308>(Berichten.Stop(start, Begin.AddDays(20), "19"));
        (await huis.Retour<Wmo308>(Berichten.Stop(start, Begin.AddDays(20), "19", status: "3"))).IsAkkoord.ShouldBeTrue();
        (await huis.Status(toewijzing)).ShouldBe("tijdelijk-gestopt");
        (await huis.Retour<Wmo308>(Berichten.Stop(start, Begin.AddDays(9), "20", status: "3"))).IsAkkoord.ShouldBeTrue();
        (await huis.Status(toewijzing)).ShouldBe("gestart");
        (await huis.Aangekondigd(toewijzing)).OfType<ZorgstopVerwijderd>().Select(g => g.Tijdelijk).ShouldBe([true, false]);
    }

    [Fact]
    public async Task Two_different_starts_at_the_same_moment_give_one_start()
    {
        var toewijzing = await huis.WijsToe(Huis.Beschikking());
        var retouren = await Task.WhenAll(Enumerable.Range(0, 4)
            .Select(i => huis.Retour<Wmo306>(Berichten.Start(toewijzing, Begin.AddDays(i)))));
        retouren.Count(r => r.IsAkkoord).ShouldBe(1);
        (await huis.Aangekondigd(toewijzing)).OfType<ZorgGestart>().Count().ShouldBe(1);
    }
}
