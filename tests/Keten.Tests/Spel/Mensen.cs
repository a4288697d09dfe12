namespace WmoPlatform.Keten.Tests.Spel;

/// <summary>The users: the demo clients of the issuer, and some clients that only the tests have.</summary>
internal static class Mensen
{
    public const string Consulent = "demo-consulent";
    public const string ConsulentVanElders = "test-consulent-zuid";
    public const string Beslisser = "demo-beslisser";
    public const string TweedeBeslisser = "test-beslisser-2";
    public const string Backoffice = "demo-backoffice";
    public const string Beheer = "demo-beheer";
    public const string Auditor = "demo-auditor";
    public const string Systeem = "demo-systeem";
    public const string Keten = "demo-keten";
    public const string ZorgDichtbij = "demo-aanbieder";
    public const string DeBrug = "test-aanbieder-brug";

    /// <summary>The number of residents who can sign in. For the other residents a consulent records the melding.</summary>
    public const int MetAanmelding = 150;

    /// <summary>The first residents play in no other test than that of random requests.</summary>
    public const int VoorWillekeur = 3;

    // The special persons of the simulated BRP (too young, secret address, deceased, unknown) have higher numbers.
    private static readonly string[] Nummers = [.. Enumerable.Range(10_000, 80_000).Select(n => $"9999{n:00000}").Where(Elfproef)];

    /// <summary>The n-th resident: an official test BSN, and the client with which they sign in, if any.</summary>
    public static Inwoner Inwoner(int n) => new(Nummers[n], n < MetAanmelding ? $"test-inwoner-{n}" : null);

    /// <summary>The extra clients, as settings of the issuer.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> Clients()
    {
        (string Id, string Rol, string Claim, string Waarde)[] clients =
        [
            .. Enumerable.Range(0, MetAanmelding).Select(n => ($"test-inwoner-{n}", "inwoner", "Bsn", Nummers[n])),
            (ConsulentVanElders, "consulent", "Teams__0", "wijkteam-zuid"),
            (TweedeBeslisser, "beslisser", "Teams__0", "wijkteam-haven"),
            (DeBrug, "aanbieder", "Agb", Agb.DeBrug),
        ];
        return clients.SelectMany((client, i) => new Dictionary<string, string?>
        {
            [$"Aanmelding__Clients__{i}__Id"] = client.Id,
            [$"Aanmelding__Clients__{i}__Secret"] = "demo",
            [$"Aanmelding__Clients__{i}__Roles__0"] = client.Rol,
            [$"Aanmelding__Clients__{i}__{client.Claim}"] = client.Waarde,
        });
    }

    private static bool Elfproef(string bsn) => (bsn[..8].Select((c, i) => (c - '0') * (9 - i)).Sum() - (bsn[8] - '0')) % 11 == 0;
}

/// <summary>A resident of the simulated BRP.</summary>
internal sealed record Inwoner(string Bsn, string? Client);

/// <summary>The two contracted providers of the simulator.</summary>
internal static class Agb
{
    public const string ZorgDichtbij = "12345678";
    public const string DeBrug = "87654321";
}
