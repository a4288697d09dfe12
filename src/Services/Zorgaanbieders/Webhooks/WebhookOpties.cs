using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using WmoPlatform.Messaging.Sending;

namespace WmoPlatform.Zorgaanbieders.Webhooks;

/// <summary>
/// Settings under <c>Webhooks</c>. Without <see cref="Oin"/> webhooks are switched off; with it, <see cref="Gateway"/> is required.
/// </summary>
public sealed partial class WebhookOpties
{
    /// <summary>The municipality's OIN, twenty digits: the source of the events.</summary>
    public string Oin { get; set; } = "";

    /// <summary>The name of this system within that organisation.</summary>
    public string Systeem { get; set; } = "wmoplatform";

    /// <summary>The public address of the gateway, under which a provider finds the assignment.</summary>
    public string Gateway { get; set; } = "";

    /// <summary>Whether a receiver may be on <c>http</c>. Only in Development.</summary>
    public bool HttpToegestaan { get; set; }

    /// <summary>
    /// The private networks in which a receiver may be, with commas between them: for a provider on the municipality's own network.
    /// Loopback may be listed in Development only.
    /// </summary>
    public string EigenNetten { get; set; } = "";

    /// <summary>The ports on which a receiver may be, with commas between them. On loopback any port may.</summary>
    public string Poorten { get; set; } = "443,8443";

    /// <summary>The DNS servers that find receivers, with commas between them; empty for those of the machine.</summary>
    public string Naamservers { get; set; } = "";

    /// <summary>The pause before each next attempt, give or take a tenth. After the last attempt the delivery has failed.</summary>
    public IList<TimeSpan> Pauzes { get; } = [];

    /// <summary>The time within which a receiver must answer.</summary>
    public TimeSpan Geduld { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How often the sender looks for waiting deliveries.</summary>
    public TimeSpan Peiling { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The number of receivers that are served at once. Each gets one delivery at a time.</summary>
    public int Gelijktijdig { get; set; } = 32;

    /// <summary>How long a delivery that has ended stays visible.</summary>
    public TimeSpan Bewaartermijn { get; set; } = TimeSpan.FromDays(30);

    /// <summary>How many subscriptions one provider may have.</summary>
    public int PerAanbieder { get; set; } = 10;

    internal bool Ingericht => Oin.Length > 0;

    internal IReadOnlyList<IPNetwork> Netten { get; private set; } = [];

    internal IReadOnlyList<int> ToegestanePoorten { get; private set; } = [];

    internal IReadOnlyList<IPEndPoint> Dnsservers { get; private set; } = [];

    internal string Bron => $"urn:nld:oin:{Oin}:systeem:{Systeem}";

    /// <summary>A claim lasts long enough for an attempt and for storing its result.</summary>
    internal SendingTerms Verzending => new(Geduld + TimeSpan.FromSeconds(30), PauzesOfStandaard, Gelijktijdig);

    internal IReadOnlyList<TimeSpan> PauzesOfStandaard => Pauzes.Count > 0 ? [.. Pauzes] : Standaard;

    /// <summary>About three days in total.</summary>
    private static readonly TimeSpan[] Standaard =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(1), TimeSpan.FromHours(2),
        TimeSpan.FromHours(4), TimeSpan.FromHours(8), TimeSpan.FromHours(12), TimeSpan.FromHours(12), TimeSpan.FromHours(12),
        TimeSpan.FromHours(12), TimeSpan.FromHours(8),
    ];

    /// <exception cref="InvalidOperationException">A setting is wrong.</exception>
    internal WebhookOpties Controleer(bool ontwikkeling)
    {
        if (!Ingericht) return this;
        if (!VormOin().IsMatch(Oin))
            throw new InvalidOperationException(
                "Webhooks:Oin is het OIN van de gemeente: twintig cijfers, waarvan de eerste zeven nullen zijn.");
        if (!VormSysteem().IsMatch(Systeem))
            throw new InvalidOperationException("Webhooks:Systeem is een naam van kleine letters, cijfers en streepjes.");
        if (!Uri.TryCreate(Gateway, UriKind.Absolute, out var adres)
            || (adres.Scheme != "https" && !(ontwikkeling && adres.Scheme == "http")))
            throw new InvalidOperationException(
                "Stel Webhooks:Gateway in: het openbare webadres van de gateway, zoals https://wmo.voorbeeld.example.");
        if (HttpToegestaan && !ontwikkeling)
            throw new InvalidOperationException("Webhooks:HttpToegestaan mag alleen in Development aanstaan. Haal deze instelling weg.");
        Netten = Lees(EigenNetten, tekst => IPNetwork.TryParse(tekst, out var net) && Webhookadres.MagOpLijst(net, ontwikkeling)
            ? net : throw new InvalidOperationException(
                "Webhooks:EigenNetten is een lijst van besloten netten met komma's ertussen, zoals 10.20.0.0/16 of fd12:3456::/32. "
                + "Het eigen apparaat (127.0.0.0/8, ::1/128) mag er alleen in Development op; andere netten nooit."));
        ToegestanePoorten = Lees(Poorten, tekst =>
            int.TryParse(tekst, NumberStyles.None, CultureInfo.InvariantCulture, out var poort) && poort is > 0 and < 65536
                ? poort : throw new InvalidOperationException(
                    "Webhooks:Poorten is een lijst van poorten met komma's ertussen, zoals 443,8443."));
        Dnsservers = Lees(Naamservers, tekst => IPEndPoint.TryParse(tekst, out var server)
            ? new IPEndPoint(server.Address, server.Port == 0 ? Dnspoort : server.Port)
            : throw new InvalidOperationException(
                "Webhooks:Naamservers is een lijst van IP-adressen met komma's ertussen, zoals 10.0.0.53."));
        return this;
    }

    private const int Dnspoort = 53;

    private static IReadOnlyList<T> Lees<T>(string lijst, Func<string, T> lees) =>
        [.. lijst.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(lees)];

    [GeneratedRegex(@"\A0{7}\d{13}\z")]
    private static partial Regex VormOin();

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9-]*\z")]
    private static partial Regex VormSysteem();
}
