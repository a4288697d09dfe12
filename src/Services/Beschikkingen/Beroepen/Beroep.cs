using WmoPlatform.Beschikkingen.Regels;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.Beroepen;

/// <summary>
/// A case at the court about a decision, or about the lack of one (Awb chapter 8). The court leads it; the municipality records its days
/// and
/// its judgments, and does what they order.
/// </summary>
public sealed class Beroep : Aggregate
{
    private Beroep()
    {
    }

    /// <summary>For instance <c>R-2026-000123</c>.</summary>
    public string Beroepnummer { get; private set; } = "";
    public Guid PersoonId { get; private set; }

    /// <summary>Not sealed, because the database finds a resident's own cases by it.</summary>
    public string Bsn { get; private set; } = "";
    public string Wijkteam { get; private set; } = "";
    public Beroepsoort Soort { get; private set; }

    /// <summary>Whether its end ends the help that a court gave meanwhile (Awb 8:85 lid 2, 8:108).</summary>
    public bool IsHoofdzaak => Soort is Beroepsoort.Beroep or Beroepsoort.HogerBeroep or Beroepsoort.NietTijdig;

    /// <summary>The number that the court gave to the case.</summary>
    public string Rechtbanknummer { get; private set; } = "";

    /// <summary>The decision, bezwaar or aanvraag that it is about.</summary>
    public string Besluitnummer { get; private set; } = "";

    /// <summary>The aanvraag or bezwaar of that number.</summary>
    public Guid BesluitId { get; private set; }
    public DateOnly IngesteldOp { get; private set; }
    public DateOnly? StukkenUiterlijk { get; private set; }
    public DateOnly? StukkenIngezondenOp { get; private set; }
    public DateTimeOffset? Zitting { get; private set; }

    /// <summary>The decisions that came after it and that it is about too (Awb 6:19, 6:20 lid 3).</summary>
    public IReadOnlyList<string> LatereBesluiten { get; private set; } = [];
    public IReadOnlyList<Uitspraak> Uitspraken { get; private set; } = [];
    public IReadOnlyList<Uitgevoerd> Uitgevoerd { get; private set; } = [];

    /// <summary>The orders that need not be carried out any more.</summary>
    public IReadOnlyList<Guid> Vervallen { get; private set; } = [];

    /// <summary>The help that a judgment gave, and its last day.</summary>
    public IReadOnlyList<Rechtershulp> Hulp { get; private set; } = [];
    public DateOnly? HogerBeroepUiterlijk { get; private set; }

    /// <summary>The last day for verzet; null when none is open, or when the court judged it.</summary>
    public DateOnly? VerzetUiterlijk { get; private set; }
    public DateOnly? IngetrokkenOp { get; private set; }

    /// <summary>Whether the court still has to judge.</summary>
    public bool IsAanhangig { get; private set; } = true;

    /// <summary>The orders that were not carried out, and still must be.</summary>
    public IEnumerable<RechterlijkeOpdracht> Openstaand => Uitspraken.SelectMany(u => u.Opdrachten)
        .Where(o => !Uitgevoerd.Any(g => g.OpdrachtId == o.OpdrachtId) && !Vervallen.Contains(o.OpdrachtId));

    public static Beroep Registreer(
        string beroepnummer, Bezwaren.Indiener indiener, Beroepsoort soort, string rechtbanknummer, (Guid Id, string Nummer) besluit,
        DateOnly ingesteldOp, Termijn? stukken, DateTimeOffset nu)
    {
        Dagregel.Eis(ingesteldOp, new(Kalender.EersteJaar, 1, 1), nu.Dag(), "ingesteldOp", "het begin van de Wmo 2015");
        var beroep = new Beroep
        {
            Dossiernummer = indiener.Dossiernummer,
            Beroepnummer = beroepnummer,
            PersoonId = indiener.PersoonId,
            Bsn = indiener.Bsn,
            Wijkteam = indiener.Wijkteam,
            Soort = soort,
            Rechtbanknummer = rechtbanknummer,
            Besluitnummer = besluit.Nummer,
            BesluitId = besluit.Id,
            IngesteldOp = ingesteldOp,
            StukkenUiterlijk = stukken?.Uiterlijk,
        };
        beroep.Announce(new BeroepIngesteld(beroepnummer, soort, ingesteldOp, besluit.Nummer, stukken), nu);
        return beroep;
    }

    /// <summary>Takes over the BSN of today.</summary>
    public void NeemBsn(string bsn) => Bsn = bsn;

