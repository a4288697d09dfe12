using WmoPlatform.IStandaarden.Controle;

namespace WmoPlatform.IStandaarden.Tests;

public class ControleTests
{
    private static readonly DateOnly Dag = new(2026, 3, 9);

    public static TheoryData<string> Namen => [.. Voorbeelden.Alle.Keys];

    [Theory, MemberData(nameof(Namen))]
    public void An_example_breaks_no_rule(string naam) => Berichtcontrole.Controleer(Voorbeelden.Alle[naam]).ShouldBeEmpty();

    public static TheoryData<string, string, int> Overtredingen =>
        [.. Fout.Select((f, nummer) => (f.Code, $"{f.Bericht.Soort.Naam}/{f.Pad}", nummer))];

    [Theory, MemberData(nameof(Overtredingen))]
    public void What_breaks_a_rule_is_found_with_its_code_and_its_place(string code, string plek, int nummer)
    {
        var (_, pad, bericht) = Fout[nummer];
        plek.ShouldEndWith(pad);
        var bevindingen = Berichtcontrole.Controleer(bericht);
        bevindingen.Select(b => (b.Code, b.Pad)).ShouldContain((code, $"Bericht/{pad}"));
        bevindingen.ShouldAllBe(b => b.Uitleg.EndsWith('.') && char.IsUpper(b.Uitleg[0]));
        // The example breaks this rule and at most one other, which the same mistake breaks too.
        bevindingen.Select(b => b.Code).Distinct().Count().ShouldBeLessThanOrEqualTo(2, string.Join(", ", bevindingen));
    }

    [Fact]
    public void However_many_mistakes_a_message_has_no_more_are_reported_than_help()
    {
        var client = Voorbeelden.Wmo315.Client;
        var bericht = Voorbeelden.Wmo315 with
        {
            Client = client with { AangevraagdeProducten = [.. Enumerable.Repeat(client.AangevraagdeProducten[0], 2_000)] },
        };

        Berichtcontrole.Controleer(bericht).Count.ShouldBe(Bevinding.Hoogstens);
    }

    public static TheoryData<string, string, int> Grensgevallen => [.. Nog.Select((n, nummer) => (n.Code, n.Bericht.Soort.Naam, nummer))];

    [Theory, MemberData(nameof(Grensgevallen))]
    public void The_nearest_message_that_keeps_a_rule_passes(string code, string soort, int nummer) =>
        Berichtcontrole.Controleer(Nog[nummer].Bericht).Select(b => b.Code).ShouldNotContain(code, soort);

    [Fact]
    public void Every_rule_that_is_checked_is_in_the_table_of_rules_with_its_room()
    {
        var tabel = File.ReadAllText(Path.Combine(Wortel(), "docs", "chain-rules.md"));
        var bronnen = Directory.GetFiles(Path.Combine(Wortel(), "src", "Shared", "IStandaarden", "Controle"), "*.cs")
            .Select(File.ReadAllText);
        var codes = bronnen.SelectMany(b => System.Text.RegularExpressions.Regex.Matches(b, @"""((CD|CS|TR|IV)\d{3}|OP\d{3}(x\d)?)""")
            .Select(m => m.Groups[1].Value)).Distinct().ToArray();
        codes.Length.ShouldBeGreaterThan(30);
        foreach (var code in codes)
        {
            tabel.ShouldContain($"| {code} |", customMessage: "each rule has a line in the table");
            Fout.Select(f => f.Code).ShouldContain(code, $"{code} is checked, and no test breaks it");
            Nog.Select(n => n.Code).ShouldContain(code, $"{code} is checked, and no test comes near to breaking it");
        }
    }

    [Fact]
    public void Every_rule_of_the_lists_has_a_row()
    {
        var rijen = File.ReadLines(Path.Combine(Wortel(), "docs", "chain-rules.md"))
            .Where(r => r.StartsWith("| ", StringComparison.Ordinal)).Select(r => r.Split('|')[1]);
        var codes = rijen.SelectMany(r => r.Split((char[])[',', ' '], StringSplitOptions.RemoveEmptyEntries)).ToHashSet();
        Lijst.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Except(codes).ShouldBeEmpty();
    }

    [Fact]
    public void Every_test_and_file_that_the_table_names_is_there()
    {
        var tabel = File.ReadAllText(Path.Combine(Wortel(), "docs", "chain-rules.md"));
        var tests = string.Concat(Directory.EnumerateFiles(Path.Combine(Wortel(), "tests"), "*Tests.cs", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(Path.Combine(Wortel(), "tests"), "*Berichten.cs", SearchOption.AllDirectories))
            .Select(File.ReadAllText));
        foreach (var naam in System.Text.RegularExpressions.Regex.Matches(tabel, "`([A-Z][A-Za-z0-9]+_[A-Za-z0-9_]+)`")
            .Select(m => m.Groups[1].Value))
            tests.ShouldContain($" {naam}(");
        foreach (var pad in System.Text.RegularExpressions.Regex.Matches(tabel, "`([A-Za-z]+/[A-Za-z/]+\\.cs)`")
            .Select(m => m.Groups[1].Value))
            ((string[])["src/Services", "src/Shared", "src/Services/Zorgaanbieders"])
                .ShouldContain(map => File.Exists(Path.Combine(Wortel(), map, pad)), pad);
    }

    private static string Wortel()
    {
        for (var map = new DirectoryInfo(AppContext.BaseDirectory); map is not null; map = map.Parent)
            if (File.Exists(Path.Combine(map.FullName, "WmoPlatform.sln"))) return map.FullName;
        throw new DirectoryNotFoundException();
    }

    private static Wmo301 Met(Func<ToegewezenProduct, ToegewezenProduct> anders) =>
        Voorbeelden.Wmo301 with
        {
            Client = Voorbeelden.Wmo301.Client with
            {
                ToegewezenProducten =
                [
                    anders(Voorbeelden.Wmo301.Client.ToegewezenProducten[0]), Voorbeelden.Wmo301.Client.ToegewezenProducten[1],
                ],
            }
        };

    private static Wmo301 Met(Func<Wmo301Client, Wmo301Client> anders) =>
        Voorbeelden.Wmo301 with { Client = anders(Voorbeelden.Wmo301.Client) };

    private static Wmo305 Met(Func<StartProduct, IReadOnlyList<StartProduct>> anders) =>
        Voorbeelden.Wmo305 with
        {
            Client = Voorbeelden.Wmo305.Client with { StartProducten = anders(Voorbeelden.Wmo305.Client.StartProducten[0]) },
        };

