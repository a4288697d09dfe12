using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.ServiceDefaults.Api;

/// <summary>
/// What holds for every request before any endpoint sees it: HEAD exists wherever GET does, a body is not compressed and is UTF-8, and no
/// text holds U+0000, which the database cannot store.
/// </summary>
internal static class Verzoekvorm
{
    public static void UseVerzoekvorm(this IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        var verzoek = context.Request;
        if (IsGecodeerd(verzoek))
        {
            context.Response.Headers.AcceptEncoding = "identity";
            return Problemen.Schrijf(context, Problemen.Maak(
                415, "verkeerde-codering", "Stuur de inhoud zoals zij is, zonder Content-Encoding."));
        }
        if (!IsUtf8(verzoek))
            return Problemen.Schrijf(context, Problemen.Maak(
                415, "verkeerde-tekenset", "Stuur de inhoud in UTF-8, en laat charset in Content-Type weg of zet die op utf-8."));
        if (verzoek.QueryString.Value?.Contains("%00", StringComparison.Ordinal) == true)
            return Problemen.Schrijf(context, Problemen.Maak(
                400, "ongeldige-invoer", "In het adres staat een onzichtbaar teken (U+0000). Haal het weg en probeer het opnieuw."));
        if (HttpMethods.IsHead(verzoek.Method))
        {
            verzoek.Method = HttpMethods.Get;
            context.Response.Body = Stream.Null;
        }
        return next(context);
    });

    private static bool IsGecodeerd(HttpRequest verzoek) =>
        verzoek.Headers.ContentEncoding is { Count: > 0 } codering
        && codering.ToString().Split(',', StringSplitOptions.TrimEntries)
            .Any(c => !c.Equals("identity", StringComparison.OrdinalIgnoreCase));

    /// <summary>ASCII is UTF-8 too. Whether the type itself is one that the endpoint takes, is for the endpoint to say.</summary>
    private static bool IsUtf8(HttpRequest verzoek)
    {
        if (!MediaTypeHeaderValue.TryParse(verzoek.ContentType, out var type) || type.Charset.Length == 0) return true;
        var tekenset = HeaderUtilities.RemoveQuotes(type.Charset);
        if (!tekenset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)
            && !tekenset.Equals("us-ascii", StringComparison.OrdinalIgnoreCase))
            return false;
        // The reader of JSON does not know that a charset may stand between quotation marks.
        if (tekenset.Length < type.Charset.Length)
        {
            type.Charset = tekenset;
            verzoek.ContentType = type.ToString();
        }
        return true;
    }
}
