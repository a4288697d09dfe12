using WmoPlatform.IStandaarden;
using WmoPlatform.IStandaarden.Codelijsten;
using WmoPlatform.Keten.Post;

namespace WmoPlatform.Keten.Ggk;

/// <summary>A provider behind the GGk: takes WMO301, answers with WMO302, reports start (WMO305) and stop (WMO307) of its own accord.</summary>
internal sealed class Aanbieder(string agb, string handelsnaam, IConfiguration configuratie) : IPartner
{
    /// <summary>A start (without end) or a stop, as the provider reported it.</summary>
    private sealed record Levering(string Identificatie, DateOnly Begindatum, DateOnly? Einddatum, string? Reden);

    private sealed record Toewijzing(string Gemeente, Wmo301Client Client, ToegewezenProduct Product, List<Levering> Leveringen)
    {
        public Levering? Laatste => Leveringen.LastOrDefault();
    }

    private readonly Dictionary<long, Toewijzing> _toewijzingen = [];

    public string Naam => agb;
    public string Handelsnaam => handelsnaam;
    public string Pad => "/zorgaanbieders/v1/iwmo/berichten";
    public string Afkeurcode => Retourcode.ToewijzingnummerNietUniek;

    public string? Sleutel(Ketenbericht bericht) => bericht switch
    {
        Wmo301 { Client.ToegewezenProducten: var producten } => string.Join(',', producten.Select(product => product.ToewijzingNummer)),
        Wmo305 { Client.StartProducten: var producten } => string.Join(',', producten.Select(product => product.ToewijzingNummer)),
        Wmo307 { Client.StopProducten: var producten } => string.Join(',', producten.Select(product => product.ToewijzingNummer)),
        Wmo306 or Wmo308 => ((Retourbericht)bericht).Header.BerichtIdentificatie.Identificatie,
        _ => null,
    };

    public IReadOnlyList<string> Beoordeel(Heenbericht bericht, DateOnly vandaag, Func<string, bool> onbeantwoord)
    {
        var heen = (Wmo301)bericht;
        var codes = heen.Client.ToegewezenProducten.SelectMany(product => Codes(heen.Client.Bsn, product));
        return Controle.Uitkomst(IsTechnischJuist(heen), [.. Controle.Dagtekening(heen, vandaag), .. codes]);
    }

    private static bool IsTechnischJuist(Wmo301 heen) =>
        Controle.Elfproef(heen.Client.Bsn)
        && !heen.Client.Contactgegevens.Any(contact => contact is { Soort: AdresSoort.Brp or AdresSoort.Verblijf, Adres: { Postcode: null } }) // CD034
        && heen.Client.ToegewezenProducten.All(product =>
            (product.Einddatum is not { } einde || einde >= product.Ingangsdatum) // CS003
            && (product.Product?.Code is null || product.Omvang is not null) // CD041
            && (product.Budget is null || (product.Einddatum is not null && product.Omvang is null)) // CD075, CD077
            && (product.Omvang?.Frequentie != "2" || product.Einddatum is not null) // CD076
            && (product.Budget is not null || product.Product is not null) // CD079
            && (product.RedenWijziging != RedenWijziging.Verwijderd || product.Einddatum == product.Ingangsdatum))
        && heen.Client.ToegewezenProducten.DistinctBy(product => product.ToewijzingNummer).Count() == heen.Client.ToegewezenProducten.Count // TR101
        && !Gestapeld([.. heen.Client.ToegewezenProducten.Where(product =>
            product.RedenWijziging is not (RedenWijziging.Verwijderd or "01") && product.Product?.Categorie is not ("11" or "12" or "13" or "14"))]);

    // OP259, TR302: the same product twice at the same time.
    private static bool Gestapeld(ToegewezenProduct[] producten) => producten.Index().Any(een => producten.Skip(een.Index + 1).Any(ander =>
        een.Item.Product == ander.Product
        && een.Item.Ingangsdatum <= (ander.Einddatum ?? DateOnly.MaxValue) && ander.Ingangsdatum <= (een.Item.Einddatum ?? DateOnly.MaxValue)));

    private IEnumerable<string> Codes(string bsn, ToegewezenProduct product)
    {
        // TR379: this provider asks for nothing, so there is no request to refer to.
        if (product.ReferentieAanbieder is not null) yield return "9379";
        // TR332: the number belongs to one assignment; a later state of it has the same client, product and first day.
        if (_toewijzingen.TryGetValue(product.ToewijzingNummer, out var bekend)
            && (bekend.Client.Bsn != bsn || bekend.Product.Product != product.Product || bekend.Product.Ingangsdatum != product.Ingangsdatum))
            yield return Retourcode.ToewijzingnummerNietUniek;
    }

    public Retourbericht Antwoord(Heenbericht bericht, IReadOnlyList<string> codes, string identificatie, DateOnly vandaag) =>
        Retour.Met(bericht, identificatie, vandaag, codes);