    private static Wmo307 Met(Func<StopProduct, IReadOnlyList<StopProduct>> anders) =>
        Voorbeelden.Wmo307 with
        {
            Client = Voorbeelden.Wmo307.Client with { StopProducten = anders(Voorbeelden.Wmo307.Client.StopProducten[0]) },
        };

    private static Wmo315 Met(Func<AangevraagdProduct, IReadOnlyList<AangevraagdProduct>> anders) =>
        Voorbeelden.Wmo315 with
        {
            Client = Voorbeelden.Wmo315.Client with { AangevraagdeProducten = anders(Voorbeelden.Wmo315.Client.AangevraagdeProducten[0]) },
        };

    private static Wmo317 Met(Func<Wijzigingsverzoek, Wijzigingsverzoek> anders) =>
        Voorbeelden.Wmo317 with { Client = Voorbeelden.Wmo317.Client with { Verzoek = anders(Voorbeelden.Wmo317.Client.Verzoek) } };

    private static Wmo323 Met(Func<Prestatie, IReadOnlyList<Prestatie>> anders)
    {
        var (eerste, tweede) = (Voorbeelden.Wmo323.Declaratie.Clienten[0], Voorbeelden.Wmo323.Declaratie.Clienten[1]);
        DeclaratieClient[] clienten = [eerste with { Prestaties = anders(eerste.Prestaties[0]) }, tweede];
        return Voorbeelden.Wmo323 with
        {
            Declaratie = Voorbeelden.Wmo323.Declaratie with
            {
                Clienten = clienten,
                TotaalIngediendBedrag = CdtTotaalBedragMetDC.Van(
                    clienten.SelectMany(c => c.Prestaties).Sum(p => p.IngediendBedrag.InCenten)),
            }
        };
    }

    private static Wmo501 Met(Func<Budget, Budget> anders) =>
        Voorbeelden.Wmo501 with { Client = Voorbeelden.Wmo501.Client with { Budget = anders(Voorbeelden.Wmo501.Client.Budget) } };

    private static Wmo501 Met(Func<FunctieBudget, IReadOnlyList<FunctieBudget>> anders) =>
        Met((Budget budget) => budget with { FunctieBudgetten = anders(budget.FunctieBudgetten[0]) });

    private static Wmo501 Met(Func<PgbRelatie, IReadOnlyList<PgbRelatie>> anders) =>
        Voorbeelden.Wmo501 with { Client = Voorbeelden.Wmo501.Client with { Relaties = anders(Voorbeelden.Wmo501.Client.Relaties![0]) } };

    private static Wmo507 Met(Func<FunctieBudgetBesteed, IReadOnlyList<FunctieBudgetBesteed>> anders) =>
        Voorbeelden.Wmo507 with
        {
            Client = Voorbeelden.Wmo507.Client with
            {
                FunctieBudgettenBesteed = anders(Voorbeelden.Wmo507.Client.FunctieBudgettenBesteed[0]),
            },
        };

    private static Wmo401 Met(Func<StartEigenBijdrage, StartEigenBijdrage> anders) =>
        Voorbeelden.Wmo401 with
        {
            Client = Voorbeelden.Wmo401.Client with { StartEigenBijdrage = anders(Voorbeelden.Wmo401.Client.StartEigenBijdrage) },
        };

    private static Contact MetAdres(Contact contact, Func<CdtAdres, CdtAdres> anders) => contact with { Adres = anders(contact.Adres!) };

    private const string Product = "Client/ToegewezenProducten/ToegewezenProduct[1]";
    private const string Prestatie1 = "Declaratie/Clienten/Client[1]/Prestaties/Prestatie[1]";
    private const string Prestatie2 = "Declaratie/Clienten/Client[1]/Prestaties/Prestatie[2]";
    private const string Adres1 = "Client/Contactgegevens/Contact[1]/Adres";
    private const string Gevraagd = "Client/AangevraagdeProducten/AangevraagdProduct[1]";
    private const string Anders = "Client/Verzoek/TeWijzigenProducten/TeWijzigenProduct[1]";
    private const string Erbij = "Client/Verzoek/NieuweProducten/NieuwProduct[1]";
    private const string DeelBudget = "Client/Budget/FunctieBudgetten/FunctieBudget[1]";
    private const string Besteed = "Client/FunctieBudgettenBesteed/FunctieBudgetBesteed[1]";

    private static readonly CdtGeslotenPeriode Achterstevoren = new(Dag, Dag.AddDays(-1));

