using System.Globalization;
using Microsoft.AspNetCore.Http;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.ServiceDefaults.Api;

/// <summary>ETag and If-Match over the row version of an aggregate, where two people may edit.</summary>
public static class Etag
{
    /// <summary>Sends the version with the answer.</summary>
    public static void Zet(HttpResponse antwoord, uint rijversie)
    {
        ArgumentNullException.ThrowIfNull(antwoord);
        antwoord.Headers.ETag = Van(rijversie);
    }

    /// <summary>Demands that the request was made with this version in view.</summary>
    /// <exception cref="Weigering">428: no If-Match; 412: another version.</exception>
    public static void Vereis(HttpRequest verzoek, uint rijversie)
    {
        ArgumentNullException.ThrowIfNull(verzoek);
        var ifMatch = verzoek.Headers.IfMatch.ToString();
        if (ifMatch.Length == 0) throw Weigering.VersieVereist();
        if (ifMatch != "*" && ifMatch != Van(rijversie)) throw Weigering.IntussenGewijzigd();
    }

    private static string Van(uint rijversie) => string.Create(CultureInfo.InvariantCulture, $"\"{rijversie}\"");
}
