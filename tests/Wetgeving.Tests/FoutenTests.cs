using static WmoPlatform.Wetgeving.Tests.Datums;

namespace WmoPlatform.Wetgeving.Tests;

/// <summary>Wrong arguments give an exception that says what is wrong.</summary>
public class FoutenTests
{
    private static readonly DateOnly Dag = D("2026-04-24");

    [Fact]
    public void What_is_missing_is_named()
    {
        (string Naam, Action Aanroep)[] aanroepen =
        [
            ("vraag", () => Termijnen.Bereken(null!, Gemeentebeleid.Almere)),
            ("beleid", () => Termijnen.Bereken(new(Termijnsoort.Onderzoek, Dag, []), null!)),
            ("normen", () => Termijnen.Bevestiging(Dag, null!)),
            ("normen", () => Termijnen.Afspraak(Dag, null!)),
            ("normen", () => Termijnen.Spoed(Dag, null!)),
            ("normen", () => Termijnen.Wijziging(Dag, null!)),
            ("termijn", () => Termijnen.Uitstel(null!, Dag, 1)),
            ("beleid", () => Gemeentebeleid.Zintarief(null!, "02T21", Dag)),
            ("vraag", () => Pgbtarieven.Bereken(null!, Gemeentebeleid.Almere)),
            ("beleid", () => Pgbtarieven.Bereken(Vraag, null!)),
            ("vraag", () => Pgbtarieven.Tariefregels(null!, Dag, Gemeentebeleid.Almere)),
            ("beleid", () => Pgbtarieven.Tariefregels(Vraag, Dag, null!)),
        ];
        foreach (var (naam, aanroep) in aanroepen) Should.Throw<ArgumentNullException>(aanroep).ParamName.ShouldBe(naam);
    }

    private static Pgbvraag Vraag =>
        new(Pgbvoorziening.Dagbesteding, Dag, 20, 60, 0, 4, new(false, Dienstverband.Zzp, true, true, null, 0));

    [Theory]
    [InlineData("2014-12-31")]
    [InlineData("2101-01-01")]
    public void A_term_starts_in_the_years_that_the_calendar_knows(string datum)
    {
        var dag = D(datum);
        Func<Termijnberekening>[] termijnen =
        [
            () => Termijnen.Bevestiging(dag, Normen), () =>
                Termijnen.Onderzoek(dag), () => Termijnen.Beschikking(dag), () => Termijnen.Cak(dag),
            () => Termijnen.SvbAfsluiting(dag), () => Termijnen.Bewaring(dag), () => Termijnen.BeslissingOpBezwaar(dag),
        ];
        foreach (var termijn in termijnen) Should.Throw<ArgumentOutOfRangeException>(termijn).Message.ShouldContain("2015 tot en met 2100");
        Should.Throw<ArgumentOutOfRangeException>(() => Dwangsommen.Bereken(dag, Dag, null, Dag));
        Should.Throw<ArgumentOutOfRangeException>(() => Dwangsommen.Bereken(Dag, dag, null, Dag));
    }

    [Fact]
    public void A_calculation_that_cannot_be_says_why()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => Dwangsommen.Bereken(Dag, Dag.AddDays(1), null, Dag, aanvragers: 0));
        Should.Throw<ArgumentOutOfRangeException>(() => Termijnen.Uitstel(Termijnen.Beschikking(Dag), Dag, 0));
        Should.Throw<ArgumentOutOfRangeException>(() => Termijnen.Uitstel(Termijnen.Beschikking(Dag), Dag, 3));
        Should.Throw<ArgumentException>(() =>
            Termijnen.Beschikking(Dag,
            [new(Opschortingsgrond.Instemming, Dag.AddDays(3), null, Dag.AddDays(2))])).Message.ShouldContain(
                "eindigt niet voordat zij begint");
        Should.Throw<ArgumentException>(() =>
            Pgbtarieven.Tariefregels(Vraag, Dag.AddDays(-1),
            Gemeentebeleid.Almere)).Message.ShouldContain("eindigt niet voordat zij begint");
        Should.Throw<GegevensOntbrekenException>(() =>
            Bijdrageregels.Maandbedrag(D("2027-01-01"))).Message.ShouldBe(
            "De tabel 'abonnementstarief eigen bijdrage' heeft geen waarde voor 1 januari 2027.");
    }

    [Fact]
    public void Every_amount_says_where_it_is_laid_down()
    {
        foreach (var bron in Minimumuurloon.Tabel.Rijen.Select(r => r.Bron).Concat(Dwangsommen.Tarieven.Rijen.Select(r => r.Bron))
            .Concat(Bijdrageregels.Abonnementstarief.Rijen.Select(r => r.Bron)))
            bron.Length.ShouldBeGreaterThan(15);
        Dwangsommen.Tarieven.Naam.ShouldBe("dwangsom");
    }
}
