using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults;
using static WmoPlatform.Wetgeving.Datumtekst;

namespace WmoPlatform.Dossiers.Projectie;

/// <summary>Who must act on a case at the court.</summary>
internal static class Beroepstand
{
    /// <param name="feiten">The facts of the case alone.</param>
    /// <param name="termijnen">The terms of the case, and those of the dossier as a whole.</param>
    public static Stand Van(Feiten feiten, IReadOnlyList<Termijnstand> termijnen)
    {
        var gedaan = feiten.Alle<RechterlijkeOpdrachtUitgevoerd>().Select(u => u.OpdrachtId)
            .Concat(feiten.Alle<RechterlijkeOpdrachtVervallen>().Select(v => v.OpdrachtId)).ToHashSet();
        var opdracht = feiten.Alle<UitspraakOntvangen>().SelectMany(u => u.Uitspraak.Opdrachten).Where(o => !gedaan.Contains(o.OpdrachtId))
            .MinBy(o => o.Termijn.Uiterlijk);
        if (opdracht is not null)
            return new(Dossierstatus.Beroep, opdracht.Soort switch
            {
                Opdrachtsoort.HulpGeven => Wie.Consulent,
                Opdrachtsoort.Betalen => Wie.Backoffice,
                _ => Wie.Beslisser,
            }, $"De rechter deed uitspraak. De gemeente moet {Tijdlijn.Opdracht(opdracht.Soort)}, en legt dat vast.",
                opdracht.Termijn.Uiterlijk);
        // After a verzet that was right, the case goes on.
        var laatste = feiten.Laatste(g => g is UitspraakOntvangen or VerzetBeslist);
        if (laatste is UitspraakOntvangen { Verzet: { } verzet })
            return new(Dossierstatus.BeroepAfgehandeld, Wie.Inwoner, "De rechter deed uitspraak zonder zitting. De inwoner kan in verzet "
                + "gaan bij de rechter.", verzet.Uiterlijk);
        if (laatste is UitspraakOntvangen { Uitspraak.Tussenuitspraak: false } uitspraak)
            return new(Dossierstatus.BeroepAfgehandeld, uitspraak.HogerBeroep is null ? Wie.Niemand : Wie.Inwoner,
                uitspraak.HogerBeroep is null ? "De rechter deed uitspraak. Er hoeft niets meer te gebeuren."
                    : "De rechter deed uitspraak. De inwoner kan in hoger beroep gaan.", uitspraak.HogerBeroep?.Uiterlijk);
        if (laatste is VerzetBeslist { Gegrond: false })
            return new(Dossierstatus.BeroepAfgehandeld, Wie.Niemand, "De uitspraak van de rechter blijft gelden. Er hoeft niets meer te "
                + "gebeuren.");
        if (feiten.Heeft<BeroepIngetrokken>())
            return new(Dossierstatus.BeroepAfgehandeld, Wie.Niemand,
                "De zaak bij de rechter is ingetrokken. Er hoeft niets meer te gebeuren.");
        if (termijnen.Loopt(Termijnen.Processtukken) is { } stukken)
            return new(Dossierstatus.Beroep, Wie.Backoffice, "De backoffice stuurt de stukken naar de rechter, en legt dat vast.", stukken);
        return new(Dossierstatus.Beroep, Wie.Niemand, feiten.Laatste<RechtszittingGepland>() is { } zitting
            ? $"De zitting bij de rechter is op {ZonderWeekdag(zitting.Tijdstip.Dag())}. Daarna volgt de uitspraak."
            : "De zaak ligt bij de rechter.");
    }
}
