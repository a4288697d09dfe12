using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.Testhuis;
using static WmoPlatform.Pgb.Tests.Voorbeelden;

namespace WmoPlatform.Pgb.Tests.Model;

/// <summary>The state machine of this service, as docs/toestanden.md shows it.</summary>
public sealed class ToestandenTests
{
    private static readonly DateTimeOffset Nu = new(2026, 6, 1, 10, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Vandaag = Nu.Dag();
    private static readonly DateOnly Begin = Vandaag.AddDays(-30);
    private static readonly DateOnly Eind = Begin.AddDays(200);
    private static readonly Vault Kluis = Sleutels.Kluis(Diensten.Pgb);
    private static readonly Persoonskern Kern = new("999993653", new(1951, 3, 14));
    private static readonly string[] Opgegeven = ["0001"];
    private static readonly string[] Afgekeurd = ["9562"];

    [Fact]
    public void The_states_of_a_budget_are_those_of_the_document() =>
        new Toestandskaart<Budget>("Budget", b =>
                b.Status == Budgetstatus.Afgekeurd && b.Situaties[^1].Retourcodes.SequenceEqual(Opgegeven) ? "Niet verwerkt"
                    : b.Status.ToString())
            .In("Aangemeld", Toegekend)
            .In("Gereserveerd", Gereserveerd)
            .In("Afgekeurd", () => Na(Toegekend(), KeurAf))
            .In("Niet verwerkt", () => Na(Toegekend(), b => Antwoord(b, Opgegeven)))
            .In("WijzigingAangemeld", Gewijzigd)
            .In("WijzigingAfgekeurd", () => Na(Gewijzigd(), KeurAf))
            .In("EindeAangemeld", Geeindigd)
            .In("EindeAfgekeurd", () => Na(Geeindigd(), KeurAf))
            .In("Beeindigd", () => Na(Geeindigd(), Akkoord))
            .In("Tegengehouden", () => Na(Nieuw(), b => b.HoudTegen(Nu)))
            .In("InEigenBeheer", () => Nieuw("12"))
            .Daad("de SVB is akkoord", Dan(Akkoord))
            .Daad("de SVB keurt af", Dan(KeurAf))
            .Daad("niemand wacht nog op de SVB", Dan(b => Antwoord(b, Opgegeven)))
            .Daad("besluit: een ander bedrag", Dan(b => Besluit(b, Deel(b, Eind, 4500))))
            .Daad("besluit: tot en met vandaag", Dan(b => Besluit(b, Deel(b, Vandaag, 3900.50m))))
            .Daad("besluit: geen budget meer", Dan(b => Besluit(b)))
            .Daad("verdelen", Dan(b => b.Wijzig("Per jaar.",
                [Deel(b, Vandaag, b.Bedrag - 900), Deel(b, Eind, 900) with { Periode = new(Vandaag.AddDays(1), Eind) }], null, Kluis, Nu)))
            .Daad("iemand anders vertegenwoordigt", Dan(b => b.Wijzig("Een bewindvoerder.", null,
                new([new(Relatiesoort.Gemachtigde, Relatiebereik.Financien, Organisatie: "Bewindkantoor")]), Kluis, Nu)))
            .Daad("opnieuw aanmelden", b =>
            {
                b.MoetAfgekeurdZijn();
                Meld(b);
            })
            .Daad("met de hand vastleggen: akkoord", Dan(b => b.LegVast(akkoord: true, Kern, Nu)))
            .Daad("met de hand vastleggen: afgekeurd", Dan(b => b.LegVast(akkoord: false, Kern, Nu)))
            .Daad("een ander budget maakt ruimte", Dan(b => b.LaatLos()))
            .Daad("overlijden", Dan(b => b.EindigDoorOverlijden(Vandaag.AddDays(-2), Vandaag, Kluis, Nu)))
            .Daad("nalopen wat al was afgesloten", Dan(b => b.LoopNa(Nalooputkomst.NietsTeVerrekenen, Nu)))
            .Controleer();

    /// <summary>After every act the SVB is told what is due, as the service does.</summary>
    private static Action<Budget> Dan(Action<Budget> doe) => b =>
    {
        doe(b);
        if (b.AanmeldingVerschuldigd) Meld(b);
    };

    private static Budget Nieuw(string functie = "02")
    {
        var pgb = Hulp(Begin) with { Product = new(functie, $"{functie}A05") };
        return Budget.Ken(Beschikking(pgb), pgb, null, Kluis, Nu);
    }

    private static Budget Toegekend() => Na(Nieuw(), Meld);

    private static Budget Gereserveerd() => Na(Toegekend(), Akkoord);

    private static Budget Gewijzigd() => Na(Gereserveerd(), b => Besluit(b, Deel(b, Eind, 4000)), Meld);

    private static Budget Geeindigd() => Na(Gereserveerd(), b => Besluit(b, Deel(b, Vandaag.AddDays(-1), 3900.50m)), Meld);

    private static Functiebudget Deel(Budget budget, DateOnly einde, decimal bedrag) => new(budget.Zorgfunctie, new(Begin, einde), bedrag);

    private static void Besluit(Budget budget, params Functiebudget[] delen) =>
        budget.Volg(Beschikking(Hulp(Begin)).Besluit(budget.VoorzieningId, 2, Vandaag), delen, null, Kluis, Nu);

    private static void Meld(Budget budget) => budget.MeldAan($"W{budget.Situaties.Count}", Nu);

    private static void Akkoord(Budget budget) => Antwoord(budget, []);

    private static void KeurAf(Budget budget) => Antwoord(budget, Afgekeurd);

    /// <summary>The answer to the last report; there is none about a budget that was never reported.</summary>
    private static void Antwoord(Budget budget, string[] codes)
    {
        if (budget.Berichten is [.., var laatste]) budget.Beantwoord(laatste, codes, Kern, Nu);
    }

    private static Budget Na(Budget budget, params Action<Budget>[] daden)
    {
        foreach (var daad in daden) daad(budget);
        return budget;
    }
}
