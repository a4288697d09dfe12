using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using WmoPlatform.Keten.Brp;

namespace WmoPlatform.Keten.Aanmelding;

/// <summary>
/// The person or system that a token is about, with the claims of that token. Id is for use inside the simulator and is never in a token;
/// the sign-in page shows Naam.
/// </summary>
internal sealed record Identiteit(string Id, string Naam, string[] Roles, string? Bsn = null, string? Agb = null, string[]? Teams = null)
{
    public override string ToString() => Id;
}

/// <summary>A client with its secret. Identiteit is the subject of its client-credentials tokens.</summary>
internal sealed record Client(string Id, string Secret, Identiteit Identiteit);

/// <summary>
/// The demo clients, the clients from <c>Aanmelding:Clients</c> (id, secret, roles, bsn, agb, teams), and the people of the sign-in page.
/// </summary>
internal sealed class Clients
{
    private const string Geheim = "demo";
    private const string Inwoner = "demo-inwoner-";

    /// <summary>The demo people of the sign-in page.</summary>
    public static IReadOnlyList<Identiteit> Personen { get; } =
    [
        new("inwoner-amrani", "Fatima el Amrani, inwoner (zorg in natura)", ["inwoner"], Bsn: "999993653"),
        new("inwoner-boer", "Johannes de Boer, inwoner (pgb)", ["inwoner"], Bsn: "999900006"),
        new("consulent-centrum", "Sanne, Wmo-consulent in wijkteam Centrum", ["consulent"], Teams: ["wijkteam-centrum"]),
        new("consulent-haven", "Karim, Wmo-consulent in wijkteam Haven", ["consulent"], Teams: ["wijkteam-haven"]),
        new("beslisser", "Marja, beslisser", ["beslisser"]),
        new("backoffice", "Ruben, backoffice", ["backoffice"]),
        new("aanbieder-12345678", "Zorg Dichtbij, zorgaanbieder", ["aanbieder"], Agb: "12345678"),
        new("aanbieder-87654321", "De Brug Begeleiding, zorgaanbieder", ["aanbieder"], Agb: "87654321"),
        new("beheer", "Beheerder van het platform", ["beheer"]),
        new("auditor", "Auditor", ["auditor"]),
    ];

    private readonly Dictionary<string, Client> _clients;

    public Clients(IConfiguration configuratie)
    {
        Client[] demo =
        [
            Demo("demo-inwoner", ["inwoner"], bsn: "999993653"),
            Demo("demo-consulent", ["consulent"], teams: ["wijkteam-centrum", "wijkteam-haven"]),
            Demo("demo-beslisser", ["beslisser"]),
            Demo("demo-backoffice", ["backoffice"]),
            Demo("demo-aanbieder", ["aanbieder"], agb: "12345678"),
            Demo("demo-beheer", ["beheer"]),
            Demo("demo-auditor", ["auditor"]),
            Demo("demo-keten", ["keten"]),
            Demo("demo-systeem", ["systeem"]),
            Demo("portaal", []), // signs people in with the authorization code; has no role of its own
        ];
        var extra = (configuratie.GetSection("Aanmelding:Clients").Get<Instelling[]>() ?? [])
            .Select(c => new Client(c.Id, c.Secret, new Identiteit(c.Id, c.Id, c.Roles ?? [], c.Bsn, c.Agb, c.Teams)));
        _clients = demo.Concat(extra).ToDictionary(client => client.Id);

        static Client Demo(string id, string[] roles, string? bsn = null, string? agb = null, string[]? teams = null) =>
            new(id, Geheim, new Identiteit(id, id, roles, bsn, agb, teams));
    }

    private sealed record Instelling(
        string Id, string Secret, string[]? Roles = null, string? Bsn = null, string? Agb = null, string[]? Teams = null);

    public bool Kent(string? id) => id is not null && Ken(id) is not null;

    /// <summary>The client, or null when the id is unknown or the secret is wrong.</summary>
    public Client? Zoek(string? id, string? secret) =>
        id is not null && secret is not null && Ken(id) is { } client
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(client.Secret)) ? client : null;

    /// <summary>Id of the client that belongs to the n-th resident of <see cref="Uitgifte"/>.</summary>
    public static string VanInwoner(int nummer) => $"{Inwoner}{nummer}";

    // Every resident of Uitgifte has a client; the number in its id is the number of the resident.
    private Client? Ken(string id)
    {
        if (_clients.TryGetValue(id, out var client)) return client;
        if (!id.StartsWith(Inwoner, StringComparison.Ordinal)) return null;
        return int.TryParse(id.AsSpan(Inwoner.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var nummer)
            ? new Client(id, Geheim, new Identiteit(id, id, ["inwoner"], Bsn: Testpersonen.Nummer(nummer)))
            : null;
    }
}