    /// <summary>The file was sent to the court (Awb 8:42).</summary>
    public void ZendStukken(DateOnly op, DateTimeOffset nu)
    {
        MoetAanhangig();
        if (StukkenIngezondenOp is not null)
            throw Weigering.Toestand("stukken-al-ingezonden", "De stukken zijn al naar de rechter gestuurd.", "Awb art. 8:42");
        Dagregel.Eis(op, IngesteldOp, nu.Dag(), "ingezondenOp", "het beroep");
        StukkenIngezondenOp = op;
        Announce(new BeroepstukkenIngezonden(Beroepnummer, op), nu);
    }

    /// <summary>The court set its hearing, or moved it.</summary>
    public void PlanZitting(DateTimeOffset tijdstip, DateTimeOffset nu)
    {
        MoetAanhangig();
        if (tijdstip.Dag() < IngesteldOp)
            throw Weigering.Regel("zitting-voor-beroep", "De zitting kan niet voor het beroep liggen. Controleer de dag.", "Awb art. 8:56",
                "tijdstip");
        Dagregel.EisDichtbij(tijdstip.Dag(), nu.Dag(), "tijdstip");
        Zitting = tijdstip.ToUniversalTime();
        Announce(new RechtszittingGepland(Beroepnummer, tijdstip.ToUniversalTime()), nu);
    }

    /// <summary>The court gave judgment. What it orders becomes a term and a task.</summary>
    /// <param name="uitkomst">The outcome.</param>
    /// <param name="tussenuitspraak">Whether the case goes on after it.</param>
    /// <param name="zonderZitting">Whether it was given without a hearing (Awb 8:54).</param>
    /// <param name="verzondenOp">The day on which the court sent it.</param>
    /// <param name="opdrachten">What it orders.</param>
    /// <param name="nu">The present moment.</param>
    public void NeemUitspraak(Beroepuitkomst uitkomst, bool tussenuitspraak, bool zonderZitting, DateOnly verzondenOp,
        IReadOnlyList<Opdracht> opdrachten, DateTimeOffset nu)
    {
        MoetAanhangig();
        Dagregel.Eis(verzondenOp, IngesteldOp, nu.Dag(), "verzondenOp", "het beroep");
        if (uitkomst is Beroepuitkomst.NietOntvankelijk or Beroepuitkomst.Onbevoegd
            && opdrachten.Any(o => o.Soort != Opdrachtsoort.Betalen))
            throw Weigering.Regel("opdracht-past-niet",
                "De rechter oordeelde niet over de zaak. Dan kan de uitspraak zo'n opdracht niet geven.",
                "Awb art. 8:70", "opdrachten");
        if (tussenuitspraak && Soort == Beroepsoort.VoorlopigeVoorziening)
            throw Weigering.Regel("geen-tussenuitspraak", "Op een verzoek om een voorlopige voorziening volgt één uitspraak.",
                "Awb art. 8:84", "tussenuitspraak");
        if (zonderZitting && (tussenuitspraak || Soort == Beroepsoort.VoorlopigeVoorziening))
            throw Weigering.Regel("geen-verzet", "Tegen deze uitspraak is er geen verzet. Laat dit weg.", "Awb art. 8:54 en 8:83",
                "zonderZitting");
        var uitspraak = new Uitspraak(uitkomst, tussenuitspraak, verzondenOp, [.. opdrachten.Select(o => new RechterlijkeOpdracht(
            Guid.CreateVersion7(nu), o.Soort, Termijnen.OpdrachtRechter(verzondenOp, o.Weken).AlsTermijn(), o.DwangsomPerDag))])
        {
            ZonderZitting = zonderZitting,
        };
        // Against an interim judgment, one on a provisional measure, and one of the highest court there is none (Awb 8:104 lid 2 and 3).
        var hoger = !tussenuitspraak && !zonderZitting && Soort is (Beroepsoort.Beroep or Beroepsoort.NietTijdig)
            ? Termijnen.HogerBeroep(verzondenOp).AlsTermijn() : null;
        var verzet = zonderZitting ? Termijnen.Verzet(verzondenOp).AlsTermijn() : null;
        Uitspraken = [.. Uitspraken, uitspraak];
        IsAanhangig = tussenuitspraak;
        (HogerBeroepUiterlijk, VerzetUiterlijk) = (hoger?.Uiterlijk, verzet?.Uiterlijk);
        Announce(new UitspraakOntvangen(Beroepnummer, uitspraak, hoger) { Verzet = verzet }, nu);
    }

