using System.Net;
using System.Text;

namespace WmoPlatform.Gateway;

/// <summary>The front page: the list of APIs, as a page and as JSON, and their rendered documentation.</summary>
internal static class Catalogus
{
    public const string Documentatie = "/documentatie";
    public const string Stijl = "/stijl.css";

    public static void MapCatalogus(this WebApplication app)
    {
        var pagina = Lees("catalogus.html").Replace("{{apis}}", string.Concat(Apis.Alle.Select(Artikel)), StringComparison.Ordinal);
        var json = new
        {
            apis = Apis.Alle.Select(api =>
            new { api.Naam, api.Omschrijving, api.Pad, api.OpenApi, documentatie = Bladzijde(api) })
        };
        var stijl = Lees("stijl.css");

        app.MapMethods("/", ["GET", "HEAD"], (HttpContext context) =>
        {
            context.Response.Headers.Vary = "Accept";
            return WilJson(context.Request) ? Results.Json(json) : Results.Text(pagina, "text/html", Encoding.UTF8);
        }).AllowAnonymous();
        app.MapMethods(Stijl, ["GET", "HEAD"], () => Results.Text(stijl, "text/css", Encoding.UTF8)).AllowAnonymous();
    }

    /// <summary>Serves Swagger UI from its package, on a Dutch page of the gateway itself.</summary>
    public static void UseDocumentatie(this WebApplication app)
    {
        var pagina = Lees("documentatie.html");
        app.UseWhen(context => context.Request.Path.StartsWithSegments(Documentatie), tak => tak.UseSwaggerUI(o =>
        {
            o.RoutePrefix = Documentatie.TrimStart('/');
            o.DocumentTitle = "Documentatie van de API's - WmoPlatform";
            o.IndexStream = () => new MemoryStream(Encoding.UTF8.GetBytes(pagina));
            foreach (var api in Apis.Alle) o.SwaggerEndpoint(api.OpenApi, api.Naam);
        }));
    }

    /// <summary>Whether the client asks for JSON and not also for HTML.</summary>
    private static bool WilJson(HttpRequest verzoek)
    {
        var accept = verzoek.Headers.Accept.ToString();
        return accept.Contains("application/json", StringComparison.OrdinalIgnoreCase)
            && !accept.Contains("text/html", StringComparison.OrdinalIgnoreCase);
    }

    private static string Bladzijde(Api api) => $"{Documentatie}/index.html?urls.primaryName={Uri.EscapeDataString(api.Naam)}";

    private static string Artikel(Api api) =>
        $"""
              <li>
                <h2>{Veilig(api.Naam)}</h2>
                <p>{Veilig(api.Omschrijving)}</p>
                <p><code>{Veilig(api.Pad)}</code></p>
                <p><a href="{Veilig(Bladzijde(api))}">Documentatie van {Veilig(api.Naam)}</a>,
                of het <a href="{Veilig(api.OpenApi)}">OpenAPI-bestand van {Veilig(api.Naam)}</a></p>
              </li>

        """;

    private static string Veilig(string tekst) => WebUtility.HtmlEncode(tekst);

    private static string Lees(string naam)
    {
        using var stroom = typeof(Catalogus).Assembly.GetManifestResourceStream(naam)!;
        using var lezer = new StreamReader(stroom);
        return lezer.ReadToEnd();
    }
}
