using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.Testhuis;
using WmoPlatform.Zorgaanbieders.Register;
using WmoPlatform.Zorgaanbieders.Toewijzingen;

namespace WmoPlatform.Zorgaanbieders.Tests;

/// <summary>The state machine of an assignment, as docs/toestanden.md shows it.</summary>
public sealed class ToestandenTests
{
    private static readonly DateTimeOffset Nu = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Begin = new(2026, 3, 9);
    private static readonly Vault Kluis = Sleutels.Kluis(Diensten.Zorgaanbieders);
    private static readonly Persoonskern Kern = new("999993653", new(1950, 2, 3));
    private static readonly string[] Afgekeurd = ["9332"];
    private static readonly string[] Opgegeven = ["0001"];

    [Fact]
    public void The_states_of_an_assignment_are_those_of_the_document() =>
        new Toestandskaart<Toewijzing>("Toewijzing", t => t.Status.ToString())
            .In("Aangehouden", () => Na(Nieuw(), HoudAan))
            .In("WachtOpVerzoek", () => Na(Nieuw(), t => t.WachtOpVerzoek(Kluis, Nu)))
            .In("Toegewezen", Toegewezen)
            .In("Geaccepteerd", Geaccepteerd)
            .In("Afgekeurd", () => Na(Toegewezen(), t => t.KeurAf(Afgekeurd, Nu, "W1")))
            .In("Gestart", Gestart)
            .In("TijdelijkGestopt", () => Na(Gestart(), t => Stop(t, "20")))
            .In("Gestopt", () => Na(Gestart(), t => Stop(t, "19")))
            .In("Verwijderd", () => Na(Geaccepteerd(), t => t.Verwijder(Kluis, Nu)))
            .Daad("de aanbieder accepteert (302)", t => t.Accepteer(Nu))
            .Daad("de aanbieder keurt af (302)", t => t.KeurAf(Afgekeurd, Nu, t.Berichten is [var eerste, ..] ? eerste : null))
            .Daad("niemand wacht nog op de 302", t => t.KeurAf(Opgegeven, Nu, t.Berichten is [var eerste, ..] ? eerste : null))
            .Bericht("start (305)", t => t.Start(t.Levering.LaatsteDag is null ? Begin : Begin.AddDays(20), Kern, Nu))
            .Bericht("tijdelijke stop (307, reden 20)", t => t.Stop(Begin, Begin.AddDays(9), "20", Kern, Nu))
            .Bericht("definitieve stop (307)", t => t.Stop(Begin, Begin.AddDays(9), "19", Kern, Nu))
            .Bericht("start teruggenomen (305)", t => t.VerwijderStart(Begin, Kern, Nu))
            .Bericht("stop teruggenomen (307)", t => t.VerwijderStop(Begin, t.Levering.Reden ?? "19", Kern, Nu))
            .Daad("einde vaststellen, zonder besluit", t => t.StelEindeVast(Eindereden.NietMeerNodig, null, Kluis, Nu))
            .Daad("einde vaststellen, na een besluit", t => t.StelEindeVast(Eindereden.NietMeerNodig, [], Kluis, Nu))
            .Daad("andere aanbieder", t => t.Vervang(Huis.DeBrug, 8, Kluis, Nu))
            .Daad("besluit: een andere laatste dag", t =>
            {
                if (!t.IsVervallen) t.Herzie(Begin.AddDays(60), t.Omvang, "05", Kluis, Nu);
            })
            .Daad("besluit: niet meer toegekend", t =>
            {
                if (t.IsBegonnen) t.Herzie(t.VroegsteEinde, t.Omvang, "05", Kluis, Nu);
                else if (!t.IsVervallen) t.NeemWeg(Kluis, Nu);
            })
            .Daad("eerder eindigen, in overleg", t => Eindig(t, inOverleg: true))
            .Daad("eerder eindigen, zonder overleg", t => Eindig(t, inOverleg: false))
            .Daad("verwijderen", t =>
            {
                if (t.Status is Toewijzingstatus.Afgekeurd or Toewijzingstatus.Verwijderd) throw Wijzigen.NietTeWijzigen();
                t.Verwijder(Kluis, Nu);
            })
            .Daad("opnieuw vertellen", t => t.VertelOpnieuw(Nu))
            .Daad("toewijzen na een verzoek of na het beletsel", t =>
            {
                if (t.IsNogNietToegewezen) t.WijsToe(Kluis, Nu);
            })
            .Daad("overlijden", t => t.EindigDoorOverlijden(Begin.AddDays(5), Kluis, Nu))
            .Controleer();

    /// <summary>As the backoffice asks for it: only of what the provider has.</summary>
    private static void Eindig(Toewijzing toewijzing, bool inOverleg)
    {
        if (!toewijzing.Loopt) throw Wijzigen.NietTeWijzigen();
        toewijzing.Wijzig(Begin.AddDays(60), toewijzing.Omvang, "05", inOverleg, Kluis, Nu);
    }

    private static Toewijzing Nieuw() => Huis.Toegewezen(Huis.Beschikking(Huis.Persoon("999993653")), 7, Kluis, Nu);

    private static Toewijzing Toegewezen() => Na(Nieuw(), t => t.WijsToe(Kluis, Nu), t => t.VermeldIn("W1", Nu));

    private static Toewijzing Geaccepteerd() => Na(Toegewezen(), t => t.Accepteer(Nu));

    private static Toewijzing Gestart() => Na(Geaccepteerd(), t => t.Start(Begin, Kern, Nu));

    private static void Stop(Toewijzing toewijzing, string reden) => toewijzing.Stop(Begin, Begin.AddDays(9), reden, Kern, Nu);

    private static void HoudAan(Toewijzing toewijzing) => toewijzing.HoudAan(Beletsel.Overleden, Kluis, Nu);

    private static Toewijzing Na(Toewijzing toewijzing, params Action<Toewijzing>[] daden)
    {
        foreach (var daad in daden) daad(toewijzing);
        return toewijzing;
    }
}