    private static readonly (string Code, string Pad, Ketenbericht Bericht)[] Fout =
    [
        ("CS002", "Client/Bsn", Met((Wmo301Client c) => c with { Bsn = "999993654" })),
        ("TR002", "Client/Geboortedatum", Met((Wmo301Client c) => c with { Geboortedatum = new(new DateOnly(1906, 3, 1)) })),
        ("CS050", "Client/Naam/NaamGebruik",
            Met((Wmo301Client c) => c with { Naam = c.Naam with { Partnernaam = null, NaamGebruik = "2" } })),
        ("CD007", "Client/Communicatie/Taal", Met((Wmo301Client c) => c with { Communicatie = new("1") })),
        ("CD034", "Client/Contactgegevens/Contact[1]/Adres/Postcode",
            Met((Wmo301Client c) => c with { Contactgegevens = [MetAdres(c.Contactgegevens[0], a => a with { Postcode = null })] })),
        ("CS089", "Client/Contactgegevens/Contact[1]/Adres/Postcode",
            Met((Wmo301Client c) => c with { Contactgegevens = [MetAdres(c.Contactgegevens[0], a => a with { Postcode = "0315AA" })] })),
        ("TR006", "Client/Contactgegevens/Contact[1]", Met((Wmo301Client c) => c with
        {
            Contactgegevens = [MetAdres(c.Contactgegevens[0] with { Telefoon = null }, a => a with { Huis = null })],
        })),
        ("TR061", "Client/Contactgegevens",
            Met((Wmo301Client c) => c with { Contactgegevens = [c.Contactgegevens[0] with { Soort = "04" }] })),
        ("TR101", "Client/Relaties/Relatie[2]", Met((Wmo301Client c) => c with { Relaties = [c.Relaties![0], c.Relaties[0]] })),
        ("CS003", $"{Product}/Einddatum", Met((ToegewezenProduct p) => p with { Einddatum = p.Ingangsdatum.AddDays(-1) })),
        ("CD041", $"{Product}/Omvang", Met((ToegewezenProduct p) => p with { Omvang = null })),
        ("CD075", $"{Product}/Einddatum",
            Met((ToegewezenProduct p) => p with { Product = null, Omvang = null, Budget = 1, Einddatum = null })),
        ("CD076", $"{Product}/Einddatum", Met((ToegewezenProduct p) => p with { Einddatum = null })),
        ("CD077", $"{Product}/Omvang", Met((ToegewezenProduct p) => p with { Budget = 1 })),
        ("CD079", $"{Product}/Product", Met((ToegewezenProduct p) => p with { Product = null, Omvang = null })),
        ("CD080", $"{Product}/Omvang", Met((ToegewezenProduct p) => p with { Product = new("02", null) })),
        ("TR101", "Client/ToegewezenProducten/ToegewezenProduct[2]", Met((ToegewezenProduct p) => p with { ToewijzingNummer = 1002 })),
        ("TR302", "Client/ToegewezenProducten/ToegewezenProduct[2]",
            Met((ToegewezenProduct p) => p with { Einddatum = new DateOnly(2027, 3, 9) })),
        ("CS058", "Client/StartProducten/StartProduct[1]/StatusAanlevering",
            Met((StartProduct p) => [p with { StatusAanlevering = "2" }])),
        ("TR101", "Client/StartProducten/StartProduct[2]", Met((StartProduct p) => [p, p])),
        ("CS058", "Client/StopProducten/StopProduct[1]/StatusAanlevering", Met((StopProduct p) => [p with { StatusAanlevering = "9" }])),
        ("CS139", "Client/Geboortedatum/DatumGebruik", Met((Wmo301Client c) => c with { Geboortedatum = new(new(1985, 2, 1), "2") })),
        ("CS335", $"{Product}/RedenWijziging", Met((ToegewezenProduct p) => p with { RedenWijziging = "13" })),
        ("TR386", "Client/AangevraagdeProducten/AangevraagdProduct[2]",
            Met((AangevraagdProduct p) => [p, p with { ReferentieAanbieder = "ref-9", Product = new("02", null), Omvang = null }])),
        ("TR410", "Client/Verzoek/NieuweProducten/NieuwProduct[2]",
            Met((Wijzigingsverzoek v) => v with { NieuweProducten = [v.NieuweProducten![0], v.NieuweProducten[0]] })),
        ("TR016", $"{DeelBudget}/FunctieBudgetPeriode",
            Met((FunctieBudget d) => [d with { FunctieBudgetPeriode = new(Dag.AddDays(-1), Dag) }])),
        ("TR502", "Client/Budget/FunctieBudgetten/FunctieBudget[2]", Met((Budget d) => d with
        {
            BudgetIdentificatieOud = null,
            FunctieBudgetten =
                [d.FunctieBudgetten[0], d.FunctieBudgetten[0] with { FunctieBudgetPeriode = new(Dag.AddDays(9), Dag.AddDays(20)) }],
        })),
        ("TR506", "Client/Relaties/Relatie[1]/Contact/Adres", Met((PgbRelatie r) =>
            [r with { Contact = r.Contact! with { Adres = r.Contact.Adres! with { Huis = null } } }])),
        ("TR018", "Client/StopProducten/StopProduct[1]/Einddatum",
            Met((StopProduct p) => [p with { Einddatum = p.Begindatum.AddDays(-1) }])),
        ("TR101", "Client/StopProducten/StopProduct[2]", Met((StopProduct p) => [p, p])),
        ("CS003", "Client/AangevraagdeProducten/AangevraagdProduct[1]/ToewijzingEinddatum",
            Met((AangevraagdProduct p) => [p with { ToewijzingEinddatum = p.ToewijzingIngangsdatum.AddDays(-1) }])),
        ("CD067", "Client/AangevraagdeProducten/AangevraagdProduct[1]/Verwijzer/Naam",
            Met((AangevraagdProduct p) => [p with { Verwijzer = new("02") }])),
        ("CD068", "Client/AangevraagdeProducten/AangevraagdProduct[1]/Verwijzer/ZorgverlenerCode",
            Met((AangevraagdProduct p) => [p with { Verwijzer = new("01", null, "12345678") }])),
        ("TR383", "Client/AangevraagdeProducten/AangevraagdProduct[2]", Met((AangevraagdProduct p) => [p, p])),
        ("TR352", "Client/Verzoek", Met((Wijzigingsverzoek v) => v with { OngewijzigdeProducten = null, TeWijzigenProducten = null })),
        ("TR353", "Client/Verzoek", Met((Wijzigingsverzoek v) => v with { TeWijzigenProducten = null, NieuweProducten = null })),
        ("CS003", "Client/Verzoek/TeWijzigenProducten/TeWijzigenProduct[1]/Einddatum",
            Met((Wijzigingsverzoek v) => v with { TeWijzigenProducten = [v.TeWijzigenProducten![0] with { Einddatum = Dag }] })),
        ("CS003", "Client/Verzoek/NieuweProducten/NieuwProduct[1]/Einddatum",
            Met((Wijzigingsverzoek v) => v with { NieuweProducten = [v.NieuweProducten![0] with { Einddatum = Dag }] })),
        ("TR101", "Client/Verzoek/OngewijzigdeProducten/OngewijzigdProduct[2]",
            Met((Wijzigingsverzoek v) => v with { OngewijzigdeProducten = [new(1001), new(1001)] })),
        ("CD085", "Antwoord/RedenAfwijzingVerzoek", Voorbeelden.Wmo319 with { Antwoord = new("ref-1", "1", null) }),
        ("CD086", "Antwoord/RedenAfwijzingVerzoek", Voorbeelden.Wmo319 with { Antwoord = new("ref-1", "2", "4") }),
        ("TR137", $"{Prestatie1}/ProductPeriode/Einddatum", Met((Prestatie p) => [p with { ProductPeriode = Achterstevoren }])),
        ("TR335", $"{Prestatie1}/ProductPeriode/Einddatum",
            Met((Prestatie p) => [p with { ProductPeriode = new(new DateOnly(2021, 2, 1), new DateOnly(2021, 3, 1)) }])),
        ("TR315", $"{Prestatie2}/ProductReferentie/VorigReferentieNummer",
            Met((Prestatie p) => [Credit(p, "P-7", "P-6"), Credit(p, "P-8", "P-6")])),
        ("TR316", $"{Prestatie2}/ProductReferentie/VorigReferentieNummer", Met((Prestatie p) => [p, Credit(p, "P-8", "P-1")])),
        ("TR416", Prestatie2, Met((Prestatie p) => [p, p with { ProductReferentie = new("P-9") }])),
        ("TR358", "Declaratie/TotaalIngediendBedrag", Voorbeelden.Wmo323 with
        {
            Declaratie = Voorbeelden.Wmo323.Declaratie with { TotaalIngediendBedrag = new(75_118, "D") },
        }),
        ("CS023", "Client/Budget/Afgiftedatum", Met((Budget d) => d with { Afgiftedatum = new DateOnly(2026, 3, 3) })),
        ("CS003", "Client/Budget/BudgetPeriode/Einddatum", Met((Budget d) => d with { BudgetPeriode = Achterstevoren })),
        ("CS003", $"{DeelBudget}/FunctieBudgetPeriode/Einddatum",
            Met((FunctieBudget d) => [d with { FunctieBudgetPeriode = Achterstevoren }])),
        ("TR511", $"{DeelBudget}/FunctieBudgetPeriode/Begindatum",
            Met((FunctieBudget d) => [d with { FunctieBudgetPeriode = new(new DateOnly(2017, 12, 31), Dag) }])),
        ("CD505", $"{DeelBudget}/FunctieBudgetPeriode/Einddatum",
            Met((FunctieBudget d) => [d with { FunctieBudgetBedrag = 0, VerantwoordingsvrijBedrag = null }])),
        ("TR503", $"{DeelBudget}/VerantwoordingsvrijBedrag",
            Met((FunctieBudget d) => [d with { VerantwoordingsvrijBedrag = d.FunctieBudgetBedrag + 1 }])),
        ("TR101", "Client/Budget/FunctieBudgetten/FunctieBudget[2]", Met((FunctieBudget d) => [d, d])),
        ("CS502", "Client/Relaties/Relatie[1]/Soort", Met((PgbRelatie r) => [r with { Soort = "4" }])),
        ("CS002", "Client/Relaties/Relatie[1]/Bsn", Met((PgbRelatie r) => [new("1", "3") { Bsn = "999993654" }])),
        ("CD504", "Client/Relaties/Relatie[1]", Met((PgbRelatie r) => [r with { Bsn = "999993653" }])),
        ("TR515", "Client/Relaties/Relatie[1]", Met((PgbRelatie r) => [new("1", "3")])),
        ("CS501", $"{Besteed}/VerantwoordingsvrijBedragBesteed",
            Met((FunctieBudgetBesteed d) => [d with { VerantwoordingsvrijBedragBesteed = 1 }])),
        ("CS003", $"{Besteed}/BestedingsPeriode/Einddatum",
            Met((FunctieBudgetBesteed d) => [d with { BestedingsPeriode = Achterstevoren }])),
        ("CS332", "Client/StartEigenBijdrage/EbStartdatum",
            Met((StartEigenBijdrage s) => s with { EbStartdatum = new DateOnly(2019, 12, 31), EbKostprijs = null })),
        ("CS334", "Client/StartEigenBijdrage/EbKostprijs/KostprijsStartdatum",
            Met((StartEigenBijdrage s) => s with { EbKostprijs = new(s.EbStartdatum.AddDays(-1), 3_000) })),
        ("CD005", $"{Adres1}/LandCode",
            Met((Wmo301Client c) => c with { Contactgegevens = [MetAdres(c.Contactgegevens[0], a => a with { LandCode = null })] })),
        ("CD009", "Client/Contactgegevens/Contact[1]/Periode",
            Met((Wmo301Client c) => c with { Contactgegevens = [c.Contactgegevens[0] with { Periode = new(Dag, null) }] })),
        ("CD025", $"{Adres1}/Huis",
            Met((Wmo301Client c) => c with { Contactgegevens = [MetAdres(c.Contactgegevens[0], a => a with { Huis = null })] })),
        ("CS003", "Client/Contactgegevens/Contact[2]/Periode/Einddatum", Met((Wmo301Client c) => c with
        {
            Contactgegevens = [c.Contactgegevens[0], c.Contactgegevens[1] with { Periode = new(Dag, Dag.AddDays(-1)) }],
        })),
        ("TR101", "Client/Contactgegevens/Contact[3]",
            Met((Wmo301Client c) => c with { Contactgegevens = [.. c.Contactgegevens, c.Contactgegevens[0]] })),
        ("CS318", "Client/Naam/NaamGebruik",
            Met((Wmo301Client c) => c with { Naam = c.Naam with { Partnernaam = null, NaamGebruik = "6" } })),
        ("CS050", "Client/Naam/NaamGebruik",
            Met((Wmo301Client c) => c with { Naam = c.Naam with { Partnernaam = null, NaamGebruik = "5" } })),
        ("CS139", "Client/Relaties/Relatie[1]/Geboortedatum/DatumGebruik", Met((Wmo301Client c) => c with
        {
            Relaties = [c.Relaties![0] with { Geboortedatum = new(new(1950, 1, 1), "3") }],
        })),
        ("CS336", $"{Product}/RedenWijziging", Met((ToegewezenProduct p) => p with { RedenWijziging = "01" })),
        ("CS338", $"{Product}/Omvang/Frequentie", Met((ToegewezenProduct p) => p with { Omvang = new(3, "14", "1") })),
        ("CS338", $"{Product}/Omvang/Frequentie", Met((ToegewezenProduct p) => p with { Omvang = new(3, "84", "1"), Einddatum = null })),
        ("CD078", $"{Product}/Budget", Met((ToegewezenProduct p) => p with { Budget = 1 })),
        ("TR134", $"{Product}/Toewijzingsdatum", Met((ToegewezenProduct p) => p with { Toewijzingsdatum = new(2026, 3, 3) })),
        ("TR134", "Client/Geboortedatum/Datum", Met((Wmo301Client c) => c with { Geboortedatum = new(new DateOnly(2030, 1, 1)) })),
        ("TR134", "Client/StartProducten/StartProduct[1]/Begindatum",
            Met((StartProduct p) => [p with { Begindatum = p.Begindatum.AddDays(1) }])),
        ("TR134", "Client/StopProducten/StopProduct[1]/Einddatum", Met((StopProduct p) => [p with { Einddatum = p.Einddatum.AddDays(1) }])),
        ("CS139", "Client/Geboortedatum/DatumGebruik", Voorbeelden.Wmo305 with
        {
            Client = Voorbeelden.Wmo305.Client with { Geboortedatum = new(new DateOnly(1985, 12, 2), "1") },
        }),
        ("CS139", "Client/Geboortedatum/DatumGebruik", Voorbeelden.Wmo307 with
        {
            Client = Voorbeelden.Wmo307.Client with { Geboortedatum = new(new DateOnly(1985, 12, 1), "2") },
        }),
        ("CS139", "Client/Geboortedatum/DatumGebruik", Voorbeelden.Wmo315 with
        {
            Client = Voorbeelden.Wmo315.Client with { Geboortedatum = new(new DateOnly(1985, 12, 1), "3") },
        }),
        ("CD041", $"{Gevraagd}/Omvang", Met((AangevraagdProduct p) => [p with { Omvang = null }])),
        ("CD043", $"{Gevraagd}/BeschikkingIngangsdatum", Met((AangevraagdProduct p) => [p with { BeschikkingIngangsdatum = null }])),
        ("CD043", $"{Gevraagd}/BeschikkingIngangsdatum", Met((AangevraagdProduct p) => [p with { BeschikkingNummer = null }])),
        ("CD066", $"{Gevraagd}/Verwijzer/Naam", Met((AangevraagdProduct p) => [p with { Verwijzer = new("02", "Haven", "12345678") }])),
        ("CD075", $"{Gevraagd}/ToewijzingEinddatum",
            Met((AangevraagdProduct p) => [p with { Product = null, Omvang = null, Budget = 1, ToewijzingEinddatum = null }])),
        ("CD076", $"{Gevraagd}/ToewijzingEinddatum", Met((AangevraagdProduct p) => [p with { ToewijzingEinddatum = null }])),
        ("CD077", $"{Gevraagd}/Omvang", Met((AangevraagdProduct p) => [p with { Budget = 1 }])),
        ("CD079", $"{Gevraagd}/Product", Met((AangevraagdProduct p) => [p with { Product = null, Omvang = null }])),
        ("CD095", $"{Gevraagd}/Omvang", Met((AangevraagdProduct p) => [p with { Product = new("02", null) }])),
        ("CS343", $"{Gevraagd}/Omvang/Frequentie", Met((AangevraagdProduct p) => [p with { Omvang = new(3, "16", "1") }])),
        ("CD075", $"{Anders}/Einddatum", Anders1(p => p with { Omvang = null, Budget = 1, Einddatum = null })),
        ("CD076", $"{Anders}/Einddatum", Anders1(p => p with { Einddatum = null })),
        ("CD077", $"{Anders}/Omvang", Anders1(p => p with { Budget = 1 })),
        ("CS338", $"{Anders}/Omvang/Frequentie", Anders1(p => p with { Omvang = new(3, "83", "1") })),
        ("TR101", "Client/Verzoek/TeWijzigenProducten/TeWijzigenProduct[2]",
            Met((Wijzigingsverzoek v) => v with { TeWijzigenProducten = [v.TeWijzigenProducten![0], v.TeWijzigenProducten[0]] })),
        ("CD041", $"{Erbij}/Omvang", Erbij1(p => p with { Omvang = null })),
        ("CD075", $"{Erbij}/Einddatum", Erbij1(p => p with { Product = null, Omvang = null, Budget = 1, Einddatum = null })),
        ("CD076", $"{Erbij}/Einddatum", Erbij1(p => p with { Einddatum = null })),
        ("CD077", $"{Erbij}/Omvang", Erbij1(p => p with { Budget = 1 })),
        ("CD079", $"{Erbij}/Product", Erbij1(p => p with { Product = null, Omvang = null })),
        ("CD096", $"{Erbij}/Omvang", Erbij1(p => p with { Product = new("02", null) })),
        ("CS338", $"{Erbij}/Omvang/Frequentie", Erbij1(p => p with { Omvang = new(3, "14", "1") })),
        ("TR380", $"{Erbij}/GewensteIngangsdatum", Erbij1(p => p with { GewensteIngangsdatum = new(2026, 3, 2) })),
        ("TR101", "Client/Verzoek/NieuweProducten/NieuwProduct[2]", Met((Wijzigingsverzoek v) => v with
        {
            NieuweProducten = [.. Enumerable.Repeat(v.NieuweProducten![0] with { Product = new("12", "12A01") }, 2)],
        })),
        ("CD060", $"{Prestatie1}/ProductReferentie/VorigReferentieNummer",
            Met((Prestatie p) => [p with { ProductReferentie = new("P-1", "P-0") }])),
        ("CD060", $"{Prestatie1}/ProductReferentie/VorigReferentieNummer",
            Met((Prestatie p) => [p with { IngediendBedrag = new(1, "C") }])),
        ("CD087", $"{Prestatie1}/ProductTarief", Met((Prestatie p) => [p with { ProductTarief = null }])),
        ("CD087", $"{Prestatie1}/ProductTarief",
            Met((Prestatie p) => [p with { Eenheid = "83", GeleverdVolume = p.IngediendBedrag.Bedrag }])),
        ("CS100", $"{Prestatie1}/ProductPeriode/Begindatum",
            Met((Prestatie p) => [p with { ProductPeriode = new(new(2020, 12, 1), new(2020, 12, 31)) }])),
        ("CS325", $"{Prestatie1}/IngediendBedrag/DebetCredit",
            Met((Prestatie p) => [p with { ProductReferentie = new("P-1", "P-0"), IngediendBedrag = new(0, "C") }])),
        ("CS325", "Declaratie/TotaalIngediendBedrag/DebetCredit", Voorbeelden.Wmo323 with
        {
            Declaratie = Voorbeelden.Wmo323.Declaratie with { TotaalIngediendBedrag = new(0, "C") },
        }),
        ("CS337", $"{Prestatie1}/ProductPeriode/Einddatum",
            Met((Prestatie p) => [p with { ProductPeriode = new(new(2026, 1, 31), new(2026, 2, 1)) }])),
        ("CS339", $"{Prestatie1}/IngediendBedrag",
            Met((Prestatie p) => [p with { Eenheid = "83", ProductTarief = null, GeleverdVolume = 1 }])),
        ("CS340", "Declaratie/DeclaratiePeriode", Over(new(new(2026, 2, 1), new(2026, 2, 27)))),
        ("CS340", "Declaratie/DeclaratiePeriode", Over(new(new(2026, 1, 1), new(2026, 2, 28)))),
        ("CS340", "Declaratie/DeclaratiePeriode", Over(new(new(2026, 2, 2), new(2026, 2, 28)))),
        ("CS100", "Declaratie/DeclaratiePeriode/Begindatum", Over(new(new(2020, 12, 1), new(2020, 12, 31)))),
        ("TR137", "Declaratie/DeclaratiePeriode/Einddatum", Over(new(new(2026, 3, 1), new(2026, 3, 31)))),
        ("TR101", "Declaratie/Clienten/Client[2]", Voorbeelden.Wmo323 with
        {
            Declaratie = Voorbeelden.Wmo323.Declaratie with
            {
                Clienten = [.. Voorbeelden.Wmo323.Declaratie.Clienten.Select(c => c with { Bsn = "999993653" })],
            },
        }),
        ("TR101", Prestatie2, Met((Prestatie p) => [p, p with { ProductCode = "02T22" }])),
        ("TR342", "DeclaratieAntwoord/TotaalToegekendBedrag", Antwoord(a => a with { TotaalToegekendBedrag = new(6_828, "C") })),
        ("TR342", "DeclaratieAntwoord/TotaalToegekendBedrag", Antwoord(a => a with { RetourCodes = ["9333"] })),
        ("TR342", "DeclaratieAntwoord/TotaalToegekendBedrag",
            Antwoord(a => a with { RetourCodes = ["9333"], Clienten = null, TotaalToegekendBedrag = new(1, "D") })),
        ("TR342", "DeclaratieAntwoord/Clienten/Client[1]/Prestaties/Prestatie[1]", Antwoord(a => a with
        {
            Clienten = [a.Clienten![0] with { Prestaties = [a.Clienten[0].Prestaties[0] with { RetourCodes = ["0200"] }] }],
        })),
        ("CS325", "DeclaratieAntwoord/TotaalIngediendBedrag/DebetCredit",
            Antwoord(a => a with { TotaalIngediendBedrag = new(0, "C"), TotaalToegekendBedrag = new(81_948, "C") })),
        ("CS325", "DeclaratieAntwoord/TotaalToegekendBedrag/DebetCredit",
            Antwoord(a => a with { RetourCodes = ["9333"], Clienten = null, TotaalToegekendBedrag = new(0, "C") })),
    ];