    /// <summary>The court judged the verzet. When it is right, its judgment without a hearing lapses and the case goes on.</summary>
    public void NeemVerzet(bool gegrond, DateOnly verzondenOp, DateTimeOffset nu)
    {
        if (IsAanhangig || VerzetUiterlijk is null || Uitspraken is not [.., { ZonderZitting: true } laatste])
            throw Weigering.Toestand("geen-verzet-mogelijk", "Tegen de laatste uitspraak in deze zaak is er geen verzet.", "Awb art. 8:55");
        Dagregel.Eis(verzondenOp, laatste.VerzondenOp, nu.Dag(), "verzondenOp", "de uitspraak");
        (VerzetUiterlijk, IsAanhangig) = (null, gegrond);
        Announce(new VerzetBeslist(Beroepnummer, gegrond, verzondenOp), nu);
        if (gegrond) LaatVervallen(laatste.Opdrachten, verzondenOp, nu);
    }

    /// <summary>A higher court annulled its judgments, so what these ordered need not be done any more (Awb 8:113).</summary>
    public void WordtVernietigd(DateOnly dag, DateTimeOffset nu) => LaatVervallen(Uitspraken.SelectMany(u => u.Opdrachten), dag, nu);

    private void LaatVervallen(IEnumerable<RechterlijkeOpdracht> opdrachten, DateOnly dag, DateTimeOffset nu)
    {
        foreach (var opdracht in Openstaand.Intersect(opdrachten).ToList())
        {
            Vervallen = [.. Vervallen, opdracht.OpdrachtId];
            Announce(new RechterlijkeOpdrachtVervallen(Beroepnummer, opdracht.OpdrachtId, dag), nu);
        }
    }

    /// <summary>What the judgment ordered was done.</summary>
    public void VoerUit(Guid opdrachtId, DateOnly op, DateTimeOffset nu)
    {
        var uitspraak = Uitspraken.FirstOrDefault(u => u.Opdrachten.Any(o => o.OpdrachtId == opdrachtId))
            ?? throw Weigering.Onbekend("Deze opdracht van de rechter");
        if (Uitgevoerd.Any(g => g.OpdrachtId == opdrachtId))
            throw Weigering.Toestand("opdracht-al-uitgevoerd", "Deze opdracht van de rechter is al uitgevoerd.", "Awb art. 8:72");
        if (Vervallen.Contains(opdrachtId))
            throw Weigering.Toestand("opdracht-vervallen",
                "De uitspraak met deze opdracht geldt niet meer. Er hoeft niets meer te gebeuren.", "Awb art. 8:113");
        Dagregel.Eis(op, uitspraak.VerzondenOp, nu.Dag(), "gedaanOp", "de uitspraak");
        Uitgevoerd = [.. Uitgevoerd, new(opdrachtId, op)];
        Announce(new RechterlijkeOpdrachtUitgevoerd(Beroepnummer, opdrachtId, op), nu);
    }

    /// <summary>
    /// Help is given as the judgment ordered (Awb 8:72 lid 5, 8:81). With that the order is carried out; the help ends on its last day, or
    /// earlier when the measure lapses (8:85).
    /// </summary>
    /// <param name="opdrachtId">The order.</param>
    /// <param name="periode">The days that the judgment names.</param>
    /// <param name="vervielOp">The day on which the measure lapsed before it was recorded here; null when it holds.</param>
    /// <param name="nu">The present moment.</param>
    /// <returns>The day of the judgment, and the last day of the help.</returns>
    public (DateOnly UitspraakOp, DateOnly LaatsteDag) VoerHulpUit(
        Guid opdrachtId, Periode periode, Func<DateOnly, DateOnly?> vervielOp, DateTimeOffset nu)
    {
        var (uitspraak, opdracht) = Uitspraken.SelectMany(u => u.Opdrachten.Select(o => (u, o)))
            .FirstOrDefault(p => p.o.OpdrachtId == opdrachtId);
        if (opdracht is null) throw Weigering.Onbekend("Deze opdracht van de rechter");
        if (opdracht.Soort != Opdrachtsoort.HulpGeven)
            throw Weigering.Toestand("geen-opdracht-tot-hulp", "De rechter droeg hier niet op om hulp te geven.", "Awb art. 8:81");
        if (periode.Einddatum < uitspraak.VerzondenOp)
            throw Weigering.Regel("hulp-voor-uitspraak", "De hulp kan niet eindigen voor de uitspraak. Controleer de laatste dag.",
                "Awb art. 8:81", "einddatum");
        var laatste = vervielOp(uitspraak.VerzondenOp) is { } vervallen && vervallen < periode.Einddatum ? vervallen : periode.Einddatum;
        if (laatste < periode.Ingangsdatum)
            throw Weigering.Toestand("hulp-al-vervallen",
                $"Wat de rechter voorlopig bepaalde, verviel op {Datumtekst.Voluit(laatste)}. Er is geen hulp meer te geven. Rond de "
                + "opdracht af.", "Awb art. 8:85 lid 2");
        VoerUit(opdrachtId, nu.Dag(), nu);
        return (uitspraak.VerzondenOp, laatste);
    }

