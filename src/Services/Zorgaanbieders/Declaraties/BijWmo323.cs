using WmoPlatform.IStandaarden;
using WmoPlatform.Ketenverkeer;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.Wetgeving;
using WmoPlatform.Zorgaanbieders.Opslag;

namespace WmoPlatform.Zorgaanbieders.Declaraties;

/// <summary>
/// A provider declares help. The declaration is judged as a whole, and answered in the same transaction unless the backoffice must approve
/// it first.
/// </summary>
public sealed class BijWmo323(
    ZorgaanbiedersDb db, Ketenpost post, Gemeente gemeente, Vault kluis, Tabel<Gemeentebeleid> beleid, Declaratiekeuze keuze,
    TimeProvider klok) : IBijKetenbericht<Wmo323>
{
    public async Task Verwerk(Wmo323 bericht, CancellationToken annulering)
    {
        gemeente.Vereis(bericht);
        var (nu, vandaag) = (klok.GetUtcNow(), klok.Vandaag());
        var identificatie = await post.NieuweIdentificatie(annulering);
        await db.VergrendelDeclaraties(bericht.Header.Afzender!, annulering);
        var oordeel = Declaratieoordeel.Vel(bericht, await db.Declaratiestand(bericht, Uurtarief, kluis, vandaag, annulering));
        var antwoord = oordeel.Antwoord(bericht, identificatie, vandaag);
        var normen = beleid.Op(vandaag).Waarde.Servicenormen;
        var declaratie = Declaratie.Ontvang(
            bericht, oordeel, antwoord, Termijnen.IwmoDeclaratie(vandaag, normen.GelijkgesteldeDagenTellen).Uiterlijk, nu);
        db.Add(declaratie);
        await db.Bewaar([.. Prestatieregel.Van(declaratie, bericht, oordeel)], annulering);

        if (keuze.VraagtGoedkeuring(declaratie.Toegekend))
        {
            declaratie.LegVoor(antwoord, kluis);
        }
        else
        {
            declaratie.Beantwoord(nu);
            post.Leg(antwoord, "");
        }
    }

    /// <summary>Without a laid-down tariff the amount is not checked (OP095).</summary>
    private decimal? Uurtarief(string productcode, DateOnly dag) =>
        beleid.OpOfNiets(dag)?.Waarde.Zintarieven is { } tarieven && tarieven.TryGetValue(productcode, out var tarief) ? tarief : null;
}