    /// <summary>With <c>Ggk:AutoStart</c> the provider begins by itself with what it accepted.</summary>
    public IEnumerable<Heenbericht> Daarna(Heenbericht bericht, DateOnly vandaag) =>
        configuratie.GetValue("Ggk:AutoStart", false) && bericht is Wmo301 heen
            ? heen.Client.ToegewezenProducten
                .Where(product => product.RedenWijziging != RedenWijziging.Verwijderd && _toewijzingen[product.ToewijzingNummer].Leveringen.Count == 0)
                .Select(product => Startbericht(heen.Header.Afzender!, heen.Client, product, product.Ingangsdatum, vandaag))
            : [];

    /// <summary>Reports that help started; null when the assignment is not known, or help runs already (TR326).</summary>
    public Wmo305? Start(long nummer, DateOnly begindatum, DateOnly vandaag) =>
        _toewijzingen.TryGetValue(nummer, out var toewijzing) && toewijzing.Laatste is null or { Einddatum: not null }
            ? Startbericht(toewijzing!.Gemeente, toewijzing.Client, toewijzing.Product, begindatum, vandaag)
            : null;

    /// <summary>Reports a stop; null without a start before it (TR063), after a final stop, or for a second temporary one (OP377, OP378).</summary>
    public Wmo307? Stop(long nummer, DateOnly einddatum, string reden, DateOnly vandaag)
    {
        if (!_toewijzingen.TryGetValue(nummer, out var toewijzing) || toewijzing.Laatste is not { } laatste || einddatum < laatste.Begindatum) return null;
        var magNaStop = laatste.Reden == RedenBeeindiging.Tijdelijk && reden != RedenBeeindiging.Tijdelijk && einddatum >= laatste.Einddatum;
        if (laatste.Reden is not null && !magNaStop) return null;
        var (client, product) = (toewijzing.Client, toewijzing.Product);
        return new(
            new Header(agb, toewijzing.Gemeente, Postkamer.NieuweIdentificatie(), vandaag),
            new Wmo307Client(client.Bsn, client.Geboortedatum, client.Geslacht, Verkort(client.Naam),
                [new StopProduct(nummer, product.Product, product.Ingangsdatum, laatste.Begindatum, reden, einddatum, StatusAanlevering.Eerste)]));
    }

    /// <summary>Whether the provider has this assignment.</summary>
    public bool Kent(long nummer) => _toewijzingen.ContainsKey(nummer);

    public void Onthoud(Ketenbericht bericht)
    {
        switch (bericht)
        {
            case Wmo301 heen:
                foreach (var product in heen.Client.ToegewezenProducten)
                    if (!_toewijzingen.TryGetValue(product.ToewijzingNummer, out var bekend))
                        _toewijzingen[product.ToewijzingNummer] = new(heen.Header.Afzender!, heen.Client, product, []);
                    // OP080: the order of receipt means nothing; the latest day and time of assignment wins.
                    else if ((product.Toewijzingsdatum, product.Toewijzingstijd).CompareTo((bekend.Product.Toewijzingsdatum, bekend.Product.Toewijzingstijd)) >= 0)
                        _toewijzingen[product.ToewijzingNummer] = bekend with { Client = heen.Client, Product = product };
                break;
            case Wmo305 start:
                foreach (var product in start.Client.StartProducten) Meld(product.ToewijzingNummer, new(start.Identificatie, product.Begindatum, null, null));
                break;
            case Wmo307 stop:
                foreach (var product in stop.Client.StopProducten)
                    Meld(product.ToewijzingNummer, new(stop.Identificatie, product.Begindatum, product.Einddatum, product.RedenBeeindiging));
                break;
            case Retourbericht { IsAkkoord: false } retour:
                var afgekeurd = retour.Header.BerichtIdentificatie.Identificatie;
                foreach (var toewijzing in _toewijzingen.Values) toewijzing.Leveringen.RemoveAll(levering => levering.Identificatie == afgekeurd);
                break;
        }
    }

    private void Meld(long? nummer, Levering levering)
    {
        if (nummer is { } bekend && _toewijzingen.TryGetValue(bekend, out var toewijzing)) toewijzing.Leveringen.Add(levering);
    }

    private Wmo305 Startbericht(string gemeente, Wmo301Client client, ToegewezenProduct product, DateOnly begindatum, DateOnly vandaag) => new(
        new Header(agb, gemeente, Postkamer.NieuweIdentificatie(), vandaag),
        new Wmo305Client(client.Bsn, client.Geboortedatum, client.Geslacht, Verkort(client.Naam),
            [new StartProduct(product.ToewijzingNummer, product.Product, product.Ingangsdatum, begindatum, StatusAanlevering.Eerste)]));

    private static CdtVerkorteNaam Verkort(CdtVolledigeNaam naam) => new(naam.Geslachtsnaam, naam.Voornamen, naam.Voorletters);
}