    /// <summary>Keeps which help the order became.</summary>
    internal void NeemHulp(Guid voorzieningId, Voorzieningen.Rechtersdeel bevel) => Hulp =
        [.. Hulp, new(bevel.OpdrachtId, voorzieningId, bevel.Deel.Periode.Ingangsdatum, bevel.Deel.Periode.Einddatum, bevel.Tot)];

    /// <summary>Follows how long the help lasts. The voorziening decides that.</summary>
    internal void VolgHulp(IReadOnlyList<Voorzieningen.Rechtersdeel> bevolen) => Hulp = [.. Hulp.Select(h =>
        bevolen.FirstOrDefault(r => r.OpdrachtId == h.OpdrachtId) is { } bevel ? h with { LaatsteDag = bevel.Tot } : h)];

    /// <summary>
    /// A decision came after it. A case about the lack of one is about that decision too (Awb 6:20 lid 3), and an order to decide is done.
    /// </summary>
    public void Voeg(string besluitnummer, DateOnly bekendgemaaktOp, DateTimeOffset nu)
    {
        if (LatereBesluiten.Contains(besluitnummer)) return;
        LatereBesluiten = [.. LatereBesluiten, besluitnummer];
        if (IsAanhangig) Announce(new BeroepUitgebreid(Beroepnummer, besluitnummer, bekendgemaaktOp), nu);
        foreach (var opdracht in Openstaand.Where(o => o.Soort is Opdrachtsoort.AlsnogBeslissen or Opdrachtsoort.OpnieuwBeslissen).ToList())
        {
            Uitgevoerd = [.. Uitgevoerd, new(opdracht.OpdrachtId, bekendgemaaktOp)];
            Announce(new RechterlijkeOpdrachtUitgevoerd(Beroepnummer, opdracht.OpdrachtId, bekendgemaaktOp), nu);
        }
    }

    /// <summary>Another decision on the same help was made known while the court judges, so the case is about it too (Awb 6:19).</summary>
    public void VoegWijziging(string besluitnummer, DateOnly bekendgemaaktOp, DateTimeOffset nu)
    {
        if (!IsAanhangig || LatereBesluiten.Contains(besluitnummer)) return;
        LatereBesluiten = [.. LatereBesluiten, besluitnummer];
        Announce(new BeroepUitgebreid(Beroepnummer, besluitnummer, bekendgemaaktOp), nu);
    }

    /// <summary>The case was withdrawn.</summary>
    public void TrekIn(DateOnly op, DateTimeOffset nu)
    {
        MoetAanhangig();
        Dagregel.Eis(op, IngesteldOp, nu.Dag(), "ingetrokkenOp", "het beroep");
        (IngetrokkenOp, IsAanhangig) = (op, false);
        Announce(new BeroepIngetrokken(Beroepnummer, op), nu);
    }

    private void MoetAanhangig()
    {
        if (IngetrokkenOp is not null) throw Weigering.Toestand("beroep-ingetrokken", "Dit beroep is ingetrokken.", "Awb art. 6:21");
        if (!IsAanhangig)
            throw Weigering.Toestand("al-uitspraak", "De rechter heeft al uitspraak gedaan. Leg een hoger beroep als nieuwe zaak vast.",
                "Awb art. 8:104");
    }
}

/// <summary>Something that a judgment orders, as it is recorded.</summary>
/// <param name="Soort">Wat er moet gebeuren.</param>
/// <param name="Weken">Binnen hoeveel weken na de verzending van de uitspraak.</param>
/// <param name="DwangsomPerDag">Euro's voor elke dag te laat, als de rechter dat bepaalde.</param>
public sealed record Opdracht(Opdrachtsoort Soort, int Weken, decimal? DwangsomPerDag = null);

/// <summary>Help that a judgment gave.</summary>
/// <param name="OpdrachtId">De opdracht.</param>
/// <param name="VoorzieningId">De voorziening.</param>
/// <param name="Vanaf">De eerste dag.</param>
/// <param name="Toegezegd">De laatste dag volgens de uitspraak.</param>
/// <param name="LaatsteDag">De laatste dag; eerder dan in de uitspraak als de voorlopige voorziening vervalt.</param>
public sealed record Rechtershulp(Guid OpdrachtId, Guid VoorzieningId, DateOnly Vanaf, DateOnly Toegezegd, DateOnly LaatsteDag);

/// <summary>An order that was carried out.</summary>
/// <param name="OpdrachtId">De opdracht.</param>
/// <param name="GedaanOp">De dag.</param>
public sealed record Uitgevoerd(Guid OpdrachtId, DateOnly GedaanOp);
