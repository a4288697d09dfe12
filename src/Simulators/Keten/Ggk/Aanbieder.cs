using System.Xml.Linq;
using WmoPlatform.Keten.Berichten;
using WmoPlatform.Keten.Brp;
using WmoPlatform.Keten.Post;
using static WmoPlatform.Keten.Berichten.X;

namespace WmoPlatform.Keten.Ggk;

/// <summary>
/// A provider behind the GGk. It receives toewijzingen (WMO301) and answers to requests (WMO319). Of its own accord it reports starts
/// (WMO305) and stops (WMO307), requests a toewijzing (WMO315) or a change (WMO317), and declares (WMO323); the other parts of this class
/// make those messages.
/// </summary>
internal sealed partial class Aanbieder(
    string agb, string handelsnaam, IConfiguration configuratie, Persoonslijsten personen) : IPartner
{
    private readonly Dictionary<long, Toewijzing> _toewijzingen = [];
    private readonly Dictionary<string, Verzoek> _verzoeken = [];
    private readonly Dictionary<string, Prestatie> _prestaties = [];

    public string Naam => agb;
    public string Handelsnaam => handelsnaam;
    public string Pad => "/zorgaanbieders/v1/iwmo/berichten";
    public bool ViaGgk => true;
    public IReadOnlySet<string> Neemt { get; } =
        new HashSet<string> { "WMO301", "WMO306", "WMO308", "WMO316", "WMO318", "WMO319", "WMO325" };

    public string Sleutel(Bericht bericht) => bericht.Soort.Naam switch
    {
        "WMO301" => Nummers(Producten(bericht)),
        "WMO305" => Nummers(Starts(bericht)),
        "WMO307" => Nummers(Stops(bericht)),
        "WMO315" => string.Join(',', Gevraagd(bericht).Select(product => product.Tekst("ReferentieAanbieder"))),
        "WMO317" => bericht.Lichaam.Tekst("Verzoek/ReferentieAanbieder")!,
        "WMO319" => bericht.Lichaam.Tekst("ReferentieAanbieder")!,
        "WMO323" => bericht.Lichaam.Tekst("DeclaratieNummer")!,
        _ => bericht.Antwoordt!,
    };

    public Oordeel Beoordeel(Bericht heen, DateOnly vandaag, Func<string, bool> onbeantwoord) => heen.Soort.Naam == "WMO301"
        ? Oordeel.Van(heen, vandaag, Toewijzingsregels.Wmo301(heen), () =>
            Producten(heen).SelectMany(product => Codes(heen, product).Select(code => new Bevinding(product, code))))
        : Oordeel.Van(heen, vandaag, Toewijzingsregels.Wmo319(heen), () =>
            Codes(heen.Lichaam!).Select(code => new Bevinding(heen.Lichaam!, code)));

    public Oordeel Afkeur(Bericht heen) => heen.Soort.Naam == "WMO301"
        ? new([], [.. Producten(heen).Select(product => new Bevinding(product, "9332"))])
        : Oordeel.Afgekeurd(heen.Lichaam!, "9355");

    private IEnumerable<string> Codes(Bericht heen, XElement product)
    {
        var (bsn, bekend) = (heen.Lichaam.Tekst("Bsn")!, _toewijzingen.GetValueOrDefault(product.Getal("ToewijzingNummer")!.Value));
        // TR332: a number belongs to one toewijzing. A later state of that toewijzing has the same client, product and first day.
        if (bekend is not null
            && (bekend.Bsn != bsn
                || !Gelijk(bekend.Product.Element("Product"), product.Element("Product"))
                || bekend.Ingangsdatum != product.Datum("Ingangsdatum")))
            yield return "9332";
        // TR379: the reference names a request of this provider for this client, and may come only once.
        if (product.Tekst("ReferentieAanbieder") is { } referentie
            && (_verzoeken.GetValueOrDefault(referentie)?.Bsn != bsn || (bekend?.Referenties.Contains(referentie) ?? false)))
            yield return "9379";
        // TR385: a toewijzing with paid help cannot be removed.
        if (product.Tekst("RedenWijziging") == Toewijzingsregels.Verwijderd && bekend is not null && BetaaldOp(bekend.Nummer).Any())
            yield return "9385";
    }

    private IEnumerable<string> Codes(XElement antwoord)
    {
        if (!_verzoeken.TryGetValue(antwoord.Tekst("ReferentieAanbieder")!, out var verzoek))
        {
            yield return "9355"; // TR355
            yield break;
        }
        var isBeantwoord = verzoek.Stand is Verzoek.InOnderzoek or Verzoek.Afgewezen;
        if (_toewijzingen.Values.Any(toewijzing => toewijzing.Referenties.Contains(verzoek.Referentie))) yield return "9359"; // TR359
        if (antwoord.Tekst("VerzoekAntwoord") == "2" && isBeantwoord) yield return "9360"; // TR360
        if (verzoek.Stand == Verzoek.Afgewezen) yield return "9365"; // TR365
    }

    /// <summary>
    /// With <c>Ggk:AutoStart</c> the provider reports the start of an accepted toewijzing by itself, and with <c>Ggk:AutoStop</c> the stop
    /// of an ended one.
    /// </summary>
    public IEnumerable<Bericht> Daarna(Bericht heen, DateOnly vandaag)
    {
        if (heen.Soort.Naam != "WMO301") yield break;
        var producten = Producten(heen).Select(product => _toewijzingen[product.Getal("ToewijzingNummer")!.Value]);
        foreach (var toewijzing in producten.Where(toewijzing => !toewijzing.IsVerwijderd))
            if (configuratie.GetValue("Ggk:AutoStart", false) && toewijzing.Meldingen.Count == 0)
                yield return Startbericht(toewijzing, toewijzing.Ingangsdatum, Eerste, vandaag);
            else if (configuratie.GetValue("Ggk:AutoStop", false)
                && toewijzing is { Loopt: true, RedenBeeindiging: { } reden, Einddatum: { } einde }
                && einde <= vandaag && einde >= toewijzing.Laatste!.Begindatum)
                yield return Stopbericht(toewijzing, toewijzing.Laatste.Begindatum, einde, reden, Eerste, vandaag);
    }

    public void Onthoud(Bericht bericht)
    {
        switch (bericht.Soort.Naam)
        {
            case "WMO301":
                foreach (var product in Producten(bericht)) Onthoud(new Toewijzing(bericht.Gemeente, bericht.Lichaam!, product));
                break;
            case "WMO305":
                foreach (var start in Starts(bericht))
                    Meld(start, new(bericht.Identificatie, start.Datum("Begindatum")!.Value, null, null, IsVerwijdering(start)));
                break;
            case "WMO307":
                foreach (var stop in Stops(bericht))
                    Meld(stop, new(
                        bericht.Identificatie,
                        stop.Datum("Begindatum")!.Value,
                        stop.Datum("Einddatum"),
                        stop.Tekst("RedenBeeindiging"),
                        IsVerwijdering(stop)));
                break;
            case "WMO306" or "WMO308" when bericht.Afkeurcodes.Count > 0:
                foreach (var toewijzing in _toewijzingen.Values)
                    toewijzing.Meldingen.RemoveAll(melding => melding.Identificatie == bericht.Antwoordt);
                break;
            case "WMO315":
                foreach (var product in Gevraagd(bericht)) Onthoud(product.Tekst("ReferentieAanbieder")!, bericht);
                break;
            case "WMO317":
                Onthoud(bericht.Lichaam.Tekst("Verzoek/ReferentieAanbieder")!, bericht);
                break;
            case "WMO316" or "WMO318" when bericht.Afkeurcodes.Count > 0:
                foreach (var verzoek in _verzoeken.Values.Where(verzoek => verzoek.Identificatie == bericht.Antwoordt))
                    (verzoek.Stand, verzoek.Codes) = (Verzoek.Afgekeurd, bericht.Afkeurcodes);
                break;
            case "WMO319":
                var beantwoord = _verzoeken[bericht.Lichaam.Tekst("ReferentieAanbieder")!];
                (beantwoord.Stand, beantwoord.RedenAfwijzing) = (
                    bericht.Lichaam.Tekst("VerzoekAntwoord") == "1" ? Verzoek.Afgewezen : Verzoek.InOnderzoek,
                    bericht.Lichaam.Tekst("RedenAfwijzingVerzoek"));
                break;
            case "WMO323":
                foreach (var (bsn, prestatie) in Prestaties(bericht))
                    Onthoud(new Prestatie(bericht.Lichaam.Tekst("DeclaratieNummer")!, bericht.Identificatie, bsn, prestatie));
                break;
            case "WMO325":
                VerwerkAntwoord(bericht);
                break;
        }
    }

    private void Onthoud(Toewijzing nieuw)
    {
        if (nieuw.Product.Tekst("ReferentieAanbieder") is { } referentie)
        {
            nieuw.Referenties.Add(referentie);
            if (_verzoeken.TryGetValue(referentie, out var verzoek)) verzoek.Stand = Verzoek.Toegewezen;
        }
        if (!_toewijzingen.TryGetValue(nieuw.Nummer, out var bekend)) _toewijzingen[nieuw.Nummer] = nieuw;
        else
        {
            bekend.Referenties.UnionWith(nieuw.Referenties);
            if (nieuw.Moment.CompareTo(bekend.Moment) >= 0)
                _toewijzingen[nieuw.Nummer] = bekend with { Client = nieuw.Client, Product = nieuw.Product };
        }
    }

    private void Meld(XElement product, Melding melding)
    {
        if (product.Getal("ToewijzingNummer") is { } nummer && _toewijzingen.TryGetValue(nummer, out var toewijzing))
            toewijzing.Meldingen.Add(melding);
    }

    private void Onthoud(string referentie, Bericht bericht) =>
        _verzoeken[referentie] = new(referentie, bericht.Soort.Naam, bericht.Identificatie, bericht.Lichaam.Tekst("Bsn")!);

    private void Onthoud(Prestatie prestatie) => _prestaties[prestatie.Referentie] = prestatie;

    /// <summary>TR342: only unpaid lines come back. A code of the declaration as a whole counts for each of its lines.</summary>
    private void VerwerkAntwoord(Bericht antwoord)
    {
        var geheel = antwoord.Header.Alle("RetourCodes/RetourCode").Concat(antwoord.Lichaam.Alle("RetourCodes/RetourCode"))
            .Select(code => code.Value).Where(Retourcode.IsAfkeur).ToList();
        var terug = antwoord.Lichaam.Alle("Clienten/Client")
            .SelectMany(client => client.Alle("Prestaties/Prestatie").Select(prestatie => (
                Referentie: prestatie.Tekst("ProductReferentie/ReferentieNummer")!,
                Codes: client.Alle("RetourCodes/RetourCode").Concat(prestatie.Alle("RetourCodes/RetourCode"))
                    .Select(code => code.Value).Where(Retourcode.IsAfkeur).ToList())))
            .DistinctBy(regel => regel.Referentie)
            .ToDictionary(regel => regel.Referentie, regel => regel.Codes);
        foreach (var prestatie in _prestaties.Values.Where(prestatie => prestatie.Identificatie == antwoord.Antwoordt))
        {
            prestatie.Codes = [.. geheel, .. terug.GetValueOrDefault(prestatie.Referentie) ?? []];
            prestatie.Stand =
                prestatie.Codes.Count > 0 || terug.ContainsKey(prestatie.Referentie) ? Prestatie.Afgekeurd : Prestatie.Betaald;
        }
    }

    /// <summary>The lines of a toewijzing that were paid and not credited.</summary>
    private IEnumerable<Prestatie> BetaaldOp(long nummer) =>
        _prestaties.Values.Where(prestatie => prestatie.Toewijzingnummer == nummer
            && prestatie is { Stand: Prestatie.Betaald, IsCredit: false } && !IsGecrediteerd(prestatie));

    private bool IsGecrediteerd(Prestatie prestatie) =>
        _prestaties.Values.Any(credit => credit.Crediteert == prestatie.Referentie && credit.Stand != Prestatie.Afgekeurd);

    /// <summary>Shows what this provider knows, never a person.</summary>
    public object Overzicht(DateOnly vandaag) => new
    {
        Agb = agb,
        Handelsnaam,
        Toewijzingen = _toewijzingen.Values.Select(t => new
        {
            Toewijzingnummer = t.Nummer,
            t.Gemeente,
            Productcategorie = t.Product.Tekst("Product/Categorie"),
            Productcode = t.Product.Tekst("Product/Code"),
            Volume = t.Product.Tekst("Omvang/Volume"),
            t.Ingangsdatum,
            t.Einddatum,
            RedenWijziging = t.Reden,
            Actueel = t.IsActueel(vandaag),
            t.Loopt,
            t.Referenties,
            Meldingen = t.Geldend.Select(m => new { Wat = m.IsStop ? "stop" : "start", m.Begindatum, m.Einddatum, m.Reden }),
        }).ToList(),
        Verzoeken = _verzoeken.Values.Select(v => new
        {
            v.Referentie,
            v.Soort,
            v.Identificatie,
            v.Stand,
            v.RedenAfwijzing,
            v.Codes,
        }).ToList(),
        Prestaties = _prestaties.Values.Select(p => new
        {
            p.Declaratie,
            p.Referentie,
            p.Crediteert,
            p.Toewijzingnummer,
            p.Centen,
            p.Stand,
            p.Codes,
            Gecrediteerd = IsGecrediteerd(p),
        }).ToList(),
    };

    private static IEnumerable<XElement> Producten(Bericht b) => b.Lichaam.Alle("ToegewezenProducten/ToegewezenProduct");
    private static IEnumerable<XElement> Starts(Bericht b) => b.Lichaam.Alle("StartProducten/StartProduct");
    private static IEnumerable<XElement> Stops(Bericht b) => b.Lichaam.Alle("StopProducten/StopProduct");
    private static IEnumerable<XElement> Gevraagd(Bericht b) => b.Lichaam.Alle("AangevraagdeProducten/AangevraagdProduct");
    private static IEnumerable<(string Bsn, XElement Prestatie)> Prestaties(Bericht b) =>
        b.Lichaam.Alle("Clienten/Client")
            .SelectMany(client => client.Alle("Prestaties/Prestatie").Select(prestatie => (client.Tekst("Bsn")!, prestatie)));

    private static string Nummers(IEnumerable<XElement> producten) =>
        string.Join(',', producten.Select(product => product.Getal("ToewijzingNummer")));
    private static bool IsVerwijdering(XElement product) => product.Tekst("StatusAanlevering") == Verwijderen;
}
