using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;

namespace WmoPlatform.Testhuis;

/// <summary>Makes and deletes virtual hosts on a broker.</summary>
internal interface IVhosts
{
    Task MaakAsync(string naam);

    Task VerwijderAsync(string naam);
}

/// <summary>Virtual hosts through the management API of RabbitMQ.</summary>
/// <param name="broker">The AMQP URI. Its user gets all rights on each virtual host.</param>
/// <param name="beheer">The address of the management API.</param>
internal sealed class Beheerapi(Uri broker, Uri beheer) : IVhosts
{
    public async Task MaakAsync(string naam)
    {
        await VraagAsync(HttpMethod.Put, $"api/vhosts/{naam}", new { });
        await VraagAsync(HttpMethod.Put, $"api/permissions/{naam}/{Gebruiker[0]}", new { configure = ".*", write = ".*", read = ".*" });
    }

    public Task VerwijderAsync(string naam) => VraagAsync(HttpMethod.Delete, $"api/vhosts/{naam}", null);

    private string[] Gebruiker => [.. broker.UserInfo.Split(':', 2).Select(Uri.UnescapeDataString)];

    private async Task VraagAsync(HttpMethod methode, string pad, object? inhoud)
    {
        using var http = new HttpClient { BaseAddress = beheer };
        http.DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(string.Join(':', Gebruiker))));
        using var verzoek = new HttpRequestMessage(methode, pad) { Content = inhoud is null ? null : JsonContent.Create(inhoud) };
        using var antwoord = await http.SendAsync(verzoek);
        antwoord.EnsureSuccessStatusCode();
    }
}

/// <summary>
/// Virtual hosts on a native broker, which runs without the management plugin. <c>erl_call</c>, a part of Erlang, needs some milliseconds
/// to ask the running broker; rabbitmqctl needs a second, because it starts its own Erlang machine.
/// </summary>
/// <param name="map">The folder in which <c>servers.sh</c> keeps the broker.</param>
internal sealed class Brokeropdracht(string map) : IVhosts
{
    /// <summary>Tries again when a busy broker does not answer in time. Making a virtual host that exists is no error.</summary>
    public Task MaakAsync(string naam) => Tot.Gevonden(() => VoerUitAsync(
        $$"""ok = rabbit_vhost:add(<<"{{naam}}">>, <<"wmo">>), """
        + $$"""ok = rabbit_auth_backend_internal:set_permissions(<<"wmo">>, <<"{{naam}}">>, <<".*">>, <<".*">>, <<".*">>, <<"wmo">>)."""));

    public Task VerwijderAsync(string naam) => VoerUitAsync($$"""ok = rabbit_vhost:delete(<<"{{naam}}">>, <<"wmo">>).""");

    private async Task<string?> VoerUitAsync(string opdracht)
    {
        var feiten = Serverscript.Feiten(Path.Combine(map, "rabbitmq.env"));
        var antwoord = await Serverscript.VoerUitAsync(
            "erl_call", ["-r", "-address", $"127.0.0.1:{feiten["DIST_PORT"]}", "-e"], opdracht + "\n",
            new() { ["HOME"] = Path.Combine(map, "rabbitmq", "home"), ["ERL_EPMD_PORT"] = feiten["EPMD_PORT"] });
        return antwoord.StartsWith("{ok,", StringComparison.Ordinal)
            ? antwoord
            : throw new InvalidOperationException($"RabbitMQ antwoordt op '{opdracht}': {antwoord}");
    }
}
