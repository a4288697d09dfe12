using WmoPlatform.IStandaarden;
using WmoPlatform.IStandaarden.Codelijsten;
using WmoPlatform.Keten.Post;

namespace WmoPlatform.Keten.Cak;

/// <summary>The CAK: takes WMO401 and WMO403, answers with WMO402 and WMO404. It knows starts and stops by person and start number.</summary>
internal sealed class Inner : IPartner
{
    private sealed record Bijdrage(string Bsn, StartEigenBijdrage Start, StopEigenBijdrage? Stop, bool Verwijderd);

    private readonly Dictionary<(string? Afzender, long Nummer), Bijdrage> _bijdragen = [];

    public string Naam => "cak";
    public string Pad => "/eigen-bijdrage/v1/ieb/berichten";
    public string Afkeurcode => Retourcode.EbSleutelNietUniek;

    public string? Sleutel(Ketenbericht bericht) => bericht switch
    {
        Wmo401 start => $"{start.Client.StartEigenBijdrage.EbStartNummer}",
        Wmo403 stop => $"{stop.Client.StopEigenBijdrage.EbStartNummer}",
        _ => null,
    };

    public IReadOnlyList<string> Beoordeel(Heenbericht bericht, DateOnly vandaag, Func<string, bool> onbeantwoord) => bericht switch
    {
        Wmo401 { Client: var client } start => Controle.Uitkomst(
            Controle.Elfproef(client.Bsn)
                && client.StartEigenBijdrage.EbStartdatum >= new DateOnly(2020, 1, 1) // CS332
                && Tijdig(start, client.StartEigenBijdrage.EbStartdatum, client.StartEigenBijdrage.StatusAanlevering)
                && (client.StartEigenBijdrage.EbKostprijs is not { } prijs || prijs.KostprijsStartdatum >= client.StartEigenBijdrage.EbStartdatum), // CS334
            [.. Controle.Dagtekening(start, vandaag), .. Codes(start.Header.Afzender, client)]),
        Wmo403 { Client: var client } stop => Controle.Uitkomst(
            Controle.Elfproef(client.Bsn) && Tijdig(stop, client.StopEigenBijdrage.EbStopdatum, client.StopEigenBijdrage.StatusAanlevering),
            [.. Controle.Dagtekening(stop, vandaag), .. Codes(stop.Header.Afzender, client)]),
        _ => throw new InvalidOperationException($"Het CAK beoordeelt geen {bericht.Soort}."),
    };

    // TR112, TR113: a first delivery is at most 12 months late and at most 1 month early.
    private static bool Tijdig(Heenbericht bericht, DateOnly datum, string status) =>
        status != StatusAanlevering.Eerste
        || (bericht.Header.BerichtIdentificatie.Dagtekening is var dag && datum >= dag.AddMonths(-12) && datum <= dag.AddMonths(1));

    private IEnumerable<string> Codes(string? afzender, Wmo401Client client)
    {
        var start = client.StartEigenBijdrage;
        var bekend = _bijdragen.GetValueOrDefault((afzender, start.EbStartNummer));
        switch (start.StatusAanlevering)
        {
            case StatusAanlevering.Eerste:
                if (bekend is not null) yield return Retourcode.EbSleutelNietUniek; // TR102
                // OP291: one actual start per person. The standard gives it no code of its own.
                else if (HeeftActueleStart(afzender, client.Bsn)) yield return Retourcode.EbSleutelNietUniek;
                break;
            case StatusAanlevering.Gewijzigd:
                if (bekend is null || bekend.Bsn != client.Bsn) yield return "9103"; // TR103
                else if (bekend.Verwijderd) yield return "9104"; // TR104
                break;
            default:
                if (bekend is null || bekend.Bsn != client.Bsn) yield return "9103";
                else if (bekend.Stop is not null) yield return Retourcode.StartAlBeeindigd; // TR071
                else if (bekend.Start with { StatusAanlevering = start.StatusAanlevering } != start) yield return Retourcode.EbVerwijderingWijktAf; // TR329
                break;
        }
    }

    private bool HeeftActueleStart(string? afzender, string bsn) =>
        _bijdragen.Any(bijdrage => bijdrage.Key.Afzender == afzender && bijdrage.Value.Bsn == bsn && bijdrage.Value is { Stop: null, Verwijderd: false });

    private IEnumerable<string> Codes(string? afzender, Wmo403Client client)
    {
        var stop = client.StopEigenBijdrage;
        var bekend = _bijdragen.GetValueOrDefault((afzender, stop.EbStartNummer));
        if (bekend is null or { Verwijderd: true } || bekend.Bsn != client.Bsn) yield return Retourcode.EbGeenActueleStart; // TR330
        else if (stop.StatusAanlevering == StatusAanlevering.Eerste && bekend.Stop is not null) yield return Retourcode.EbSleutelNietUniek; // TR102
        else if (stop.StatusAanlevering != StatusAanlevering.Eerste && bekend.Stop is null) yield return "9103"; // TR103
        else if (stop.EbStopdatum < bekend.Start.EbStartdatum) yield return Retourcode.EbStopVoorStart; // TR328
        else if (stop.StatusAanlevering == StatusAanlevering.Verwijderen && bekend.Stop!.EbStopdatum != stop.EbStopdatum)
            yield return Retourcode.EbVerwijderingWijktAf; // TR329
    }

    public Retourbericht Antwoord(Heenbericht bericht, IReadOnlyList<string> codes, string identificatie, DateOnly vandaag) =>
        Retour.Met(bericht, identificatie, vandaag, codes);

    public IEnumerable<Heenbericht> Daarna(Heenbericht bericht, DateOnly vandaag) => [];

    public void Onthoud(Ketenbericht bericht)
    {
        switch (bericht)
        {
            case Wmo401 { Header.Afzender: var afzender, Client: var client }:
                var start = client.StartEigenBijdrage;
                var eerder = _bijdragen.GetValueOrDefault((afzender, start.EbStartNummer));
                _bijdragen[(afzender, start.EbStartNummer)] = new(client.Bsn, start, eerder?.Stop, start.StatusAanlevering == StatusAanlevering.Verwijderen);
                break;
            case Wmo403 { Header.Afzender: var afzender, Client.StopEigenBijdrage: var stop }:
                var gestart = _bijdragen[(afzender, stop.EbStartNummer)];
                _bijdragen[(afzender, stop.EbStartNummer)] = gestart with { Stop = stop.StatusAanlevering == StatusAanlevering.Verwijderen ? null : stop };
                break;
        }
    }
}
