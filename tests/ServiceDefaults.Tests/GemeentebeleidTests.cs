using Microsoft.Extensions.Configuration;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.ServiceDefaults.Tests;

/// <summary>The choices of the municipality come from the settings.</summary>
public sealed class GemeentebeleidTests
{
    private static Dictionary<string, string?> Rij(int nummer, string vanaf, string? totEnMet = null) => new()
    {
        [$"Gemeentebeleid:{nummer}:Vanaf"] = vanaf,
        [$"Gemeentebeleid:{nummer}:TotEnMet"] = totEnMet,
        [$"Gemeentebeleid:{nummer}:Bron"] = "Beleidsregels Voorbeeldstad",
        [$"Gemeentebeleid:{nummer}:Servicenormen:BevestigingWerkdagen"] = "3",
        [$"Gemeentebeleid:{nummer}:Servicenormen:AfspraakWerkdagen"] = "4",
        [$"Gemeentebeleid:{nummer}:Servicenormen:WijzigingWeken"] = "6",
        [$"Gemeentebeleid:{nummer}:Servicenormen:GelijkgesteldeDagenTellen"] = "true",
        [$"Gemeentebeleid:{nummer}:Dwangsom:EenDagTeVroegTelt"] = "true",
        [$"Gemeentebeleid:{nummer}:Dwangsom:BesluitdagTelt"] = "false",
        [$"Gemeentebeleid:{nummer}:Pgb:Professional"] = "0.80",
        [$"Gemeentebeleid:{nummer}:Pgb:BeschermdWonen"] = "0.95",
        [$"Gemeentebeleid:{nummer}:Pgb:Bekende"] = "1.25",
        [$"Gemeentebeleid:{nummer}:Pgb:Minimumleeftijd"] = "18",
        [$"Gemeentebeleid:{nummer}:Pgb:UrenPerWeek"] = "36",
        [$"Gemeentebeleid:{nummer}:Zintarieven:02T21"] = "70.10",
    };

    private static Tabel<Gemeentebeleid> Lees(params IEnumerable<KeyValuePair<string, string?>>[] rijen) =>
        new ConfigurationBuilder().AddInMemoryCollection(rijen.SelectMany(r => r)).Build().LeesGemeentebeleid();

    [Fact]
    public void Without_settings_the_choices_of_Almere_hold() => Lees().ShouldBeSameAs(Gemeentebeleid.Almere);

    [Fact]
    public void Rows_of_the_settings_hold_on_their_days()
    {
        var beleid = Lees(Rij(0, "2027-01-01"), Rij(1, "2026-01-01", "2026-12-31"));
        beleid.Rijen.Select(r => (r.Vanaf, r.TotEnMet)).ShouldBe([(new(2026, 1, 1), new(2026, 12, 31)), (new(2027, 1, 1), null)]);
        var waarde = beleid.Op(new(2026, 6, 1)).Waarde;
        waarde.Servicenormen.ShouldBe(new(3, 4, 6, true));
        waarde.Dwangsom.ShouldBe(new(true, false));
        waarde.Pgb.ShouldBe(new(0.80m, 0.95m, 1.25m, 18, 36));
        Gemeentebeleid.Zintarief(beleid, "02T21", new(2026, 6, 1)).ShouldBe(70.10m);
        Should.Throw<GegevensOntbrekenException>(() => beleid.Op(new(2025, 12, 31)));
    }

    [Fact]
    public void How_help_is_changed_ended_and_bridged_may_be_left_out()
    {
        var rij = Rij(0, "2026-01-01");
        var standaard = Lees(rij).Op(new(2026, 6, 1)).Waarde;
        (standaard.Herziening, standaard.Tijdelijk, standaard.Servicenormen.SpoedWerkdagen)
            .ShouldBe((Herzieningsbeleid.Standaard, Tijdelijkbeleid.Standaard, 1));
        rij["Gemeentebeleid:0:Herziening:OvergangWeken"] = "8";
        rij["Gemeentebeleid:0:Herziening:VerlengingWeken"] = "0";
        rij["Gemeentebeleid:0:Herziening:ZienswijzeWeken"] = "3";
        rij["Gemeentebeleid:0:Tijdelijk:VooruitWeken"] = "13";
        rij["Gemeentebeleid:0:Servicenormen:SpoedWerkdagen"] = "2";
        var eigen = Lees(rij).Op(new(2026, 6, 1)).Waarde;
        (eigen.Herziening, eigen.Tijdelijk, eigen.Servicenormen.SpoedWerkdagen)
            .ShouldBe((new(8, 0, 12) { ZienswijzeWeken = 3 }, new(13, 6, 4), 2));
    }

    [Fact]
    public void How_it_comes_to_a_toewijzing_may_be_left_out_and_is_then_direct()
    {
        var rij = Rij(0, "2026-01-01");
        Lees(rij).Op(new(2026, 6, 1)).Waarde.Toewijzing.ShouldBe(new(Toewijzingsroute.Direct, false));
        rij["Gemeentebeleid:0:Toewijzing:Route"] = "verzoek";
        rij["Gemeentebeleid:0:Toewijzing:Wijzigingsverzoeken"] = "true";
        Lees(rij).Op(new(2026, 6, 1)).Waarde.Toewijzing.ShouldBe(new(Toewijzingsroute.Verzoek, true));
    }