    /// <summary>Messages that come as near to breaking a rule as they may.</summary>
    private static readonly (string Code, Ketenbericht Bericht)[] Nog =
    [
        ("CD005", Met((Wmo301Client c) => c with
        {
            Contactgegevens = [c.Contactgegevens[0], MetAdres(c.Contactgegevens[1], a => a with { Postcode = null, LandCode = null })],
        })),
        ("CD009", Voorbeelden.Wmo301),
        ("CD025", Met((Wmo301Client c) => c with
        {
            Contactgegevens = [MetAdres(c.Contactgegevens[0], a => a with { Huis = null, LandCode = "BE", Postcode = "1000" })],
        })),
        ("CS003", Met((ToegewezenProduct p) => p with { Einddatum = p.Ingangsdatum })),
        ("CS050", Met((Wmo301Client c) => c with { Naam = c.Naam with { Partnernaam = null, NaamGebruik = "1" } })),
        ("CS050", Met((Wmo301Client c) => c with
        {
            Relaties = [c.Relaties![0] with { Naam = c.Naam with { Partnernaam = null, NaamGebruik = "6" } }],
        })),
        ("CS139", Met((Wmo301Client c) => c with { Geboortedatum = new(new(1900, 1, 1), "3") })),
        ("CS335", Met((ToegewezenProduct p) => p with { RedenWijziging = "13", Einddatum = p.Ingangsdatum })),
        ("CS338", Met((ToegewezenProduct p) => p with { Omvang = new(3, "14", "6") })),
        ("CS338", Met((ToegewezenProduct p) => p with { Omvang = new(3, "82", "1") })),
        ("CS338", Met((ToegewezenProduct p) =>
            p with { Omvang = new(3, "14", "1"), Ingangsdatum = new(2020, 1, 1), Einddatum = new(2020, 12, 31) })),
        ("CD080", Met((ToegewezenProduct p) =>
            p with { Product = new("02", null), Ingangsdatum = new(2020, 1, 1), Einddatum = new(2020, 12, 31) })),
        ("TR134", Met((ToegewezenProduct p) => p with { Toewijzingsdatum = new(2026, 3, 2) })),
        ("TR134", Voorbeelden.Wmo305),
        ("TR134", Voorbeelden.Wmo307),
        ("TR302", Met((ToegewezenProduct p) => p with { Product = new("12", "12A01"), Einddatum = new(2027, 3, 9) })),
        ("TR302", Met((ToegewezenProduct p) =>
            p with { Ingangsdatum = new(2027, 4, 1), Einddatum = new(2027, 4, 1), RedenWijziging = "13" })),
        ("TR386", Met((AangevraagdProduct p) => [p with { Product = new("11", null), Omvang = null },
            p with { ReferentieAanbieder = "ref-9", Product = null, Omvang = null, Budget = 1 }])),
        ("TR410", Met((Wijzigingsverzoek v) => v with
        {
            NieuweProducten = [.. v.NieuweProducten!, v.NieuweProducten[0] with { Product = new("07", "07T22") }],
        })),
        ("TR380", Erbij1(p => p with { GewensteIngangsdatum = new(2026, 3, 3) })),
        ("TR380", Anders1(p => p with { GewensteIngangsdatum = new(2026, 1, 1) })),
        ("TR101", Met((StartProduct p) => [p, p with { Product = new("02", "02T22") }])),
        ("TR101", Met((StopProduct p) => [p with { StatusAanlevering = "3" }, p with { Einddatum = p.Einddatum.AddDays(-1) }])),
        ("TR101", Met((Prestatie p) => [p, Credit(p, "P-1", "P-0")])),
        ("CD066", Met((AangevraagdProduct p) => [p with { Verwijzer = new("02", null, "12345678") }])),
        ("CD066", Met((AangevraagdProduct p) => [p with { Verwijzer = new("01", "Wijkteam") }])),
        ("CD067", Met((AangevraagdProduct p) => [p with { Verwijzer = new("05", "Haven") }])),
        ("CD068", Met((AangevraagdProduct p) => [p with { Verwijzer = new("01", "Wijkteam") }])),
        ("CS337", Met((Prestatie p) => [p with { ProductPeriode = new(new(2026, 2, 1), new(2026, 2, 1)) }])),
        ("CS340", Over(new(new(2024, 2, 1), new(2024, 2, 29)))),
        ("CS100", Over(new(new(2021, 1, 1), new(2021, 1, 31)))),
        ("CS325", Met((Prestatie p) => [p with { IngediendBedrag = new(0, "D") }])),
        ("CS339", Met((Prestatie p) => [p with { Eenheid = "83", ProductTarief = null, GeleverdVolume = p.IngediendBedrag.Bedrag }])),
        ("CD043", Met((AangevraagdProduct p) => [p with { BeschikkingNummer = null, BeschikkingIngangsdatum = null }])),
        ("CS002", Met((Wmo301Client c) => c with { Bsn = "999993653" })),
        ("TR002", Met((Wmo301Client c) => c with { Geboortedatum = new(new DateOnly(1906, 3, 2)) })),
        ("TR002", Met((Wmo301Client c) => c with { Geboortedatum = new(new(1900, 1, 1), "3") })),
        ("CD007", Met((Wmo301Client c) => c with { Communicatie = new("1", "Frans") })),
        ("CD007", Met((Wmo301Client c) => c with { Communicatie = new("2") })),
        ("CD034", Met((Wmo301Client c) => c with
        {
            Contactgegevens =
                [MetAdres(c.Contactgegevens[0] with { Soort = "02" }, a => a with { Postcode = null, LandCode = null })],
        })),
        ("CS089", Met((Wmo301Client c) => c with
        {
            Contactgegevens = [MetAdres(c.Contactgegevens[0], a => a with { Postcode = "1315AA" })],
        })),
        ("CS089", Met((Wmo301Client c) => c with
        {
            Contactgegevens = [MetAdres(c.Contactgegevens[0], a => a with { LandCode = "BE", Postcode = "1000" })],
        })),
        ("TR006", Met((Wmo301Client c) => c with { Contactgegevens = [c.Contactgegevens[0] with { Telefoon = null }] })),
        ("TR006", Met((Wmo301Client c) => c with { Contactgegevens = [MetAdres(c.Contactgegevens[0], a => a with { Huis = null })] })),
        ("TR061", Met((Wmo301Client c) => c with { Contactgegevens = [c.Contactgegevens[0] with { Soort = "02" }] })),
        ("CS318", Met((Wmo301Client c) => c with
        {
            Relaties = [c.Relaties![0] with { Naam = c.Naam with { Partnernaam = null, NaamGebruik = "6" } }],
        })),
        ("CS336", Met((ToegewezenProduct p) => p with { RedenWijziging = "02" })),
        ("CD041", Met((ToegewezenProduct p) => p with { Product = new("02", null), Omvang = null })),
        ("CD075", Met((ToegewezenProduct p) => p with { Product = null, Omvang = null, Budget = 1 })),
        ("CD076", Met((ToegewezenProduct p) => p with { Omvang = new(3, "04", "4"), Einddatum = null })),
        ("CD077", Met((ToegewezenProduct p) => p with { Omvang = null, Budget = 1 })),
        ("CD078", Met((ToegewezenProduct p) => p with { Omvang = null, Budget = 1 })),
        ("CD079", Met((ToegewezenProduct p) => p with { Product = null, Omvang = null, Budget = 1 })),
        ("CD095", Met((AangevraagdProduct p) => [p with { Product = new("02", null), Omvang = null }])),
        ("CD095", Met((AangevraagdProduct p) =>
            [p with { Product = new("02", null), ToewijzingIngangsdatum = new(2020, 1, 1), ToewijzingEinddatum = new(2020, 12, 31) }])),
        ("CD096", Erbij1(p => p with { Product = new("02", null), Omvang = null })),
        ("CS343", Met((AangevraagdProduct p) => [p with { Omvang = new(3, "16", "4") }])),
        ("TR383", Met((AangevraagdProduct p) => [p, p with { ReferentieAanbieder = "ref-9" }])),
        ("TR352", Met((Wijzigingsverzoek v) => v with { OngewijzigdeProducten = null })),
        ("TR352", Met((Wijzigingsverzoek v) => v with { TeWijzigenProducten = null })),
        ("TR353", Met((Wijzigingsverzoek v) => v with { NieuweProducten = null })),
        ("TR353", Met((Wijzigingsverzoek v) => v with { TeWijzigenProducten = null })),
        ("CD085", Voorbeelden.Wmo319 with { Antwoord = new("ref-1", "1", "4") }),
        ("CD086", Voorbeelden.Wmo319 with { Antwoord = new("ref-1", "2", null) }),
        ("CS058", Met((StartProduct p) => [p with { StatusAanlevering = "3" }])),
        ("CS058", Met((StopProduct p) => [p with { StatusAanlevering = "3" }])),
        ("TR018", Met((StopProduct p) => [p with { Einddatum = p.Begindatum }])),
        ("TR137", Met((Prestatie p) => [p with { ProductPeriode = new(new(2026, 3, 2), new(2026, 3, 2)) }])),
        ("TR335", Met((Prestatie p) => [p with { ProductPeriode = new(new(2021, 3, 1), new(2021, 3, 2)) }])),
        ("TR315", Met((Prestatie p) => [Credit(p, "P-7", "P-5"), Credit(p, "P-8", "P-6")])),
        ("TR316", Met((Prestatie p) => [p, Credit(p, "P-8", "P-6")])),
        ("TR416", Met((Prestatie p) => [p, Credit(p, "P-8", "P-6")])),
        ("TR416", Met((Prestatie p) => [p, p with { ProductReferentie = new("P-9"), ProductCode = "02T22" }])),
        ("TR358", Met((Prestatie p) => [p, Credit(p, "P-8", "P-6")])),
        ("CD060", Met((Prestatie p) => [Credit(p, "P-1", "P-0")])),
        ("CD087", Met((Prestatie p) => [p with { Eenheid = "83", ProductTarief = null, GeleverdVolume = p.IngediendBedrag.Bedrag }])),
        ("TR342", Antwoord(a => a)),
        ("TR342", Antwoord(a => a with { RetourCodes = ["9333"], Clienten = null, TotaalToegekendBedrag = new(0, "D") })),
        ("CS325", Antwoord(a => a with { RetourCodes = ["9333"], Clienten = null, TotaalToegekendBedrag = new(0, "D") })),
        ("TR016",
            Met((Budget d) => d with { FunctieBudgetten = [d.FunctieBudgetten[0] with { FunctieBudgetPeriode = d.BudgetPeriode! }] })),
        ("TR502", Met((Budget d) => d with
        {
            BudgetIdentificatieOud = null,
            FunctieBudgetten =
            [
                d.FunctieBudgetten[0] with { FunctieBudgetPeriode = new(Dag, Dag.AddDays(8)) },
                d.FunctieBudgetten[0] with { FunctieBudgetPeriode = new(Dag.AddDays(9), Dag.AddDays(20)) },
            ],
        })),
        ("TR506", Voorbeelden.Wmo501),
        ("CS023", Met((Budget d) => d with { Afgiftedatum = new DateOnly(2026, 3, 2) })),
        ("TR511", Met((FunctieBudget d) => [d with { FunctieBudgetPeriode = new(new DateOnly(2018, 1, 1), Dag) }])),
        ("CD505", Met((FunctieBudget d) =>
            [d with { FunctieBudgetBedrag = 0, VerantwoordingsvrijBedrag = null, FunctieBudgetPeriode = new(Dag, Dag) }])),
        ("TR503", Met((FunctieBudget d) => [d with { VerantwoordingsvrijBedrag = d.FunctieBudgetBedrag }])),
        ("CS502", Met((PgbRelatie r) => [r with { Soort = "3" }])),
        ("CD504", Met((PgbRelatie r) => [new("1", "3") { Bsn = "999993653" }])),
        ("TR515", Met((PgbRelatie r) => [new("1", "3") { Bsn = "999993653" }])),
        ("CS501", Met((FunctieBudgetBesteed d) => [d with { VerantwoordingsvrijBedragBesteed = null }])),
        ("CS332", Met((StartEigenBijdrage s) => s with { EbStartdatum = new DateOnly(2020, 1, 1), EbKostprijs = null })),
        ("CS334", Met((StartEigenBijdrage s) => s with { EbKostprijs = new(s.EbStartdatum, 3_000) })),
    ];

