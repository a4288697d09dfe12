using WmoPlatform.IStandaarden.Controle;

namespace WmoPlatform.IStandaarden.Tests;

public class GroteDeclaratieTests
{
    [Fact]
    public void A_declaration_read_client_by_client_is_the_same_as_read_at_once()
    {
        using var lezer = new Declaratielezer(new MemoryStream(Voorbeelden.Wmo323.ToBytes()));
        lezer.Header.ShouldBe(Voorbeelden.Wmo323.Header);
        lezer.Kop.ShouldBe(Voorbeelden.Wmo323.Declaratie.Kop);
        var clienten = lezer.Clienten().ToArray();
        new Wmo323(lezer.Header, new(lezer.Kop.DeclaratieNummer, lezer.Kop.DeclaratiePeriode, lezer.Kop.DeclaratieDagtekening,
            lezer.Kop.TotaalIngediendBedrag, clienten)).ToXml().ShouldBe(Voorbeelden.Wmo323.ToXml());
        lezer.Bevindingen.ShouldBeEmpty();
        Should.Throw<InvalidOperationException>(() => lezer.Clienten().ToArray());
    }

    [Fact]
    public void Its_rules_are_checked_on_the_way_as_in_the_whole()
    {
        var fout = Declaratie(3);
        fout = fout with
        {
            Declaratie = fout.Declaratie with
            {
                TotaalIngediendBedrag = new(1, "D"),
                Clienten =
                [
                    .. fout.Declaratie.Clienten, fout.Declaratie.Clienten[0] with { Bsn = "999993654" }, fout.Declaratie.Clienten[0],
                ],
            }
        };
        using var lezer = new Declaratielezer(new MemoryStream(fout.ToBytes()));
        lezer.Clienten().Count().ShouldBe(5);
        lezer.Bevindingen.ShouldBe(Berichtcontrole.Controleer(fout));
        lezer.Bevindingen.Select(b => b.Code).Distinct().ShouldBe(["CS002", "TR101", "TR416", "TR358"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("</wmo323:Declaratie>", "", BerichtOnleesbaar.GeenXml)]
    [InlineData("</wmo323:Clienten>", "<wmo323:Klant /></wmo323:Clienten>", BerichtOnleesbaar.OnverwachteInhoud)]
    [InlineData("999900006", "99990000", BerichtOnleesbaar.OngeldigeWaarde)]
    [InlineData("wmo323/schema", "wmo301/schema", BerichtOnleesbaar.OnbekendBericht)]
    public void What_is_wrong_further_on_is_refused_when_it_is_reached(string was, string wordt, string code) =>
        Should.Throw<BerichtOnleesbaar>(() =>
    {
        using var lezer =
            new Declaratielezer(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Voorbeelden.Wmo323.ToXml().Replace(was, wordt))));
        foreach (var _ in lezer.Clienten()) { }
    }).Code.ShouldBe(code);

    [Fact]
    public void A_declaration_that_is_too_large_is_split_by_client_with_totals_that_are_right()
    {
        var heel = Declaratie(40);
        var grens = heel.ToBytes().Length / 3;
        var delen = heel.Splits(n => ($"323-{n}", $"D{n}"), grens);
        delen.Count.ShouldBe(4);
        delen.ShouldAllBe(d => d.ToBytes().Length <= grens && Berichtcontrole.Controleer(d).Count == 0);
        delen.SelectMany(d => d.Declaratie.Clienten).ShouldBe(heel.Declaratie.Clienten);
        delen.Sum(d => d.Declaratie.TotaalIngediendBedrag.InCenten).ShouldBe(heel.Declaratie.TotaalIngediendBedrag.InCenten);
        delen.Select(d => (d.Identificatie, d.Declaratie.DeclaratieNummer))
            .ShouldBe([("323-1", "D1"), ("323-2", "D2"), ("323-3", "D3"), ("323-4", "D4")]);
    }

    [Fact]
    public void What_fits_is_not_split() =>
        Voorbeelden.Wmo323.Splits(_ => throw new InvalidOperationException()).ShouldBe([Voorbeelden.Wmo323]);

    [Fact]
    public void One_client_who_is_too_much_is_refused() =>
        Should.Throw<BerichtOnleesbaar>(() => Declaratie(2).Splits(n => ($"323-{n}", $"D{n}"), 1_500)).Code
            .ShouldBe(BerichtOnleesbaar.TeGroot);

    [Fact]
    public void A_message_of_more_than_25_MB_is_not_written()
    {
        var fout = Should.Throw<BerichtOnleesbaar>(() => (Voorbeelden.Wmo301 with
        {
            Client = Voorbeelden.Wmo301.Client with { Commentaar = new('x', 26 * 1024 * 1024) },
        }).Schrijf(Stream.Null));
        fout.Code.ShouldBe(BerichtOnleesbaar.TeGroot);
    }

    /// <summary>A declaration with this number of clients, each with one prestatie.</summary>
    private static Wmo323 Declaratie(int aantal)
    {
        var p = Voorbeelden.Wmo323.Declaratie.Clienten[0].Prestaties[0];
        DeclaratieClient[] clienten = [.. Enumerable.Range(1, aantal)
            .Select(n => new DeclaratieClient(Voorbeelden.Bsn(n), [p with { ProductReferentie = new($"P-{n}"), ToewijzingNummer = n }]))];
        return Voorbeelden.Wmo323 with
        {
            Declaratie = Voorbeelden.Wmo323.Declaratie with
            {
                Clienten = clienten,
                TotaalIngediendBedrag = CdtTotaalBedragMetDC.Van(aantal * p.IngediendBedrag.InCenten)
            }
        };
    }
}