    [Fact]
    public void Who_decides_and_where_a_second_person_looks_may_be_left_out_and_is_then_open()
    {
        var rij = Rij(0, "2026-01-01");
        var open = Lees(rij).Op(new(2026, 6, 1)).Waarde.Besluiten;
        (open.Mandaten.Count, open.Vierogen.Count).ShouldBe((0, 0));
        rij["Gemeentebeleid:0:Besluiten:Mandaten:0:Naam"] = "de teamleider Wmo";
        rij["Gemeentebeleid:0:Besluiten:Mandaten:0:Gebruikers:0"] = "beslisser-2";
        rij["Gemeentebeleid:0:Besluiten:Mandaten:0:TotEnMet"] = "25000";
        rij["Gemeentebeleid:0:Besluiten:Vierogen:0:Uitkomsten:0"] = "gedeeltelijk-toekennen";
        rij["Gemeentebeleid:0:Besluiten:Vierogen:0:Categorieen:0"] = "13";
        rij["Gemeentebeleid:0:Besluiten:Vierogen:0:Boven"] = "10000.50";

        var gekozen = Lees(rij).Op(new(2026, 6, 1)).Waarde.Besluiten;

        var mandaat = gekozen.Mandaten.ShouldHaveSingleItem();
        (mandaat.Naam, mandaat.Gebruikers[0], mandaat.Besluiten.TotEnMet).ShouldBe(("de teamleider Wmo", "beslisser-2", 25000m));
        gekozen.VraagtTweede(new(Besluituitkomst.GedeeltelijkToekennen, "13", 10000.51m)).ShouldBeTrue();
        gekozen.VraagtTweede(new(Besluituitkomst.GedeeltelijkToekennen, "13", 10000.50m)).ShouldBeFalse();
        gekozen.VraagtTweede(new(Besluituitkomst.Toekennen, "13", 10000.51m)).ShouldBeFalse();
    }

    [Fact]
    public void The_forms_that_complete_the_aanvraag_of_a_pgb_are_a_choice_per_row()
    {
        var rij = Rij(0, "2026-01-01");
        Lees(rij).Op(new(2026, 6, 1)).Waarde.Aanvraag.PgbFormulieren.ShouldBeEmpty();
        rij["Gemeentebeleid:0:Aanvraag:PgbFormulieren:0"] = "02";

        var gekozen = Lees(rij).Op(new(2026, 6, 1)).Waarde.Aanvraag;
        // Two weeks after 1 May end on 15 May, a day put on a par with a holiday. Then follow a weekend and Monday 18 May.
        (gekozen.PgbFormulieren[0], gekozen.FormulierenUiterlijk(new(2026, 5, 1))).ShouldBe(("02", new DateOnly(2026, 5, 18)));
        rij["Gemeentebeleid:0:Aanvraag:FormulierenWeken"] = "3";

        Lees(rij).Op(new(2026, 6, 1)).Waarde.Aanvraag.FormulierenUiterlijk(new(2026, 5, 1)).ShouldBe(new DateOnly(2026, 5, 22));
    }

    [Theory]
    [InlineData("Aanvraag:PgbFormulieren:0", "pgb")]
    [InlineData("Aanvraag:FormulierenWeken", "0")]
    [InlineData("Besluiten:Vierogen:0:Uitkomsten:0", "misschien")]
    [InlineData("Besluiten:Vierogen:0:Categorieen:0", "99")]
    [InlineData("Besluiten:Vierogen:0:Boven", "1,5")]
    [InlineData("Besluiten:Mandaten:0:Naam", "")]
    [InlineData("Toewijzing:Route", "indirect")]
    [InlineData("Toewijzing:Wijzigingsverzoeken", "soms")]
    [InlineData("Vanaf", "morgen")]
    [InlineData("Vanaf", "1899-12-31")]
    [InlineData("TotEnMet", "2200-01-01")]
    [InlineData("Bron", null)]
    [InlineData("Servicenormen:BevestigingWerkdagen", "0")]
    [InlineData("Servicenormen:BevestigingWerkdagen", "2147483647")]
    [InlineData("Servicenormen:GelijkgesteldeDagenTellen", null)]
    [InlineData("Pgb:Professional", "85%")]
    [InlineData("Pgb:Professional", "0,85")]
    [InlineData("Pgb:BeschermdWonen", "90")]
    [InlineData("Pgb:Bekende", "1,20")]
    [InlineData("Zintarieven:02T21", "68,29")]
    [InlineData("Pgb:UrenPerWeek", "-1")]
    [InlineData("Zintarieven:02T21", "gratis")]
    public void A_value_that_is_missing_or_cannot_be_is_named_at_the_start(string naam, string? waarde)
    {
        var rij = Rij(0, "2026-01-01");
        rij[$"Gemeentebeleid:0:{naam}"] = waarde;
        Should.Throw<InvalidOperationException>(() => Lees(rij)).Message.ShouldContain($"Gemeentebeleid:0:{naam}");
    }

    [Fact]
    public void Two_rows_for_one_day_and_a_row_that_ends_before_it_starts_are_refused()
    {
        Should.Throw<InvalidOperationException>(() =>
            Lees(Rij(0, "2026-01-01"), Rij(1, "2027-01-01"))).Message.ShouldContain("2027-01-01 gelden twee rijen");
        Should.Throw<InvalidOperationException>(() =>
            Lees(Rij(0, "2026-01-01", "2027-01-01"), Rij(1, "2027-01-01"))).Message.ShouldContain("twee rijen");
        Should.Throw<InvalidOperationException>(() =>
            Lees(Rij(0, "2026-01-01", "2025-12-31"))).Message.ShouldContain("eindigt voordat zij begint");
    }
}