    /// <summary>An answer that rejects the one prestatie of the first client, and grants the credit of the second.</summary>
    private static Wmo325 Antwoord(Func<DeclaratieAntwoord, DeclaratieAntwoord> anders)
    {
        var antwoord = (Wmo325)Voorbeelden.Alle["WMO325-afgekeurd"];
        return antwoord with { Inhoud = anders(antwoord.Inhoud!) };
    }

    private static Wmo317 Anders1(Func<TeWijzigenProduct, TeWijzigenProduct> anders) =>
        Met((Wijzigingsverzoek v) => v with { TeWijzigenProducten = [anders(v.TeWijzigenProducten![0])] });

    private static Wmo317 Erbij1(Func<NieuwProduct, NieuwProduct> anders) =>
        Met((Wijzigingsverzoek v) => v with { NieuweProducten = [anders(v.NieuweProducten![0])] });

    private static Wmo323 Over(CdtGeslotenPeriode periode) =>
        Voorbeelden.Wmo323 with { Declaratie = Voorbeelden.Wmo323.Declaratie with { DeclaratiePeriode = periode } };

    /// <summary>
    /// The codes in the public lists of iWmo 3.2, iPgb 2.1 and iEb 1.0.2, and in that of iJw 3.2 for shared rules whose text stands there.
    /// </summary>
    private const string Lijst = """
        CD005 CD007 CD009 CD025 CD034 CD041 CD043 CD044 CD060 CD064 CD065 CD066 CD067 CD068 CD075 CD076 CD077 CD078 CD079 CD080 CD085 CD086
        CD087 CD095 CD096 CD504 CD505
        CS002 CS003 CS004 CS005 CS015 CS023 CS025 CS039 CS050 CS058 CS064 CS089 CS100 CS108 CS125 CS126 CS128 CS139 CS300 CS318 CS319 CS325
        CS332 CS333 CS334 CS335 CS336 CS337 CS338 CS339 CS340 CS343 CS501 CS502
        CS515 CS516
        RS001 RS002 RS004 RS005 RS006 RS008 RS009 RS010 RS011 RS012 RS013 RS014 RS015 RS016 RS017 RS018 RS019 RS020 RS021 RS023 RS024 RS025
        RS026 RS028 RS031 RS032 RS033 RS034 RS035 RS036 RS037 RS040 RS045 RS046 RS047 RS048
        TR002 TR006 TR016 TR018 TR019 TR056 TR061 TR063 TR069 TR071 TR074 TR097 TR101 TR102 TR103 TR104 TR112 TR113 TR114 TR115 TR134 TR135
        TR137 TR302 TR304 TR307 TR308 TR314 TR315 TR316 TR318 TR319 TR321 TR322 TR323 TR326 TR328 TR329 TR330 TR332 TR333 TR335 TR337
        TR338 TR339 TR340 TR341 TR342 TR346 TR347 TR349 TR350 TR351 TR352 TR353 TR355 TR357 TR358 TR359 TR360 TR361 TR365 TR366 TR367
        TR369 TR371 TR373 TR374 TR375 TR376 TR377 TR378 TR379 TR380 TR381 TR382 TR383 TR384 TR385 TR386 TR387 TR388 TR389 TR390 TR409
        TR410 TR411 TR412 TR413 TR414 TR415 TR416 TR418 TR501 TR502 TR503 TR504 TR506 TR507 TR508 TR509
        TR510 TR511 TR512 TR513 TR514 TR515 TR516 TR562 TR574
        IV002 IV007 IV008 IV009 IV013 IV024 IV028 IV032 IV033 IV034 IV042 IV045 IV046 IV047 IV048 IV052 IV066 IV068 IV074 IV075 IV076
        IV077 IV078 IV079 IV081
        IV084 IV085 IV086 IV087 IV088 IV089 IV090 IV091 IV092 IV093 IV094 IV095 IV096 IV097 IV099 IV532
        OP001 OP002 OP002x1 OP002x2 OP003 OP011 OP033 OP033x1 OP033x2 OP035 OP035x1 OP039 OP043 OP047 OP065 OP071 OP072 OP073 OP075 OP076
        OP079 OP080 OP086 OP087 OP090 OP090x2 OP090x4 OP091 OP095 OP130 OP155 OP156 OP179 OP186 OP191 OP192 OP241 OP242 OP252 OP253 OP254
        OP257 OP258 OP259 OP260 OP261 OP262 OP263 OP264 OP267 OP270 OP271 OP272 OP274 OP275 OP276 OP279 OP280 OP281 OP283 OP284 OP286 OP288
        OP289 OP290 OP291 OP295 OP296 OP297 OP298 OP299 OP302 OP303 OP304 OP305 OP306 OP307 OP308 OP325 OP326 OP343 OP344 OP345 OP346
        OP347 OP348 OP349 OP350 OP354 OP355 OP359 OP360 OP361 OP362 OP363 OP364 OP365 OP366 OP367 OP368 OP377 OP378 OP379 OP380 OP501
        OP502 OP503 OP504 OP505 OP506 OP507 OP508 OP509 OP510 OP514 OP515 OP516 OP517 OP518 OP519 OP520 OP521 OP522
        OP523 OP524 OP525 OP526 OP527 OP528 OP529 OP530
        UP001 UP003 UP004 UP006 UP007 UP016 UP017 UP019 UP023 UP024 UP025 UP026 UP027 UP028 UP031 UP032 UP037
        """;

    private static Prestatie Credit(Prestatie p, string nummer, string vorig) =>
        p with { ProductReferentie = new(nummer, vorig), IngediendBedrag = new(1, "C") };
}
