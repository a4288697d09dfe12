using System.Net;
using Microsoft.Extensions.Primitives;

namespace WmoPlatform.Keten.Aanmelding;

/// <summary>The page for picking a demo person: plain HTML that works with a keyboard, with a screen reader and at 400% zoom.</summary>
internal static class Keuzepagina
{
    private const string Lettertype = "1.125rem/1.5 system-ui, sans-serif";

    private static readonly string[] Doorgeven =
        ["client_id", "redirect_uri", "response_type", "scope", "state", "nonce", "code_challenge", "code_challenge_method"];

    public static string Html(IEnumerable<KeyValuePair<string, StringValues>> vraag) => Pagina("Inloggen als demopersoon", $"""
        <p>Dit is een nagemaakt inlogscherm voor ontwikkelaars. De mensen hieronder bestaan niet.</p>
        <form method="post" action="/authorize">
        {string.Concat(vraag.Where(veld => Doorgeven.Contains(veld.Key)).Select(Verborgen))}
        <h2 id="kies">Wie wilt u zijn?</h2>
        <ul aria-labelledby="kies">
        {string.Concat(Clients.Personen.Select(Knop))}
        </ul>
        <p><button class="stil" name="persoon" value="">Niet inloggen, ga terug</button></p>
        </form>
        """);

    private static string Verborgen(KeyValuePair<string, StringValues> veld) =>
        $"<input type=\"hidden\" name=\"{veld.Key}\" value=\"{Veilig(veld.Value.ToString())}\">\n";

    private static string Knop(Identiteit persoon) =>
        $"<li><button name=\"persoon\" value=\"{persoon.Id}\">{Veilig(persoon.Naam)}</button></li>\n";

    public static string Fout(string uitleg) => Melding("Inloggen lukt niet", uitleg);

    public static string Melding(string titel, string uitleg) => Pagina(titel, $"<p>{Veilig(uitleg)}</p>");

    private static string Pagina(string titel, string inhoud) => $$"""
        <!doctype html>
        <html lang="nl">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{{titel}}</title>
        <style>
        body { font: {{Lettertype}}; color: #1a1a1a; background: #fff; margin: 0 auto; padding: 1.5rem; max-width: 36rem; }
        ul { list-style: none; padding: 0; }
        button { font: inherit; width: 100%; padding: .75rem 1rem; margin: .25rem 0; text-align: left; cursor: pointer;
          color: #fff; background: #154273; border: 2px solid #154273; border-radius: .25rem; }
        button.stil { color: #154273; background: #fff; }
        button:hover { background: #0c2747; color: #fff; }
        button:focus-visible { outline: 3px solid #000; outline-offset: 3px; }
        </style>
        </head>
        <body>
        <main>
        <h1>{{titel}}</h1>
        {{inhoud}}
        </main>
        </body>
        </html>
        """;

    private static string Veilig(string tekst) => WebUtility.HtmlEncode(tekst);
}
